from __future__ import annotations

from riskdesk.printing.box import Box, Gap, PageBreak
from riskdesk.printing.flow import paginate


class Heading(Box):
    keep = True
    height, before, after = 20.0, 10.0, 4.0


class Splits(Box):
    """Something of lines 10 high."""

    def __init__(self, height: float) -> None:
        self.height = height

    @property
    def least(self) -> float:
        return 20.0

    def split(self, room: float, page: float) -> tuple[Box, Box] | None:
        fit = int(room // 10) * 10
        return (Splits(fit), Splits(self.height - fit)) if 20 <= fit < self.height else None


def heights(pages: list[list[object]]) -> list[list[float]]:
    return [[placed.box.height for placed in page] for page in pages]  # type: ignore[attr-defined]


def test_there_is_always_a_page() -> None:
    assert paginate([], 100, 100) == [[]]


def test_space_between_is_the_larger_and_none_at_the_top() -> None:
    (page,) = paginate([Heading(), Heading(), Gap(10)], 200, 200)
    assert [placed.top for placed in page] == [0, 30, 54]


def test_boxes_that_do_not_fit_go_to_the_next_page() -> None:
    assert heights(paginate([Gap(60), Gap(60), Gap(60)], 100, 130)) == [[60], [60, 60]]


def test_a_heading_is_never_last() -> None:
    pages = paginate([Gap(60), Heading(), Gap(40)], 100, 100)
    assert heights(pages) == [[60], [20, 40]]
    assert heights(paginate([Gap(40), Heading(), Splits(200)], 100, 100)) == [[40, 20, 20], [100], [80]]
    assert heights(paginate([Gap(50), Heading(), Splits(200)], 100, 100)) == [[50], [20, 70], [100], [30]]


class Signature(Box):
    keep = follows = True
    height = 30.0


def test_signatures_stay_together_and_take_along_the_end_of_what_they_sign() -> None:
    assert heights(paginate([Splits(50), Signature()], 100, 100)) == [[50, 30]]
    assert heights(paginate([Splits(90), Signature(), Signature()], 100, 100)) == [[80], [10, 30, 30]]
    assert heights(paginate([Splits(50), Signature(), Signature()], 100, 100)) == [[40], [10, 30, 30]]
    assert heights(paginate([Gap(60), Heading(), Gap(10), Signature()], 100, 100)) == [[60], [20, 10, 30]]
    assert heights(paginate([Gap(60), Gap(10), Heading(), Signature()], 100, 100)) == [[60], [10, 20, 30]]


def test_signatures_leave_alone_what_is_too_high_to_take_along() -> None:
    assert heights(paginate([Gap(40), Gap(50), Signature()], 100, 100)) == [[40, 50], [30]]
    assert heights(paginate([Gap(90), Signature(), Gap(10)], 100, 100)) == [[90], [30, 10]]
    assert heights(paginate([Signature()] * 5, 100, 100)) == [[30, 30, 30], [30, 30]]


def test_a_heading_with_nothing_below_still_prints() -> None:
    assert heights(paginate([Heading()], 100, 100)) == [[20]]


def test_what_is_higher_than_a_page_is_split_or_overflows() -> None:
    assert heights(paginate([Splits(250)], 100, 100)) == [[100], [100], [50]]
    assert heights(paginate([Gap(10), Gap(300), Gap(10)], 100, 100)) == [[10], [300], [10]]


def test_a_page_break_makes_no_empty_pages() -> None:
    assert heights(paginate([PageBreak(), Gap(10), PageBreak(), PageBreak(), Gap(10), PageBreak()], 99, 99)) == [
        [10], [10], [],
    ]  # fmt: skip
