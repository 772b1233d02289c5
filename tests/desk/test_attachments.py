"""Files attached to records: kept whole, found again, taken off and had back."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from riskdesk.desk import Desk
from riskdesk.domain.errors import Cancelled, FileRefused, NotAllowed, NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.risk import Risk
from riskdesk.store.attachments import MAX_BYTES


def files(folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    photo, scan = folder / "现场 照片.jpg", folder / "合同.pdf"
    photo.write_bytes(b"\xff\xd8" + bytes(range(256)) * 20_000)
    scan.write_bytes(b"%PDF-1.7")
    return [photo, scan]


def test_what_is_kept_comes_back_byte_for_byte(desk: Desk, tmp_path: Path) -> None:
    sources = files(tmp_path / "in")
    told: list[tuple[int, int]] = []
    kept = desk.attachments.keep(sources, lambda done, total: told.append((done, total)))
    assert [(a.name, a.mime, a.size) for a in kept] == [
        ("现场 照片.jpg", "image/jpeg", sources[0].stat().st_size), ("合同.pdf", "application/pdf", 8),
    ]  # fmt: skip
    assert len(told) > 4
    assert told[-1][0] == told[-1][1] == sum(source.stat().st_size for source in sources)
    target = tmp_path / "out.jpg"
    desk.attachments.write_to(kept[0], target)
    assert hashlib.sha256(target.read_bytes()).hexdigest() == kept[0].sha256
    assert list(tmp_path.glob("*.part")) == []


def test_attaching_and_removing_are_undone(desk: Desk, tmp_path: Path) -> None:
    risk = desk.risks.add(Risk(title="电梯", family="operational")).value
    photo, scan = desk.attachments.keep(files(tmp_path / "in"))
    desk.attachments.attach("risk", risk.id, [photo])
    desk.attachments.attach("risk", risk.id, [scan, photo])
    assert desk.attachments.of("risk", risk.id) == (photo, scan)
    desk.attachments.remove("risk", risk.id, photo.sha256)
    assert desk.attachments.of("risk", risk.id) == (scan,)
    for expected in ((photo, scan), (photo,), ()):
        desk.undo_stack.undo()
        assert desk.attachments.of("risk", risk.id) == expected
    desk.undo_stack.redo()
    target = tmp_path / "again.jpg"
    desk.attachments.write_to(desk.attachments.of("risk", risk.id)[0], target)
    assert target.stat().st_size == photo.size


def test_what_cannot_come_in_says_so(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        desk.attachments.keep([tmp_path / "nothing.pdf"])
    with pytest.raises(NotFound):
        desk.attachments.keep([tmp_path])
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(NotAllowed):
        desk.attachments.keep([large])


def test_reading_can_be_stopped(desk: Desk, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        desk.attachments.keep(files(tmp_path / "in"), stop)
    kept = desk.attachments.keep(files(tmp_path / "in"))
    before = set(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        desk.attachments.write_to(kept[0], tmp_path / "out.jpg", stop)
    assert set(tmp_path.iterdir()) == before


def test_a_copy_does_not_take_the_place_of_a_riskdesk_file(desk: Desk, tmp_path: Path) -> None:
    kept = desk.attachments.keep(files(tmp_path / "in"))
    with pytest.raises(FileRefused):
        desk.attachments.write_to(kept[0], desk.store.path)


def test_every_kind_with_attachments_takes_them(desk: Desk) -> None:
    able = {kind for kind, cls in KINDS.items() if "attachments" in cls.model_fields}
    assert able >= {"risk", "case", "incident", "action", "drill", "contract", "playbook"}
