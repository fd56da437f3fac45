"""Bands, their cells and capabilities can be told apart by every eye, in greyscale, and without colour."""

from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from PySide6.QtGui import QColor

from app.reporting.palette import palette
from models.risk import Band
from models.values import Capability
from tests.ui.colour_vision import SIMULATIONS, distance, lab, lightness, seen
from ui.theme import Theme, theme
from ui.widgets.inks import band_ground, capability_ground

# CIEDE2000: 2 is just seen side by side; beside one another in a map, 8 is seen at a glance.
FILLS_APART, CELLS_APART = 15.0, 8.0
GREY_STEP = 8.0
LOOKS = ("light", "dark", "contrast")


def fill(look: Theme, band: Band) -> QColor:
    return QColor(look.bands[band].fill)


def apart(one: QColor, other: QColor, eyes: str) -> float:
    return distance(lab(seen(one, eyes)), lab(seen(other, eyes)))


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_distances_are_measured_as_published(
    one: tuple[float, float, float], other: tuple[float, float, float], known: float
) -> None:
    assert distance(one, other) == pytest.approx(known, abs=1e-4)


def test_a_simulation_leaves_white_white() -> None:
    for eyes in SIMULATIONS:
        assert lab(seen(QColor(255, 255, 255), eyes))[0] == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("eyes", SIMULATIONS)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("ground", "least"), [(fill, FILLS_APART), (band_ground, CELLS_APART)])
def test_neighbouring_bands_are_told_apart(
    look: str, eyes: str, ground: Callable[[Theme, Band], QColor], least: float
) -> None:
    shown = theme(look)
    for one, other in pairwise(Band):
        assert apart(ground(shown, one), ground(shown, other), eyes) >= least, (one, other)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("ground", [fill, band_ground])
def test_bands_keep_their_order_in_greyscale(look: str, ground: Callable[[Theme, Band], QColor]) -> None:
    shown = theme(look)
    steps = [lightness(ground(shown, band)) for band in Band]

    assert steps in (sorted(steps), sorted(steps, reverse=True))
    assert all(abs(one - other) >= GREY_STEP for one, other in pairwise(steps))


@pytest.mark.parametrize("look", LOOKS)
def test_capabilities_get_stronger_step_by_step_in_greyscale(look: str) -> None:
    shown = theme(look)
    steps = [lightness(capability_ground(shown, strength)) for strength in range(len(Capability) + 1)]

    assert steps in (sorted(steps), sorted(steps, reverse=True))
    assert all(abs(one - other) >= GREY_STEP for one, other in pairwise(steps))


def test_no_two_bands_share_a_shape_a_mark_or_a_letter() -> None:
    look = theme()
    for one, other in combinations(Band, 2):
        assert look.bands[one].shape != look.bands[other].shape
        assert look.bands[one].mark != look.bands[other].mark
        assert palette().bands[one].letter != palette().bands[other].letter


def test_screen_and_paper_show_a_band_alike() -> None:
    screen = theme("light").bands
    for band, paper in palette().bands.items():
        assert (screen[band].fill, screen[band].text, screen[band].shape, screen[band].tint) == (
            paper.fill, paper.ink, paper.shape, paper.tint,
        )  # fmt: skip
        assert screen[band].cell == paper.tint
