"""Scores, levels and policies, as the tests of levels make and hold them against each other."""

from __future__ import annotations

from typing import Any

from riskdesk.desk import Desk
from riskdesk.domain.level import Assessment, Lec, Level, Matrix
from riskdesk.domain.policy import Policy
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk


def all_of(level: Level) -> dict[str, Any]:
    return {"matrix": ((level,) * 5,) * 5}


def lec(likelihood: float, exposure: float, consequence: float) -> Lec:
    return Lec(likelihood=likelihood, exposure=exposure, consequence=consequence)


def matrix(likelihood: int, severity: int) -> Matrix:
    return Matrix(likelihood=likelihood, severity=severity)


def with_cell(policy: Policy, likelihood: int, severity: int, level: Level) -> Policy:
    rows = [list(row) for row in policy.matrix]
    rows[likelihood - 1][severity - 1] = level
    return policy.changed(matrix=rows)


def scored(desk: Desk, score: Matrix | Lec, which: str = "current", title: str = "风险") -> Risk:
    risk = desk.risks.add(Risk(title=title, family="operational")).value
    return desk.risks.rescore(risk.id, which, score).value


def change(desk: Desk, **fields: Any) -> Policy:
    base = desk.policies.read()
    return desk.policies.save(base.changed(**fields), base).value


def judgements(desk: Desk) -> dict[tuple[str, str], Assessment]:
    return {(risk.id, which): getattr(risk, which) for risk in desk.store.select(Risk) for which in JUDGEMENT_NAMES}


def disagreeing(desk: Desk) -> list[tuple[str, str]]:
    """Judgements that the policy of the file does not give."""
    policy = desk.policies.read()
    return [key for key, judged in judgements(desk).items() if not policy.agrees(judged)]
