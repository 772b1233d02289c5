"""Levels red, yellow and blue, and the scores they come from (source.md 7.1; spec.md section 1)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field

from riskdesk.domain.record import Broken, Ids, Line, Part, rule
from riskdesk.domain.words import N_, Choice, labelled


@labelled(red=N_("Red"), yellow=N_("Yellow"), blue=N_("Blue"))
class Level(Choice):
    """How grave a risk is; red is the gravest."""

    RED = "red"
    YELLOW = "yellow"
    BLUE = "blue"

    @property
    def rank(self) -> int:
        """3 for red, 2 for yellow, 1 for blue."""
        return {"red": 3, "yellow": 2, "blue": 1}[self.value]

    @property
    def sign(self) -> str:
        """The shape that stands beside the word, so that colour never speaks alone."""
        return {"red": "▲", "yellow": "◆", "blue": "●"}[self.value]


Grade = Annotated[int, Field(ge=1, le=5)]


class Matrix(Part):
    """Score by the 5 x 5 matrix: likelihood times severity."""

    method: Literal["matrix"] = "matrix"
    likelihood: Grade
    severity: Grade

    @property
    def points(self) -> float:
        """1 to 25."""
        return self.likelihood * self.severity

    @property
    def factors(self) -> tuple[float, ...]:
        """Likelihood and severity."""
        return self.likelihood, self.severity

    @property
    def formula(self) -> str:
        """The score as people write it."""
        return f"{self.likelihood} × {self.severity} = {self.likelihood * self.severity}"


FIVE = (1, 2, 3, 4, 5)
"""The values of either axis of the matrix; below, those of L, E and C."""
LIKELIHOODS = (0.1, 0.2, 0.5, 1.0, 3.0, 6.0, 10.0)
EXPOSURES = (0.5, 1.0, 2.0, 3.0, 6.0, 10.0)
CONSEQUENCES = (1.0, 3.0, 7.0, 15.0, 40.0, 100.0)


class Lec(Part):
    """Score by the method of hazard evaluation for working conditions (LEC, Graham and Kinney): D = L x E x C."""

    method: Literal["lec"] = "lec"
    likelihood: float
    exposure: float
    consequence: float

    @rule
    def _on_the_scales(self) -> Self:
        for name, scale in (
            ("likelihood", LIKELIHOODS),
            ("exposure", EXPOSURES),
            ("consequence", CONSEQUENCES),
        ):
            if getattr(self, name) not in scale:
                raise Broken(name, N_("Must be one of: {expected}."), expected=", ".join(f"{v:g}" for v in scale))
        return self

    @property
    def points(self) -> float:
        """D, 0.05 to 10,000."""
        return self.likelihood * self.exposure * self.consequence

    @property
    def factors(self) -> tuple[float, ...]:
        """L, E and C."""
        return self.likelihood, self.exposure, self.consequence

    @property
    def formula(self) -> str:
        """The score as people write it."""
        return f"{self.likelihood:g} × {self.exposure:g} × {self.consequence:g} = {self.points:g}"


class Assessment(Part):
    """One judgement of a risk: the score, the level, and why where a rule asks for a reason.

    Without a score and without `by_hand` there is no level. A level set by hand needs `reason` and stays marked.
    """

    score: Annotated[Matrix | Lec, Field(discriminator="method")] | None = None
    level: Level | None = None
    by_hand: bool = False
    reason: Line = ""
    on: dt.date | None = None
    counted: Ids = ()
    """Measures that the score took into account."""

    @rule
    def _stands_on_something(self) -> Self:
        if self.by_hand and not self.reason:
            raise Broken("reason", N_("A level set by hand needs a reason."))
        if self.by_hand and self.level is None:
            raise Broken("level", N_("Choose a level."))
        if self.level is not None and not self.by_hand and self.score is None:
            raise Broken("score", N_("A level comes from a score, or is set by hand with a reason."))
        return self

    @property
    def rank(self) -> int:
        """Rank of the level, 0 without one."""
        return self.level.rank if self.level else 0

    def set_by_hand(self, level: Level | None, reason: str, on: dt.date | None) -> Self:
        """The same judgement with its level set against its score, which stays. Raises `Invalid`."""
        return self.changed(level=level, by_hand=True, reason=reason, on=on)
