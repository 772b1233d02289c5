"""What can be done with the office's policy."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from uuid_utils import uuid7

from riskdesk.desk.derive import rescaled_reasons
from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.errors import NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.level import Assessment
from riskdesk.domain.policy import KEYED, POLICY_ID, Policy, check_kept
from riskdesk.domain.risk import Risk, rescaled
from riskdesk.domain.words import N_
from riskdesk.store import Write


@dataclass(frozen=True)
class Move:
    """A risk whose level a changed policy moves."""

    risk: Risk
    which: str
    before: Assessment
    after: Assessment

    @property
    def is_level(self) -> bool:
        """Whether it is the level that moves."""
        return self.before.level is not self.after.level


class Policies(Noun):
    """The office's own numbers."""

    @verb(N_("Change policy"), long=True)
    def save(self, write: Write, policy: Policy, base: Policy) -> Policy:
        """Save the policy; what it moves is rescaled with it, in one undoable step.

        Raises `Conflict`, `Invalid`, and `NotAllowed` where a family or class that records use is gone.
        """
        try:
            write.row("policy", POLICY_ID)
        except NotFound:
            return write.create(policy)
        check_kept(base, policy, self.uses)
        return write.save(policy, base)

    def uses(self, field: str) -> dict[str, int]:
        """How many records have each key of a list of the policy: 'families' or 'scenario_classes'."""
        counts: Counter[str] = Counter()
        for kind, cls in KINDS.items():
            if KEYED[field] in cls.model_fields:
                counts.update({key: n for key, n in self.store.count_by(kind, KEYED[field]).items() if key})
        return dict(counts)

    def new_key(self) -> str:
        """A key for a new entry of such a list, unlike that of any other site."""
        return f"k{uuid7().hex}"

    def read(self) -> Policy:
        """The policy of the file, or the defaults."""
        try:
            return self.store.get(Policy, POLICY_ID)
        except NotFound:
            return Policy()

    def moves(self, policy: Policy) -> list[Move]:
        """What `policy` would move, shown before it is saved: levels first, then those that only need a reason now,
        for what they must not exceed has fallen below them, or need it no longer."""
        why = rescaled_reasons()
        found = [
            Move(risk, which, getattr(risk, which), assessment)
            for risk in self.store.select(Risk)
            for which, assessment in rescaled(risk.judgements, policy, why).items()
        ]
        return sorted(found, key=lambda move: not move.is_level)
