"""What Qt's own Simplified Chinese lacks: some words of its file dialog, which shows where the system has none."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

from riskdesk.domain.words import N_
from riskdesk.i18n import tr

LACKING = {
    "QFileDialog": (N_("&Look in:"), N_("Files of &type:")),
    "QAbstractFileIconProvider": (N_("Folder"), N_("Drive")),
}
"""The texts by the class of Qt that asks for them."""


class QtTexts(QTranslator):
    """Answers for these texts and leaves all others to the translators installed before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("qtbase")

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return tr(text) if text in LACKING.get(context, ()) else None
