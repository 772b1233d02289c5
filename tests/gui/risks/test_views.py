"""Saved views of the register: what was filtered, and columns, order and groups with it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QInputDialog

from riskdesk.gui.pages.filters import Sight
from riskdesk.gui.pages.risks import RiskPage
from tests.gui.risks.helpers import column


def choose(page: RiskPage, words: str) -> None:
    """Choose from the menu of views."""
    page.views._views.aboutToShow.emit()
    next(action for action in page.views._views.actions() if action.text() == words).trigger()


def keep(page: RiskPage, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *rest, **more: (name, True))
    choose(page, "Keep this view…")


def hide(page: RiskPage, key: str) -> None:
    page.table.head.column_toggled.emit(column(page, key), False)


def looks(page: RiskPage) -> tuple[str, bool, int, list[tuple[str, bool]]]:
    """Groups, whether the family shows, the width of the owner, the order."""
    head = page.table.head
    hidden = head.isSectionHidden(column(page, "family"))
    return page.groups.by, hidden, head.sectionSize(column(page, "owner")), head.sort_keys()


def test_a_view_brings_its_groups_columns_and_order_back(page: RiskPage, monkeypatch: pytest.MonkeyPatch) -> None:
    before = looks(page)
    page.groups.group_by("department")
    hide(page, "family")
    page.table.head.resizeSection(column(page, "owner"), 140)
    page.table.sort_changed.emit([("review", True)])
    page.bar.set_sight(Sight().with_values("level", ("red",)))
    keep(page, "红色", monkeypatch)
    kept = looks(page)
    assert kept == ("department", True, 140, [("review", True)])

    page.groups.group_by("")
    page.table.head.reset_wanted.emit()
    page.table.sort_changed.emit([])
    keep(page, "平铺", monkeypatch)
    assert looks(page) == before
    choose(page, "红色")
    assert looks(page) == kept
    assert page.bar.sight == Sight().with_values("level", ("red",))
    assert {head.words for head in page.model.heads()}
    choose(page, "平铺")
    assert looks(page) == before
    assert not page.model.heads()


def test_what_is_done_to_the_list_in_a_view_stays_out_of_the_others(
    page: RiskPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = looks(page)
    keep(page, "甲", monkeypatch)
    hide(page, "family")
    page.groups.group_by("level")
    changed = looks(page)
    choose(page, "Everything")
    assert looks(page) == before
    choose(page, "甲")
    assert looks(page) == before
    hide(page, "family")
    page.groups.group_by("level")
    keep(page, "甲", monkeypatch)
    choose(page, "Everything")
    choose(page, "甲")
    assert looks(page) == changed
    page.views._views.aboutToShow.emit()
    remove = next(menu for a in page.views._views.actions() if (menu := a.menu()) and a.text() == "Remove view")
    remove.actions()[0].trigger()
    assert not page.session.settings.views["risk"]
    choose(page, "Everything")
    assert looks(page) == before


def test_a_view_of_an_earlier_version_still_opens(page: RiskPage) -> None:
    old = {"name": "旧", "text": "", "filters": [["level", ["red"]]], "sort": [["review", False]]}
    page.session.settings.views["risk"] = [old]
    hide(page, "family")
    page.table.layout_changed.emit()
    choose(page, "旧")
    assert page.bar.sight.values("level") == ("red",)
    assert looks(page)[1] is True
    assert looks(page)[3] == [("review", False)]
    assert page.query().sort == (("next_review", True),)
