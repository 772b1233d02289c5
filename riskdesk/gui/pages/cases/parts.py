"""Editors of what lies inside a field: parts with fields of their own, each with its error at its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from riskdesk.domain.errors import FieldError
from riskdesk.gui.bindings import Binding, Make
from riskdesk.gui.editor import RecordEditor
from riskdesk.gui.entries import Entry
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.field import Field
from riskdesk.i18n import tr


class NestedBinding(Binding):
    """A binding with places of its own: `course.2.what` is the place `2.what` of the field `course`."""

    IS_TEXT = True

    def problems(self) -> list[tuple[str, str]]:
        """Place and source text of everything typed that is not understood."""
        return []

    def problem(self) -> str:
        found = self.problems()
        return found[0][1] if found else ""

    def show_error(self, place: str, text: str) -> QWidget | None:
        """Say what is wrong at a place; returns the widget to go to, None where there is no such place."""
        return None

    def clear_errors(self) -> None:
        """Take every error away."""


class PartBinding(NestedBinding):
    """A part such as the outcome: a grid of fields, its value a dict."""

    def __init__(self, session: Session, entries: Sequence[Entry]) -> None:
        super().__init__(QWidget())
        self.bindings: dict[str, Binding] = {}
        self.fields: dict[str, Field] = {}
        self._grid = QGridLayout(self.widget)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(10))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = column = 0
        top = Qt.AlignmentFlag.AlignTop
        for entry in entries:
            field = self._field(session, entry)
            if entry.half:
                self._grid.addWidget(field, row, column, top)
                row, column = (row, 1) if column == 0 else (row + 1, 0)
            else:
                row += column
                self._grid.addWidget(field, row, 0, 1, 2, top)
                row, column = row + 1, 0
        self.widget.setFocusProxy(next(iter(self.fields.values())))

    def _field(self, session: Session, entry: Entry) -> Field:
        binding = entry.make(session)
        field = Field(tr(entry.label), binding.widget, entry.required, tr(entry.help) if entry.help else "")
        binding.setParent(field)
        binding.changed.connect(self._edited)
        self.bindings[entry.name], self.fields[entry.name] = binding, field
        return field

    @Slot()
    def _edited(self) -> None:
        name = next((n for n, b in self.bindings.items() if b is self.sender()), "")
        if name:
            self.fields[name].set_error("")
        self.changed.emit()

    def value(self) -> dict[str, Any]:
        return {name: binding.value() for name, binding in self.bindings.items()}

    def set_value(self, value: Any) -> None:
        for name, binding in self.bindings.items():
            binding.set_value(value.get(name) if isinstance(value, Mapping) else getattr(value, name, None))

    def raw(self) -> dict[str, Any]:
        return {name: binding.raw() for name, binding in self.bindings.items()}

    def set_raw(self, raw: Any) -> None:
        for name, binding in self.bindings.items():
            binding.set_raw(raw.get(name) if raw else None)

    def problems(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for name, binding in self.bindings.items():
            found += places(name, binding)
        return found

    def show_error(self, place: str, text: str) -> QWidget | None:
        name, _, rest = place.partition(".")
        if name not in self.fields:
            return None
        inner = self.bindings[name]
        if rest and isinstance(inner, NestedBinding) and (widget := inner.show_error(rest, text)) is not None:
            return widget
        self.fields[name].set_error(text)
        return self.fields[name]

    def clear_errors(self) -> None:
        for name, field in self.fields.items():
            field.set_error("")
            inner = self.bindings[name]
            if isinstance(inner, NestedBinding):
                inner.clear_errors()


def places(name: str, binding: Binding) -> list[tuple[str, str]]:
    """What a binding called `name` does not understand, by place."""
    if isinstance(binding, NestedBinding):
        return [(f"{name}.{place}", text) for place, text in binding.problems()]
    problem = binding.problem()
    return [(name, problem)] if problem else []


def part(entries: Sequence[Entry]) -> Make:
    """A part with fields of its own."""
    return lambda session: PartBinding(session, entries)


class PartsEditor(RecordEditor):
    """A record editor that shows the errors of nested fields at their places."""

    def _show_errors(self, errors: Sequence[FieldError]) -> None:
        first: QWidget | None = None
        rest: list[FieldError] = []
        for error in self._by_place(errors):
            name, _, place = error.field.partition(".")
            binding = self.bindings.get(name)
            widget = None
            if place and isinstance(binding, NestedBinding):
                widget = binding.show_error(place, tr(error.text, **error.params))
            if widget is None:
                rest.append(error)
            first = first or widget
        if rest:
            super()._show_errors(rest)
        elif first is not None:
            self._scroll.ensureWidgetVisible(first)
            first.setFocus()

    def _by_place(self, errors: Sequence[FieldError]) -> list[FieldError]:
        """`errors`, those of nested fields that were not understood told place by place."""
        told: list[FieldError] = []
        for error in errors:
            binding = self.bindings.get(error.field)
            inner = binding.problems() if isinstance(binding, NestedBinding) else []
            told += [FieldError(f"{error.field}.{place}", text) for place, text in inner] or [error]
        return told

    def _clear_errors(self) -> None:
        super()._clear_errors()
        for binding in self.bindings.values():
            if isinstance(binding, NestedBinding):
                binding.clear_errors()
