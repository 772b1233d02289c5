"""What the store keeps beside records: attachments, drafts, values of the file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from riskdesk.domain.errors import NotAllowed, NotFound
from riskdesk.store import attachments
from tests.store.conftest import NOW, Filled


class TestAttachments:
    def test_a_file_comes_back_in_pieces(self, filled: Filled, tmp_path: Path) -> None:
        data = bytes(range(256)) * 3000
        (tmp_path / "照片 1.jpg").write_bytes(data)
        sha256 = filled.store.attach(tmp_path / "照片 1.jpg")
        assert sha256 == hashlib.sha256(data).hexdigest()
        pieces = list(filled.store.attachment(sha256))
        assert [len(piece) for piece in pieces] == [attachments.PIECE, attachments.PIECE, len(data) % attachments.PIECE]
        assert b"".join(pieces) == data

    def test_the_same_bytes_are_kept_once(self, filled: Filled, tmp_path: Path) -> None:
        for name in ("a", "b"):
            (tmp_path / name).write_bytes(b"same")
        assert filled.store.attach(tmp_path / "a") == filled.store.attach(tmp_path / "b")
        assert filled.store.db.all("SELECT count(*) FROM attachment") == [(1,)]

    def test_an_empty_file_is_a_file(self, filled: Filled, tmp_path: Path) -> None:
        (tmp_path / "empty").touch()
        assert list(filled.store.attachment(filled.store.attach(tmp_path / "empty"))) == []

    def test_a_large_file_is_refused_and_nothing_is_kept(
        self, filled: Filled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(attachments, "MAX_BYTES", 1000)
        (tmp_path / "fits").write_bytes(b"x" * 1000)
        (tmp_path / "large").write_bytes(b"y" * 1001)
        filled.store.attach(tmp_path / "fits")
        with pytest.raises(NotAllowed, match="large is larger than"):
            filled.store.attach(tmp_path / "large")
        assert filled.store.db.all("SELECT count(*) FROM attachment") == [(1,)]

    def test_what_cannot_be_read_is_told(self, filled: Filled, tmp_path: Path) -> None:
        for path in (tmp_path / "none", tmp_path):
            with pytest.raises(NotFound):
                filled.store.attach(path)
        with pytest.raises(NotFound):
            next(filled.store.attachment("0" * 64))

    def test_reading_holds_no_snapshot(self, filled: Filled, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"x" * attachments.PIECE * 3)
        pieces = filled.store.attachment(filled.store.attach(tmp_path / "a"))
        next(pieces)
        other = filled.store.another()
        assert other.db.all("PRAGMA wal_checkpoint(TRUNCATE)") == [(0, 0, 0)]
        other.close()
        assert len(list(pieces)) == 2


class TestDrafts:
    def test_a_draft_is_kept_until_it_is_dropped(self, filled: Filled) -> None:
        store, typed = filled.store, {"title": "漏水", "season": [1, 2], "due": None}
        store.keep_draft("me", "risk", "id", NOW, typed)
        store.keep_draft("me", "risk", "id", NOW, typed | {"title": "漏水了"})
        assert store.draft("me", "risk", "id") == typed | {"title": "漏水了"}
        assert store.draft("other", "risk", "id") is None
        store.drop_draft("me", "risk", "id")
        store.drop_draft("me", "risk", "id")
        assert store.draft("me", "risk", "id") is None

    def test_a_draft_tells_what_it_was_typed_over(self, filled: Filled) -> None:
        store, typed = filled.store, {"title": "漏水"}
        assert store.draft_base("me", "risk", "id") == {}
        store.keep_draft("me", "risk", "id", NOW, typed)
        assert store.draft_base("me", "risk", "id") == {}
        store.keep_draft("me", "risk", "id", NOW, typed, {"title": "滴水"})
        assert store.draft("me", "risk", "id") == typed
        assert store.draft_base("me", "risk", "id") == {"title": "滴水"}

    def test_all_drafts_of_a_person_are_listed(self, filled: Filled) -> None:
        filled.store.keep_draft("me", "risk", "", NOW, {"title": "a"})
        filled.store.keep_draft("me", "case", "id", NOW.replace(hour=5), {"title": "b"})
        filled.store.keep_draft("other", "case", "id", NOW, {"title": "c"})
        assert [entry[:2] for entry in filled.store.drafts("me")] == [("case", "id"), ("risk", "")]

    def test_a_draft_is_no_change(self, filled: Filled) -> None:
        filled.store.keep_draft("me", "risk", "", NOW, {"title": "a"})
        assert filled.store.db.all("SELECT count(*) FROM change") == [(0,)]


class TestMeta:
    def test_values_of_the_file(self, filled: Filled) -> None:
        assert filled.store.meta("x") is None
        filled.store.set_meta("x", "1")
        filled.store.set_meta("x", "2")
        assert filled.store.meta("x") == "2"

    def test_the_site_can_be_named_later(self, filled: Filled) -> None:
        assert filled.risk().number == "HQ-R-2026-0001"
        filled.store.set_meta("site", "JX")
        assert filled.store.site == "JX"
        assert filled.risk().number == "JX-R-2026-0001"
        assert [batch for batch, _, _ in filled.store.last_batches("me", 9)] == ["JX-1"]

    def test_the_version_moves_when_another_connection_writes(self, filled: Filled) -> None:
        before = filled.store.data_version()
        filled.risk()
        assert filled.store.data_version() == before
        other = filled.store.another()
        other.set_meta("x", "1")
        other.close()
        assert filled.store.data_version() != before
