"""The fourth decision beside prevention, control and transfer: to live with a risk (spec.md section 1)."""

from __future__ import annotations

import datetime as dt

from riskdesk.domain.directory import OFFICERS, Person
from riskdesk.domain.errors import FieldError, Invalid
from riskdesk.domain.level import Level
from riskdesk.domain.risk import Acceptance, Risk
from riskdesk.domain.words import N_


def accepted(risk: Risk, by: Person | None, why: str, until: dt.date | None, today: dt.date) -> Risk:
    """`risk`, accepted by somebody until a day. Raises `Invalid` that names everything that is missing."""
    errors = []
    if by is None:
        errors.append(FieldError("by_id", N_("Choose who approved it.")))
    elif risk.level is Level.RED and by.role not in OFFICERS:
        errors.append(FieldError("by_id", N_("A red risk is accepted by a safety officer.")))
    if not why.strip():
        errors.append(FieldError("why", N_("Say why the risk is acceptable.")))
    if until is None:
        errors.append(FieldError("until", N_("Say until when it is accepted.")))
    elif until < today:
        errors.append(FieldError("until", N_("This day has passed already.")))
    if errors:
        raise Invalid(errors)
    assert by is not None
    assert until is not None
    return risk.changed(acceptance=Acceptance(by_id=by.id, why=why.strip(), until=until, level=risk.level))


def lapsed(acceptance: Acceptance | None, today: dt.date) -> bool:
    """Whether somebody accepted the risk and the day has passed."""
    return acceptance is not None and acceptance.until < today
