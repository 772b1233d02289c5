"""Find any record by a few words, a number or pinyin initials (Ctrl+K)."""

from __future__ import annotations

from dataclasses import dataclass

from riskdesk.desk.verb import Noun
from riskdesk.domain.kinds import KINDS
from riskdesk.store import Query

SEARCHED = ("risk", "case", "playbook", "drill", "incident", "action", "regulation", "contract", "complaint", "review",
            "person", "body", "site", "department")  # fmt: skip
PER_KIND = 6


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    kind: str
    id: str
    number: str
    title: str
    note: str = ""
    """A phone number, a place or a clause, where it helps to tell records apart."""


class Finder(Noun):
    """Search over all kinds."""

    def find(self, text: str) -> list[Hit]:
        """The best hits of each kind, kinds in the order of the loop."""
        if not text.strip():
            return []
        hits = []
        for kind in SEARCHED:
            title = KINDS[kind].SEARCHED[0]
            for row in self.store.rows(kind, self.store.ns(kind, Query(text), PER_KIND)):
                note = row.get("phone") or row.get("place") or row.get("clause") or ""
                hits.append(Hit(kind, row["id"], row["number"], row[title], note))
        return hits
