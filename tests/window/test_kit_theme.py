"""Every colour stands out enough from what it lies on."""

import pytest

from game.window.kit.theme import DARK, HIGH_CONTRAST, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, THEMES, contrast


def test_contrast_agrees_with_published_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#2F7FC1", "#2F7FC1") == 1.0


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out(theme, ink, ground) -> None:
    least = 7.0 if theme is HIGH_CONTRAST else 4.5
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_stand_out(theme, shape, ground) -> None:
    least = 7.0 if theme is HIGH_CONTRAST else 3.0
    assert round(contrast(getattr(theme, shape), getattr(theme, ground)), 1) >= least


def test_each_tone_has_its_ink_and_ground() -> None:
    assert LIGHT.tone("good") == (LIGHT.good, LIGHT.good_soft)
    assert DARK.tone("dlv") == (DARK.dlv_text, DARK.dlv_soft)
    assert LIGHT.tone("never heard of") == LIGHT.tone("plain")
