"""Text on the page: labels by role and tone, one-line labels that elide, paragraphs that wrap, and key pills."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextDocument, QTextOption, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QTextBrowser, QWidget

from riskdesk.gui.theme.theme import colours_of, theme
from riskdesk.gui.widgets.paint import key_pill_width, paint_key_pill, repolish


class Label(QLabel):
    """A label of a role of type ('small', 'body', 'lead', 'title', 'figure', 'clock') and a tone of colour.

    Tones: 'text', 'second', 'third', 'accent', 'red', 'yellow', 'blue'. The text is plain, never markup.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        bold: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setProperty("bold", bold)
        self.setWordWrap(wrap)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        """Labels that wrap ask for one line if it is not long; Qt's own guess is a narrow column."""
        if not self.wordWrap() or not self.text():
            return super().sizeHint()
        wish = max(self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")) + 2
        width = min(wish, max(self.minimumWidth(), min(self.maximumWidth(), theme().px(420))))
        return QSize(width, self.heightForWidth(width))

    def set_tone(self, tone: str, bold: bool | None = None) -> None:
        """Another colour, and weight if given."""
        if bold is None:
            bold = bool(self.property("bold"))
        if (tone, bold) != (self.property("tone"), self.property("bold")):
            self.setProperty("tone", tone)
            self.setProperty("bold", bold)
            repolish(self)


class ElidedLabel(Label):
    """One line that ends in … where there is no room, and then tells its whole text as a tooltip."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        bold: bool = False,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, bold, parent=parent)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 4), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def _tell(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)


class Prose(QTextBrowser):
    """A paragraph to read: wraps anywhere it must, grows with its text, can be selected and copied.

    With `most` it shows so many lines at once and the rest by scrolling, with the keyboard too.
    """

    link_opened = Signal(str)
    """A link of `set_markup` was followed: its address."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "text", most: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._most = most
        self.setProperty("flat", True)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if not most:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most else Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._followed)
        self._heights: dict[int, int] = {}
        self.document().contentsChanged.connect(self._measure_anew)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show plain text; line ends are kept."""
        self.setPlainText(text)
        self.setAccessibleName(text)

    def set_markup(self, html: str) -> None:
        """Show markup of our own making (escape what users wrote)."""
        self.setHtml(html)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _followed(self, url: object) -> None:
        self.link_opened.emit(url.toString())  # type: ignore[attr-defined]

    @Slot()
    def _measure_anew(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_heights"):
            self._heights.clear()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask some twenty times before they settle.
        if width not in self._heights:
            height = self._height(width)
            self._heights[width] = min(height, self._highest()) if self._most else height
        return self._heights[width]

    def _height(self, width: int) -> int:
        measure: QTextDocument = self.document().clone()
        measure.setDefaultFont(self.font())
        measure.setDocumentMargin(0)
        option = measure.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        measure.setDefaultTextOption(option)
        measure.setTextWidth(width)
        return int(measure.size().height() + 0.999)

    def _highest(self) -> int:
        lines = QTextDocument("\n".join("国" * self._most))
        lines.setDefaultFont(self.font())
        lines.setDocumentMargin(0)
        return int(lines.size().height() + 0.999)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # While it is being laid out Qt scrolls a viewport of a few pixels to the cursor.
        if self._most and event.size().height() > event.oldSize().height():
            self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else theme().px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), self.fontMetrics().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._most:
            super().wheelEvent(event)
        else:
            event.ignore()


class KeyPill(QWidget):
    """A key hint such as 'Ctrl+N' in a small frame. Its letters stand on the line of
    words of usual size that begin at the same height."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        return QSize(round(key_pill_width(self._key)), theme().px(20) + self._drop())

    def _drop(self) -> int:
        """Px by which the letters in the frame would stand too high."""
        usual, small = (QFontMetricsF(theme().font(role)) for role in ("body", "small"))
        return max(0, round(usual.ascent() - small.ascent() - (theme().px(20) - small.height()) / 2))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        place = QRectF(0, self._drop(), self.width(), theme().px(20))
        paint_key_pill(QPainter(self), place, self._key, colours_of(self))


class SectionTitle(QWidget):
    """A bold title and a quiet note beside it (措施 预防 2 控制 1)."""

    def __init__(self, text: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        self.title = Label(text, bold=True, parent=self)
        self.note = ElidedLabel(note, "small", "third", parent=self)
        row.addWidget(self.title)
        row.addWidget(self.note, 1)
        self.setAccessibleName(f"{text} {note}".strip())

    def set_note(self, note: str) -> None:
        """Another note."""
        self.note.setText(note)
