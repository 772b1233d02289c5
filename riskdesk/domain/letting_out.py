"""What leaves the program masked, and who may let personal data out as written (source.md 7.4, spec.md section 2).

What is masked of a text is in `privacy`; this module is small, since every list asks it.
"""

from __future__ import annotations

from riskdesk.domain.directory import OFFICERS, Person
from riskdesk.domain.errors import FieldError, Invalid
from riskdesk.domain.words import N_

OFFICERS_ONLY = N_("Only a safety officer may take personal data out as written.")
NO_REASON = N_("Say why the personal data are needed.")
_FOR_CALLING = frozenset({"playbook", "drill", "person", "department", "site", "body"})
"""Kinds whose telephone numbers are there to be called."""


def is_masked(kind: str) -> bool:
    """Whether personal data in records of this kind are masked, on paper and in lists."""
    return kind not in _FOR_CALLING


def may_let_out(person: Person | None) -> bool:
    """Whether somebody may take personal data out of the program as written: safety officers and administrators."""
    return person is not None and person.active and person.role in OFFICERS


def let_out(person: Person | None, reason: str) -> str:
    """The reason, tidied, for taking personal data out as written. Raises `Invalid`."""
    if not may_let_out(person):
        raise Invalid([FieldError("reason", OFFICERS_ONLY)])
    if not reason.strip():
        raise Invalid([FieldError("reason", NO_REASON)])
    return " ".join(reason.split())
