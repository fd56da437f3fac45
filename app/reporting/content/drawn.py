"""The parts of a page that are drawn: tiles, cards, bars and maps, as figures only."""

from dataclasses import dataclass, field

from app.reporting.content.wording import RangeMark, Run, Words
from models.risk import Band
from models.values import Capability


@dataclass(frozen=True, slots=True)
class Tile:
    """A foundation: its name, its word, how good that is (0-4, None: not examined), the fact behind it."""

    name: str
    word: str
    level: int | None
    fact: Words
    to: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Tiles side by side."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Large numbers with what they count."""

    items: tuple[tuple[Run, str], ...]


@dataclass(frozen=True, slots=True)
class HeadlineRisk:
    """One of the risks to know, in one sentence, with why it stands where it stands."""

    number: int
    sentence: str
    why: Words
    band: Band
    range: RangeMark
    range_words: str
    to: str


@dataclass(frozen=True, slots=True)
class HeadlineRisks:
    """The risks to know."""

    risks: tuple[HeadlineRisk, ...]


@dataclass(frozen=True, slots=True)
class MapCell:
    """What one tool can do with one system."""

    capability: Capability | None
    unapproved: bool
    unknown: bool


@dataclass(frozen=True, slots=True)
class MapTool:
    """A column of the system map: a tool, and the highest band of its risks for each type (None: none)."""

    id: str
    name: str
    bands: tuple[Band | None, ...]


@dataclass(frozen=True, slots=True)
class SystemMap:
    """Systems down, tools across; `cells` by (system id, tool id)."""

    systems: tuple[tuple[str, str], ...]
    tools: tuple[MapTool, ...]
    types: tuple[str, ...]
    cells: dict[tuple[str, str], MapCell] = field(hash=False)
    more: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A numbered risk on the matrix: where it stands before controls, and where now (likelihood, impact)."""

    number: int
    id: str
    before: tuple[int, int]
    now: tuple[int, int]


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """Likelihood up, impact across; how many risks stand in each cell, and the way of the headline risks.

    `to` has what a cell's number leads to, `told_on` says where the headline risks are told in words, if
    anywhere.
    """

    bands: dict[tuple[int, int], Band] = field(hash=False)
    counts: dict[tuple[int, int], int] = field(hash=False)
    to: dict[tuple[int, int], str] = field(hash=False)
    moves: tuple[Move, ...] = ()
    told_on: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar made of risks by band, each part with what it leads to, and a remark behind it."""

    label: str
    counts: tuple[tuple[Band, int, str], ...]
    remark: str = ""
    remark_to: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Lengths:
    """Plain bars with a number each: (label, number or None if unknown, what it leads to)."""

    items: tuple[tuple[str, int | None, str], ...]


@dataclass(frozen=True, slots=True)
class FormCell:
    """The form in which a kind of data reaches a tool, and whether a handling rule is broken."""

    letter: str
    breach: bool
    no_rule: bool


@dataclass(frozen=True, slots=True)
class DataMatrix:
    """Data categories down, tools across; `cells` by (category id, tool id)."""

    categories: tuple[tuple[str, str], ...]
    tools: tuple[tuple[str, str], ...]
    cells: dict[tuple[str, str], FormCell] = field(hash=False)
    more: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A label card: a tool with its facts and the verdict on it."""

    title: Words
    band: Band | None
    facts: tuple[tuple[str, str], ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Label cards side by side."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Ticket:
    """A use case on the board."""

    title: Words
    detail: Words
    level: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of the board with its tickets; `to` is what their number leads to.

    Where tickets are left out, `held_back` of them before the page was laid out, `more` says so; {n} is their
    number.
    """

    title: str
    remark: str
    tickets: tuple[Ticket, ...]
    more: str = ""
    to: str = ""
    held_back: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """Columns of tickets."""

    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class SignLines:
    """Lines to sign: what is signed, and by whom; with more `room` as many lines to write on for each."""

    lines: tuple[tuple[str, str | Words], ...]
    room: int = 1


@dataclass(frozen=True, slots=True)
class SignBox:
    """Where one person signs: as what, their name, and the field of the signature."""

    role: str
    name: str
    field: str


@dataclass(frozen=True, slots=True)
class SignBoxes:
    """Boxes for digital signatures, the last of which locks the document."""

    boxes: tuple[SignBox, ...]


@dataclass(frozen=True, slots=True)
class RiskEntry:
    """A risk as appendix C shows it: everything needed to rebuild its band by hand."""

    id: str
    title: str
    place: str
    band: Band
    range: RangeMark
    range_words: str
    back: Words
    likelihood: tuple[Words, ...]
    impact: tuple[Words, ...]
    preventive: tuple[tuple[str, str], ...]
    preventive_sum: str
    recovery: tuple[tuple[str, str], ...]
    recovery_sum: str
    result: tuple[Words, ...]
