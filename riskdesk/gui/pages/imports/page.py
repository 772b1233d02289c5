"""The page of an import: steps left, the rows as they would go in right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QSplitter, QStackedWidget

from riskdesk.desk.imported import imported_lists
from riskdesk.desk.verb import Changed
from riskdesk.domain.words import N_
from riskdesk.exchange.text_tables import ENCODINGS
from riskdesk.gui.pages.exporting import Saved, ask_where
from riskdesk.gui.pages.imported import KEY
from riskdesk.gui.pages.imports.draft import FILE, PLAN, Draft
from riskdesk.gui.pages.imports.outcome import Outcome
from riskdesk.gui.pages.imports.preview import Preview
from riskdesk.gui.pages.imports.steps import Steps
from riskdesk.gui.pages.imports.words import COUNTED, PAGE_OF, READABLE, many
from riskdesk.gui.pages.page import Page
from riskdesk.gui.pages.telling import Telling
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.widgets.empty import EmptyState
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.desk.imports import Imported
    from riskdesk.exchange.plan import ImportPlan
    from riskdesk.exchange.tables import Written


class ImportPage(Page):
    """导入清单."""

    KEY = "import"
    ICON = "upload"
    TITLE = N_("Import list")
    UNDER = "risk"
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"risk", "action", "complaint", "person", "department", "site", "policy"}
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.draft = Draft(session, self)
        self.draft.came.connect(self._came)
        self.draft.refused.connect(self._refused)
        self.draft.stopped.connect(self._stopped)
        self._wanted_kind = ""
        self._is_new = True
        self._telling: Telling | None = None
        self._wanted: ImportPlan | None = None
        """What was to be imported, while its rows are read with what was chosen last."""
        self._imported: Imported | None = None
        self.saved = Saved(session, self)
        session.worker.ended.connect(self._task_ended)
        self._choose = self.command("import.file", tr("Choose file…"), self.choose_file, "Ctrl+O", "folder")
        self._run = self.command("imports.run", tr("Import"), self.run, "Ctrl+Return", "upload")
        self.head.add_action(self._choose, icon="folder")
        self.head.add_action(self._run, "primary", "upload")
        self.empty = EmptyState("upload", "")
        self.empty.primary.connect(self.choose_file)
        self.empty.second.connect(self._second)
        self._encodings = QMenu(self.empty)
        for name in ENCODINGS:
            self._encodings.addAction(name.upper()).setData(name)
        self._encodings.triggered.connect(self._encoding_chosen)
        self._needs_encoding = False
        self.steps, self.rows, self.outcome = Steps(self.draft), Preview(self.draft), Outcome()
        self.steps.present.chosen.connect(self._present_chosen)
        self.rows.changed.connect(self._count)
        self.outcome.list_wanted.connect(self._show_list)
        self.outcome.rest_wanted.connect(self.save_rest)
        self.outcome.back_wanted.connect(self._back_to_preview)
        self.outcome.other_wanted.connect(self.choose_file)
        self._make_body()
        self._show_empty()

    def _make_body(self) -> None:
        px = theme().px
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(px(12))
        self.splitter.addWidget(self.steps)
        self.splitter.addWidget(self.rows)
        self.steps.setMinimumWidth(px(300))
        self.rows.setMinimumWidth(px(320))
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 5)
        self.splitter.setSizes(self.session.settings.splitters.get(self.KEY) or [px(420), px(640)])
        self.splitter.splitterMoved.connect(self._keep_splitter)
        blank = Card()
        blank.body.addWidget(self.empty)
        self.stack = QStackedWidget()
        for widget in (blank, self.splitter, self.outcome):
            self.stack.addWidget(widget)
        self.body.addWidget(self.stack, 1)

    # beginning

    def begin(self, kind: str, path: str) -> None:
        if self._telling is not None:
            self.session.refused.emit(tr("An import is under way."), "", None)
            return
        self.UNDER = PAGE_OF.get(kind, "risk")
        self._wanted_kind = kind
        if path:
            self.open_file(Path(path))
        elif self.draft.path is None or self.stack.currentWidget() is self.outcome or self.draft.kind != kind:
            self.draft.clear()
            self._show_empty()
            self.choose_file()

    @Slot()
    def choose_file(self) -> None:
        """Ctrl+O: ask for the file."""
        start = self.session.settings.import_folder or str(Path.home())
        kinds = f"{tr('Tables')} ({READABLE});;{tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose the list to import"), start, kinds)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self.session.settings.import_folder = str(path.parent)
        self._wait_for(None)
        self._is_new = True
        self._imported = None
        self.steps.new_file()
        self.head.set_sub(path.name)
        self.empty.say("file", tr("Reading {file}", file=path.name))
        self.stack.setCurrentIndex(0)
        self.draft.open(path, self._wanted_kind)
        self._count()

    def _show_empty(self) -> None:
        self._needs_encoding = False
        self.head.set_sub("")
        sentence = tr(
            "Choose a workbook or a CSV file, or drop one here. You see what would come in before anything is saved."
        )
        self.empty.say("upload", tr("Bring in a list"), sentence, tr("Choose file…"))
        self.stack.setCurrentIndex(0)
        self._count()

    # what the draft tells

    @Slot(str)
    def _came(self, what: str) -> None:
        if what == FILE:
            self.steps.show_file()
            self.rows.show_sheet()
            self.stack.setCurrentWidget(self.splitter)
        elif what == PLAN:
            self.steps.show_plan(self._is_new)
            self.rows.show_plan()
            self._is_new = False
        else:
            self.steps.show_rows()
            self.rows.show_rows()
            self._save_wanted()
        if self.draft.plan is not None and self.draft.plan.stop is not None:
            self._wait_for(None)
        self._count()

    @Slot(str, bool)
    def _refused(self, why: str, needs_encoding: bool) -> None:
        self._wait_for(None)
        self._needs_encoding = needs_encoding
        path = self.draft.path
        title = tr("{file} cannot be imported", file=path.name if path is not None else "")
        link = tr("Choose the encoding…") if needs_encoding else ""
        self.empty.say("alert", title, why, tr("Choose another file…"), link)
        self.stack.setCurrentIndex(0)
        self.empty.button.setFocus()
        self._count()

    @Slot()
    def _stopped(self) -> None:
        self._wait_for(None)
        self.session.refused.emit(tr("The reading was stopped."), tr("Read again"), self.read_again)
        if self.draft.plan is None and self.draft.path is not None:
            self.empty.say("file", tr("The reading was stopped."), "", tr("Choose file…"), tr("Read again"))
            self.stack.setCurrentIndex(0)
        self._count()

    @Slot()
    def read_again(self) -> None:
        """Go on where the reading was stopped."""
        if self.draft.plan is not None:
            self.draft.read_rows()
        elif self.draft.path is not None:
            self.open_file(self.draft.path)

    @Slot()
    def _second(self) -> None:
        if self._needs_encoding:
            self._encodings.popup(self.empty.link.mapToGlobal(self.empty.link.rect().bottomLeft()))
        else:
            self.read_again()

    @Slot(QAction)
    def _encoding_chosen(self, action: QAction) -> None:
        self.draft.choose_encoding(action.data())

    @Slot(str)
    def _present_chosen(self, told: str) -> None:
        self.draft.take_present(told)
        self.steps.show_rows()
        self.rows.look_again()
        self._count()

    @Slot()
    def _count(self) -> None:
        """What the button says."""
        n = self._good()
        words = tr("Import 1 row") if n == 1 else tr("Import {n} rows", n=many(n))
        self._run.setText(words if n else tr("Import"))
        self._run.setEnabled(bool(n))
        self._choose.setEnabled(self._telling is None)

    def _good(self) -> int:
        """How many rows would go in now."""
        plan = self.draft.plan
        shown = self.stack.currentWidget() is self.splitter
        if plan is None or plan.stop is not None or not shown or not self.draft.is_read:
            return 0
        return plan.count() if self._telling is None and self._wanted is None else 0

    # importing

    @Slot()
    def run(self) -> None:
        """Ctrl+Enter: save the good rows in one step, read with what is being matched or answered."""
        if not self._run.isEnabled():
            return
        self.steps.finish_lines()
        if self.draft.is_busy:
            self._wait_for(self.draft.plan)
        else:
            self._save()
        self._count()

    def _wait_for(self, wanted: ImportPlan | None) -> None:
        """Let nothing be chosen while the rows are read for the import; with None choosing goes on."""
        self._wanted = wanted
        self.splitter.setEnabled(wanted is None)

    def _save_wanted(self) -> None:
        """The rows are read: save them, unless they are those of another list than was seen."""
        wanted, plan = self._wanted, self.draft.plan
        self._wait_for(None)
        if wanted is not None and plan is not None and wanted.is_of_same_list(plan):
            self._save()

    def _save(self) -> None:
        plan = self.draft.plan
        if plan is None or not self._good():
            return
        self._telling = Telling(self.session.worker)
        self.splitter.setEnabled(False)
        notice = tr(COUNTED[plan.kind], n=many(plan.count()))
        self.session.do(
            self.desk.imports.run, plan, tell=self._telling, book=self.draft.book, then=self._done,
            notice=notice,
        )  # fmt: skip

    @Slot(object)
    def _task_ended(self, task: Task) -> None:
        if self._telling is not None and task is self._telling.task:
            # What it did is told first, so that nobody looks at the rows anew before.
            QTimer.singleShot(0, self._run_is_over)

    @Slot()
    def _run_is_over(self) -> None:
        self._telling = None
        self.splitter.setEnabled(True)
        self._count()

    def _done(self, imported: Imported) -> None:
        plan = self.draft.plan
        assert plan is not None
        self._imported = imported
        self.outcome.show_done(plan, imported)
        self.stack.setCurrentWidget(self.outcome)
        self.outcome.list.setFocus()
        self._run_is_over()

    @Slot()
    def _show_list(self) -> None:
        if self.draft.plan is None:
            return
        kind = self.draft.plan.kind
        lists = imported_lists(self.desk.store, kind)
        filters: dict[str, tuple[str, ...]] = {KEY: (lists[0].key,)} if lists else {}
        if kind == "person":
            filters["section"] = ("directory",)
        self.session.list_wanted.emit(PAGE_OF[kind], filters)

    @Slot()
    def save_rest(self) -> None:
        """Write the rows that were refused to a file, with the reason beside each."""
        plan, path = self.draft.plan, self.draft.path
        if plan is None or path is None:
            return
        target = ask_where(self, tr("Save the rows not imported"), self.desk.imports.rest_name(path))
        if target is not None:
            self.saved.write(tr("Writing {file}", file=target.name), partial(_write_rest, plan, target))

    @Slot()
    def _back_to_preview(self) -> None:
        self.stack.setCurrentWidget(self.splitter)
        self.draft.look_again()

    # what the window asks

    def refresh(self, changed: Changed) -> None:
        if self._telling is not None:
            return
        if self.stack.currentWidget() is self.outcome:
            plan, done = self.draft.plan, self._imported
            if plan is not None and done is not None and done.one and self.desk.store.is_deleted(plan.kind, done.one):
                self._imported = None
                self.outcome.show_taken_back()
        elif changed.keys() >= self.KINDS:
            self.draft.expect_others()
        elif self.draft.plan is not None and not self.draft.is_busy:
            self.draft.look_again()

    def back(self) -> bool:
        for table in self.steps.tables:
            if table.is_open:
                table.close_line()
                return True
        return False

    @Slot()
    def _keep_splitter(self) -> None:
        self.session.settings.splitters[self.KEY] = self.splitter.sizes()


def _write_rest(plan: ImportPlan, path: Path, task: Task) -> Written:
    from riskdesk.exchange.rest import write_rest

    return write_rest(plan, path)
