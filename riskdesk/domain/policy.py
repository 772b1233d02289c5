"""What an office decides for itself: levels, scales, families, response tiers, intervals. Defaults from source.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, Field

from riskdesk.domain import scale
from riskdesk.domain.errors import NotAllowed
from riskdesk.domain.level import Assessment, Lec, Level, Matrix
from riskdesk.domain.record import Broken, Line, Part, Record, Seconds, Text, rule
from riskdesk.domain.scale import Grade, Named
from riskdesk.domain.words import N_, Choice, labelled

POLICY_ID = "00000000-0000-7000-8000-000000000001"
"""There is one policy; its id is the same in every file so that sites and office exchange it."""


@labelled(
    activate=N_("Activate the playbook"), on_site=N_("Arrive on site"), report_every=N_("Report progress"),
    respond=N_("Respond"), plan=N_("Start the plan"), statement=N_("Publish a statement"),
    solve=N_("Solve and call back"), close=N_("Close"),
)  # fmt: skip
class Duty(Choice):
    """What a response tier sets a time for."""

    ACTIVATE = "activate"
    ON_SITE = "on_site"
    REPORT_EVERY = "report_every"
    RESPOND = "respond"
    PLAN = "plan"
    STATEMENT = "statement"
    SOLVE = "solve"
    CLOSE = "close"


class Limit(Part):
    """One time set by a tier: seconds from the start, or between two reports for REPORT_EVERY."""

    duty: Duty
    seconds: Seconds


class Tier(Named):
    """A response tier (source.md 3.4; for public opinion 7.2)."""

    lead: Line = ""
    examples: Line = ""
    limits: tuple[Limit, ...] = ()
    tasks: tuple[Line, ...] = ()
    """What it asks for besides its times."""

    def limit(self, duty: Duty) -> int | None:
        """Seconds that this tier allows for `duty`, or None where it sets none."""
        return next((item.seconds for item in self.limits if item.duty == duty), None)


class Office(Part):
    """Who stands in the head and foot of every form."""

    name: Line = ""
    department: Line = ""
    phone: Line = ""


KEYED = {"families": "family", "scenario_classes": "scenario_class"}
"""List of the policy to the field in which records hold a key of it."""
MatrixRows = tuple[tuple[Level, ...], ...]


def _default_matrix() -> MatrixRows:
    """Rows by likelihood 1 to 5, columns by severity 1 to 5: red from 15 points, yellow from 8, else blue."""

    def level(points: int) -> Level:
        return Level.RED if points >= 15 else Level.YELLOW if points >= 8 else Level.BLUE

    return tuple(tuple(level(row * column) for column in range(1, 6)) for row in range(1, 6))


def _or(default: tuple[Any, ...]) -> AfterValidator:
    """An office that has none, as one whose file is older than the defaults, works with these."""
    return AfterValidator(lambda own: own or default)


class Policy(Record):
    """The office's own numbers. `matrix[likelihood-1][severity-1]` is the level of a cell."""

    KIND: ClassVar[str] = "policy"
    LEFT_BEHIND: ClassVar[tuple[str, ...] | None] = None
    id: str = POLICY_ID
    office: Office = Office()
    families: Annotated[tuple[Named, ...], _or(scale.FAMILIES)] = scale.FAMILIES
    scenario_classes: Annotated[tuple[Named, ...], _or(scale.SCENARIO_CLASSES)] = scale.SCENARIO_CLASSES
    tiers: tuple[Tier, ...] = ()
    matrix: MatrixRows = Field(default_factory=_default_matrix)
    lec_red: float = Field(default=160, gt=0)
    """D from here on is red (LEC: 160 high, needs immediate rectification)."""
    lec_yellow: float = Field(default=70, gt=0)
    """D from here on is yellow (LEC: 70 significant, needs rectification)."""
    likelihood_words: Annotated[tuple[Grade, ...], _or(scale.LIKELIHOOD)] = scale.LIKELIHOOD
    severity_words: Annotated[tuple[Grade, ...], _or(scale.SEVERITY)] = scale.SEVERITY
    lec_likelihood_words: Annotated[tuple[Grade, ...], _or(scale.LEC_LIKELIHOOD)] = scale.LEC_LIKELIHOOD
    lec_exposure_words: Annotated[tuple[Grade, ...], _or(scale.LEC_EXPOSURE)] = scale.LEC_EXPOSURE
    lec_consequence_words: Annotated[tuple[Grade, ...], _or(scale.LEC_CONSEQUENCE)] = scale.LEC_CONSEQUENCE
    taboo_phrases: tuple[Line, ...] = ()
    empathy_phrases: tuple[Line, ...] = ()
    review_days: Annotated[int, Field(ge=1, le=3660)] = 90
    """Default interval between reviews of a risk: once a quarter (source.md 7.1)."""
    drill_days: Annotated[int, Field(ge=1, le=3660)] = 90
    """Default interval between drills of a playbook at a site: once a quarter (source.md 7.3)."""
    report_seconds: Seconds = 24 * 3600
    """The post-incident report is due this long after closing (source.md 7.3)."""
    cases_per_month: Annotated[int, Field(ge=0)] = 4
    study_cases: Annotated[int, Field(ge=0)] = 10
    exam_pass: Annotated[int, Field(ge=0, le=100)] = 80
    drill_pass: Annotated[int, Field(ge=0, le=100)] = 85
    notes: Text = ""

    @rule
    def _whole(self) -> Self:
        if len(self.matrix) != 5 or any(len(row) != 5 for row in self.matrix):
            raise Broken("matrix", N_("The matrix needs 5 rows of 5 levels."))
        if self.lec_yellow >= self.lec_red:
            raise Broken("lec_yellow", N_("Yellow must begin below red."))
        for name in ("families", "scenario_classes", "tiers"):
            keys = [item.key for item in getattr(self, name)]
            if len(keys) != len(set(keys)):
                raise Broken(name, N_("The same key stands there twice."))
        return self

    def level_of(self, score: Matrix | Lec) -> Level:
        """The level that this policy gives a score."""
        if isinstance(score, Matrix):
            return self.matrix[score.likelihood - 1][score.severity - 1]
        points = score.points
        return Level.RED if points >= self.lec_red else Level.YELLOW if points >= self.lec_yellow else Level.BLUE

    def assess(self, score: Matrix | Lec, on: dt.date, counted: tuple[str, ...] = (), reason: str = "") -> Assessment:
        """An assessment whose level follows from its score."""
        return Assessment(score=score, level=self.level_of(score), on=on, counted=counted, reason=reason)

    def agrees(self, assessment: Assessment) -> bool:
        """Whether the level is what the score and this policy give, or was set by hand with a reason."""
        if assessment.by_hand:
            return bool(assessment.reason) and assessment.level is not None
        if assessment.score is None:
            return assessment.level is None
        return assessment.level == self.level_of(assessment.score)

    def rescaled(self, assessment: Assessment) -> Assessment:
        """The same judgement under this policy; a level set by hand stays."""
        if assessment.by_hand or assessment.score is None:
            return assessment
        return assessment.model_copy(update={"level": self.level_of(assessment.score)})

    def named(self, field: str, key: str, language: str = "zh") -> str:
        """What people call `key` of the list `field` ('families', 'scenario_classes', 'tiers'); the key if unknown."""
        return next((item.in_language(language) for item in getattr(self, field) if item.key == key), key)

    def tier(self, key: str) -> Tier | None:
        """The response tier of that key."""
        return next((tier for tier in self.tiers if tier.key == key), None)


def check_kept(before: Policy, after: Policy, uses: Callable[[str], Mapping[str, int]]) -> None:
    """Whether `after` still has every key that records use. `uses(field)` counts the records of each key of a list.

    Raises `NotAllowed`.
    """
    for field in KEYED:
        kept = {named.key for named in getattr(after, field)}
        gone = [named for named in getattr(before, field) if named.key not in kept]
        used = uses(field) if gone else {}
        for named in gone:
            if count := used.get(named.key, 0):
                raise NotAllowed(
                    N_("{name} is in use by {n} records and stays. It can be renamed."), name=named.name, n=count
                )
