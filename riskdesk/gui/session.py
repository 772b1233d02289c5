"""What the pages share: the desk, the settings, and the signals by which they hear of each other."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from time import sleep
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from riskdesk.desk import Desk, Done, Verb
from riskdesk.desk.undo import REDO, UNDO, Turn
from riskdesk.desk.verb import Changed, verb_of
from riskdesk.domain.errors import Cancelled, RiskdeskError
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.record import Record
from riskdesk.domain.words import N_
from riskdesk.gui.new_drafts import NewDrafts
from riskdesk.gui.reasons import sentence
from riskdesk.gui.settings import Settings, SettingsFile
from riskdesk.gui.work import Task, Worker, is_there
from riskdesk.i18n import tr

EVERYTHING: Changed = {kind: frozenset() for kind in KINDS}
"""Sent when another program wrote to the file: every page looks again."""


_TURNS = {
    UNDO.name: (N_("Undo: {what}"), N_("Undone: {what}"), N_("There is nothing to undo.")),
    REDO.name: (N_("Redo: {what}"), N_("Done again: {what}"), N_("There is nothing to do again.")),
}
"""What is said while a turn runs, after it, and when there is none."""
_CHANGED_SINCE = N_("{n} of these records had been changed since; the changes are gone with them.")

REST_MS = 3000
"""Saving has to rest this long before the file itself is brought up to date."""
INDEX_PAUSE_S = 0.03
"""Between two portions that are indexed."""


NOTHING = "-"
"""The batch of a step that changed nothing."""
TITLE_LENGTH = 24
"""Characters of a title that a notice tells."""


@dataclass(frozen=True)
class UndoOffer:
    """To take one step back, whatever was done since. Called by the notice that offers it."""

    session: Session
    batch: str

    def __call__(self) -> None:
        self.session.turn(UNDO, self.batch)


class Session(QObject):
    """One person at one file in one window."""

    changed = Signal(dict)
    """Kind to ids of records that changed; an empty set of ids means that any may have."""
    saved = Signal()
    """Something is on disk."""
    noticed = Signal(str, str, object)
    """Text, word of the action ('' for none) and the callable behind it: shown for ten seconds."""
    refused = Signal(str, str, object)
    """The same for what was not done, and why: nothing is wrong, and nothing changed."""
    undone = Signal(str)
    """The step of this batch was taken back: what offers to undo it is to go."""
    failed = Signal(str)
    """A sentence about what could not be done."""
    record_wanted = Signal(str, str)
    """Kind and id: show this record on its page."""
    editor_wanted = Signal(str, str, dict)
    """Kind, id ('' for a new record) and values given to a new one, or the field to begin in: open the editor."""
    list_wanted = Signal(str, dict)
    """Page key and filter values: show this list."""
    print_wanted = Signal(str, object, object, str)
    """Form key, id of a record or a tuple of them ('' for a list), the query of a list and its heading: preview it."""
    import_wanted = Signal(str, str)
    """Kind of record and path of a file, '' where they are not known yet: bring a list in."""
    restart_wanted = Signal()
    """Language or desk changed: build the window anew."""

    def __init__(self, desk: Desk, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self._settings = desk, settings
        self.new_drafts = NewDrafts(desk)
        self.is_open = True
        self.worker, self._indexer = Worker(self), Worker(self)
        self._indexing: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._settle)
        self._rest.start()
        desk.listeners.append(self._done)
        self._last = ""
        self._version, self._end = desk.store.data_version(), desk.store.log_end()
        self._poll = QTimer(self)
        self._poll.setInterval(1000)
        self._poll.timeout.connect(self._look_outside)
        self._poll.start()
        QTimer.singleShot(0, self._index_rest)

    @property
    def settings(self) -> Settings:
        """What this computer remembers."""
        return self._settings.values

    def save_settings(self) -> None:
        """Write the settings."""
        self._settings.save()

    def sit_down(self, person_id: str) -> None:
        """Somebody works at this computer from now on, '' for nobody: foot and pages show what is this person's own."""
        self.desk.person = self.settings.person_id = person_id
        self.save_settings()
        self.changed.emit({"person": frozenset()})

    def do(
        self, verb: Callable[..., Done[Any]], *args: Any, then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None, notice: str = "", **kwargs: Any,
    ) -> None:  # fmt: skip
        """Run a verb of the desk: here when it is short, off the GUI thread over its own connection when it is long.

        `then(value)` follows when it is on disk. `notice` is shown with an offer to undo it. An error for people goes
        to `failed`, or to the window's banner.
        """
        spec = verb_of(verb)
        if spec.long:
            self._do_long(spec, args, kwargs, then, failed, notice)
            return
        try:
            done = verb(*args, **kwargs)
        except RiskdeskError as error:
            self._fail(error, failed)
            return
        self._after(done, then, notice)

    def _do_long(
        self, spec: Verb, args: tuple[Any, ...], kwargs: dict[str, Any], then: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None, notice: str,
    ) -> None:  # fmt: skip
        noun, name = spec.name.split(".")

        def work(task: Task) -> Done[Any]:
            with closing(self.desk.another()) as other:
                done: Done[Any] = getattr(getattr(other, noun), name)(*args, **kwargs)
                return done

        def came(done: Done[Any]) -> None:
            self.desk.announce(done)
            self._after(done, then, notice)

        self.worker.run(tr(spec.label), work, came, lambda error: self._fail(error, failed))

    def _after(self, done: Done[Any], then: Callable[[Any], None] | None, notice: str) -> None:
        self._last = done.batch
        if done.batch:
            self._version, self._end = self.desk.store.data_version(), self.desk.store.log_end()
            self.saved.emit()
            self._rest.start()
            self._index_rest()
        if notice:
            undoable = done.verb.undoable and bool(done.batch)
            self.noticed.emit(notice, tr("Undo") if undoable else "", self.offer_undo() if undoable else None)
        if then and is_there(then):
            then(done.value)

    def _fail(self, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        if isinstance(error, Cancelled):
            self.refused.emit(tr(error.text), "", None)
        elif failed and is_there(failed):
            failed(error)
        else:
            self.tell(error)

    def tell(self, error: Exception) -> None:
        """Tell what could not be done; an error that is none for people goes on."""
        self.failed.emit(sentence(error))

    @Slot()
    def undo(self) -> None:
        """Take back the last change: here when it is short, off the GUI thread when it is long."""
        self.turn(UNDO)

    @Slot()
    def redo(self) -> None:
        """Do again what was undone last."""
        self.turn(REDO)

    def offer_undo(self) -> UndoOffer:
        """For a notice that tells of the step that was done last."""
        return UndoOffer(self, self._last or NOTHING)

    def turn(self, how: Verb, batch: str = "") -> None:
        """Undo (`UNDO`) or do again (`REDO`) the last change, or the one of that batch, as `undo` does."""
        under_way, ended, _ = _TURNS[how.name]
        stack = self.desk.undo_stack
        if stack.turning is not None:
            self.refused.emit(tr("The last undo or redo is still under way."), "", None)
            return
        turn = stack.begin(how, batch)
        if turn is None:
            self.refuse_turn(how)
            return
        what = tr(turn.verb.label)

        def came(done: Done[int]) -> None:
            stack.finish(turn, done)
            self.undone.emit(turn.batch)
            notice = tr(ended, what=_with_subject(what, stack.about(turn)))
            if done.value:
                notice = f"{notice} {tr(_CHANGED_SINCE, n=f'{done.value:,}')}"
            self._after(done, None, notice)

        def failed(error: Exception) -> None:
            stack.fail(turn, error)
            self._fail(error, None)

        if turn.is_long:
            self._turn_elsewhere(turn, tr(under_way, what=what), came, failed)
            return
        try:
            done = turn.run(self.desk)
        except RiskdeskError as error:
            failed(error)
        except BaseException as error:
            stack.fail(turn, error)
            raise
        else:
            came(done)

    def refuse_turn(self, how: Verb) -> None:
        """Say that there is nothing to undo, or nothing to do again."""
        self.refused.emit(tr(_TURNS[how.name][-1]), "", None)

    def _turn_elsewhere(
        self, turn: Turn, label: str, came: Callable[[Done[int]], None], failed: Callable[[Exception], None]
    ) -> None:  # fmt: skip
        def work(task: Task) -> Done[int]:
            with closing(self.desk.another()) as other:
                return turn.run(other, task.tell)

        def announce(done: Done[int]) -> None:
            self.desk.announce(done)
            came(done)

        self.worker.run(label, work, announce, failed)

    def _done(self, done: Done[Any]) -> None:
        self.changed.emit(dict(done.changed))

    @Slot()
    def _look_outside(self) -> None:
        version = self.desk.store.data_version()
        if version == self._version:
            return
        self._version = version
        # What only the index knows of is no news.
        if (end := self.desk.store.log_end()) != self._end:
            self._end = end
            self.desk.noticed(EVERYTHING)
            self.changed.emit(dict(EVERYTHING))

    # the search index, after very many records came in at once

    @Slot()
    def _index_rest(self) -> None:
        if self.is_open and self._indexing is None and self.desk.store.has_unindexed():
            self._indexing = self._indexer.run("", self._index, self._indexed, self._indexed)

    def _index(self, task: Task) -> None:
        with closing(self.desk.store.another()) as store:
            while store.index_some():
                # Whoever wants to save has his turn in between.
                sleep(INDEX_PAUSE_S)
                task.tell(0, 0)

    def _indexed(self, end: Exception | None) -> None:
        self._indexing = None
        if end is not None and not isinstance(end, RiskdeskError):
            raise end

    @Slot()
    def _settle(self) -> None:
        """Saving has rested: the file itself is brought up to date, so that a copy of it alone is whole."""

        def work(task: Task) -> None:
            with closing(self.desk.store.another()) as store:
                store.settle()

        if self.is_open:
            self._indexer.run("", work, None, self._unsettled, can_wait=True)

    def _unsettled(self, error: Exception) -> None:
        """What was saved is safe beside the file, and is brought over the next time."""

    def warm(self) -> None:
        """Read what the first print needs, off the GUI thread and without a word, so that it need not be waited for."""

        def work(task: Task) -> None:
            with closing(self.desk.another()) as other:
                other.prints.warm(task.tell)

        self._indexer.run("", work, None, self._cold, can_wait=True)

    def _cold(self, error: Exception) -> None:
        """It will be read when it is printed, and then says what is wrong."""

    def daily_backup(self) -> None:
        """Make today's backup, off the GUI thread, where there is none yet and the file is still open."""
        if not self.is_open or not self.desk.backups.is_due():
            return

        def work(task: Task) -> None:
            with closing(self.desk.another()) as other:
                other.backups.daily()

        self.worker.run(tr("Making today's backup"), work, self._backed_up, self._no_backup)

    def _backed_up(self, nothing: None) -> None:
        self.changed.emit({})

    def _no_backup(self, error: Exception) -> None:
        self.failed.emit(tr("Today's backup could not be made: {reason}", reason=sentence(error)))

    def close(self) -> None:
        """Stop the work and close the file."""
        self.is_open = False
        self._poll.stop()
        self._rest.stop()
        if self._indexing is not None:
            self._indexing.cancel()
        self._indexer.close()
        self.worker.close()
        self.new_drafts.release()
        self.desk.close()


def _with_subject(what: str, about: tuple[Record | None, int]) -> str:
    """What was done, to which record, and to how many more."""
    record, count = about
    if record is None:
        return what
    title = record.name_text
    if len(title) > TITLE_LENGTH:
        title = f"{title[:TITLE_LENGTH].rstrip()}…"
    told = " ".join(filter(None, (what, record.number, title)))
    return tr("{what} and {n} more", what=told, n=f"{count - 1:,}") if count > 1 else told
