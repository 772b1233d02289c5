"""Bindings of fields that hold other records, words, lines or months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot

from riskdesk.desk.directory import ENTRIES
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.words import N_
from riskdesk.gui.bindings import Binding, Make
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.chooser import Chooser
from riskdesk.gui.widgets.lines import LinesEdit
from riskdesk.gui.widgets.months import MonthsPicker
from riskdesk.gui.widgets.multichooser import MultiChooser, TagEdit
from riskdesk.gui.widgets.options import Option
from riskdesk.i18n import tr
from riskdesk.store import Query

CREATABLE = frozenset(ENTRIES)
"""Kinds of which an entry is made from nothing but its name."""
_OFFERED = 30


def options_of(session: Session, kind: str, text: str) -> list[Option]:
    """Records of a kind that fit a text, the best first; the first ones by name where nothing is typed."""
    title = KINDS[kind].SEARCHED[0]
    order = (
        () if text.strip() else ((("sort_name" if kind in ("person", "site", "department", "body") else title), False),)
    )
    numbers = session.desk.ns(kind, Query(text=text, sort=order))[:_OFFERED]
    return [_option(session, kind, row, title) for row in session.desk.rows(kind, numbers)]


def _option(session: Session, kind: str, row: dict[str, Any], title: str) -> Option:
    sub = {"person": "post", "site": "code", "body": "phone"}.get(kind)
    level = row.get("level") or "" if kind == "risk" else ""
    return Option(row["id"], row[title], (row[sub] if sub else row["number"]) or "", level=level)


NOT_ONE = N_("Nothing is called so, or several are. Choose one from the list.")
NOT_ONE_OR_NEW = N_("Nothing is called so, or several are. Choose one from the list, or create it there.")


class ReferenceBinding(Binding):
    """One record of a kind; what was typed for a new entry of the directory can be made on the spot."""

    widget: Chooser

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(Chooser(creatable=kind in CREATABLE, keeps_unclear=True))
        self._session, self._kind = session, kind
        self.widget.set_source(self._find)
        self.widget.value_changed.connect(self._took)
        self.widget.textEdited.connect(self._took)
        self.widget.create_wanted.connect(self._create)

    def _find(self, text: str) -> Sequence[Option]:
        return options_of(self._session, self._kind, text)

    @Slot(object)
    def _took(self, value: object) -> None:
        self.changed.emit()

    @Slot(str)
    def _create(self, text: str) -> None:
        self._session.do(self._session.desk.directory.add_named, self._kind, text.strip(), then=self._made,
                         notice=tr("{name} was added to the directory.", name=text.strip()))  # fmt: skip

    def _made(self, entry: Any) -> None:
        self.widget.set_value(entry.id, entry.name)
        self.changed.emit()

    def value(self) -> str:
        return self.widget.value() or ""

    def set_value(self, value: Any) -> None:
        self.widget.set_value(value or None, _title(self._session, self._kind, value) if value else None)

    def raw(self) -> Any:
        typed = self.widget.unclear()
        return {"typed": typed} if typed else self.value()

    def set_raw(self, raw: Any) -> None:
        if isinstance(raw, dict):
            self.widget.setText(raw["typed"])
        else:
            self.set_value(raw)

    def problem(self) -> str:
        if not self.widget.unclear():
            return ""
        return NOT_ONE_OR_NEW if self._kind in CREATABLE else NOT_ONE


class ReferencesBinding(Binding):
    """Several records of a kind."""

    widget: MultiChooser

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__(MultiChooser())
        self._session, self._kind = session, kind
        self.widget.set_source(self._find)
        self.widget.values_changed.connect(self._took)

    def _find(self, text: str) -> Sequence[Option]:
        return options_of(self._session, self._kind, text)

    @Slot(list)
    def _took(self, values: list[object]) -> None:
        self.changed.emit()

    def value(self) -> tuple[str, ...]:
        return tuple(self.widget.values())

    def raw(self) -> list[str]:
        return list(self.widget.values())

    def set_value(self, value: Any) -> None:
        ids = list(value or ())
        self.widget.set_options([Option(id, _title(self._session, self._kind, id)) for id in ids])
        self.widget.set_values(ids)


class TagsBinding(Binding):
    """Words."""

    widget: TagEdit

    def __init__(self) -> None:
        super().__init__(TagEdit())
        self.widget.values_changed.connect(self._took)
        self.widget.line.textEdited.connect(self._typed)

    @Slot(list)
    def _took(self, values: list[object]) -> None:
        self.changed.emit()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.changed.emit()

    def value(self) -> tuple[str, ...]:
        return tuple(self.widget.tags())

    def raw(self) -> list[str]:
        return list(self.widget.tags())

    def set_value(self, value: Any) -> None:
        self.widget.set_tags(list(value or ()))


class LinesBinding(Binding):
    """Lines of text."""

    IS_TEXT = True
    widget: LinesEdit

    def __init__(self) -> None:
        super().__init__(LinesEdit())
        self.widget.changed.connect(self._took)

    @Slot(list)
    def _took(self, lines: list[str]) -> None:
        self.changed.emit()

    def value(self) -> tuple[str, ...]:
        return tuple(self.widget.lines())

    def raw(self) -> list[str]:
        return self.widget.lines()

    def set_value(self, value: Any) -> None:
        self.widget.set_lines(list(value or ()))


class MonthsBinding(Binding):
    """Months of the year."""

    widget: MonthsPicker

    def __init__(self) -> None:
        super().__init__(MonthsPicker())
        self.widget.changed.connect(self._took)

    @Slot(list)
    def _took(self, months: list[int]) -> None:
        self.changed.emit()

    def value(self) -> tuple[int, ...]:
        return tuple(self.widget.months())

    def raw(self) -> list[int]:
        return self.widget.months()

    def set_value(self, value: Any) -> None:
        self.widget.set_months(value or ())


def _title(session: Session, kind: str, id: str) -> str:
    known = session.desk.name(id)
    return known or session.desk.get(kind, id).name_text


def ref(kind: str) -> Make:
    """One record of a kind."""
    return lambda session: ReferenceBinding(session, kind)


def refs(kind: str) -> Make:
    """Several records of a kind."""
    return lambda session: ReferencesBinding(session, kind)


def tags() -> Make:
    """Words."""
    return lambda session: TagsBinding()


def lines() -> Make:
    """Lines of text."""
    return lambda session: LinesBinding()


def months() -> Make:
    """Months of the year."""
    return lambda session: MonthsBinding()
