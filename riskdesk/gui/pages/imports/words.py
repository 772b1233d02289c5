"""Words of the import page that stand in more than one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from riskdesk.domain.words import N_
from riskdesk.exchange.plan import Tally
from riskdesk.i18n import language, tr

KINDS: Mapping[str, str] = {
    "risk": N_("Risks"), "action": N_("Measures"), "complaint": N_("Complaints"), "person": N_("People"),
}  # fmt: skip
"""What can be brought in, in the order in which it is offered."""

COUNTED: Mapping[str, str] = {
    "risk": N_("{n} risks were imported."), "action": N_("{n} measures were imported."),
    "complaint": N_("{n} complaints were imported."), "person": N_("{n} people were imported."),
}  # fmt: skip

PAGE_OF = {"risk": "risk", "action": "action", "complaint": "complaint", "person": "settings"}
"""The page that shows the list of a kind."""

READABLE = "*.xlsx *.xls *.csv *.xlsm *.xlsb *.et *.ods *.txt *.tsv *.htm *.html *.xml *.mht"
"""What the file dialog offers at first; what a file is, is judged by its content."""


def many(n: int) -> str:
    """A figure with its thousands set apart."""
    return f"{n:,}"


def tally_words(tally: Tally) -> str:
    """What an import would do, in words: only what there is any of."""
    nothing_else = not (tally.there or tally.wrong)
    parts = [tr("{n} new", n=many(tally.new))] if tally.new or nothing_else else []
    if tally.there:
        parts.append(tr("{n} already there", n=many(tally.there)))
    if tally.changed:
        parts.append(tr("{n} of them changed", n=many(tally.changed)))
    if tally.wrong:
        parts.append(tr("{n} with errors", n=many(tally.wrong)))
    return tr(", ").join(parts)


def sentences(parts: Iterable[str]) -> str:
    """Sentences one after the other; Chinese ones need no space between."""
    return ("" if language() == "zh" else " ").join(filter(None, parts))


def skipped_words(skipped: Mapping[str, int]) -> str:
    """Which rows are no records, and how many of each sort."""
    if not skipped:
        return ""
    told = [tr("{what}: {n}", what=tr(what), n=many(n)) for what, n in skipped.items()]
    return tr("Left out: {rows}", rows=tr("; ").join(told))
