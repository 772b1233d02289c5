"""What can be done with the office's policy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.errors import NotFound
from riskdesk.domain.level import Assessment
from riskdesk.domain.policy import POLICY_ID, Policy
from riskdesk.domain.risk import JUDGEMENT_NAMES, Risk
from riskdesk.domain.words import N_
from riskdesk.store import Write


@dataclass(frozen=True)
class Move:
    """A risk whose level a changed policy moves."""

    risk: Risk
    which: str
    before: Assessment
    after: Assessment


class Policies(Noun):
    """The office's own numbers."""

    @verb(N_("Change policy"), palette=True, long=True)
    def save(self, write: Write, policy: Policy, base: Policy) -> Policy:
        """Save the policy and rescale every risk by it, in one undoable step. Raises `Conflict`, `Invalid`."""
        try:
            write.row("policy", POLICY_ID)
            saved = write.save(policy, base)
        except NotFound:
            saved = write.create(policy)
        for risk, fields in self._rescaled(policy):
            write.save(risk.model_copy(update=fields), risk)
        return saved

    def read(self) -> Policy:
        """The policy of the file, or the defaults."""
        try:
            return self.store.get(Policy, POLICY_ID)
        except NotFound:
            return Policy()

    def moves(self, policy: Policy) -> list[Move]:
        """What `policy` would move: shown before it is saved."""
        return [
            Move(risk, which, getattr(risk, which), assessment)
            for risk, fields in self._rescaled(policy)
            for which, assessment in fields.items()
        ]

    def _rescaled(self, policy: Policy) -> list[tuple[Risk, dict[str, Any]]]:
        found = []
        for risk in self.store.select(Risk):
            fields = {
                which: rescaled
                for which in JUDGEMENT_NAMES
                if (rescaled := policy.rescaled(getattr(risk, which))) != getattr(risk, which)
            }
            if fields:
                found.append((risk, fields))
        return found
