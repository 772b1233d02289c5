"""The editor of the steps: their list, and below it the fields of the step that is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from riskdesk import formats
from riskdesk.domain.playbook import StepMode
from riskdesk.domain.policy import Duty, Tier
from riskdesk.gui.bindings import ComboBinding, Make
from riskdesk.gui.pages.cases.blocks import flow_of
from riskdesk.gui.pages.cases.parts import NestedBinding, PartBinding
from riskdesk.gui.pages.playbooks.step_fields import ENTRIES, Raw, new_id, step_problems, step_value
from riskdesk.gui.pages.playbooks.step_list import StepLine, StepList
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.button import Button
from riskdesk.gui.widgets.label import Label, SectionTitle
from riskdesk.i18n import tr


class StepsBox(QWidget):
    """Title, list and fields below each other."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self.list = StepList()
        self.buttons: dict[str, Button] = {}
        column.addWidget(self.list)
        for name, words, icon in (
            ("add", tr("Add step"), "plus"), ("double", tr("Duplicate"), "copy"), ("up", tr("Up"), "arrow-up"),
            ("down", tr("Down"), "arrow-down"), ("remove", tr("Remove"), "trash"),
        ):  # fmt: skip
            self.buttons[name] = Button(words, "plain" if name == "add" else "quiet", icon)
        column.addWidget(flow_of(list(self.buttons.values())))
        keys = tr(
            "Alt+Insert adds a step, Ctrl+D duplicates it, Ctrl+Up and Ctrl+Down move it, Ctrl+PgUp and Ctrl+PgDn go "
            "from step to step."
        )
        column.addWidget(Label(keys, "small", "second", wrap=True))
        self.title = SectionTitle("")
        column.addWidget(self.title)
        self.part = part
        column.addWidget(part)
        self.setFocusProxy(self.list)


class StepsBinding(NestedBinding):
    """A list of steps. What is typed is kept per step as a draft keeps it; the open step has widgets."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.part = PartBinding(session, ENTRIES)
        super().__init__(StepsBox(self.part.widget))
        self.part.setParent(self)
        self.steps: list[Raw] = []
        self.open_at = -1
        self._errors: dict[str, dict[str, str]] = {}
        self._tier: Tier | None = None
        self._gone: tuple[int, Raw] | None = None
        self.part.changed.connect(self._typed)
        box = self.box
        box.list.chosen.connect(self.open_step)
        box.list.entered_step.connect(self._to_fields)
        box.list.added.connect(self.add_step)
        box.list.removed.connect(self.remove_step)
        for name, slot in (
            ("add", self.add_step), ("double", self.duplicate_step), ("up", self.move_up), ("down", self.move_down),
            ("remove", self.remove_step),
        ):  # fmt: skip
            box.buttons[name].clicked.connect(slot)
        for key, slot in (
            ("Alt+Insert", self.add_step), ("Ctrl+D", self.duplicate_step), ("Ctrl+Up", self.move_up),
            ("Ctrl+Down", self.move_down), ("Ctrl+PgUp", self.go_up), ("Ctrl+PgDown", self.go_down),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(key), box)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._show()

    @property
    def box(self) -> StepsBox:
        """The widgets."""
        assert isinstance(self.widget, StepsBox)
        return self.widget

    def set_tier(self, tier: Tier | None) -> None:
        """The response tier with which the limits are compared."""
        self._tier = tier
        self._show_lines()
        self._compare()

    # going from step to step

    @Slot(int)
    def open_step(self, place: int) -> None:
        """Show the fields of a step."""
        if not 0 <= place < len(self.steps):
            return
        self.open_at = place
        self._fill_origins()
        self.part.blockSignals(True)
        self.part.set_raw(self.steps[place])
        self.part.blockSignals(False)
        self.part.clear_errors()
        for name, text in self._errors.get(self.steps[place]["id"], {}).items():
            self.part.show_error(name, text)
        self._show()

    def _fill_origins(self) -> None:
        """The earlier steps from whose end a limit may run."""
        combo = self.part.bindings["limit_from"]
        assert isinstance(combo, ComboBinding)
        combo.widget.blockSignals(True)
        combo.widget.clear()
        combo.widget.addItem(tr("the start"), "")
        own = self.steps[self.open_at].get("limit_from") if 0 <= self.open_at < len(self.steps) else ""
        for number, raw in enumerate(self.steps, 1):
            if number <= self.open_at:
                combo.widget.addItem(tr("the end of {n} {step}", n=number, step=raw["action"]), raw["id"])
            elif own and raw["id"] == own:
                combo.widget.addItem(tr("{n} {step} (not earlier)", n=number, step=raw["action"]), raw["id"])
        combo.widget.blockSignals(False)

    @Slot()
    def go_up(self) -> None:
        """The step before, the same field."""
        self.open_step(self.open_at - 1)

    @Slot()
    def go_down(self) -> None:
        """The next step, the same field."""
        self.open_step(self.open_at + 1)

    @Slot()
    def _to_fields(self) -> None:
        if self.steps:
            self.part.bindings["action"].widget.setFocus()

    # changing the list

    @Slot()
    def add_step(self) -> None:
        """A new step after the open one."""
        self._put(self.open_at + 1, self._blank())
        self._to_fields()

    @Slot()
    def duplicate_step(self) -> None:
        """A copy of the open step after it."""
        if self.steps:
            self._put(self.open_at + 1, {**self.steps[self.open_at], "id": self._new_id()})

    @Slot()
    def remove_step(self) -> None:
        """Take the open step out; it can be brought back."""
        if not self.steps:
            return
        place = self.open_at
        self._gone = (place, self.steps.pop(place))
        self.open_at = min(place, len(self.steps) - 1)
        self.open_step(self.open_at)
        self._show()
        if not self.steps:
            self.box.buttons["add"].setFocus()
        self.changed.emit()
        words = tr("Step “{step}” was removed.", step=self._gone[1]["action"])
        self._session.noticed.emit(words, tr("Bring back"), self.bring_back)

    @Slot()
    def bring_back(self) -> None:
        """Put the step that was removed last back in."""
        if self._gone is not None:
            place, raw = self._gone
            self._gone = None
            self._put(min(place, len(self.steps)), raw)

    @Slot()
    def move_up(self) -> None:
        """The open step one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """The open step one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        target = self.open_at + by
        if not self.steps or not 0 <= target < len(self.steps):
            return
        self.steps.insert(target, self.steps.pop(self.open_at))
        self._keep_focus(lambda: self.open_step(target))
        self.changed.emit()

    def _put(self, place: int, raw: Raw) -> None:
        self.steps.insert(place, raw)
        self.open_step(place)
        self.changed.emit()

    def _keep_focus(self, work: Callable[[], None]) -> None:
        focus = QApplication.focusWidget()
        work()
        if focus is not None and self.widget.isAncestorOf(focus):
            focus.setFocus()

    def _new_id(self) -> str:
        return new_id({raw["id"] for raw in self.steps})

    def _blank(self) -> Raw:
        self.part.blockSignals(True)
        self.part.set_value({"mode": StepMode.BLOCKING})
        blank = self.part.raw()
        self.part.blockSignals(False)
        return {**blank, "limit_from": "", "id": self._new_id(), "origin": ""}

    # what is shown

    @Slot()
    def _typed(self) -> None:
        if not 0 <= self.open_at < len(self.steps):
            return
        kept, typed = self.steps[self.open_at], self.part.raw()
        wrong = self._errors.get(kept["id"], {})
        for name in [n for n in wrong if typed.get(n.partition(".")[0]) != kept.get(n.partition(".")[0])]:
            del wrong[name]
        self.steps[self.open_at] = {**kept, **typed}
        self._show_lines()
        self._compare()
        self.changed.emit()

    def _show(self) -> None:
        some = bool(self.steps)
        box = self.box
        for name in ("double", "up", "down", "remove"):
            box.buttons[name].setEnabled(some)
        box.buttons["up"].setEnabled(self.open_at > 0)
        box.buttons["down"].setEnabled(some and self.open_at < len(self.steps) - 1)
        for widget in (box.list, box.title, box.part):
            widget.setVisible(some)
        self._show_lines()
        self._compare()

    def _show_lines(self) -> None:
        lines = [self._line(number, raw) for number, raw in enumerate(self.steps, 1)]
        self.box.list.show_lines(lines, self.open_at)
        if 0 <= self.open_at < len(lines):
            title = tr("Step {n} of {all}", n=self.open_at + 1, all=len(lines))
            self.box.title.title.setText(title)
            self.box.title.set_note(lines[self.open_at].action)

    def _line(self, number: int, raw: Raw) -> StepLine:
        step = step_value(raw)
        repeat = tr("every {time}", time=formats.duration(step["repeat_s"])) if step["repeat_s"] else ""
        limit = formats.duration(step["limit_s"]) if step["limit_s"] is not None else ""
        return StepLine(
            number, raw["action"], raw.get("role") or "", " · ".join(filter(None, (limit, repeat))),
            parallel=raw.get("mode") == StepMode.PARALLEL, loose=self._allowed(step) is not None,
            wrong=bool(self._errors.get(raw["id"])),
        )  # fmt: skip

    def _allowed(self, step: dict[str, Any]) -> int | None:
        """Seconds that the tier allows, where the step allows more."""
        if self._tier is None or not step["duty"]:
            return None
        duty = Duty(step["duty"])
        own = step["repeat_s"] if duty is Duty.REPORT_EVERY else step["limit_s"]
        allowed = self._tier.limit(duty)
        return allowed if own is not None and allowed is not None and own > allowed else None

    def _compare(self) -> None:
        """Under limit and repeat: what the response tier says of the duty of the open step."""
        notes = {"limit_s": "", "repeat_s": ""}
        if self._tier is not None and 0 <= self.open_at < len(self.steps):
            step = step_value(self.steps[self.open_at])
            allowed = self._tier.limit(Duty(step["duty"])) if step["duty"] else None
            if allowed is not None:
                name = "repeat_s" if step["duty"] == Duty.REPORT_EVERY else "limit_s"
                time = formats.duration(allowed)
                notes[name] = (
                    tr("Looser than the response tier, which says {time}: to be confirmed.", time=time)
                    if self._allowed(step) is not None
                    else tr("The response tier says {time}.", time=time)
                )
        for name, note in notes.items():
            self.part.fields[name].set_help(note)

    # the value

    def value(self) -> list[dict[str, Any]]:
        return [step_value(raw) for raw in self.steps]

    def set_value(self, value: Any) -> None:
        self.steps, self.open_at, self._errors = [], -1, {}
        self.part.blockSignals(True)
        for step in value or ():
            self._offer(step.limit_from)
            self.part.set_value(step)
            self.steps.append({**self.part.raw(), "id": step.id, "origin": step.origin})
        self.part.blockSignals(False)
        self._start()

    def _offer(self, limit_from: str) -> None:
        """Let the choice of earlier steps hold a value before the steps are all there."""
        combo = self.part.bindings["limit_from"]
        assert isinstance(combo, ComboBinding)
        combo.widget.clear()
        for id in dict.fromkeys(("", limit_from)):
            combo.widget.addItem(id, id)

    def raw(self) -> list[Raw]:
        return [dict(raw) for raw in self.steps]

    def set_raw(self, raw: Any) -> None:
        self.steps, self.open_at, self._errors = [dict(step) for step in raw or ()], -1, {}
        self._start()

    def _start(self) -> None:
        if self.steps:
            self.open_step(0)
        else:
            self._show()

    # errors

    def problems(self) -> list[tuple[str, str]]:
        return [(f"{place}.{name}", text) for place, raw in enumerate(self.steps) for name, text in step_problems(raw)]

    def show_error(self, place: str, text: str) -> QWidget | None:
        number, _, name = place.partition(".")
        if not number.isdigit() or int(number) >= len(self.steps) or not name:
            return None
        first = not any(self._errors.values())
        self._errors.setdefault(self.steps[int(number)]["id"], {})[name] = text
        if first or int(number) == self.open_at:
            self.open_step(self.open_at if int(number) == self.open_at else int(number))
        self._show_lines()
        if int(number) != self.open_at:
            return self.box.list
        return self.part.show_error(name, text) or self.box.list

    def clear_errors(self) -> None:
        self._errors = {}
        self.part.clear_errors()
        self._show_lines()


def steps() -> Make:
    """The steps of a playbook."""
    return StepsBinding
