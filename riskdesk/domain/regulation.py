"""Laws, regulations and standards that bear on the office (spec.md section 1)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from riskdesk.domain.record import Ids, Line, Record, Ref, Text, Title
from riskdesk.domain.words import N_, Choice, labelled


@labelled(law=N_("Law"), regulation=N_("Administrative regulation"), rule=N_("Departmental rule"),
          judicial=N_("Judicial interpretation"), standard=N_("Standard"), local=N_("Local rule"))  # fmt: skip
class RegulationKind(Choice):
    """What rank a text has."""

    LAW = "law"
    REGULATION = "regulation"
    RULE = "rule"
    JUDICIAL = "judicial"
    STANDARD = "standard"
    LOCAL = "local"


class Regulation(Record):
    """One clause, or one whole text, and what it changes for the office."""

    KIND: ClassVar[str] = "regulation"
    LETTER: ClassVar[str] = "G"
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "issuer", "document", "clause", "says", "changes")

    title: Title
    regulation_kind: RegulationKind = RegulationKind.LAW
    issuer: Line = ""
    document: Line = ""
    """Number of the document, such as 国务院令第 698 号."""
    clause: Line = ""
    says: Text = ""
    """What the clause asks for, in the office's words."""
    effective_on: dt.date | None = None
    """The day from which this wording holds."""
    changes: Text = ""
    """What it changes for the office."""
    risk_ids: Annotated[Ids, Ref("risk")] = ()

    @property
    def name_text(self) -> str:
        return " ".join(filter(None, (self.title, self.clause)))
