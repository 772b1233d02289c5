"""Starts the window."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from riskdesk import __version__, i18n, logs
from riskdesk.desk import Desk
from riskdesk.domain.errors import RiskdeskError
from riskdesk.gui.collector import Collector
from riskdesk.gui.crash import CrashReporter
from riskdesk.gui.qt_texts import QtTexts
from riskdesk.gui.session import Session
from riskdesk.gui.settings import SettingsFile
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.warm_up import WarmUp
from riskdesk.gui.window import MainWindow
from riskdesk.places import default_file

log = logging.getLogger(__name__)
BACKUP_AFTER_MS = 5000
"""The daily backup begins this long after the window stands."""
WARM_AFTER_MS = 8000
"""What the first print needs is read this long after the window stands."""


def prepare_input_method() -> None:
    """On Linux the wheels bring an ibus plugin but none for fcitx, which speaks ibus too."""
    wanted = os.environ.get("QT_IM_MODULE", "")
    if not sys.platform.startswith("linux") or not wanted.startswith("fcitx"):
        return
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    if not any("fcitx" in plugin.name for plugin in plugins.glob("*")):
        os.environ["QT_IM_MODULE"] = "ibus"
        log.info("input method: ibus in place of %s", wanted)


def make_application(settings: SettingsFile) -> QApplication:
    """The one QApplication with language and theme from the settings."""
    prepare_input_method()
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("riskdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("riskdesk")
    if app.findChild(Collector) is None:
        Collector(app)
    speak(app, settings.values.language)
    theme().choose(settings.values.theme)
    theme().set_scale(settings.values.text_scale)
    return app


def speak(app: QApplication, language: str) -> None:
    """Use a language at once, also in Qt's own buttons."""
    i18n.set_language(language)
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
    for old in app.findChildren(QTranslator, "qtbase"):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName("qtbase")
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale.system() if language not in i18n.LANGUAGES else QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
    app.installTranslator(QtTexts(app))


class Application:
    """Holds session and window, and builds both anew when language or file change."""

    def __init__(self, app: QApplication, settings: SettingsFile, path: Path) -> None:
        self.app, self.settings, self.path = app, settings, path
        self.session: Session | None = None
        self.window: MainWindow | None = None

    def start(self, *, fresh: bool = False) -> None:
        """Open the file, or begin it when `fresh`, and show the window. Raises `RiskdeskError`."""
        person = self.settings.values.person_id
        self._sit_down(Desk.begin(self.path, person) if fresh else Desk.open(self.path, person, create=False))
        self.show()

    def _sit_down(self, desk: Desk) -> None:
        """A session at this desk."""
        self.session = Session(desk, self.settings)
        self.session.restart_wanted.connect(self.rebuild)
        QTimer.singleShot(BACKUP_AFTER_MS, self.session.daily_backup)
        QTimer.singleShot(WARM_AFTER_MS, self.session.warm)

    def show(self) -> None:
        """A window over the session."""
        assert self.session is not None
        self.window = MainWindow(self.session)
        self.window.show()
        WarmUp(self.window, self.app)

    def rebuild(self) -> None:
        """Language or file changed: the same session in a new window, or a new session."""
        old_window = self.window
        speak(self.app, self.settings.values.language)
        wanted = Path(self.settings.values.last_file or self.path)
        if wanted != self.path and not self._go_over(wanted):
            return
        self.show()
        if old_window is not None:
            old_window.close()
            old_window.deleteLater()

    def _go_over(self, wanted: Path) -> bool:
        """Take another file in place of the present one, which stays, and says why, where the other is refused."""
        assert self.session is not None
        assert self.window is not None
        values = self.settings.values
        try:
            desk = Desk.open(wanted, values.person_id, create=False)
        except RiskdeskError as error:
            values.last_file, values.person_id = str(self.path), self.session.desk.person
            self.settings.save()
            self.session.tell(error)
            return False
        self.window.keep_typed()
        self.session.close()
        self.path = wanted
        self._sit_down(desk)
        return True

    def stop(self) -> None:
        """Close everything in order, before the interpreter takes Qt apart."""
        if self.window is not None:
            self.window.deleteLater()
        if self.session is not None:
            self.session.close()


def begin(application: Application, *, fresh: bool) -> bool:
    """Start with its file, or with one that is chosen in its place while there is none to start with; False to quit."""
    while True:
        try:
            application.start(fresh=fresh)
        except RiskdeskError as error:
            from riskdesk.gui.refused import ask_way_out

            way = ask_way_out(application.path, error)
            if way is None:
                return False
            application.path, fresh = way
        else:
            return True


def run(path: Path | None = None, language: str = "") -> int:
    """Open the window on a file: by default the last one, at the first start a new one with the starter content.

    `language` is that of this window alone; by default the one that was chosen in the settings.
    """
    logs.start()
    settings = SettingsFile(language=language)
    app = make_application(settings)
    CrashReporter.install(app)
    known = path or settings.values.last_file
    application = Application(app, settings, Path(known or default_file()).absolute())
    if not begin(application, fresh=not known and not application.path.exists()):
        return 1
    settings.values.last_file = str(application.path)
    settings.save()
    app.aboutToQuit.connect(application.stop)
    return app.exec()
