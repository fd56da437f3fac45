"""The colours and shapes of the report: the house's own, or those of the firm whose report is being made."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache

import resources
from app.branding.template import FirmTemplate
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


# Each thread makes its own report, so each has its own firm; what is drawn asks here and is handed nothing.
_firm: ContextVar[FirmTemplate | None] = ContextVar("firm", default=None)


@contextmanager
def made_for(template: FirmTemplate | None) -> Iterator[None]:
    """All that is laid out and drawn inside carries a firm's look; the house's own for None."""
    token = _firm.set(template)
    try:
        yield
    finally:
        _firm.reset(token)


def firm() -> FirmTemplate | None:
    """The firm whose report is being made, or None."""
    return _firm.get()


def palette() -> Palette:
    """The palette of `resources/theme/bands.toml`, with the firm's colours where it has its own."""
    template = firm()
    return _palette(template.colours if template is not None else ())


@lru_cache(maxsize=4)
def _palette(colours: tuple[tuple[str, str], ...]) -> Palette:
    raw = tomllib.loads(resources.read_text("theme", "bands.toml"))
    bands = {band: BandLook(**raw["bands"][band.value]) for band in Band}
    return Palette(bands, replace(House(**raw["house"]), **dict(colours)))
