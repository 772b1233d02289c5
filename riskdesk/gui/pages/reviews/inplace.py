"""Fields of a meeting that are edited where they stand: kept while typing, saved when left, undone like any edit."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit

from riskdesk.domain.errors import Conflict, Invalid
from riskdesk.domain.review import Review
from riskdesk.gui.bindings import Binding
from riskdesk.gui.conflict import ConflictBox
from riskdesk.gui.pages.reviews.drafts import Drafts
from riskdesk.gui.reasons import reasons
from riskdesk.gui.references import ReferenceBinding, ReferencesBinding
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.field import Field
from riskdesk.i18n import tr


class InPlace(QObject):
    """Binds fields of the open meeting. Texts are saved when the keyboard leaves them, choices at once."""

    stored = Signal(object)
    """The meeting as saved."""

    def __init__(
        self, session: Session, drafts: Drafts, fields: dict[str, tuple[Binding, Field]], conflict: ConflictBox,
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._drafts, self._conflict = session, drafts, conflict
        self.bindings = {name: binding for name, (binding, _) in fields.items()}
        self.fields = {name: field for name, (_, field) in fields.items()}
        self._review: Review | None = None
        self._base: dict[str, Any] = {}
        self._raw: dict[str, Any] = {}
        self._filling = False
        self._touched: set[str] = set()
        self._left: set[str] = set()
        for binding in self.bindings.values():
            binding.setParent(self)
            binding.changed.connect(self._typed)
        # Which widget the keyboard left is known only once it is elsewhere: choosers are several widgets.
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(0)
        self._look.timeout.connect(self._save_left)
        self._names: dict[QObject, str] = {}
        for name, binding in self.bindings.items():
            for widget in (binding.widget, *binding.widget.findChildren(QLineEdit)):
                self._names[widget] = name
                widget.installEventFilter(self)
        conflict.chosen.connect(self._conflict_chosen)

    def show_review(self, review: Review) -> None:
        """Show the fields of a meeting; one that is being typed in is left alone."""
        other = self._review is None or self._review.id != review.id
        self._review = review
        self._filling = True
        for name, binding in self.bindings.items():
            binding.widget.setEnabled(not review.is_signed)
            if not other and self.is_dirty(name):
                continue
            self._base[name] = getattr(review, name)
            binding.set_value(self._base[name])
            self._raw[name] = binding.raw()
            self.fields[name].set_error("")
            draft = self._drafts.get(name)
            if draft is not None and not review.is_signed:
                # What others wrote here since it was typed is to be told, not written over.
                with suppress(Invalid):
                    self._base[name] = getattr(review.held(**{name: self._drafts.over(name, self._base[name])}), name)
                binding.set_raw(draft)
        self._filling = False
        if other:
            self._touched.clear()
            self._conflict.hide()

    def is_dirty(self, name: str) -> bool:
        """Whether something is typed into a field that is not saved."""
        return self._review is not None and self.bindings[name].raw() != self._raw.get(name)

    def flush(self) -> None:
        """Save what is typed: the page is left. What came back from a draft and was not touched stays a draft."""
        for name in sorted(self._touched):
            self._save(name)

    def give_up(self) -> None:
        """Throw away what is typed and not saved."""
        self._touched.clear()
        if self._review is not None:
            review, self._review = self._review, None
            self.show_review(review)

    @Slot()
    def _typed(self) -> None:
        name = next((name for name, binding in self.bindings.items() if binding is self.sender()), "")
        if not name or self._filling or self._review is None:
            return
        self.fields[name].set_error("")
        self._touched.add(name)
        if self.is_dirty(name):
            self._drafts.typed(name, self.bindings[name].raw(), self._base[name])
        else:
            self._drafts.saved(name)
        if isinstance(self.bindings[name], ReferenceBinding | ReferencesBinding):
            self._save(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._left.add(self._names[watched])
            self._look.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _save_left(self) -> None:
        focus = QApplication.focusWidget()
        left, self._left = self._left & self._touched, set()
        for name in sorted(left):
            widget = self.bindings[name].widget
            if focus is None or (focus is not widget and not widget.isAncestorOf(focus)):
                self._save(name)

    def _save(self, name: str) -> None:
        review, binding = self._review, self.bindings[name]
        if review is None or review.is_signed or not self.is_dirty(name):
            return
        if binding.problem():
            self.fields[name].set_error(tr(binding.problem()))
            return
        try:
            wanted = review.changed(**{name: binding.value()})
        except Invalid as error:
            self.fields[name].set_error(reasons(error))
            return
        base = review.model_copy(update={name: self._base[name]})
        if wanted == base:
            self._took(name, base)
            return
        self._session.do(
            self._session.desk.reviews.save, wanted, base, then=self._stored, failed=self._refused
        )  # fmt: skip

    def _stored(self, review: Review) -> None:
        for name in self.bindings:
            if self.bindings[name].value() == getattr(review, name):
                self._took(name, review)
        self._review = review
        self.stored.emit(review)

    def _took(self, name: str, review: Review) -> None:
        self._base[name] = getattr(review, name)
        self._raw[name] = self.bindings[name].raw()
        self._drafts.saved(name)

    # refused

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Conflict):
            labels = {name: field.label for name, field in self.fields.items()}
            self._conflict.show_conflict(error, labels, self._session.desk)
        else:
            self._session.tell(error)

    @Slot(dict, dict)
    def _conflict_chosen(self, theirs: dict[str, Any], taken: dict[str, Any]) -> None:
        if self._review is None:
            return
        self._conflict.hide()
        now = self._session.desk.reviews.read(self._review.id)
        self._review = now
        for name in theirs:
            if name not in self.bindings:
                continue
            self._base[name] = getattr(now, name)
            if name in taken:
                self._filling = True
                self.bindings[name].set_value(self._base[name])
                self._filling = False
                self._took(name, now)
            else:
                self._save(name)
