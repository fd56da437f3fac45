"""A firm's template as values: its name, logo, colours and words; and what a report is made on."""

from dataclasses import dataclass, field

from app.paper import Paper


@dataclass(frozen=True, slots=True)
class Logo:
    """A firm's logo as the bytes of a PNG, with its size in pixels."""

    png: bytes = field(repr=False)
    width: int
    height: int

    def fitting(self, width: float, height: float) -> tuple[float, float]:
        """Its width and height inside a frame, its shape kept."""
        scale = min(width / self.width, height / self.height)
        return self.width * scale, self.height * scale


@dataclass(frozen=True, slots=True)
class Darkened:
    """A colour that could not be read: on which ground, with which contrast, and what is used instead."""

    colour: str
    ground: str
    ratio: float
    given: str
    used: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmTemplate:
    """What a firm's reports carry. `colours` are those that the template changes, by name, as #RRGGBB.

    Bands keep their colours: they mean the same in every report. `like_a_band` names the band whose colour
    the accent could be taken for.
    """

    name: str
    cover: str = ""
    footer: str = ""
    legal: str = ""
    colours: tuple[tuple[str, str], ...] = ()
    logo: Logo | None = None
    darkened: tuple[Darkened, ...] = ()
    like_a_band: str = ""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What a report is made on: the paper, and the firm's template where there is one."""

    paper: Paper = Paper.A4
    firm: FirmTemplate | None = None


PLAIN = Stationery()
