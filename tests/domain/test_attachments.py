"""Names of attached files, and which come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.attachments import LONGEST, is_program, joined, safe_name, without
from riskdesk.domain.record import Attachment


def file(name: str, digit: str) -> Attachment:
    return Attachment(sha256=digit * 64, name=name, size=1)


@pytest.mark.parametrize(
    ("name", "safe"),
    [("现场照片.jpg", "现场照片.jpg"), ("C:\\桌面\\合同 终稿.pdf", "合同 终稿.pdf"), ("../../etc/passwd", "passwd"),
     ('a<b>:"c|?*.txt', "a_b_c_.txt"), ("..", "file"), ("", "file"),
     ("x" * 300 + ".pdf", "x" * (LONGEST - 4) + ".pdf")],
)  # fmt: skip
def test_a_safe_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_a_safe_name_is_a_name_of_a_file(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe) <= LONGEST
    assert not set(safe) & set('\\/:*?"<>|\n\t')
    assert safe_name(safe) == safe


@pytest.mark.parametrize(("name", "runs"), [("a.EXE", True), ("照片.jpg.lnk", True), ("a.pdf", False), ("exe", False)])
def test_programs_are_known_by_their_ending(name: str, runs: bool) -> None:
    assert is_program(name) is runs


def test_the_same_bytes_come_in_once_and_names_stay_apart() -> None:
    present = (file("照片.jpg", "a"),)
    new = [file("别名.jpg", "a"), file("照片.jpg", "b"), file("照片.jpg", "c"), file("又一.jpg", "c")]
    found = joined(present, new)
    assert [(f.name, f.sha256[0]) for f in found] == [("照片.jpg", "a"), ("照片 (2).jpg", "b"), ("照片 (3).jpg", "c")]
    assert without(found, "b" * 64) == (found[0], found[2])
