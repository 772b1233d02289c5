"""The one application stylesheet, generated from the tokens. Widgets of our own paint themselves; it is for the rest.

State and kind are dynamic properties: `role` (size of type), `tone` (colour of text), `bold`, `invalid`, `unset`,
`flat`.
"""

from __future__ import annotations

from typing import Protocol

from riskdesk.gui.theme.colours import Colours
from riskdesk.gui.theme.fonts import SIZES

TONES = {
    "text": "text", "second": "text2", "third": "text3", "accent": "accent",
    "red": "red", "yellow": "yellow", "blue": "blue", "on-accent": "on_accent",
}  # fmt: skip
"""Tone names and the token of each."""


class Sizes(Protocol):
    """What the sheet needs of a theme."""

    def px(self, pixels: float) -> int: ...
    def points(self, role: str) -> float: ...


def stylesheet(colours: Colours, sizes: Sizes) -> str:
    """The whole sheet for a scheme."""
    roles = "\n".join(f'*[role="{role}"] {{ font-size: {sizes.points(role):.2f}pt; }}' for role in SIZES)
    return roles + '\n*[bold="true"] { font-weight: 700; }\n' + _rules(colours, sizes, "")


def scoped_sheet(colours: Colours, sizes: Sizes) -> str:
    """The rules once more for sub-trees that are always dark."""
    return _rules(colours, sizes, '*[scheme="dark"] ')


def _rules(c: Colours, sizes: Sizes, scope: str) -> str:
    px = sizes.px
    tones = {f'*[tone="{tone}"]': f"color: {getattr(c, token)};" for tone, token in TONES.items()}
    field = (
        f"background: {c.surface}; color: {c.text}; border: 1px solid {c.border}; border-radius: 6px;"
        f"selection-background-color: {c.accent}; selection-color: {c.on_accent};"
    )
    button = (
        f"background: {c.surface}; color: {c.text}; border: 1px solid {c.border}; border-radius: 6px;"
        f"padding: 0 {px(12)}px; min-height: {px(30)}px;"
    )
    rules = {
        **tones,
        "QToolTip": f"background: {c.surface}; color: {c.text}; border: 1px solid {c.border}; padding: 4px 6px;",
        "QLineEdit": field + f"padding: 0 {px(8)}px; min-height: {px(30)}px;",
        "QPlainTextEdit, QTextEdit": field + f"padding: {px(4)}px;",
        "QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus": f"border: 2px solid {c.accent};",
        "QLineEdit:focus": f"padding: 0 {px(8) - 1}px; min-height: {px(30) - 2}px;",
        "QPlainTextEdit:focus": f"padding: {px(4) - 1}px;",
        'QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"]': f"border-color: {c.red};",
        "QLineEdit:disabled, QPlainTextEdit:disabled": f"background: {c.surface2}; color: {c.text2};",
        '*[flat="true"]': "border: none; background: transparent; padding: 0; border-radius: 0;",
        '*[flat="true"]:focus': "border: none; padding: 0;",
        'QLineEdit[flat="true"]': f"min-height: {px(24)}px;",
        # The line inside a spin box has the frame of the box.
        "QSpinBox::up-button, QSpinBox::down-button": "width: 0; border: none;",
        "QSpinBox QLineEdit, QSpinBox QLineEdit:focus": "border: none; padding: 0; min-height: 0;",
        "QSpinBox:focus": f"border: 2px solid {c.accent}; min-height: {px(30) - 2}px;",
        "QPushButton": button,
        "QPushButton:hover": f"background: {c.surface2};",
        "QPushButton:focus": f"border-color: {c.accent};",
        "QPushButton:default": f"background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};",
        "QPushButton:disabled": f"color: {c.text3}; background: {c.surface2}; border-color: {c.border};",
        "QCheckBox, QRadioButton": f"color: {c.text};",
        "QComboBox::drop-down": f"border: none; width: {px(28)}px;",
        "QComboBox::down-arrow": "image: none;",
        "QComboBox, QSpinBox": field + f"padding: 0 {px(8)}px; min-height: {px(30)}px;",
        "QComboBox:focus": f"border: 2px solid {c.accent}; padding: 0 {px(8) - 1}px; min-height: {px(30) - 2}px;",
        'QComboBox[invalid="true"]': f"border-color: {c.red};",
        'QComboBox[unset="true"]': f"color: {c.text3};",
        "QMenu": f"background: {c.surface}; color: {c.text}; border: 1px solid {c.border}; padding: 4px;",
        "QMenu::item": f"padding: {px(6)}px {px(24)}px {px(6)}px {px(10)}px; border-radius: 4px;",
        "QMenu::item:selected": f"background: {c.accent_soft}; color: {c.text};",
        "QMenu::item:disabled": f"color: {c.text3};",
        "QMenu::separator": f"height: 1px; background: {c.border}; margin: 4px 6px;",
        "QMenu::icon": f"padding-left: {px(8)}px;",
        "QScrollArea, QAbstractItemView": "border: none; background: transparent;",
        "QScrollArea > QWidget > QWidget": "background: transparent;",
        # Views are transparent as a rule; the file dialog has a head of its own, and nothing of ours below it.
        "QFileDialog QTreeView, QFileDialog QListView": f"background: {c.surface}; border: 1px solid {c.border};",
        "QFileDialog QHeaderView": f"background: {c.surface2};",
        "QFileDialog QHeaderView::section": (
            f"background: {c.surface2}; color: {c.text2}; border: none; border-bottom: 1px solid {c.border};"
            f"padding: {px(4)}px {px(6)}px;"
        ),
        # Qt's own signs are black, whatever the scheme.
        "QFileDialog QToolButton": f"background: {c.text3 if c.dark else c.surface}; border-radius: 4px;",
        "QScrollBar:vertical": f"background: transparent; width: {px(10)}px; margin: 0;",
        "QScrollBar:horizontal": f"background: transparent; height: {px(10)}px; margin: 0;",
        "QScrollBar::handle": f"background: {c.border_strong}; border-radius: 3px; margin: 2px;",
        "QScrollBar::handle:vertical": f"min-height: {px(32)}px;",
        "QScrollBar::handle:horizontal": f"min-width: {px(32)}px;",
        "QScrollBar::handle:hover": f"background: {c.text3};",
        "QScrollBar::add-line, QScrollBar::sub-line": "width: 0; height: 0;",
        "QScrollBar::add-page, QScrollBar::sub-page": "background: transparent;",
        "QAbstractScrollArea::corner": "background: transparent; border: none;",
        "QSplitter::handle": "background: transparent;",
    }
    lines = (f"{_scoped(selector, scope)} {{ {body} }}" for selector, body in rules.items())
    return "\n".join(lines) + "\n"


def _scoped(selector: str, scope: str) -> str:
    return ", ".join(scope + part for part in selector.split(", "))
