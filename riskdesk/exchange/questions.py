"""What a person is asked before an import: each unclear column, word and name once. Answers are plain strings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz, process

from riskdesk.domain.policy import Policy
from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Value, clean, fold, is_empty, text_of
from riskdesk.exchange.choices import options_of, proposals
from riskdesk.exchange.dates import NOT_A_DATE, ORDERS, Unclear, read_date
from riskdesk.exchange.heads import Head
from riskdesk.exchange.targets import Target
from riskdesk.exchange.values import error_in, is_blank
from riskdesk.i18n import tr

CREATE, LEAVE, AS_TEXT, MATCH = "create", "leave", "text", "match:"
"""Answers: make a new entry, leave the field empty (the name is kept as text), keep the word as text, and
`match:<id>`, an entry that is there."""

NAMED = {"person": N_("Person"), "department": N_("Department"), "site": N_("Site")}
_NEAR = 50
_SEVERAL = re.compile(r"[、,，;；/\n]|\s{2,}")


@dataclass(frozen=True)
class Option:
    """One answer: its key, and what people read."""

    key: str
    label: str


@dataclass(frozen=True)
class Question:
    """One thing to ask. A `sure` proposal counts as the answer until a person gives another.

    `kind` is 'order', 'word', 'name' or 'constant'; `about` the word or name; `rows` how many rows hang on it.
    """

    key: str
    kind: str
    text: str
    params: Mapping[str, Any]
    options: tuple[Option, ...]
    proposal: str = ""
    sure: bool = False
    about: str = ""
    column: str = ""
    rows: int = 0
    target: str = ""

    @property
    def sentence(self) -> str:
        """The question, in the language in use."""
        return tr(self.text, **self.params)


@dataclass(frozen=True)
class Known:
    """What is in the file already that names are matched with: kind to (id, name) pairs; `left` are those of people
    who work here no longer."""

    policy: Policy
    names: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    left: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)

    def exact(self, kind: str, name: str) -> list[str]:
        """Ids of the entries of that very name, whatever the spaces."""
        return self._by_name.get(kind, {}).get(fold(name), [])

    def near(self, kind: str, name: str) -> list[tuple[float, str]]:
        """(likeness in percent, id) of the entries whose names are most like it, the best first."""
        ids = dict(self._folded.get(kind, ()))
        found = process.extract(fold(name), ids, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=5)
        return [(score, id) for _, score, id in found]

    @cached_property
    def _folded(self) -> dict[str, list[tuple[str, str]]]:
        return {kind: [(id, fold(name)) for id, name in named] for kind, named in self.names.items()}

    @cached_property
    def _by_name(self) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, list[str]]] = {}
        for kind, named in self._folded.items():
            for id, name in named:
                found.setdefault(kind, {}).setdefault(name, []).append(id)
        return found


def counted(values: Sequence[Value]) -> Counter[str]:
    """How often each word stands in a column; empty cells and those that show an error are left out."""
    found: Counter[str] = Counter()
    for value, count in Counter(value for value in values if not is_empty(value)).items():
        if not is_blank(value) and error_in(value) is None:
            found[word_of(value)] += count
    return found


def word_of(value: Value) -> str:
    """A cell as a word or name: on one line, 3.0 as 3."""
    return " ".join(text_of(value).split())


def word_questions(head: Head, target: Target, words: Counter[str], policy: Policy) -> list[Question]:
    """Every distinct word of a column that becomes a closed choice."""
    of = target.of or target.name.split(".", 1)[1]
    meant = proposals(of, words, policy)
    options = (*(Option(*pair) for pair in options_of(of, policy)), Option(LEAVE, tr("Leave empty")))
    text = N_("{column}: what does “{word}” mean?")
    return [
        Question(
            f"word:{target.name}:{fold(word)}", "word", text, {"column": head.label, "word": word}, options,
            meant[word].value, meant[word].sure, word, head.letter, count, target.name,
        )
        for word, count in words.items()
    ]  # fmt: skip


def date_questions(head: Head, target: Target, values: Sequence[Value], date1904: bool) -> list[Question]:
    """The order of a column's figures where it is unclear, and words that stand in place of a date."""
    unclear: list[tuple[Unclear, int]] = []
    evidence: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for value, count in Counter(v for v in values if isinstance(v, str) and not is_blank(v)).items():
        found = read_date(value, date1904=date1904)
        if isinstance(found, Unclear):
            unclear.append((found, count))
        elif not isinstance(found, (str, type(None))) and getattr(found, "text", "") == NOT_A_DATE:
            if not any(sign.isdigit() for sign in value) and len(clean(value)) <= 12:
                words[word_of(value)] += count
        else:
            evidence.update(order for order in ("dmy", "mdy") if _only_by(value, order, date1904))
    asked = []
    if unclear:
        orders = [order for order in ORDERS if all(order in dict(found.days) for found, _ in unclear)]
        orders = orders or [order for order in ORDERS if any(order in dict(found.days) for found, _ in unclear)]
        best = next(iter(evidence)) if len(evidence) == 1 else ""
        example = unclear[0][0].typed
        options = tuple(Option(order, f"{tr(ORDERS[order])}: {_example(unclear[0][0], order)}") for order in orders)
        asked.append(Question(
            f"order:{head.key}", "order", N_("{column}: in which order stand the figures of {example}?"),
            {"column": head.label, "example": example}, options, best if best in orders else "", False, example,
            head.letter, sum(count for _, count in unclear), target.name,
        ))  # fmt: skip
    text = N_("{column}: “{word}” is no date. Leave the date empty and keep the word as text?")
    options = (Option(AS_TEXT, tr("Leave empty, keep as text")),)
    for word, count in words.items():
        params = {"column": head.label, "word": word}
        asked.append(Question(f"word:{target.name}:{fold(word)}", "word", text, params, options, "", False, word,
                              head.letter, count, target.name))  # fmt: skip
    return asked


def _only_by(value: str, order: str, date1904: bool) -> bool:
    other = {"dmy": "mdy", "mdy": "dmy"}[order]
    by_this, by_other = (read_date(value, date1904=date1904, order=o) for o in (order, other))
    return hasattr(by_this, "year") and not hasattr(by_other, "year")


def _example(found: Unclear, order: str) -> str:
    day = dict(found.days).get(order)
    return day.isoformat() if day else "—"


def name_questions(kind: str, names: Counter[str], known: Known) -> list[Question]:
    """Every name that is not in the file exactly once: match, create or leave."""
    asked = []
    for name, count in names.items():
        same = known.exact(kind, name)
        if len(same) == 1:
            continue
        asked.append(_name_question(kind, name, count, same, known))
    return asked


def _name_question(kind: str, name: str, count: int, same: list[str], known: Known) -> Question:
    several = bool(_SEVERAL.search(name))
    bare = re.sub(r"[(（【\[].*?[)）】\]]|[\d\s+-]{5,}", "", name).strip()
    by_part = [id for part in (_SEVERAL.split(name) if several else [bare]) for id in known.exact(kind, part)]
    labels = dict(known.names.get(kind, ()))
    near = known.near(kind, name)
    ids = dict.fromkeys([*same, *by_part, *(id for _, id in near)])
    left = [id for id, of_old in known.left.get(kind, ()) if not same and fold(of_old) == fold(name)]
    options = [
        *(Option(f"{MATCH}{id}", f"{name} · {tr('has left')}") for id in left),
        *(Option(f"{MATCH}{id}", labels[id]) for id in ids),
    ]
    creates = kind != "site" and not several and not same
    if creates:
        options.append(Option(CREATE, tr("Create “{name}”", name=name)))
    options.append(Option(LEAVE, tr("Leave empty, keep the name as text")))
    proposal, sure = "", False
    if len(left) == 1:
        proposal = f"{MATCH}{left[0]}"
    elif len(by_part) == 1 and not several and not same:
        proposal, sure = f"{MATCH}{by_part[0]}", True
    elif near and near[0][0] >= 80 and not same and not several:
        proposal = f"{MATCH}{near[0][1]}"
    elif creates:
        proposal = CREATE
    if same:
        text = N_("There are several entries “{name}”. Which one is meant?")
    elif left:
        text = N_("“{name}” works here no longer. Match all the same, create or leave?")
    else:
        text = N_("“{name}” is not in the directory. Match, create or leave?")
    return Question(f"name:{kind}:{fold(name)}", "name", text, {"name": name}, tuple(options), proposal, sure, name,
                    "", count, kind)  # fmt: skip
