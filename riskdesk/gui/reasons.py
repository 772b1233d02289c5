"""Why something could not be done, in the words that a person is shown."""

from __future__ import annotations

from riskdesk.domain.errors import Invalid, RiskdeskError
from riskdesk.i18n import tr


def sentence(error: Exception) -> str:
    """What it says; an error that is none for people goes on."""
    if not isinstance(error, RiskdeskError):
        raise error
    return tr(error.text, **error.params)


def reasons(error: Exception) -> str:
    """The same, where a record breaks its rules each broken rule: for a place that shows no fields to mark."""
    if isinstance(error, Invalid):
        return " ".join(tr(found.text, **found.params) for found in error.errors)
    return sentence(error)
