"""The colours can be read on the grounds that they are used on."""

from __future__ import annotations

import pytest

from riskdesk.gui.theme.colours import DARK, LEVELS, LIGHT, Colours, contrast

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
AA = 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["window", "surface", "surface2", "selected"])
@pytest.mark.parametrize("text", ["text", "text2"])
def test_text_is_readable_on_every_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= AA


@SCHEMES
@pytest.mark.parametrize("level", LEVELS)
def test_levels_are_readable_on_their_soft_ground_and_on_surfaces(colours: Colours, level: str) -> None:
    for ground in (f"{level}_soft", "surface", "selected"):
        assert contrast(colours[level], colours[ground]) >= AA


@SCHEMES
def test_accent_is_readable_both_ways(colours: Colours) -> None:
    assert contrast(colours["on_accent"], colours["accent"]) >= AA
    assert contrast(colours["on_accent"], colours["accent_hover"]) >= AA
    for ground in ("surface", "accent_soft", "window"):
        assert contrast(colours["accent"], colours[ground]) >= AA


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
