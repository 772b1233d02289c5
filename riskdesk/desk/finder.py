"""Find any record by a few words, a number or pinyin initials (Ctrl+K)."""

from __future__ import annotations

from dataclasses import dataclass

from riskdesk.desk.verb import Noun
from riskdesk.domain.kinds import KINDS
from riskdesk.store import Query

SEARCHED = ("risk", "case", "playbook", "drill", "incident", "action", "regulation", "contract", "complaint", "review",
            "person", "body", "site", "department")  # fmt: skip
NOTES = ("phone", "place", "clause", "planned_on")
PER_KIND = 6
FIRST = 2
"""So many of each kind come before further ones of any: ten drills of one name do not hide the incident."""


@dataclass(frozen=True)
class Hit:
    """A record that was found."""

    kind: str
    id: str
    number: str
    title: str
    note: str = ""
    """A phone number, a place, a clause or a day, where it helps to tell records apart."""


class Finder(Noun):
    """Search over all kinds."""

    def find(self, text: str) -> list[Hit]:
        """The best hits of each kind, kinds in the order of the loop, and then the next best of each."""
        if not text.strip():
            return []
        first: list[Hit] = []
        further: list[Hit] = []
        for kind in SEARCHED:
            title = KINDS[kind].SEARCHED[0]
            for place, row in enumerate(self.store.rows(kind, self.store.ns(kind, Query(text), PER_KIND))):
                note = next((row[field] for field in NOTES if row.get(field)), "")
                hit = Hit(kind, row["id"], row["number"], row[title], note)
                (first if place < FIRST else further).append(hit)
        return first + further
