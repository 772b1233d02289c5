"""Everything Ctrl+K offers: the window's commands, those of the pages, the pages themselves, and every record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from riskdesk.desk.finder import Hit
from riskdesk.desk.verb import VERBS
from riskdesk.domain.kinds import KIND_NAMES
from riskdesk.gui.pages.all import PAGES
from riskdesk.gui.pages.offers import OFFERS, Offer
from riskdesk.gui.widgets.command import CommandPalette
from riskdesk.gui.widgets.options import Option
from riskdesk.i18n import tr
from riskdesk.store.search import fold, initials

if TYPE_CHECKING:
    from riskdesk.gui.window import MainWindow


ICONS = {"person": "users", "site": "building", "department": "users", "body": "phone", "review": "clipboard"}
"""Icons of the kinds that are not named like their kind."""
TITLES = {entry.KEY: entry.TITLE for entry in PAGES}


class Commands(QObject):
    """Owns the palette of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._actions: list[QAction] = []
        self._palette: CommandPalette | None = None

    def add(self, action: QAction) -> None:
        """Offer an action of the window."""
        self._actions.append(action)

    @Slot()
    def show(self) -> None:
        """Ctrl+K."""
        if self._palette is None:
            self._palette = CommandPalette(self._window, self.rows)
            self._palette.chosen.connect(self.run)
        self._palette.open()

    def rows(self, text: str) -> list[Option]:
        """What the palette lists for a text: what only shows something stands before what changes something."""
        wanted = fold(text.strip())
        commands = [self._row(action) for action in self._offered() if _fits(action.text(), wanted)]
        pages = [
            Option(f"page:{cls.KEY}", tr("Go to {page}", page=tr(cls.TITLE)), icon=cls.ICON)
            for cls in PAGES
            if _fits(tr(cls.TITLE), wanted)
        ]
        hits = [_hit(hit) for hit in self._window.session.desk.finder.find(text)]
        offers = [_offer_row(offer) for offer in self._elsewhere() if _fits(offer.words, wanted)]
        return [*commands, *pages, *offers, *hits] if len(wanted) < 2 else [*hits, *pages, *commands, *offers]

    @Slot(object)
    def run(self, key: str) -> None:
        """Do what a row stands for."""
        what, _, rest = key.partition(":")
        if what == "page":
            self._window.go_to(rest)
            self._window.to_page(rest)
        elif what == "action":
            action = next((a for a in self._offered() if a.objectName() == rest), None)
            if action is not None:
                action.trigger()
        elif what == "offer":
            self._begin(OFFERS[rest])
        else:
            self._window.open_record(what, rest)

    def _begin(self, offer: Offer) -> None:
        """Go to the page of a command and do it there, unless the page in sight keeps what is being typed."""
        self._window.go_to(offer.page)
        page = self._window.current
        if page is not None and offer.page == page.KEY and page.commands[offer.key].isEnabled():
            page.commands[offer.key].trigger()

    def _elsewhere(self) -> list[Offer]:
        """What the other pages offer, made already or not."""
        page = self._window.current
        return [offer for offer in OFFERS.values() if page is None or offer.page != page.KEY]

    def _offered(self) -> list[QAction]:
        page = self._window.current
        own = list(page.commands.values()) if page is not None else []
        return [action for action in dict.fromkeys([*own, *self._actions]) if action.isEnabled()]

    def _row(self, action: QAction) -> Option:
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        icon = action.property("icon") or "chevron-right"
        return Option(f"action:{action.objectName()}", action.text(), self._subject(action), icon=icon, hint=key)

    def _subject(self, action: QAction) -> str:
        """The record that a verb would be done to, '' where it needs none."""
        verb, page = VERBS.get(action.objectName()), self._window.current
        record = getattr(getattr(page, "detail", None), "record", None)
        if verb is None or record is None or verb.needs != record.KIND:
            return ""
        return " ".join(filter(None, (record.number, record.name_text)))


def _offer_row(offer: Offer) -> Option:
    return Option(f"offer:{offer.key}", offer.words, tr(TITLES[offer.page]), icon=offer.icon)


def _hit(hit: Hit) -> Option:
    note = " · ".join(filter(None, (tr(KIND_NAMES[hit.kind]), hit.number, hit.note)))
    return Option(f"{hit.kind}:{hit.id}", hit.title, note, icon=ICONS.get(hit.kind, hit.kind))


def _fits(words: str, wanted: str) -> bool:
    """Whether every typed word occurs in the words or starts their pinyin initials."""
    if not wanted:
        return True
    text = fold(words)
    return all(part in text or part in fold(initials(words)) for part in wanted.split())
