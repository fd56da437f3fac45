"""The colours hold without colour: by lightness, contrast and shape."""

from itertools import pairwise

from app.reporting.palette import palette
from models.risk import Band


def luminance(code: str) -> float:
    """Relative luminance 0-1 (WCAG 2.2)."""
    channels = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_bands_get_darker_step_by_step_so_that_greyscale_keeps_their_order() -> None:
    fills = [luminance(palette().bands[band].fill) for band in Band]

    assert fills == sorted(fills, reverse=True)
    assert all(lighter / darker > 1.4 for lighter, darker in pairwise(fills))


def test_words_on_a_band_can_be_read() -> None:
    assert all(contrast(look.fill, look.ink) >= 4.5 for look in palette().bands.values())


def test_quiet_words_can_be_read_on_paper_and_wash() -> None:
    house = palette().house

    assert contrast(house.quiet, house.paper) >= 4.5
    assert contrast(house.quiet, house.wash) >= 4.5
    assert contrast(house.accent, house.paper) >= 4.5


def test_no_two_bands_share_a_shape_or_a_letter() -> None:
    looks = palette().bands.values()

    assert len({look.shape for look in looks}) == len({look.letter for look in looks}) == len(Band)
