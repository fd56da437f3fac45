"""The colours and shapes of the report, read from the theme that the window uses too."""

import tomllib
from dataclasses import dataclass
from functools import cache

import resources
from models.risk import Band


@dataclass(frozen=True, slots=True)
class BandLook:
    """How a band is shown: colours as #RRGGBB, a shape and a letter, so that colour never stands alone."""

    fill: str
    ink: str
    tint: str
    shape: str
    letter: str


@dataclass(frozen=True, slots=True)
class House:
    """The colours of everything that is not a band."""

    accent: str
    ink: str
    quiet: str
    rule: str
    wash: str
    paper: str


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of the report."""

    bands: dict[Band, BandLook]
    house: House


@cache
def palette() -> Palette:
    """The palette of `resources/theme/bands.toml`, read once."""
    raw = tomllib.loads(resources.read_text("theme", "bands.toml"))
    bands = {band: BandLook(**raw["bands"][band.value]) for band in Band}
    return Palette(bands, House(**raw["house"]))
