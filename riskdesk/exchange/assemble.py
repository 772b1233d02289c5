"""The values of one row as the fields of a record: scores made into judgements, text without a field kept as notes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from riskdesk.domain.action import Action, ActionOrigin, ActionState, dated
from riskdesk.domain.errors import Invalid
from riskdesk.domain.level import Assessment, Lec, Level, Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.record import Record
from riskdesk.domain.risk import Risk, edited, next_review_after
from riskdesk.domain.words import N_
from riskdesk.exchange.cells import Fault
from riskdesk.exchange.targets import JUDGEMENTS, NOTES_FIELD, SCORES, TITLE_FIELD
from riskdesk.i18n import tr

OWN_NUMBER = re.compile(r"[A-Z][A-Z0-9]{1,5}-[A-Z]-\d{4}-\d{4,}")
LONGEST_TITLE = 200
_SHORT = 60

INCOMPLETE = N_("The score is incomplete: {missing} is missing.")
OTHER_LEVEL = N_("The list says {level}; by this office's rules {formula} is {own}.")
OTHER_POINTS = N_("The list says {points}; it is {formula}.")
DUE_BEFORE_FOUND = N_("Due before it was found.")
DONE_BEFORE_FOUND = N_("Done before it was found.")
DONE_YET_OPEN = N_("There is a day on which it was done, but it is still open.")
DONE_WHEN = N_("Done, but it does not say on which day.")
UNCONFIRMED = N_("Confirmed on {day}, but not by whom: taken as done, to be confirmed.")
OWNERLESS = N_("Confirmed, but it has no owner: taken as done, to be confirmed.")
SHORTENED = N_("The title is longer than {n} characters: shortened, the whole text is kept.")

Values = dict[str, Any]
Notices = list[tuple[str, Fault]]
"""(target, what is wrong or worth knowing)."""


@dataclass
class Assembled:
    """`given` are fields that the row tells, `defaults` those that a new record has besides, `notes` lines of text
    without a field of their own."""

    given: dict[str, Any]
    defaults: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    errors: Notices = field(default_factory=list)
    warnings: Notices = field(default_factory=list)
    number: str = ""
    """By which the row may be in the file already: a number of this program, or of the system a complaint is from."""


class Assembler:
    """Makes the fields of one kind. `constants` are fields of every new record whose row is silent."""

    def __init__(
        self, kind: str, policy: Policy, today: dt.date, constants: Mapping[str, Any], targets: Iterable[str]
    ) -> None:
        self.kind, self.policy, self.today = kind, policy, today
        self.constants = dict(constants)
        self.number_label = tr("Number there")
        names = tuple(targets)
        self._parts = tuple(name for name in names if name.partition(".")[0] in JUDGEMENTS)
        self._has_spot = "site_place" in names
        self._judgements: dict[tuple[Any, ...], Assembled] = {}
        self._title, self._notes = TITLE_FIELD[kind], NOTES_FIELD[kind]
        self._special = {"risk": self._risk, "action": self._action, "complaint": self._complaint}.get(kind)

    def fields(self, values: Values, notes: list[str]) -> Assembled:
        """The fields that a row of parsed `values` makes; `notes` are lines of text without a field of their own."""
        number = ""
        if "number" in values:
            told = values.pop("number")
            if OWN_NUMBER.fullmatch(told):
                number = told
            elif not re.fullmatch(r"[1-9]\d{0,3}", told):
                notes = [f"{self.number_label}：{told}", *notes]
        if self._has_spot:
            for name, told in zip(("site_id", "place"), values.pop("site_place", ()), strict=False):
                if told:
                    values.setdefault(name, told)
        made = Assembled(values, dict(self.constants), notes, number=number)
        self._name(made)
        if self._special:
            self._special(made)
        return made

    def new(self, made: Assembled) -> dict[str, Any]:
        """The fields of a new record."""
        fields = {**made.defaults, **made.given}
        if made.notes:
            fields[self._notes] = with_notes(fields.get(self._notes, ""), made.notes)
        return fields

    def changed(self, base: Record, fields: Mapping[str, Any]) -> Record:
        """`base` with what a row tells otherwise, by the rules of an edit. Raises `Invalid`."""
        if isinstance(base, Risk):
            by_hand = {
                name: getattr(base, name).set_by_hand(new.level, new.reason, new.on) for name, new in fields.items()
                if isinstance(new, Assessment) and new.by_hand
            }  # fmt: skip
            return edited(base, {**fields, **by_hand})
        after = base.changed(**fields)
        # On which day it was done is not known where the list does not say it.
        return dated(after, base, None) if isinstance(after, Action) and isinstance(base, Action) else after

    def _name(self, made: Assembled) -> None:
        """A title that is too long, or that only the long text tells, is cut at its first sentence."""
        title = made.given.get(self._title)
        if self.kind == "person":
            return
        if title is None and (told := [*filter(None, [made.given.get(self._notes)]), *made.notes]):
            made.defaults[self._title] = _first_sentence(told[0])
        elif title is not None and len(title) > LONGEST_TITLE:
            made.notes.insert(0, title)
            made.given[self._title] = _first_sentence(title)
            made.warnings.append((self._title, Fault(SHORTENED, {"n": LONGEST_TITLE})))

    # risks

    def _risk(self, made: Assembled) -> None:
        given = made.given
        if self._parts:
            key = tuple([given.pop(name, None) for name in self._parts])
            judged = self._judgements.get(key)
            if judged is None:  # scores are alike in many rows: each is made once
                judged = self._judgements[key] = self._all_judged(dict(zip(self._parts, key, strict=True)))
            given.update(judged.given)
            made.errors += judged.errors
            made.warnings += judged.warnings
        days = given.get("review_days") or self.policy.review_days
        if "review_days" not in given:
            made.defaults["review_days"] = days
        if "next_review" not in given and given.get("status") != "closed":
            made.defaults["next_review"] = next_review_after(self.today, days)

    def _all_judged(self, values: Values) -> Assembled:
        """The judgements that the scores and levels of a row make."""
        made = Assembled({})
        for judgement in JUDGEMENTS:
            start = f"{judgement}."
            parts = {
                name.removeprefix(start): value for name, value in values.items()
                if name.startswith(start) and value is not None
            }  # fmt: skip
            assessment = self._judged(judgement, parts, made)
            if assessment is not None:
                made.given[judgement] = assessment
        return made

    def _judged(self, which: str, parts: Values, made: Assembled) -> Assessment | None:
        reason = parts.get("reason", "")
        for method, names in _METHODS.items():
            figures = {name: parts.get(f"{method}.{name}") for name in names}
            if all(value is None for value in figures.values()):
                continue
            for name, value in figures.items():
                if value is None:
                    fault = Fault(INCOMPLETE, {"missing": tr(SCORES[f"{method}.{name}"][-1])})
                    made.errors.append((f"{which}.{method}.{name}", fault))
                    return None
            score = (Lec if method == "lec" else Matrix).model_validate(figures)
            assessment = self.policy.assess(score, self.today, reason=reason)
            made.warnings += _differences(which, score, assessment, parts)
            return assessment
        if "level" not in parts:
            return None
        why = reason or tr("Level as in the imported list")
        return Assessment(level=Level(parts["level"]), by_hand=True, reason=why, on=self.today)

    # measures and hazards

    def _action(self, made: Assembled) -> None:
        given = made.given
        found, due, done = given.get("found_on"), given.get("due"), given.get("done_on")
        if found and due and due < found:
            made.warnings.append(("due", Fault(DUE_BEFORE_FOUND)))
        if found and done and done < found:
            made.warnings.append(("done_on", Fault(DONE_BEFORE_FOUND)))
        confirmed = bool(given.get("verified_on") and given.get("verified_by_id"))
        if given.get("state") in (None, ActionState.DONE.value) and (done or given.get("verified_on")):
            given["state"] = (ActionState.VERIFIED if confirmed else ActionState.DONE).value
        if (
            given.get("state") == ActionState.VERIFIED.value
            and given.get("verified_by_id")
            and not given.get("owner_id")
        ):
            given["state"] = ActionState.DONE.value
            given.pop("verified_on", None)
            made.warnings.append(("owner_id", Fault(OWNERLESS)))
        if given.get("state") != ActionState.VERIFIED.value and (day := given.pop("verified_on", None)):
            made.warnings.append(("verified_on", Fault(UNCONFIRMED, {"day": day.isoformat()})))
        state = given.get("state")
        if done and state in _STILL_OPEN:
            made.warnings.append(("done_on", Fault(DONE_YET_OPEN)))
        if not done and state == ActionState.DONE.value:
            made.warnings.append(("state", Fault(DONE_WHEN)))
        if "origin" not in given and (found or given.get("grade")):
            made.defaults["origin"] = ActionOrigin.INSPECTION

    # complaints

    def _complaint(self, made: Assembled) -> None:
        made.number = made.given.get("external", "").strip()


_STILL_OPEN = frozenset(state.value for state in ActionState if state.is_open)
_METHODS = {"lec": ("likelihood", "exposure", "consequence"), "matrix": ("likelihood", "severity")}


def _differences(which: str, score: Matrix | Lec, found: Assessment, parts: Values) -> Notices:
    """Points and level that a list gives beside its score are compared with it, never taken over."""
    told: Notices = []
    points, level = parts.get("points"), parts.get("level")
    if points is not None and abs(points - score.points) > 0.01:
        told.append((f"{which}.points", Fault(OTHER_POINTS, {"points": f"{points:g}", "formula": score.formula})))
    if level is not None and found.level is not None and level != found.level.value:
        params = {"level": tr(Level(level).label), "formula": score.formula, "own": tr(found.level.label)}
        told.append((f"{which}.level", Fault(OTHER_LEVEL, params)))
    return told


def with_notes(text: str, notes: Iterable[str]) -> str:
    """`text` with those of `notes` below it that do not stand in it yet."""
    lines = f"\n{text}\n"
    return "\n".join(filter(None, (text, *(note for note in notes if f"\n{note}\n" not in lines))))


def _first_sentence(text: str) -> str:
    """A short title out of a long text."""
    first = re.split(r"[。；;！!？?\n]", text.strip(), maxsplit=1)[0].strip()
    return first if 0 < len(first) <= _SHORT else (first or text)[: _SHORT - 1].rstrip("，,、 ") + "…"


def broken_fields(invalid: Invalid) -> Notices:
    """What a record's own rules say, by target: `current.reason` stands at the judgement's first column."""
    return [(error.field, Fault(error.text, error.params)) for error in invalid.errors]
