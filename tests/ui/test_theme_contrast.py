"""Colours that meet on the screen have the contrast of WCAG 2.2 AA, in each of the three looks."""

import pytest
from PySide6.QtGui import QColor

from models.risk import Band
from tests.ui.pairs import Pair, painted, painters, styled
from ui.theme import Theme, theme
from ui.widgets.inks import band_ground, ink_on

TEXT, SIGN = 4.5, 3.0
MOST = 7.0

# Where words stand, and in which inks.
GROUNDS = {
    "window": ("text", "muted", "accent", "ok", "warn", "danger"),
    "surface": ("text", "muted", "accent", "ok", "warn", "danger"),
    "raised": ("text", "muted", "accent"),
    "accent_soft": ("text", "muted", "accent"),
    "ok_soft": ("text",),
    "warn_soft": ("text", "warn"),
    "danger_soft": ("text", "danger"),
    "rail": ("rail_text", "rail_muted"),
    "rail_selected": ("rail_text", "rail_muted"),
    "accent": ("on_accent",),
    "accent_hover": ("on_accent",),
}
# What tells by its shape or line alone: outlines, rings, marks, arrows.
SIGNS = {
    "control_border": ("surface", "window", "raised"),
    "focus": ("surface", "window", "raised", "accent_soft"),
    "accent": ("surface", "window", "raised", "accent_soft", "track"),
    "text": ("window", "surface"),  # the ring around the filled button
    "on_accent": ("accent",),  # and the line between that ring and its fill
    "danger": ("danger_soft", "surface"),
    "warn": ("warn_soft", "surface", "window"),
    "ok": ("ok_soft", "surface", "window"),
    "rail_text": ("rail", "rail_selected"),
}
TEXT_PAIRS = [(ink, ground) for ground, inks in GROUNDS.items() for ink in inks]
SIGN_PAIRS = [(sign, ground) for sign, grounds in SIGNS.items() for ground in grounds]


def luminance(color: QColor) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark", "contrast"])
def look(request: pytest.FixtureRequest) -> Theme:
    return theme(request.param)


@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_words_can_be_read_on_every_ground_they_stand_on(look: Theme, ink: str, ground: str) -> None:
    assert contrast(look.color(ink), look.color(ground)) >= TEXT


@pytest.mark.parametrize("ground", ["window", "surface", "raised", "accent_soft"])
def test_the_high_contrast_look_keeps_its_name(ground: str) -> None:
    look = theme("contrast")
    for ink in ("text", "muted"):
        assert contrast(look.color(ink), look.color(ground)) >= MOST


@pytest.mark.parametrize(("sign", "ground"), SIGN_PAIRS)
def test_outlines_and_rings_can_be_seen(look: Theme, sign: str, ground: str) -> None:
    assert contrast(look.color(sign), look.color(ground)) >= SIGN


def grounds_of(look: Theme, ground: str) -> list[QColor]:
    """A palette role's colour, or those of the map's cells."""
    return [band_ground(look, band) for band in Band] if ground == "cells" else [look.color(ground)]


def too_faint(look: Theme, pairs: list[Pair], least: float) -> list[str]:
    return [
        f"{pair.ink} on {pair.ground} ({pair.where}): {ratio:.2f}"
        for pair in sorted(pairs)
        for ground in grounds_of(look, pair.ground)
        if (ratio := contrast(look.color(pair.ink), ground)) < least
    ]


def test_the_style_sheets_let_no_words_stand_where_they_cannot_be_read(look: Theme) -> None:
    words, _signs = styled()

    assert len(words) > 40
    assert not too_faint(look, list(words), TEXT)


def test_the_style_sheets_draw_no_line_that_cannot_be_seen(look: Theme) -> None:
    _words, signs = styled()

    assert len(signs) > 30
    assert not too_faint(look, list(signs), SIGN)


@pytest.mark.parametrize(("module", "roles"), list(painters()))
def test_what_is_painted_stands_in_the_table_of_pairs(module: str, roles: set[str]) -> None:
    pairs = [pair for kind in painted().get(module, {}).values() for pair in kind]

    assert roles <= {role for pair in pairs for role in (pair.ink, pair.ground)}, (
        "see resources/theme/pairs.toml"
    )


def test_the_table_of_pairs_names_no_module_that_is_gone() -> None:
    assert set(painted()) <= {module for module, _roles in painters()}


def test_what_is_painted_can_be_read_and_seen(look: Theme) -> None:
    words = [pair for kinds in painted().values() for pair in kinds.get("words", [])]
    signs = [pair for kinds in painted().values() for pair in kinds.get("signs", [])]

    assert not too_faint(look, words, TEXT)
    assert not too_faint(look, signs, SIGN)


@pytest.mark.parametrize("band", Band)
def test_a_band_can_be_read_on_its_badge_and_on_its_cell(look: Theme, band: Band) -> None:
    style = look.bands[band]
    assert contrast(QColor(style.text), QColor(style.fill)) >= TEXT
    cell = band_ground(look, band)
    assert contrast(ink_on(look, cell), cell) >= TEXT
