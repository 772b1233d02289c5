"""The main window: the rail, the pages, the foot, and what every page shares."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from riskdesk.gui.around import Around
from riskdesk.gui.commands import Commands
from riskdesk.gui.overlays import Overlays
from riskdesk.gui.pages.all import PAGES
from riskdesk.gui.pages.page import PAGE_OF_KIND, Page
from riskdesk.gui.reading_order import main_stop, next_stop
from riskdesk.gui.sample import load_starter, open_sample
from riskdesk.gui.session import Session
from riskdesk.gui.takeback import TakeBack
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.filedrop import files_in
from riskdesk.gui.widgets.foot import FootBar
from riskdesk.gui.widgets.rail import Rail
from riskdesk.i18n import tr
from riskdesk.store import ALL, Query

_LEAST = (760, 560)
"""Px at 100 %: the least width and height."""
_FRAME = (16, 40)
"""Px at 100 % that the system's frame takes, about: there is none to measure before the window stands."""


class MainWindow(QMainWindow):
    """Pages are made when they are first shown, so that the window stands at once."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setWindowTitle(tr("riskdesk"))
        self.setAcceptDrops(True)
        self._knows_screen = False
        self._fit_to(self.screen())
        self.pages: dict[str, Page] = {}
        self.rail = Rail(tr("riskdesk"))
        self.stack = QStackedWidget()
        self.foot = FootBar()
        self.around = Around(session, self.rail, self.foot)
        self.overlays = Overlays(self)
        self.take_back = TakeBack(session, self)
        self.setCentralWidget(self._make_frame())
        self.commands = Commands(self)
        for cls in PAGES:
            self.rail.add(cls.KEY, cls.ICON, tr(cls.TITLE), at_bottom=cls.KEY == "settings", under=cls.UNDER)
        self._connect()
        self._make_actions()
        self._restore()
        self.go_to(session.settings.last_page if session.settings.last_page in self._keys() else PAGES[0].KEY)

    def _make_frame(self) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        column.addLayout(row, 1)
        column.addWidget(self.foot)
        return frame

    def _connect(self) -> None:
        session = self.session
        self.rail.chosen.connect(self._chosen)
        self.rail.called.connect(self.to_page)
        session.record_wanted.connect(self.open_record)
        session.list_wanted.connect(self.open_list)
        session.editor_wanted.connect(self.open_editor)
        session.print_wanted.connect(self.open_print)
        session.import_wanted.connect(self.open_import)
        session.noticed.connect(self.overlays.show_notice)
        session.refused.connect(self.overlays.show_refusal)
        session.undone.connect(self.overlays.undone)
        session.failed.connect(self.overlays.show_failure)
        session.worker.started.connect(self.overlays.work_started)
        session.worker.progressed.connect(self.overlays.work_progressed)
        session.worker.ended.connect(self.overlays.work_ended)
        self.around.incident_runs.connect(self._make_console)
        self.foot.incident_opened.connect(self._open_running)
        self.foot.person_clicked.connect(self._open_person)
        self.foot.backup_clicked.connect(self._open_backups)

    def _make_actions(self) -> None:
        for key, text, shortcuts, slot in (
            ("undo", tr("Undo"), ["Ctrl+Z"], self.take_back.undo),
            ("redo", tr("Redo"), ["Ctrl+Shift+Z", "Ctrl+Y"], self.take_back.redo),
            ("palette", tr("Search or run a command"), ["Ctrl+K"], self.commands.show),
            ("incidents.report", tr("Report incident"), ["Ctrl+Shift+I"], self.report_incident),
            ("import", tr("Import list…"), [], self._import),
            ("starter.load", tr("Load the starter content"), [], self._load_starter),
            ("starter.load_sample", tr("Look at a sample office"), [], self._open_sample),
            ("search", tr("Search here"), ["Ctrl+F"], self._search),
            ("help", tr("Help"), ["F1"], self._help),
        ):
            action = QAction(text, self)
            action.setObjectName(key)
            action.setShortcuts([QKeySequence(s) for s in shortcuts])
            action.triggered.connect(slot)
            self.addAction(action)
            self.commands.add(action)

    # pages

    def _keys(self) -> Sequence[str]:
        return [cls.KEY for cls in PAGES]

    def page(self, key: str) -> Page:
        """The page of that key, made at its first call."""
        if key not in self.pages:
            made = next(entry for entry in PAGES if key == entry.KEY).load()(self.session)
            self.pages[key] = made
            self.stack.addWidget(made)
        return self.pages[key]

    @property
    def current(self) -> Page | None:
        """The page in sight."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    @Slot(str)
    def go_to(self, key: str) -> None:
        """Show a page, unless the one in sight keeps what is being typed."""
        # Half-typed pinyin is no part of a field's text yet.
        QGuiApplication.inputMethod().commit()
        current = self.current
        if current is not None and key != current.KEY and not current.may_leave():
            self.rail.set_current(current.KEY)
            return
        # At the first visit the page is made: the rail answers before.
        self.rail.set_current(key)
        self.rail.repaint()
        page = self.page(key)
        self.stack.setCurrentWidget(page)
        page.enter()
        if key != "import":
            # The program does not begin with a list that is no longer open.
            self.session.settings.last_page = key

    @Slot(str)
    def _chosen(self, key: str) -> None:
        if self.current is not None and key == self.current.KEY:
            self.current.to_list()
        self.go_to(key)

    @Slot(str)
    def to_page(self, key: str) -> None:
        """Give the keyboard to the list of a page, or to its first stop, if it is the one in sight."""
        page = self.current
        if page is not None and key == page.KEY and (stop := main_stop(page)) is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(str, str)
    def open_record(self, kind: str, id: str) -> None:
        """Show a record on the page of its kind."""
        key = PAGE_OF_KIND[kind]
        self.go_to(key)
        if self.current is self.page(key):
            self.page(key).open_record(kind, id)

    @Slot(str, dict)
    def open_list(self, key: str, filters: dict[str, object]) -> None:
        """Show the list behind a number."""
        self.go_to(key)
        if self.current is self.page(key):
            self.page(key).show_list(filters)

    @Slot(str, str, dict)
    def open_editor(self, kind: str, id: str, given: dict[str, object]) -> None:
        """Show the editor of a record, or of a new one with some values given."""
        key = PAGE_OF_KIND[kind]
        self.go_to(key)
        if self.current is self.page(key):
            self.page(key).open_editor(kind, id, given)

    @Slot(str, object, object, str)
    def open_print(self, form: str, id: str | tuple[str, ...], query: object, heading: str) -> None:
        """Preview a form in the print centre."""
        self.go_to("print")
        page = self.page("print")
        if self.current is page:
            ids = id if isinstance(id, tuple) else (id,) if id else ()
            page.preview(form, ids, query if isinstance(query, Query) else ALL, heading)

    @Slot(str, str)
    def open_import(self, kind: str, path: str) -> None:
        """Bring a list of a kind in, '' for any, from a file or from one that is chosen then."""
        self.go_to("import")
        page = self.current
        if page is not None and page is self.page("import"):
            page.begin(kind, path)

    @Slot()
    def _import(self) -> None:
        page = self.current
        self.open_import(page.imports_kind() if page is not None else "", "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere: it is a list to bring in."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := files_in(event.mimeData()):
            event.acceptProposedAction()
            self.activateWindow()
            page = self.current
            self.open_import(page.imports_kind() if page is not None else "", str(paths[0]))

    @Slot()
    def report_incident(self) -> None:
        """From anywhere: what, where, tier."""
        self.go_to("incident")
        page = self.current
        if page is not None and page.KEY == "incident":
            page.commands["incidents.report"].trigger()

    @Slot()
    def _make_console(self) -> None:
        """Alarms sound from the incident page, wherever the person is."""
        self.page("incident")

    @Slot(str)
    def _open_running(self, key: str) -> None:
        kind, id = key.split(":", 1)
        self.open_record(kind, id)

    @Slot()
    def _open_person(self) -> None:
        self.open_list("settings", {"section": ("person",)})

    @Slot()
    def _open_backups(self) -> None:
        self.open_list("settings", {"section": ("backups",)})

    @Slot()
    def _search(self) -> None:
        if self.current is not None:
            self.current.focus_search()

    @Slot()
    def _load_starter(self) -> None:
        load_starter(self.session)

    @Slot()
    def _open_sample(self) -> None:
        open_sample(self.session)

    @Slot()
    def _help(self) -> None:
        self.overlays.show_help(self.current)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes in the order in which the window is read."""
        stop = next_stop(self, self.focusWidget(), next)
        if stop is None:
            return False
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, when no widget had a use for it, goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        # Whoever types into a field does not mean the page by it.
        typing = isinstance(self.focusWidget(), QLineEdit | QTextEdit | QPlainTextEdit)
        page = self.current
        if not self.overlays.back() and page is not None and not page.back() and page.UNDER and not typing:
            self.go_to(page.UNDER)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Counts wait until the window stands.
        self.around.begin()

    # the window

    def _restore(self) -> None:
        kept = self.session.settings.geometry
        if not (kept and self.restoreGeometry(QByteArray(base64.b64decode(kept)))):
            area = self.screen().availableGeometry()
            self.resize(min(1280, area.width()), min(800, area.height()))

    @Slot(QScreen)
    def _fit_to(self, screen: QScreen) -> None:
        """No smaller than the pages can bear, but no larger than the screen has room for, with large text too."""
        least, frame = (QSize(theme().px(width), theme().px(height)) for width, height in (_LEAST, _FRAME))
        self.setMinimumSize(least.boundedTo(screen.availableSize() - frame))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._knows_screen:
            self._knows_screen = True
            self.windowHandle().screenChanged.connect(self._fit_to)

    def keep_typed(self) -> bool:
        """Let every page keep what is being typed, while the file is open; False when one has to stay."""
        if not self.session.is_open:
            return True
        # Every page is asked, also after one that has to stay; why it has to is told there.
        staying = [key for key, page in self.pages.items() if not page.may_leave()]
        if staying and self.current is not self.pages[staying[0]]:
            self.go_to(staying[0])
        return not staying

    def closeEvent(self, event: QCloseEvent) -> None:
        QGuiApplication.inputMethod().commit()
        if not self.keep_typed():
            event.ignore()
            return
        self.session.settings.geometry = base64.b64encode(self.saveGeometry().data()).decode()
        self.session.save_settings()
        event.accept()
