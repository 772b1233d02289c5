"""Backups: made now or by themselves, kept in a folder, looked through, and restored as a file of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout

from riskdesk import formats
from riskdesk.desk import Desk
from riskdesk.desk.backups import KEEP_DAYS, KEEP_MONTHS, Kept
from riskdesk.desk.verb import Changed
from riskdesk.domain.words import N_
from riskdesk.gui.files import ask_folder, ask_open, ask_save, go_over, size_text
from riskdesk.gui.pages.settings.section import FormSection
from riskdesk.gui.reasons import sentence
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.banner import Banner
from riskdesk.gui.widgets.button import Button, LinkButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import Label
from riskdesk.gui.widgets.roles import CellRole, ColumnRole
from riskdesk.gui.widgets.table import RecordTable
from riskdesk.i18n import tr

Index = QModelIndex | QPersistentModelIndex
_COLUMNS = ((N_("Made"), 150), (N_("Size"), 90), (N_("Looked through"), 200))


class BackupModel(QAbstractTableModel):
    """The backups in the folder; `said` holds what was found when one was looked through."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[Kept] = []
        self.said: dict[Path, tuple[str, str]] = {}
        self._made: list[str] = []

    def show_kept(self, kept: list[Kept], made: list[str]) -> None:
        """Show these."""
        self.beginResetModel()
        self.kept, self._made = kept, made
        self.endResetModel()

    def say(self, path: Path, text: str, tone: str) -> None:
        """Note what was found in one."""
        self.said[path] = (text, tone)
        if self.kept:
            self.dataChanged.emit(self.index(0, 2), self.index(len(self.kept) - 1, 2))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.kept)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        kept = self.kept[index.row()]
        text, tone = self.said.get(kept.path, (tr("verified when made"), "second"))
        if role == Qt.ItemDataRole.DisplayRole:
            return (self._made[index.row()], size_text(kept.size), text)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return text if index.column() == 2 else str(kept.path)
        if role == CellRole.TONE:
            return ("", "second", tone)[index.column()] or None
        return str(kept.path) if role == CellRole.ID else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_COLUMNS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(_COLUMNS[section][0])
            case ColumnRole.WIDTH:
                return _COLUMNS[section][1]
            case ColumnRole.FLEXIBLE:
                return section == 2
            case ColumnRole.SORTABLE:
                return False
        return None


class BackupSection(FormSection):
    """Everything here runs off the GUI thread."""

    KEY = "backups"
    TITLE = N_("Backups")
    ICON = "archive"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._make_now()
        self._make_list()
        self.done()

    def _make_now(self) -> None:
        card = self.card(tr("Backups"))
        self.banner = Banner()
        card.body.addWidget(self.banner)
        self.facts = Facts()
        card.body.addWidget(self.facts)
        rule = tr("One is made every day by itself. Of the last {days} days one a day is kept, before that one a month "
                  "for {months} months.", days=KEEP_DAYS, months=KEEP_MONTHS)  # fmt: skip
        card.body.addWidget(Label(rule, "small", "second", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        self.now = Button(tr("Back up now"), "primary", "archive")
        self.now.clicked.connect(self.make)
        elsewhere = Button(tr("Back up to a stick…"), icon="download")
        elsewhere.clicked.connect(self.make_elsewhere)
        folder = Button(tr("Another folder…"), icon="folder")
        folder.clicked.connect(self.choose_folder)
        show = LinkButton(tr("Open the folder"))
        show.clicked.connect(self._open_folder)
        for button in (self.now, elsewhere, folder, show):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)

    def _make_list(self) -> None:
        card = self.card(tr("Kept backups"))
        self.model = BackupModel()
        self.table = RecordTable(tr("Kept backups"))
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(theme().px(240))
        self.table.row_changed.connect(self._row_changed)
        self.none = Label(tr("There is no backup in this folder yet."), tone="second")
        card.body.addWidget(self.none)
        card.body.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        self.look = Button(tr("Look through"), icon="check")
        self.look.clicked.connect(self.verify)
        self.back = Button(tr("Restore"), icon="history")
        self.back.clicked.connect(self.restore)
        other = LinkButton(tr("Restore from another place…"))
        other.clicked.connect(self.restore_other)
        for button in (self.look, self.back, other):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        text = tr("A restored backup becomes a file of its own and is opened; the present file stays where it is.")
        card.body.addWidget(Label(text, "small", "second", wrap=True))

    def refresh(self, changed: Changed) -> None:
        backups, today = self.desk.backups, self.desk.today
        last = backups.last()
        self.facts.set_facts([
            Fact(tr("Last"), formats.moment(last, today) if last else tr("never")),
            Fact(tr("Folder"), str(backups.folder)),
        ])  # fmt: skip
        kept = backups.kept()
        chosen = self.table.current_id()
        self.model.show_kept(kept, [formats.moment(one.made, today) for one in kept])
        row = next((n for n, one in enumerate(kept) if str(one.path) == chosen), 0)
        if kept:
            self.table.go_to_row(row)
        self.table.setVisible(bool(kept))
        self.none.setVisible(not kept)
        self._row_changed()

    @Slot()
    def _row_changed(self) -> None:
        for button in (self.look, self.back):
            button.setEnabled(bool(self.model.kept) and self.table.currentIndex().isValid())

    def _chosen(self) -> Path | None:
        id = self.table.current_id()
        return Path(id) if id else None

    # making

    @Slot()
    def make(self) -> None:
        """A backup into the folder."""
        self._make(None)

    @Slot()
    def make_elsewhere(self) -> None:
        """A backup to a place of the person's choice."""
        start = Path.home() / self.desk.backups.name(self.desk.clock())
        if (target := ask_save(self, tr("Back up to"), start)) is not None:
            self._make(target)

    def _make(self, target: Path | None) -> None:
        self.now.setEnabled(False)

        def work(desk: Desk) -> Path:
            return desk.backups.make(target)

        self.aside(tr("Making a backup"), work, self._made)

    def _made(self, path: Path) -> None:
        self.now.setEnabled(True)
        self.banner.say("")
        self.refresh({})
        self.session.changed.emit({})
        self.session.noticed.emit(tr("Backup made and verified: {file}", file=path.name), "", None)

    def fail(self, error: Exception) -> None:
        self.now.setEnabled(True)
        self.banner.say(sentence(error), "error")
        self.area.ensureWidgetVisible(self.banner)

    @Slot()
    def choose_folder(self) -> None:
        """Keep backups somewhere else from now on."""
        folder = ask_folder(self, tr("Folder for backups"), self.desk.backups.folder)
        if folder is not None:
            self.desk.backups.choose_folder(folder)
            self.refresh({})

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.backups.folder)))

    # looking and restoring

    @Slot()
    def verify(self) -> None:
        """Look through the chosen backup."""
        path = self._chosen()
        if path is None:
            return
        self.model.say(path, tr("looking…"), "second")

        def work(desk: Desk) -> tuple[Path, Any]:
            return path, desk.backups.verify(path)

        self.aside(tr("Looking through the backup"), work, self._verified)

    def _verified(self, found: tuple[Path, Any]) -> None:
        path, report = found
        if report.sound:
            self.model.say(path, tr("whole: {n} records", n=f"{report.records:,}"), "accent")
        else:
            text, params = report.problems[0]
            self.model.say(path, tr(text, **params), "red")

    @Slot()
    def restore(self) -> None:
        """Open a copy of the chosen backup."""
        if (path := self._chosen()) is not None:
            self._restore(path)

    @Slot()
    def restore_other(self) -> None:
        """Open a copy of a backup from anywhere, such as a stick."""
        path = ask_open(self, tr("Restore from another place"), self.desk.backups.folder)
        if path is not None:
            self._restore(path)

    def _restore(self, path: Path) -> None:
        def work(desk: Desk) -> Path:
            return desk.backups.restore(path)

        self.aside(tr("Restoring the backup"), work, self._restored)

    def _restored(self, path: Path) -> None:
        go_over(self.session, path)
