"""What the program ships to begin with: the starter content, and a sample office in a file of its own.

The sample stands beside the office's file, so that made-up records never mix with real ones.
"""

from __future__ import annotations

from pathlib import Path

from riskdesk.desk import Desk
from riskdesk.gui.session import Session
from riskdesk.gui.work import Task
from riskdesk.i18n import tr

NAME = "sample-office.riskdesk"
_FILE, _PERSON = "sample_of", "sample_by"


def came_from(desk: Desk) -> Path | None:
    """The office's own file from which the sample that is open was made; None when the own file is open."""
    path = desk.store.meta(_FILE)
    return Path(path) if path else None


def load_starter(session: Session) -> None:
    """Put what the program ships into the open file; what is there already stays as it is."""
    session.do(session.desk.starter.load, notice=tr("The starter content is in this file."))


def open_sample(session: Session) -> None:
    """Make the sample file, off the GUI thread, and open it. Nothing to do where it is open."""
    if came_from(session.desk) is not None:
        return
    own = session.desk.store.path
    path, person = own.with_name(NAME), session.settings.person_id

    def work(task: Task) -> str:
        return _make(path, own, person)

    def came(first: str) -> None:
        _open(session, path, first)

    session.worker.run(tr("Making the sample office"), work, came, session.tell)


def _make(path: Path, own: Path, person: str) -> str:
    """Fill the file if it is new; returns the id of the person to sit at its desk."""
    desk = Desk.open(path, site="JX")
    try:
        if desk.starter.is_empty:
            desk.starter.load_sample()
        desk.store.set_meta(_FILE, str(own))
        desk.store.set_meta(_PERSON, person)
        people = desk.directory.all("person")
        return next((p.id for p in people if p.role == "officer"), people[0].id if people else "")
    finally:
        desk.close()


def go_back(session: Session) -> None:
    """Open the office's own file again."""
    own = came_from(session.desk)
    if own is not None:
        _open(session, own, session.desk.store.meta(_PERSON) or "")


def _open(session: Session, path: Path, person: str) -> None:
    session.settings.last_file, session.settings.person_id = str(path), person
    session.save_settings()
    session.restart_wanted.emit()
