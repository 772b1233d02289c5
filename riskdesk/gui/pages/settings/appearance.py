"""How the program looks on this computer: language, light or dark, size of the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot

from riskdesk.domain.words import N_
from riskdesk.gui.pages.incidents.ontop import CHOICES, OnTop
from riskdesk.gui.pages.settings.section import FormSection
from riskdesk.gui.session import Session
from riskdesk.gui.theme.theme import TEXT_SCALES, theme
from riskdesk.gui.widgets.field import Field
from riskdesk.gui.widgets.segments import Segments
from riskdesk.i18n import LANGUAGES, tr


class AppearanceSection(FormSection):
    """Every choice works at once."""

    KEY = "appearance"
    TITLE = N_("Appearance")
    ICON = "monitor"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        settings = session.settings
        system = ("follow", tr("As the system"), "monitor")
        themes = [("light", tr("Light"), "sun"), ("dark", tr("Dark"), "moon"), system]
        self.language = self._choice(tr("Language"), list(LANGUAGES.items()), settings.language)
        self.theme = self._choice(tr("Colours"), themes, settings.theme)
        sizes = [(str(scale), f"{scale} %") for scale in TEXT_SCALES]
        self.scale = self._choice(tr("Text size"), sizes, str(settings.text_scale))
        self.on_top = self._choice(
            tr("Window on top of other programs"), [(key, tr(words)) for key, words in CHOICES.items()], settings.on_top
        )
        self.on_top.changed.connect(self._keep_on_top)
        self.language.changed.connect(self._speak)
        self.theme.changed.connect(self._colour)
        self.scale.changed.connect(self._resize)
        card = self.card(tr("Appearance"), tr("On this computer only"))
        for segments, name, help_text in (
            (self.language, tr("Language"), tr("The window changes at once; what people wrote stays as it is.")),
            (self.theme, tr("Colours"), tr("The response console is always dark.")),
            (self.scale, tr("Text size"), ""),
            (self.on_top, tr("Window on top of other programs"),
             tr("So that no limit passes unseen. The pin in the response console switches it as well.")),
        ):  # fmt: skip
            card.body.addWidget(Field(name, segments, help_text=help_text))
        self.done()

    def _choice(self, name: str, choices: Sequence[tuple[str, ...]], chosen: str) -> Segments:
        segments = Segments(name, choices)
        segments.set_current(chosen)
        return segments

    @Slot(str)
    def _speak(self, language: str) -> None:
        self.session.settings.language = language  # type: ignore[assignment]
        self.session.save_settings()
        self.session.restart_wanted.emit()

    @Slot(str)
    def _colour(self, choice: str) -> None:
        self.session.settings.theme = choice  # type: ignore[assignment]
        self.session.save_settings()
        theme().choose(choice)  # type: ignore[arg-type]

    @Slot(str)
    def _keep_on_top(self, choice: str) -> None:
        OnTop.of(self.session).choose(choice)  # type: ignore[arg-type]

    @Slot(str)
    def _resize(self, scale: str) -> None:
        self.session.settings.text_scale = int(scale)  # type: ignore[assignment]
        self.session.save_settings()
        theme().set_scale(int(scale))
        # Margins and gaps are counted when a page is made, so the window is made anew.
        self.session.restart_wanted.emit()
