"""What can be done with sites, departments, people and outside bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from riskdesk.desk.verb import Noun, verb
from riskdesk.domain.directory import Body, Department, Person, Site
from riskdesk.domain.errors import NotAllowed, NotFound
from riskdesk.domain.kinds import KINDS
from riskdesk.domain.policy import POLICY_ID, Policy, check_kept
from riskdesk.domain.words import N_
from riskdesk.store import Query, Write
from riskdesk.store.initials import initials

if TYPE_CHECKING:
    from riskdesk.desk.phones import Phone
    from riskdesk.domain.drill import Assignment

Entry = TypeVar("Entry", Site, Department, Person, Body)
ENTRIES = ("site", "department", "person", "body")
CODE_LENGTH = 4
"""Letters that a site's code takes from its name."""
_RUNS = re.compile(r"[!-~]+|[^!-~]+")
_NOT_IN_CODE = re.compile(r"[^A-Z0-9]")
FREE = frozenset(
    ["office", "tiers", "review_days", "drill_days", "report_seconds", "cases_per_month", "study_cases", "exam_pass",
     "drill_pass", "likelihood_words", "severity_words", "lec_likelihood_words", "lec_exposure_words",
     "lec_consequence_words", "taboo_phrases", "empathy_phrases", "families", "scenario_classes", "notes"]
)  # fmt: skip
"""Fields of the policy that move no level."""


class Directory(Noun):
    """Who is called and who answers."""

    @verb(N_("New directory entry"))
    def add(self, write: Write, entry: Entry) -> Entry:
        """Enter a site, department, person or outside body."""
        return write.create(entry)

    @verb(N_("New directory entry"))
    def add_named(self, write: Write, kind: str, name: str) -> Any:
        """Enter what a chooser lacks by its name alone; a site gets a free code of its initials. Raises `Invalid`."""
        fields = {"code": self.free_code(name)} if kind == "site" else {}
        return write.create(KINDS[kind].of(name=name, **fields))

    def free_code(self, name: str) -> str:
        """A code for a new site, such as `JXHY` for 锦绣花园: two to six capitals and figures that no site has yet."""
        letters = [part if part.isascii() else initials(part) for part in _RUNS.findall(name)]
        code = _NOT_IN_CODE.sub("", "".join(letters).upper()).lstrip("0123456789")[:CODE_LENGTH]
        code = code if len(code) > 1 else f"S{code}1"
        taken = {self.store.site, *self.store.names("site", "code").values()}
        tries = (code, *(f"{code[:CODE_LENGTH]}{number}" for number in range(2, 100)))
        return next(wanted for wanted in tries if wanted not in taken)

    @verb(N_("Save directory entry"))
    def save(self, write: Write, entry: Entry, base: Entry) -> Entry:
        """Save an edited entry. Raises `Conflict`."""
        return write.save(entry, base)

    @verb(N_("Enter a telephone number"))
    def enter_number(self, write: Write, phone: Phone, number: str, site_id: str = "") -> Person | Body:
        """Note the number of somebody to call; whom the directory does not know it knows from then on.

        A role that nobody fills becomes a person of that name, anyone else an outside body.
        """
        if phone.id:
            cls: type[Body] | type[Person] = Body if phone.kind == Body.KIND else Person
            known = self.store.get(cls, phone.id)
            return write.save(known.changed(phone=number), known)
        if phone.name:
            return write.create(Body(name=phone.name, phone=number, site_id=site_id))
        return write.create(Person(name=phone.role, duties=(phone.role,), phone=number, site_id=site_id))

    @verb(N_("Delete directory entry"))
    def delete(self, write: Write, kind: str, id: str) -> None:
        """Move an entry to the trash. Raises `NotAllowed` for what is no entry of the directory."""
        if kind not in ENTRIES:
            raise NotAllowed(N_("This is no entry of the directory."))
        write.delete(kind, id)

    @verb(N_("Change settings of the office"))
    def set_office(self, write: Write, base: Policy | None = None, /, **fields: Any) -> Policy:
        """Change what the office decides that moves no level: its name, tiers, intervals, words and lists.

        `base` is the policy as it was shown, None for what the file holds now. What moves levels goes through
        `policies.save`. Raises `Invalid`, `Conflict`, and `NotAllowed` where a family or class in use is gone.
        """
        if not set(fields) <= FREE:
            raise KeyError(", ".join(sorted(set(fields) - FREE)))
        before = base or self.desk.policies.read()
        policy = before.changed(**fields)
        try:
            write.row("policy", POLICY_ID)
        except NotFound:
            return write.create(policy)
        check_kept(before, policy, self.desk.policies.uses)
        return write.save(policy, before)

    def all(self, kind: str) -> list[Any]:
        """Every entry of a kind, sorted by name."""
        return self.store.records(KINDS[kind], Query(sort=(("sort_name", False),)))

    def all_names(self) -> dict[str, str]:
        """Id to name for all that is shown by name; deleted ones too, since records still refer to them."""
        names: dict[str, str] = {}
        for kind in (*ENTRIES, "playbook"):
            names |= self.store.names(kind, "title" if kind == "playbook" else "name")
        return names

    def person_line(self, id: str) -> str:
        """`沈敏 · 安全主管`; empty for someone whom this file does not know."""
        try:
            person = self.store.get(Person, id)
        except NotFound:
            return ""
        return " · ".join(filter(None, (person.name, person.post)))

    def site_name(self) -> str:
        """`锦绣花园`: the name of the site that writes here; empty where nobody has entered it."""
        code = self.store.site
        return next((site.name for site in self.all("site") if site.code == code), "")

    def site_line(self) -> str:
        """`锦绣花园 JX`: the site that writes here."""
        return f"{self.site_name()} {self.store.site}".strip()

    def called(self, names: Iterable[str], site_id: str) -> list[Body]:
        """The outside bodies of these names that have a phone, in this order and each once; a site's own first."""
        able = [body for body in self.all("body") if body.phone and body.site_id in ("", site_id)]
        able.sort(key=lambda body: body.site_id != site_id)
        found = {name: next((body for body in able if body.name == name), None) for name in names}
        return [body for body in found.values() if body is not None]

    def assignments(self, roles: tuple[str, ...], site_id: str) -> tuple[Assignment, ...]:
        """Who fills each role at a site: someone of that site first, then of the office, then outside bodies."""
        from riskdesk.domain.drill import Assignment

        people = [*self.all("person"), *self.all("body")]
        found = []
        for role in roles:
            able = [p for p in people if role in p.duties and getattr(p, "active", True)]
            able.sort(key=lambda p: (p.site_id != site_id, bool(p.site_id)))
            best = able[0] if able else None
            found.append(
                Assignment(role=role, person_id=best.id, name=best.name, phone=best.phone)
                if best
                else Assignment(role=role)
            )
        return tuple(found)
