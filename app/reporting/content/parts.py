"""The parts that report pages are made of: words and figures, frozen, with nothing said about paper."""

from dataclasses import dataclass
from typing import TypeAlias

from app.reporting.content.drawn import (
    Bar,
    Bars,
    Board,
    Card,
    Cards,
    DataMatrix,
    Figures,
    FormCell,
    HeadlineRisk,
    HeadlineRisks,
    Lane,
    Lengths,
    MapCell,
    MapTool,
    Move,
    RiskEntry,
    RiskMatrix,
    SignBox,
    SignBoxes,
    SignLines,
    SystemMap,
    Ticket,
    Tile,
    Tiles,
)
from app.reporting.content.wording import (
    BandMark,
    Cell,
    Met,
    RangeMark,
    Run,
    Words,
    appendix_place,
    entry_place,
    filled,
    page_place,
    question_place,
    quiet,
    risk_place,
    spread,
    stop_place,
    strong,
    words,
)

__all__ = [
    "BandMark",
    "Bar",
    "Bars",
    "Beside",
    "Board",
    "Bullets",
    "Card",
    "Cards",
    "Cell",
    "Column",
    "DataMatrix",
    "Facts",
    "Figures",
    "FormCell",
    "Grid",
    "Heading",
    "HeadlineRisk",
    "HeadlineRisks",
    "Lane",
    "Lengths",
    "MapCell",
    "MapTool",
    "Met",
    "Move",
    "Page",
    "Paragraph",
    "Part",
    "RangeMark",
    "RiskEntry",
    "RiskMatrix",
    "Row",
    "Run",
    "Section",
    "SignBox",
    "SignBoxes",
    "SignLines",
    "SystemMap",
    "Ticket",
    "Tile",
    "Tiles",
    "Words",
    "appendix_place",
    "entry_place",
    "filled",
    "page_place",
    "question_place",
    "quiet",
    "risk_place",
    "spread",
    "stop_place",
    "strong",
    "words",
]


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
    """Labels with what belongs to them; `whole` ones go to the next page rather than over its edge."""

    rows: tuple[tuple[str, Words], ...]
    label_share: float = 0.22
    size: str = "body"
    whole: bool = False


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
    many rows are not shown and where they are. `held_back` rows were left out already; the first `least` are
    never cut.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    more: str = ""
    held_back: int = 0
    least: int = 0
    empty: str = ""
    size: str = "small"


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts side by side, each with its share of the width."""

    parts: "tuple[tuple[float, tuple[Part, ...]], ...]"


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
    | SignBoxes
    | SignLines
    | Beside
    | RiskEntry
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the main part; one that `opens` begins a document without being a cover of its own."""

    number: int
    title: str
    lead: str | Words
    readers: str
    parts: tuple[Part, ...]
    opens: bool = False

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
