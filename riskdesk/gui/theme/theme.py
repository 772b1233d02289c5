"""The theme: applies style, palette, type and the one stylesheet, and tells when they change."""

from __future__ import annotations

from functools import cache
from typing import Literal

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from riskdesk.gui.theme.colours import DARK, LIGHT, Colours
from riskdesk.gui.theme.fonts import SIZES, choose_families, make_font
from riskdesk.gui.theme.sheet import scoped_sheet, stylesheet

Choice = Literal["light", "dark", "follow"]
TEXT_SCALES = (100, 125, 150)
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "follow": Qt.ColorScheme.Unknown}


class Theme(QObject):
    """Light or dark, and the size of the text, for the whole program. Get it with `theme()`."""

    changed = Signal()
    """Colours or sizes are other ones now; widgets that paint themselves are repainted anyway."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "follow"
        self._scale = 100
        self._families = choose_families()
        self._applied: tuple[str, int] | None = None
        self._colours = LIGHT
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def choice(self) -> Choice:
        """What was chosen: 'light', 'dark' or 'follow' (the system)."""
        return self._choice

    @property
    def scale(self) -> int:
        """Size of the text in percent: 100, 125 or 150."""
        return self._scale

    @property
    def colours(self) -> Colours:
        """The scheme in use. A widget asks `colours_of(self)` instead, which knows of dark sub-trees."""
        return self._colours

    def _wanted(self) -> Colours:
        if self._choice == "follow":
            system = self._app.styleHints().colorScheme()
            return DARK if system == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def choose(self, choice: Choice) -> None:
        """Take 'light', 'dark' or 'follow'."""
        self._choice = choice
        self._app.styleHints().setColorScheme(_SCHEMES[choice])
        self._apply()

    def set_scale(self, percent: int) -> None:
        """Take another size of text; raises ValueError for one not in TEXT_SCALES."""
        if percent not in TEXT_SCALES:
            raise ValueError(percent)
        self._scale = percent
        self._apply()

    def px(self, pixels: float) -> int:
        """A length of the 100 % drawing, in logical pixels at the text size in use."""
        return max(1, round(pixels * self._unit))

    def points(self, role: str) -> float:
        """Size in points of a role of type. Where a point is a pixel (macOS, 72 dpi) points are raised to match."""
        return SIZES[role] * self._scale / 100 * max(1.0, 96 / _dpi())

    def font(self, role: str = "body", bold: bool = False) -> QFont:
        """The font of a role ('small', 'body', 'lead', 'title', 'figure', 'clock')."""
        made = self._fonts.get((role, bold))
        if made is None:
            made = self._fonts[role, bold] = make_font(self._families, self.points(role), bold)
        return QFont(made)

    def _measure(self) -> None:
        """Lengths and fonts for the text size; kept, since painting asks for them thousands of times."""
        self._unit = self._scale / 100 * max(1.0, _dpi() / 96)
        self._fonts: dict[tuple[str, bool], QFont] = {}

    @Slot()
    def _system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        self._colours = self._wanted()
        now = (self._colours.name, self._scale)
        if now == self._applied:
            return
        self._applied = now
        self._measure()
        # Qt takes eight times as long to go from one sheet to the other as over none.
        self._app.setStyleSheet("")
        self._app.setPalette(palette(self.colours))
        self._app.setFont(self.font())
        sheet = stylesheet(self.colours, self)
        if not self.colours.dark:
            sheet += scoped_sheet(DARK, self)
        self._app.setStyleSheet(sheet)
        self.changed.emit()


def _dpi() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0


_theme: list[Theme] = []


def theme() -> Theme:
    """The theme of the running application, made at the first call; raises RuntimeError without an application."""
    if _theme and shiboken6.isValid(_theme[0]):
        return _theme[0]
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a theme needs a QApplication")
    _theme[:] = [Theme(app)]
    return _theme[0]


def force_dark(root: QWidget) -> None:
    """Make `root` and all below it dark for good, whatever the program's scheme (the incident console)."""
    root.setProperty("scheme", "dark")
    root.setPalette(palette(DARK))


def colours_of(widget: QWidget) -> Colours:
    """The scheme to paint `widget` with: dark below `force_dark`, else the program's.

    Looked up along the parents, since Qt hands no palette down once there is a stylesheet.
    """
    scheme = theme().colours
    at: QWidget | None = None if scheme.dark else widget
    while at is not None:
        if at.property("scheme") == "dark":
            return DARK
        at = None if at.isWindow() else at.parentWidget()
    return scheme


@cache
def palette(colours: Colours) -> QPalette:
    """The palette of a scheme."""
    made = QPalette()
    roles = QPalette.ColorRole
    table = {
        roles.Window: "window", roles.WindowText: "text", roles.Base: "surface", roles.AlternateBase: "surface2",
        roles.ToolTipBase: "surface", roles.ToolTipText: "text", roles.PlaceholderText: "text3", roles.Text: "text",
        roles.Button: "surface", roles.ButtonText: "text", roles.BrightText: "red", roles.Light: "surface",
        roles.Midlight: "surface2", roles.Dark: "border_strong", roles.Mid: "border", roles.Shadow: "shadow",
        roles.Highlight: "accent", roles.HighlightedText: "on_accent", roles.Link: "accent",
        roles.LinkVisited: "accent", roles.Accent: "accent",
    }  # fmt: skip
    for role, token in table.items():
        made.setColor(role, colours[token])
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colours["text3"])
    made.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(colours["border_strong"]))
    return made
