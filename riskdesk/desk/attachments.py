"""What can be done with the files attached to records. Their bytes lie in the file itself, under their SHA-256."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Sequence
from pathlib import Path

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain import attachments as rules
from riskdesk.domain.errors import NotFound
from riskdesk.domain.record import Attachment, Record
from riskdesk.domain.words import N_
from riskdesk.store import Write
from riskdesk.whole_file import replacing

PIECE = 1024 * 1024
"""Bytes between two reports of how far a file is."""
Progress = Callable[[int, int], None]


class Attachments(Noun):
    """Photos, scans and papers of any record that has `attachments`."""

    @verb(N_("Attach files"))
    def attach(self, write: Write, kind: str, id: str, files: Sequence[Attachment]) -> Record:
        """Attach files that `keep` has taken in; one that is attached already stays as it is."""
        return self._set(write, kind, id, rules.joined(self.of(kind, id), files))

    @verb(N_("Remove attachment"))
    def remove(self, write: Write, kind: str, id: str, sha256: str) -> Record:
        """Take a file off a record. Its bytes stay in the file, so that undo has it back."""
        return self._set(write, kind, id, rules.without(self.of(kind, id), sha256))

    def _set(self, write: Write, kind: str, id: str, files: tuple[Attachment, ...]) -> Record:
        record = self.desk.get(kind, id)
        return write.save(record.changed(attachments=files), record)

    def of(self, kind: str, id: str) -> tuple[Attachment, ...]:
        """The files of a record. Raises `NotFound`."""
        found: tuple[Attachment, ...] = getattr(self.desk.get(kind, id), "attachments")  # noqa: B009
        return found

    def keep(self, sources: Sequence[Path], progress: Progress | None = None) -> list[Attachment]:
        """Take files into this one: long, for work off the GUI thread. `progress` is told bytes read and in all.

        Raises `NotFound` where one cannot be read, `NotAllowed` where one is too large, and what `progress` raises.
        """
        sizes = [_size(source) for source in sources]
        read, kept = 0, []
        for source, size in zip(sources, sizes, strict=True):
            # Read once in pieces: a slow stick shows how far it is and can be left, the store then reads from memory.
            try:
                with source.open("rb") as file:
                    while piece := file.read(PIECE):
                        read += len(piece)
                        if progress:
                            progress(read, max(read, sum(sizes)))
            except OSError as error:
                raise NotFound(N_("{name} cannot be read."), name=source.name) from error
            name = rules.safe_name(source.name)
            mime = mimetypes.guess_type(name)[0] or ""
            kept.append(Attachment(sha256=self.store.attach(source), name=name, mime=mime, size=size))
        return kept

    def write_to(self, attachment: Attachment, target: Path, progress: Progress | None = None) -> None:
        """Write the bytes of a file to `target`, whole or not at all.

        Raises `NotFound`, `FileRefused`, `Cancelled`, `OSError`.
        """
        written = 0
        with replacing(target) as partial, partial.open("wb") as file:
            for piece in self.store.attachment(attachment.sha256):
                file.write(piece)
                written += len(piece)
                if progress:
                    progress(written, max(written, attachment.size))


def _size(source: Path) -> int:
    try:
        return source.stat().st_size
    except OSError as error:
        raise NotFound(N_("{name} cannot be read."), name=source.name) from error
