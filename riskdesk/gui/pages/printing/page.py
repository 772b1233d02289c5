"""The page of the print centre."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QSplitter

from riskdesk import formats, whole_file
from riskdesk.desk.verb import Changed
from riskdesk.domain.attachments import safe_name
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.letting_out import NO_REASON
from riskdesk.domain.privacy import masked
from riskdesk.domain.words import N_
from riskdesk.gui.pages.page import Page
from riskdesk.gui.pages.printing.banners import Banners
from riskdesk.gui.pages.printing.choices import Choices
from riskdesk.gui.pages.printing.options import FormOptions
from riskdesk.gui.pages.printing.paper import PrintJob
from riskdesk.gui.pages.printing.viewer import Viewer
from riskdesk.gui.pages.printing.wanted import Document, Wanted, maker
from riskdesk.gui.reasons import reasons, sentence
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import theme
from riskdesk.gui.widgets.busy import BusyStrip
from riskdesk.gui.widgets.card import Card
from riskdesk.gui.work import Task
from riskdesk.i18n import language, tr
from riskdesk.store import Query

if TYPE_CHECKING:
    from riskdesk.printing import Printed

WAIT_MS = 120
"""The preview waits this long for another choice."""


class PrintPage(Page):
    """打印中心."""

    KEY = "print"
    ICON = "print"
    TITLE = N_("Print centre")
    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"risk", "case", "playbook", "drill", "incident", "log_entry", "action", "policy", "person", "body", "site",
         "review"}
    )  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.wanted = Wanted("")
        self.document: Document | None = None
        self._task: Task | None = None
        self._job: PrintJob | None = None
        self._make_commands()
        self.banners = Banners()
        self.banners.viewer_wanted.connect(self.open_in_viewer)
        self.banners.folder_wanted.connect(self.open_own_forms)
        self.body.addWidget(self.banners)
        self.busy = BusyStrip(self)
        self.busy.cancelled.connect(self._cancel_printing)
        self.choices = Choices(session)
        self.choices.forms.chosen.connect(self._form_chosen)
        self.choices.records.changed.connect(self._records_chosen)
        self.viewer = Viewer()
        self.options = FormOptions(session)
        self.options.changed.connect(self._options_changed)
        self.viewer.head.addWidget(self.options)
        card = Card(flush=True)
        card.body.addWidget(self.viewer)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme().px(12))
        self.splitter.addWidget(self.choices)
        self.splitter.addWidget(card)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes(session.settings.splitters.get(self.KEY) or [theme().px(290), theme().px(780)])
        self.splitter.splitterMoved.connect(self._keep_splitter)
        self.body.addWidget(self.splitter, 1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self._make)
        self._set_document(None, tr("Preparing the pages"))

    def _make_commands(self) -> None:
        command, head = self.command, self.head
        self._pdf = command("print.pdf", tr("Save as PDF"), self.save_pdf, "Ctrl+S", "download")
        self._show = command("print.viewer", tr("Open in the system viewer"), self.open_in_viewer, icon="external")
        self._print = command("print.print", tr("Print"), self.print_out, "Ctrl+P", "print")
        head.add_action(self._show)
        head.add_action(self._pdf)
        head.add_action(self._print, "primary", "print")
        head.add_overflow(command("print.adapt", tr("Adapt this form…"), self.adapt_form, icon="edit"))
        head.add_overflow(command("print.forms", tr("Folder of own forms"), self.open_own_forms, icon="folder"))
        head.add_overflow(command("print.again", tr("Look at the forms again"), self.look_again, "F5", "refresh"))
        for key, text, keys, name in (
            ("print.larger", tr("Larger"), "Ctrl++", "larger"), ("print.smaller", tr("Smaller"), "Ctrl+-", "smaller"),
            ("print.fit", tr("Fit width"), "Ctrl+0", "fit_width"),
        ):  # fmt: skip
            command(key, text, getattr(self, f"_{name}"), keys, palette=False)

    # what is asked for

    def preview(self, form_key: str, ids: tuple[str, ...], query: Query, heading: str) -> None:
        """Show a form of these records, or of the list that a query finds."""
        self._ask(Wanted(form_key, ids, query, heading))

    def refresh(self, changed: Changed) -> None:
        self.choices.forms.look_again()
        self.banners.show_problems(self.desk.prints.problems)
        if self.wanted.form not in self.desk.prints.forms:
            self._ask(Wanted("risk_list"))
            return
        if self.choices.records.kind:
            self.choices.records.look_again()
            self.choices.records.choose(self.wanted.ids)
        self._make_anew()

    def focus_search(self) -> None:
        if self.choices.records.isVisible():
            self.choices.records.search.setFocus()

    def show_list(self, filters: dict[str, object]) -> None:
        """There are no filters here."""

    def _ask(self, wanted: Wanted) -> None:
        """Show another thing; a record form without a record takes the first there is."""
        prints = self.desk.prints
        is_list = prints.is_list(wanted.form)
        self.choices.forms.choose([wanted.form])
        self.choices.show_records(not is_list)
        title = prints.form(wanted.form).title.of(language())
        if not is_list:
            self.choices.records.show_kind(prints.kind_of(wanted.form), title)
            if not wanted.ids:
                wanted = replace(wanted, ids=self.choices.records.first())
            self.choices.records.choose(wanted.ids)
        self.wanted = self.options.show_wanted(wanted, "" if is_list else prints.kind_of(wanted.form))
        self.head.set_sub(title)
        self.viewer.to_top()
        self._make_anew()

    @Slot(list)
    def _form_chosen(self, keys: list[str]) -> None:
        if keys and keys[0] != self.wanted.form:
            same = self.desk.prints.kind_of(keys[0]) == self.choices.records.kind
            keep = same and not self.desk.prints.is_list(keys[0])
            self._ask(Wanted(keys[0], self.wanted.ids if keep else ()))

    @Slot(tuple)
    def _records_chosen(self, ids: tuple[str, ...]) -> None:
        if ids != self.wanted.ids:
            kind = self.desk.prints.kind_of(self.wanted.form)
            self.wanted = self.options.show_wanted(replace(self.wanted, ids=ids), kind)
            self.viewer.to_top()
            self._make_anew()

    @Slot()
    def _options_changed(self) -> None:
        self.wanted = self.options.of(self.wanted)
        self._make_anew()

    # making it

    def _make_anew(self) -> None:
        """What is wanted, or what it is made from, is not what it was: nothing goes out until its pages have come."""
        self._leave_making()
        self._set_document(None, tr("Preparing the pages"))
        self._wait.start()

    def _leave_making(self) -> None:
        if self._task is not None:
            self._task.give_up()
            self._task = None

    @Slot()
    def _make(self) -> None:
        self._leave_making()
        if not self.wanted.ids and not self.desk.prints.is_list(self.wanted.form):
            self._do_without(tr("There is no record for this form yet."))
            return
        work = maker(self.desk, self.wanted)
        self._task = self.session.worker.run(tr("Preparing the pages"), work, self._came, self._failed)

    def _came(self, printed: Printed) -> None:
        self._task = None
        self.viewer.show_pdf(printed.pdf)
        self.banners.show_missing(printed.missing)
        self.banners.say("")
        self._set_document(Document(self.wanted, printed))

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._do_without(sentence(error))

    def _do_without(self, why: str) -> None:
        """There are no pages of what is wanted."""
        self.viewer.show_nothing()
        self.banners.show_missing("")
        self.banners.say(why)
        self._set_document(None, why)

    def _set_document(self, document: Document | None, why_none: str = "") -> None:
        self.document = document
        for action in (self._pdf, self._show, self._print):
            action.setEnabled(document is not None)
            action.setToolTip(why_none)

    # letting it out

    def _has_reason(self) -> bool:
        """Whether it is said why personal data go out as written; asks for it where it is not."""
        if not self.wanted.as_written or self.options.reason.text().strip():
            return True
        self.banners.say(tr(NO_REASON))
        self.options.reason.setFocus()
        return False

    def _note(self, wanted: Wanted) -> bool:
        """Note what goes out as written before it does; False where that is refused."""
        if not wanted.as_written:
            return True
        noted: list[object] = []
        told = self.desk.prints.told(wanted.form, wanted.ids)
        verb = self.desk.privacy.let_out
        self.session.do(verb, told, self.options.reason.text(), then=noted.append, failed=self._not_noted)
        if noted:
            sentence = tr("It is noted who took personal data out, and why.")
            self.session.noticed.emit(sentence, tr("Show"), self._show_noted)
        return bool(noted)

    @Slot()
    def _show_noted(self) -> None:
        self.session.list_wanted.emit("settings", {"section": ("privacy",)})

    def _not_noted(self, error: Exception) -> None:
        self.banners.say(reasons(error))

    def file_name(self) -> str:
        """A name for the file: the form, and the record where there is one."""
        prints = self.desk.prints
        form = prints.form(self.wanted.form)
        parts = [form.title.of(language()), self.wanted.heading]
        if len(self.wanted.ids) == 1:
            record = self.desk.get(prints.kind_of(form.key), self.wanted.ids[0])
            parts += [record.number, record.name_text]
        elif self.wanted.ids:
            parts.append(formats.records(len(self.wanted.ids)))
        if prints.masks(form.key):
            parts = masked(parts)
        return safe_name(re.sub(r"[\\/\s]+", " ", " ".join(filter(None, parts))) + ".pdf")

    @Slot()
    def save_pdf(self) -> None:
        """Ask where, and remember the folder."""
        document = self.document
        if document is None or not self._has_reason():
            return
        start = str(self.desk.prints.save_folder / self.file_name())
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save as PDF"), start, "PDF (*.pdf)")
        if chosen:
            self.write_pdf(document, Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf"))

    def write_pdf(self, document: Document, path: Path) -> None:
        """Write what was shown when it was asked for."""
        if self._note(document.wanted) and self._write(document, path):
            self.desk.prints.keep_save_folder(path.parent)
            self.session.noticed.emit(tr("Saved as {file}", file=path.name), "", None)

    def _write(self, document: Document, path: Path) -> bool:
        """False, and says why, where it could not be written."""
        try:
            whole_file.write(path, document.printed.pdf)
        except RiskdeskError as error:
            self.banners.say(sentence(error))
        except OSError as error:
            self.banners.say(tr("The file could not be saved: {reason}", reason=error.strerror or str(error)))
        else:
            return True
        return False

    @Slot()
    def open_in_viewer(self) -> None:
        """Hand a copy to the system's program for PDF."""
        document = self.document
        if document is None or not self._has_reason() or not self._note(document.wanted):
            return
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)) / "riskdesk"
        path = folder / self.file_name()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.banners.say(tr("The file could not be saved: {reason}", reason=error.strerror or str(error)))
            return
        if self._write(document, path) and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.banners.say(tr("This computer has no program for PDF. The file lies here: {path}", path=str(path)))

    @Slot()
    def print_out(self) -> None:
        """Ask for the printer and print; where there is none say so and offer the other ways."""
        document = self.document
        if document is None or self._job is not None or not self._has_reason():
            return
        if not QPrinterInfo.availablePrinterNames():
            self.banners.say_no_printer()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.file_name())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, document.printed.pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec():
            self.print_to(document, printer)

    def print_to(self, document: Document, printer: QPrinter) -> None:
        """Print what was shown when it was asked for."""
        if not self._note(document.wanted):
            return
        self._job = PrintJob(document.printed.pdf, printer, self)
        self._job.progressed.connect(self.busy.progress)
        self._job.finished.connect(self._job_finished)
        self.busy.start(tr("Printing"), document.printed.pages)
        self._job.start()

    @Slot()
    def _cancel_printing(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot(bool)
    def _job_finished(self, whole: bool) -> None:
        self.busy.finish()
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        if whole:
            self.session.noticed.emit(tr("Sent to the printer."), "", None)
        else:
            self.session.refused.emit(tr("Printing was stopped."), "", None)

    # the office's own forms

    @Slot()
    def adapt_form(self) -> None:
        """Make the office's own copy of the form and open it in an editor."""
        try:
            own = self.desk.prints.adapt(self.wanted.form)
        except OSError as error:
            self._tell_of_folder(error)
            return
        self.session.noticed.emit(tr("{file} is this office's own now.", file=own.name), "", None)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(own)))

    @Slot()
    def open_own_forms(self) -> None:
        """Show the folder of the office's own forms."""
        folder = self.desk.prints.own_folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._tell_of_folder(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _tell_of_folder(self, error: OSError) -> None:
        folder, reason = self.desk.prints.own_folder, error.strerror or str(error)
        self.banners.say(tr("Own forms cannot be kept in {folder}: {reason}", folder=str(folder), reason=reason))

    @Slot()
    def look_again(self) -> None:
        """F5: read the forms again."""
        self.refresh({})

    @Slot()
    def _larger(self) -> None:
        self.viewer.larger()

    @Slot()
    def _smaller(self) -> None:
        self.viewer.smaller()

    @Slot()
    def _fit_width(self) -> None:
        self.viewer.fit_width()

    @Slot()
    def _keep_splitter(self) -> None:
        self.session.settings.splitters[self.KEY] = self.splitter.sizes()
