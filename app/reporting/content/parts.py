"""The parts that report pages are made of: words and figures, frozen, with nothing said about paper."""

from dataclasses import dataclass, field
from typing import TypeAlias

from models.risk import Band
from models.values import Capability


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one tone; `to` names the place in the report that they lead to."""

    text: str
    strong: bool = False
    quiet: bool = False
    italic: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Runs of words, set one after the other."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """All the words, without their tone."""
        return "".join(run.text for run in self.runs)


def words(*parts: "str | Run | Words") -> Words:
    """Words from texts, runs and other words."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, Words):
            runs.extend(part.runs)
        else:
            runs.append(part if isinstance(part, Run) else Run(part))
    return Words(tuple(runs))


def strong(text: str, to: str = "") -> Run:
    """Words that carry weight."""
    return Run(text, strong=True, to=to)


def quiet(text: str, to: str = "") -> Run:
    """Words that stand back."""
    return Run(text, quiet=True, to=to)


def spread(parts: "list[Words | Run | str] | tuple[Words | Run | str, ...]", between: str = ", ") -> Words:
    """Several words with something between them."""
    joined: list[Words | Run | str] = []
    for index, part in enumerate(parts):
        if index:
            joined.append(between)
        joined.append(part)
    return words(*joined)


@dataclass(frozen=True, slots=True)
class BandMark:
    """A band with its word, and what it leads to."""

    band: Band
    to: str = ""


@dataclass(frozen=True, slots=True)
class RangeMark:
    """A bar over the four bands: from best to worst, with the band as it stands and before controls."""

    residual: Band
    best: Band
    worst: Band
    inherent: Band | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """So many of so many: `met` boxes full, `unknown` boxes with a question mark."""

    met: int
    of: int
    unknown: int = 0


Cell: TypeAlias = Words | BandMark | RangeMark | Met


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page."""

    text: str
    place: str = ""
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `size` is lead, body, small or fine."""

    words: Words
    size: str = "body"
    place: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short points."""

    items: tuple[Words, ...]
    size: str = "body"
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what belongs to them."""

    rows: tuple[tuple[str, Words], ...]
    label_share: float = 0.22
    size: str = "body"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title and its share of the width."""

    title: str
    share: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `place` is its name for links, `washed` sets it apart."""

    cells: tuple[Cell, ...]
    place: str = ""
    washed: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    With `more` (a text with {n} for a number) it may be cut to the room there is, and the text then says how
    many rows are not shown and where they are. `held_back` rows were left out already.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: str = ""
    held_back: int = 0
    empty: str = ""
    size: str = "small"


@dataclass(frozen=True, slots=True)
class Tile:
    """A foundation: its name, its word, how good that is (0-4, None: not examined), the fact behind it."""

    name: str
    word: str
    level: int | None
    fact: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Tiles side by side."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Large numbers with what they count."""

    items: tuple[tuple[str, str], ...]


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
    """Likelihood up, impact across; how many risks stand in each cell, and the way of the headline risks."""

    bands: dict[tuple[int, int], Band] = field(hash=False)
    counts: dict[tuple[int, int], int] = field(hash=False)
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar made of risks by band, with a remark behind it."""

    label: str
    counts: tuple[tuple[Band, int], ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Lengths:
    """Plain bars with a number each: (label, number or None if unknown)."""

    items: tuple[tuple[str, int | None], ...]


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
    """A column of the board with its tickets."""

    title: str
    remark: str
    tickets: tuple[Ticket, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Columns of tickets."""

    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class SignLines:
    """Lines to sign: what is signed, and by whom."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts side by side, each with its share of the width."""

    parts: "tuple[tuple[float, tuple[Part, ...]], ...]"


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


Part: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Grid
    | Tiles
    | Figures
    | HeadlineRisks
    | SystemMap
    | RiskMatrix
    | Bars
    | Lengths
    | DataMatrix
    | Cards
    | Board
    | SignLines
    | Beside
    | RiskEntry
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the main part."""

    number: int
    title: str
    lead: str
    readers: str
    parts: tuple[Part, ...]

    @property
    def place(self) -> str:
        """Its name for links."""
        return page_place(self.number)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the appendix."""

    letter: str
    title: str
    lead: str
    parts: tuple[Part, ...]

    @property
    def place(self) -> str:
        """Its name for links."""
        return appendix_place(self.letter)


def page_place(number: int) -> str:
    """The name of a page of the main part, for links."""
    return f"page-{number}"


def appendix_place(letter: str) -> str:
    """The name of a section of the appendix, for links."""
    return f"appendix-{letter}"


def risk_place(risk_id: str) -> str:
    """The name of a risk's entry in appendix C, for links."""
    return f"risk-{risk_id}"


def entry_place(entry_id: str) -> str:
    """The name of a register entry in appendix A or B, for links."""
    return f"entry-{entry_id}"


def question_place(question_id: str) -> str:
    """The name of a question in appendix D, for links."""
    return f"question-{question_id}"
