"""Backups of the file: one a day by itself, more when asked, thinned with age."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from riskdesk.desk.verb import Noun
from riskdesk.domain.errors import RiskdeskError
from riskdesk.domain.words import N_
from riskdesk.places import SUFFIX
from riskdesk.store import backup, check
from riskdesk.whole_file import replacing

KEEP_DAYS = 14
KEEP_MONTHS = 12


@dataclass(frozen=True)
class Kept:
    """A backup in the folder: where, when it was written, and its size in bytes."""

    path: Path
    made: dt.datetime
    size: int


class Backups(Noun):
    """Backups lie in a folder beside the file unless told otherwise."""

    @property
    def folder(self) -> Path:
        """Where backups are kept."""
        return Path(self.store.meta("backup_folder") or self.store.path.parent / "backups")

    def choose_folder(self, folder: Path) -> None:
        """Keep backups in another folder, such as one on a stick."""
        self.store.set_meta("backup_folder", str(folder))

    def name(self, now: dt.datetime) -> str:
        """What a backup of that time is called."""
        return f"{self.store.path.stem}-{now.astimezone():%Y%m%d-%H%M%S}{SUFFIX}"

    def make(self, target: Path | None = None) -> Path:
        """Copy the file, verified, to `target`, where there is none yet, or into the folder. Raises `RiskdeskError`."""
        now = self.desk.clock()
        made = backup.backup(self.store, target or self._free(now))
        self.store.set_meta("last_backup", now.isoformat())
        return made

    def _free(self, now: dt.datetime) -> Path:
        """A name in the folder, which the second before may have taken."""
        while (path := self.folder / self.name(now)).exists():
            now += dt.timedelta(seconds=1)
        return path

    def last(self) -> dt.datetime | None:
        """When the last verified backup was made."""
        kept = self.store.meta("last_backup")
        return dt.datetime.fromisoformat(kept) if kept else None

    def is_due(self) -> bool:
        """Whether none was made today."""
        last = self.last()
        return last is None or last.astimezone().date() < self.desk.today

    def daily(self) -> Path | None:
        """Make today's backup if there is none, and thin out the old ones."""
        if not self.is_due():
            return None
        made = self.make()
        for old in thinned(sorted(self._own()), self.desk.today):
            old.unlink(missing_ok=True)
        return made

    def verify(self, path: Path) -> check.Report:
        """Look through a backup, or the file itself. Raises `FileRefused` where it cannot be opened at all."""
        return check.check(path)

    def kept(self) -> list[Kept]:
        """The backups of this file in the folder, the latest first; none where the folder cannot be read."""
        try:
            found = [(path, path.stat()) for path in self._own()]
        except OSError:
            return []
        kept = [Kept(path, dt.datetime.fromtimestamp(told.st_mtime, dt.UTC), told.st_size) for path, told in found]
        return sorted(kept, key=lambda one: (one.made, one.path.name), reverse=True)

    def _own(self) -> list[Path]:
        """What `make` named after this file, and not after one whose name begins alike."""
        name = re.compile(re.escape(self.store.path.stem) + r"-\d{8}-\d{6}" + re.escape(SUFFIX))
        if not self.folder.is_dir():
            return []
        return [path for path in self.folder.iterdir() if name.fullmatch(path.name)]

    def restore(self, backup: Path) -> Path:
        """Copy a backup to a new file beside the present one, which is left as it is; returns the new file.

        Raises `FileRefused` where the backup cannot be opened, `RiskdeskError` where it is not whole or there is no
        room.
        """
        report = self.verify(backup)
        if not report.sound:
            text, params = report.problems[0]
            raise RiskdeskError(N_("This backup is not whole: {reason}"), reason=text.format(**params))
        stem = self.store.path.stem.split("-restored-")[0]
        stamp = f"{self.desk.clock().astimezone():%Y%m%d-%H%M%S}"
        target = self.store.path.with_name(f"{stem}-restored-{stamp}{SUFFIX}")
        try:
            with replacing(target) as partial:
                shutil.copyfile(backup, partial)
        except OSError as error:
            raise RiskdeskError(N_("The backup could not be copied: {reason}"), reason=error.strerror or "") from error
        return target


def thinned(files: list[Path], today: dt.date) -> list[Path]:
    """Which backups may go: of the last 14 days one a day is kept, of the last 12 months one a month, the latest."""
    keep: dict[str, Path] = {}
    for file in files:
        day = _day_of(file)
        if day is None:
            keep[file.name] = file
            continue
        age = (today - day).days
        if age <= KEEP_DAYS:
            keep[day.isoformat()] = file
        elif age <= KEEP_MONTHS * 31:
            keep[day.isoformat()[:7]] = file
    kept = set(keep.values())
    return [file for file in files if file not in kept]


def _day_of(file: Path) -> dt.date | None:
    try:
        return dt.datetime.strptime(file.stem.rsplit("-", 2)[-2], "%Y%m%d").date()
    except (ValueError, IndexError):
        return None
