"""A theme's bands are the model's bands, and its text grows with its scale."""

import pytest

from models.risk import Band
from ui.theme import BANDS, theme


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_band_has_its_own_mark(name: str) -> None:
    look = theme(name)
    assert list(BANDS) == [band.value for band in Band]
    assert len({style.mark for style in look.bands.values()}) == len(Band)


def test_text_grows_with_the_scale() -> None:
    assert theme("light", 2.0).font("body").pointSizeF() == 2 * theme("light").font("body").pointSizeF()
