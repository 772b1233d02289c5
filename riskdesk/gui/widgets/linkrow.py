"""One related record: icon, kind, number as a link, title."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from riskdesk.gui.theme.icons import paint_icon
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.base import PaintedButton
from riskdesk.gui.widgets.paint import focus_ring, put_text, rounded, shows_focus
from riskdesk.i18n import language


class LinkRow(PaintedButton):
    """A row that opens what it names. `key` comes back with `opened`."""

    opened = Signal(str)

    def __init__(
        self, key: str, icon: str, kind: str, link: str, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._icon, self._kind, self._link, self._title = key, icon, kind, link, title
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{kind} {link} {title}".strip())
        self.setToolTip(f"{link} {title}".strip())
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._key)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        c = self.colours
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, box, 4, c["surface2"])
        paint_icon(painter, self._icon, QRectF(0, 0, px(14), box.height()), c["text2"])
        body = theme().font()
        metrics = QFontMetricsF(body)
        x = float(px(20))
        wide = metrics.horizontalAdvance(self._kind)
        put_text(painter, QRectF(x, 0, wide + 1, box.height()), self._kind, body, c["text2"])
        x += max(px(72 if language() == "en" else 44), wide + px(12))
        linked = theme().font()
        linked.setUnderline(True)
        room = box.width() - x
        wide = put_text(painter, QRectF(x, 0, room, box.height()), self._link, linked, c["accent"])
        x += wide + px(6)
        put_text(painter, QRectF(x, 0, max(0.0, box.width() - x), box.height()), self._title, body, c["text"])
        if shows_focus(self):
            focus_ring(painter, box, 4, c)
