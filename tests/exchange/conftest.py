"""For all tests here: each begins in Chinese, and none fails because the machine is busy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from riskdesk.i18n import set_language

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    set_language("zh")
    yield
    set_language("zh")
