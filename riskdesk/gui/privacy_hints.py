"""Personal data marked while they are typed: a quiet line under the field says what of it is masked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from riskdesk.gui.bindings import Binding
from riskdesk.gui.widgets.field import Field
from riskdesk.i18n import tr

if TYPE_CHECKING:
    from riskdesk.domain.privacy import PersonalData

PAUSE_MS = 200
"""Typing pauses this long before it is looked at."""
_MOST = 4
"""So many pieces are named, the others counted."""


class PrivacyHints(QObject):
    """Looks at the texts of a form. `masks` says whether what it edits is masked at all."""

    def __init__(
        self, bindings: Mapping[str, Binding], fields: Mapping[str, Field], masks: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bindings, self._fields, self._masks = bindings, fields, masks
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        for binding in bindings.values():
            binding.changed.connect(self._pause.start)

    @Slot()
    def look(self) -> None:
        """Say now what is masked of each field."""
        from riskdesk.domain import privacy  # no list needs it to be shown

        self._pause.stop()
        texts: dict[str, list[str]] = {}
        if self._masks():
            texts = {
                name: list(privacy.texts_of(binding.value()))
                for name, binding in self._bindings.items()
                if binding.IS_TEXT
            }
        names = privacy.marked_names(text for some in texts.values() for text in some)
        for name, field in self._fields.items():
            field.set_hint(_words(privacy.pieces(texts.get(name, ()), names)))


def _words(found: list[tuple[PersonalData, str]]) -> str:
    if not found:
        return ""
    told = [f"{tr(kind.label)} {piece}" for kind, piece in found[:_MOST]]
    if len(found) > _MOST:
        told.append(tr("and {n} more", n=len(found) - _MOST))
    return tr("Masked when it leaves the program: {what}", what=" · ".join(told))
