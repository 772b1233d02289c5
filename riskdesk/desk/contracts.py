"""What can be done with the contracts that transfer risk."""

from __future__ import annotations

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.contract import Contract, Renewal, Standing
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write
from riskdesk.store.query import Condition


class Contracts(Noun):
    """Insurance policies, counsel and outsourcing contracts."""

    @verb(N_("New contract"))
    def add(self, write: Write, contract: Contract) -> Contract:
        """Enter a contract. One that is the next term of another marks that one as renewed."""
        self.mark_renewed(write, contract)
        return write.create(contract)

    def mark_renewed(self, write: Write, contract: Contract) -> None:
        """The contract before this one, if there is one, is renewed by it."""
        if contract.renews_id and not self.store.is_deleted("contract", contract.renews_id):
            before = self.get(contract.renews_id)
            write.save(before.changed(renewal=Renewal.RENEWED), before)

    @verb(N_("Save contract"), needs="contract")
    def save(self, write: Write, contract: Contract, base: Contract) -> Contract:
        """Save an edited contract. Raises `Conflict`."""
        return write.save(contract, base)

    @verb(N_("Do not renew contract"), needs="contract")
    def drop(self, write: Write, contract_id: str) -> Contract:
        """Let a contract end: it reminds no more."""
        contract = self.get(contract_id)
        return write.save(contract.changed(renewal=Renewal.DROPPED), contract)

    @verb(N_("Delete contract"), needs="contract")
    def delete(self, write: Write, contract_id: str) -> None:
        """Move a contract to the trash. One that it was to follow is to be renewed again."""
        contract = self.get(contract_id)
        if contract.renews_id and not self.store.is_deleted("contract", contract.renews_id):
            before = self.get(contract.renews_id)
            if before.renewal is Renewal.RENEWED and len(self._followers(before.id)) == 1:
                write.save(before.changed(renewal=Renewal.OPEN), before)
        write.delete("contract", contract_id)

    def get(self, contract_id: str) -> Contract:
        """The contract of that id. Raises `NotFound`."""
        return self.store.get(Contract, contract_id)

    def of_risk(self, risk_id: str) -> list[Contract]:
        """Contracts that a risk leans on, those in force first, then by their end, the latest first."""
        today = self.desk.today
        found = self.store.records(Contract, Query(where=(Condition("risk_ids", "has", risk_id),)))
        found.sort(key=lambda c: str(c.ends_on or "9999"), reverse=True)
        return sorted(found, key=lambda c: not c.valid_on(today))

    def valid(self) -> list[Contract]:
        """Contracts that are in force today."""
        return [contract for contract in self._all() if contract.valid_on(self.desk.today)]

    def reminding(self) -> list[Contract]:
        """Contracts to be renewed that end within their days of reminder or have ended, the first first."""
        today = self.desk.today
        found = [contract for contract in self._all() if contract.reminds_on(today)]
        return sorted(found, key=lambda c: (str(c.ends_on), c.title))

    def standing(self, *standings: Standing) -> Query:
        """The query for contracts that stand in one of these ways today."""
        today = self.desk.today
        ids = [contract.id for contract in self._all() if contract.standing_on(today) in standings]
        return Query(where=(Condition("id", "in", tuple(ids)),))

    def expired(self) -> Query:
        """The query for contracts to be renewed that have run out."""
        past = Condition("ends_on", "<", self.desk.today.isoformat())
        return Query(where=(Condition("renewal", "in", (Renewal.OPEN.value,)), past))

    def followed_by(self, contract_id: str) -> Contract | None:
        """The contract of the next term."""
        return next(iter(self._followers(contract_id)), None)

    def _followers(self, contract_id: str) -> list[Contract]:
        return self.store.records(Contract, Query(where=(Condition("renews_id", "in", (contract_id,)),)))

    def _all(self) -> list[Contract]:
        return self.store.select(Contract)
