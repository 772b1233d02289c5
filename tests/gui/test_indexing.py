"""The search index after very many records came in: made in the background, unnoticed and complete."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from riskdesk.desk import Desk
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.risk import Risk
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.store import Query, Store, index
from riskdesk.store.query import Condition

MANY = 700


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "LATER_ON", 200)
    monkeypatch.setattr(index, "PORTION", 100)


def fill(desk: Desk) -> None:
    with desk.store.write("", "risks.add", desk.clock()) as write:
        write.create_many(Risk(title=f"漏水{n}", family="operational") for n in range(MANY))


def found(session: Session) -> int:
    return session.desk.store.count("risk", Query("漏水"))


def test_what_waited_at_the_start_is_indexed_while_it_is_searched(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk.open(tmp_path / "office.riskdesk")
    fill(desk)
    assert desk.store.has_unindexed()
    session = Session(desk, SettingsFile(tmp_path / "settings.json"))
    changed: list[dict[str, object]] = []
    session.changed.connect(changed.append)
    seen: list[int] = []

    def done() -> bool:
        seen.append(found(session))
        return session._indexing is None and not desk.store.has_unindexed()

    qtbot.waitUntil(lambda: bool(session._indexing))
    qtbot.waitUntil(done)
    assert set(seen) == {MANY}
    session._look_outside()
    assert changed == []  # another program's writing would be told
    session.close()


def test_it_is_made_after_a_long_verb_and_stops_with_the_window(session: Session, qtbot: QtBot) -> None:
    fill(session.desk)
    leaking = list(session.desk.ns("risk", Query("漏水")))
    session.do(session.desk.risks.save_many, leaking, {"place": "甲乙站"})
    qtbot.waitUntil(lambda: session._indexing is not None)
    session.close()
    again = Desk.open(session.desk.store.path)
    assert again.store.count("risk", Query("甲乙站")) == len(leaking) >= MANY
    again.close()


def test_what_another_program_saved_is_still_noticed(session: Session, qtbot: QtBot) -> None:
    changed: list[dict[str, object]] = []
    session.changed.connect(changed.append)
    other = session.desk.another()
    other.risks.add(Risk(title="漏水", family="operational"))
    other.close()
    session._look_outside()
    assert len(changed) == 1


def test_when_saving_rests_the_file_alone_holds_everything(qtbot: QtBot, tmp_path: Path) -> None:
    session = Session(Desk.open(tmp_path / "office.riskdesk"), SettingsFile(tmp_path / "settings.json"))
    session._rest.setInterval(10)
    made: list[Risk] = []
    session.do(session.desk.risks.add, Risk(title="漏水", family="x"), then=made.append)
    copy = tmp_path / "copy.riskdesk"

    def is_there() -> bool:
        shutil.copyfile(session.desk.store.path, copy)
        other = Store.open(copy)
        try:
            return other.count("risk", Query(where=(Condition("id", "in", (made[0].id,)),))) == 1
        except RiskdeskError:  # copied in the middle of it
            return False
        finally:
            other.close()

    qtbot.waitUntil(is_there)
    session.close()
