"""What a layout holds, without `QLayout.itemAt`.

Python keeps what `itemAt` returns as long as the layout, while Qt deletes it with its widget. Whatever then comes to
stand at the same place in memory is taken for it, and the program crashes when that is deleted.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts in a layout that is in use, in its order."""
    around = layout.parentWidget()
    children = around.children() if around is not None else ()
    candidates = [child for child in (*children, *layout.children()) if isinstance(child, (QWidget, QLayout))]
    placed = [(place, part) for part in candidates if (place := layout.indexOf(part)) >= 0]
    return [part for _, part in sorted(placed, key=lambda pair: pair[0])]


def widgets_of(layout: QLayout) -> list[QWidget]:
    """The widgets alone."""
    return [part for part in parts_of(layout) if isinstance(part, QWidget)]
