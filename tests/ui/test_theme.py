"""Looks can be read: colours that are used together have the contrast that WCAG 2.2 AA asks for."""

import pytest

from models.risk import Band
from ui.theme import BANDS, Theme, theme

TEXT, LARGE, SIGN = 4.5, 3.0, 3.0
TEXT_PAIRS = [
    ("text", "window"), ("text", "surface"), ("text", "raised"), ("text", "accent_soft"),
    ("muted", "window"), ("muted", "surface"), ("accent", "surface"), ("accent", "window"),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("danger", "surface"), ("danger", "window"),
    ("warn", "surface"), ("warn", "window"), ("ok", "surface"), ("ok", "window"),
    ("text", "danger_soft"), ("text", "warn_soft"), ("text", "ok_soft"),
    ("rail_text", "rail"), ("rail_muted", "rail"), ("rail_text", "rail_selected"),
    ("rail_muted", "rail_selected"),
]  # fmt: skip
SIGN_PAIRS = [
    ("control_border", "surface"), ("control_border", "window"), ("focus", "window"), ("focus", "surface"),
    ("danger", "danger_soft"), ("warn", "warn_soft"), ("ok", "ok_soft"), ("accent", "accent_soft"),
]  # fmt: skip


def luminance(color: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark", "contrast"])
def look(request: pytest.FixtureRequest) -> Theme:
    return theme(request.param)


@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(look: Theme, ink: str, ground: str) -> None:
    wanted = 7.0 if look.name == "contrast" and ink == "text" else TEXT
    assert contrast(look.colors[ink], look.colors[ground]) >= wanted


@pytest.mark.parametrize(("sign", "ground"), SIGN_PAIRS)
def test_signs_stand_out_from_their_ground(look: Theme, sign: str, ground: str) -> None:
    assert contrast(look.colors[sign], look.colors[ground]) >= SIGN


def test_every_band_has_its_own_mark_and_readable_words(look: Theme) -> None:
    assert list(BANDS) == [band.value for band in Band]
    assert len({style.mark for style in look.bands.values()}) == len(Band)
    for band in Band:
        assert contrast(look.bands[band].fill, look.bands[band].text) >= TEXT


def test_text_grows_with_the_scale() -> None:
    assert theme("light", 2.0).font("body").pointSizeF() == 2 * theme("light").font("body").pointSizeF()
