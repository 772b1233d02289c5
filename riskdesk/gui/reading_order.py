"""The order in which Tab goes: as the eye does, and not as widgets happened to be made.

Forms and readers make their parts anew with every record, and Qt puts what is made last at the end of its own order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from riskdesk.gui.laid_out import parts_of

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
"""One stop, whatever is inside."""


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Where Tab stops in `widget`, itself included, in the order in which it is read."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    inner = [] if isinstance(widget, _WHOLE) else [stop for part in _parts(widget) for stop in stops(part)]
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    # A scroll area is a stop of its own only where nothing inside is one: it shows no focus.
    if takes_tab and not (inner and isinstance(widget, QAbstractScrollArea)):
        yield widget
    yield from inner


def next_stop(window: QWidget, now: QWidget | None, forward: bool) -> QWidget | None:
    """The stop after `now`, or before it; from the last to the first. None where there is no stop."""
    order = list(stops(window))
    if not order:
        return None
    step = 1 if forward else -1
    while now is not None and now not in order:
        now = now.parentWidget()
    place = order.index(now) + step if now is not None else 0 if forward else -1
    return order[place % len(order)]


def main_stop(page: QWidget) -> QWidget | None:
    """Where the keyboard begins on a page: at its first list, else at its first stop. None where it has none."""
    order = list(stops(page))
    return next((stop for stop in order if isinstance(stop, QAbstractItemView)), order[0] if order else None)


def _parts(widget: QWidget) -> list[QWidget]:
    found: Iterable[QWidget | None]
    if isinstance(widget, QStackedWidget):
        found = [widget.currentWidget()]
    elif isinstance(widget, QSplitter):
        found = [widget.widget(place) for place in range(widget.count())]
    elif isinstance(widget, QScrollArea):
        found = [widget.widget()]
    else:
        laid_out = list(_laid_out(layout)) if (layout := widget.layout()) is not None else []
        children = (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())
        loose = [child for child in children if child not in laid_out]
        found = laid_out + sorted(loose, key=lambda child: (child.y(), child.x()))
    return [part for part in found if part is not None]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    parts = parts_of(layout)
    if isinstance(layout, QGridLayout):
        parts.sort(key=lambda part: layout.getItemPosition(layout.indexOf(part)))  # type: ignore
    elif isinstance(layout, QBoxLayout) and layout.direction() in (
        QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop,
    ):  # fmt: skip
        parts.reverse()
    for part in parts:
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _laid_out(part)
