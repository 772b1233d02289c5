"""About the program: its version, what it stands on, and the licences of fonts and icons."""

from __future__ import annotations

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Slot

from riskdesk import __version__
from riskdesk.data import data_path
from riskdesk.domain.words import N_
from riskdesk.gui.pages.settings.section import FormSection
from riskdesk.gui.session import Session
from riskdesk.gui.widgets.button import LinkButton
from riskdesk.gui.widgets.facts import Fact, Facts
from riskdesk.gui.widgets.label import Label, Prose
from riskdesk.i18n import tr

LICENCES = {
    "fonts": ("fonts", "OFL.txt", N_("Fonts: Noto Sans SC, SIL Open Font License 1.1")),
    "icons": ("icons", "LICENSE", N_("Icons: licence")),
}
"""Folder and file of each licence, and what stands before it."""


class AboutSection(FormSection):
    """Nothing to change here."""

    KEY = "about"
    TITLE = N_("About")
    ICON = "info"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        card = self.card(tr("riskdesk"))
        facts = Facts([
            Fact(tr("Version"), __version__), Fact("Python", platform.python_version()), Fact("Qt", pyside_version),
            Fact(tr("System"), platform.platform(terse=True)),
        ])  # fmt: skip
        card.body.addWidget(facts)
        text = tr("riskdesk works without a network and sends nothing anywhere.")
        card.body.addWidget(Label(text, "small", "second", wrap=True))
        licences = self.card(tr("Licences"))
        self.texts: dict[str, Prose] = {}
        for key, (folder, name, title) in LICENCES.items():
            link = LinkButton(tr(title))
            link.setObjectName(key)
            link.clicked.connect(self._toggle)
            prose = Prose(_read(folder, name), "small", "second")
            prose.hide()
            self.texts[key] = prose
            licences.body.addWidget(link)
            licences.body.addWidget(prose)
        self.done()

    @Slot()
    def _toggle(self) -> None:
        prose = self.texts[self.sender().objectName()]
        prose.setVisible(prose.isHidden())


def _read(folder: str, name: str) -> str:
    try:
        return (data_path(folder) / name).read_text(encoding="utf-8")
    except OSError:
        return ""
