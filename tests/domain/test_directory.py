"""Rules of sites and people."""

from __future__ import annotations

import pytest

from riskdesk.domain.directory import Person, Role, Site
from riskdesk.domain.errors import Invalid


@pytest.mark.parametrize("code", ["HQ", "JX", "JX1", "ABCDEF"])
def test_a_site_code_begins_its_numbers(code: str) -> None:
    assert Site.of(code=code, name="锦绣花园").code == code


@pytest.mark.parametrize("code", ["", "J", "1J", "J-X", "锦绣", "ABCDEFG"])
def test_no_site_code(code: str) -> None:
    with pytest.raises(Invalid, match="code: Not in the expected form"):
        Site.of(code=code, name="锦绣花园")


def test_a_site_code_is_taken_in_capitals() -> None:
    assert Site.of(code=" jx2 ", name="锦绣花园").code == "JX2"


def test_someone_new_is_on_duty_and_may_do_no_more() -> None:
    assert Person.of(name="刘洋").role is Role.DUTY
