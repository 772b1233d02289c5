"""Who may let personal data out as written, and with what reason."""

from __future__ import annotations

import pytest

from riskdesk.domain.directory import Person, Role
from riskdesk.domain.errors import Invalid
from riskdesk.domain.letting_out import let_out, may_let_out


@pytest.mark.parametrize(
    ("role", "may"),
    [(Role.READER, False), (Role.DUTY, False), (Role.COORDINATOR, False), (Role.OFFICER, True),
     (Role.ADMINISTRATOR, True)],
)  # fmt: skip
def test_who_may_let_it_out(role: Role, may: bool) -> None:
    person = Person(name="沈敏", role=role)
    assert may_let_out(person) is may
    assert not may_let_out(person.changed(active=False))
    assert not may_let_out(None)
    if may:
        assert let_out(person, " 法院  调取 ") == "法院 调取"
    with pytest.raises(Invalid):
        let_out(person, "  ")
