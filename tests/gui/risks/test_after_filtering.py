"""What is open beside the list when a search or a filter no longer finds it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.risks import RiskPage
from tests.gui.keys import commit
from tests.gui.risks.helpers import go, risk

BLUE = Sight().with_values("level", ("blue",))


def opened(page: RiskPage) -> str:
    assert page.detail.record is not None
    return page.detail.record.id


def test_the_first_found_is_read(page: RiskPage) -> None:
    page.bar.set_sight(BLUE)
    assert opened(page) == page.model.id_at(0) == page.model.id_at(page.table.currentIndex().row())
    assert page.detail.is_reading


def test_the_history_of_a_record_gives_way_too(page: RiskPage, qtbot: QtBot) -> None:
    page.history()
    assert not page.detail.is_reading
    commit(page.bar.search, risk(page, 5).title)
    assert opened(page) == page.model.id_at(0)
    assert page.detail.is_reading
    page.history()
    page.bar.set_sight(page.bar.sight)
    assert not page.detail.is_reading  # the record is still in the list: so is what is read of it
    page.bar.set_sight(Sight("根本没有这个词"))
    assert page.detail.record is None


def test_an_editor_stays_and_the_first_found_is_read_after_it(page: RiskPage, qtbot: QtBot) -> None:
    before = opened(page)
    page.edit_record()
    editor = page.detail.editor
    assert editor is not None
    commit(editor.bindings["place"].widget, "5 栋")
    page.bar.set_sight(BLUE)
    assert page.detail.is_editing
    assert opened(page) == before
    editor.give_up()
    assert opened(page) == page.model.id_at(0) != before


def test_what_stands_in_a_closed_group_is_read_on(page: RiskPage, qtbot: QtBot) -> None:
    page.groups.group_by("level")
    page.groups.open_all()
    row = next(row for row in range(page.model.rowCount()) if page.model.head_at(row) is None)
    go(page, row, "title")
    before = opened(page)
    page.table.head_turned.emit(row - 1, False)
    page.edit_record()
    assert page.back()
    assert opened(page) == before
    page.desk.risks.save(page.desk.risks.get(before).changed(place="B1"), page.desk.risks.get(before))
    assert opened(page) == before
