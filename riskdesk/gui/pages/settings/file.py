"""The file: where it lies, another one, a new one, and whether it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from riskdesk.desk import Desk
from riskdesk.desk.verb import Changed
from riskdesk.domain.words import N_
from riskdesk.gui import sample
from riskdesk.gui.files import ask_open, ask_save, go_over, size_text
from riskdesk.gui.pages.settings.section import FormSection
from riskdesk.gui.reasons import sentence
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import Button, LinkButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import Label
from riskdesk.i18n import tr


class FileSection(FormSection):
    """One file holds everything of an office."""

    KEY = "file"
    TITLE = N_("File")
    ICON = "database"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        card = self.card(tr("File"))
        self.banner = Banner()
        card.body.addWidget(self.banner)
        self.facts = Facts()
        card.body.addWidget(self.facts)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        self.look = Button(tr("Check the file"), "primary", "check")
        self.look.clicked.connect(self.check)
        other = Button(tr("Open another…"), icon="folder")
        other.clicked.connect(self.open_other)
        new = Button(tr("New file…"), icon="plus")
        new.clicked.connect(self.new_file)
        show = LinkButton(tr("Open the folder"))
        show.clicked.connect(self._open_folder)
        self.sample = LinkButton("")
        self.sample.clicked.connect(self.go_to_sample)
        for button in (self.look, other, new, show, self.sample):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        text = tr("Everything of the office is in this one file. Keep it on a local disk; to carry it, make a backup.")
        card.body.addWidget(Label(text, "small", "second", wrap=True))
        self.done()

    def refresh(self, changed: Changed) -> None:
        path = self.desk.store.path
        self.sample.set_words(tr("Back to your own file") if self._is_sample() else tr("Look at a sample office"))
        try:
            beside = path.with_name(f"{path.name}-wal")
            size = size_text(path.stat().st_size + (beside.stat().st_size if beside.exists() else 0))
        except OSError:
            size = ""
        self.facts.set_facts([
            Fact(tr("Place"), str(path)), Fact(tr("Size"), size),
            Fact(tr("Written by the site"), self.desk.directory.site_line()),
        ])  # fmt: skip

    @Slot()
    def go_to_sample(self) -> None:
        """Open the sample office, or from there the office's own file."""
        (sample.go_back if self._is_sample() else sample.open_sample)(self.session)

    def _is_sample(self) -> bool:
        return sample.came_from(self.desk) is not None

    @Slot()
    def check(self) -> None:
        """SQLite's own check, the chain of the change log, the schema and the search index."""
        path = self.desk.store.path
        self.look.setEnabled(False)

        def work(desk: Desk) -> Any:
            return desk.backups.verify(path)

        self.aside(tr("Checking the file"), work, self._checked)

    def _checked(self, report: Any) -> None:
        self.look.setEnabled(True)
        if report.sound:
            words = {"records": f"{report.records:,}", "changes": f"{report.changes:,}"}
            self.banner.say(tr("Sound: {records} records, {changes} changes.", **words), "info")
        else:
            told = [tr(text, **params) for text, params in report.problems[:5]]
            self.banner.say("\n".join([tr("The file is not whole. Restore a backup."), *told]), "error")

    def fail(self, error: Exception) -> None:
        self.look.setEnabled(True)
        self.banner.say(sentence(error), "error")

    @Slot()
    def open_other(self) -> None:
        """Open another file in place of this one."""
        path = ask_open(self, tr("Open another file"), self.desk.store.path.parent)
        if path is not None and path != self.desk.store.path:
            self.open_path(path, fresh=False)

    @Slot()
    def new_file(self) -> None:
        """Start a new file with the starter content."""
        start = self.desk.store.path.with_name("office.riskdesk")
        path = ask_save(self, tr("Start a new file"), start)
        if path is not None:
            self.open_path(path, fresh=True)

    def open_path(self, path: Path, *, fresh: bool) -> None:
        """Try the file off the GUI thread first: a refusal is told here and the present file stays open."""

        def work(desk: Desk) -> Path:
            other = Desk.begin(path, site=desk.store.site) if fresh else Desk.open(path, create=False)
            other.close()
            return path

        self.aside(tr("Opening the file"), work, self._opened)

    def _opened(self, path: Path) -> None:
        go_over(self.session, path)

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.store.path.parent)))
