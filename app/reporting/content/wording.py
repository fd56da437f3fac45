"""Words in their tone, small marks, and the names of places that words lead to."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter
from typing import TypeAlias

from models.risk import Band


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


def spread(parts: "Sequence[Words | Run | str]", between: str = ", ") -> Words:
    """Several words with something between them."""
    joined: list[Words | Run | str] = []
    for index, part in enumerate(parts):
        if index:
            joined.append(between)
        joined.append(part)
    return words(*joined)


def filled(sentence: str, **gaps: "str | Run | Words") -> Words:
    """A sentence with its named gaps filled by words, which may lead somewhere."""
    parts: list[str | Run | Words] = []
    for before, gap, _format, _conversion in Formatter().parse(sentence):
        if before:
            parts.append(before)
        if gap is not None:
            parts.append(gaps[gap])
    return words(*parts)


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
    """So many of so many: `met` boxes full, `unknown` ones with a question mark; the number leads to `to`."""

    met: int
    of: int
    unknown: int = 0
    to: str = ""


Cell: TypeAlias = Words | BandMark | RangeMark | Met


def page_place(number: int) -> str:
    """The name of a page of the main part, for links."""
    return f"page-{number}"


def appendix_place(letter: str) -> str:
    """The name of a section of the appendix, for links."""
    return f"appendix-{letter}"


def risk_place(risk_id: str) -> str:
    """The name of a risk's entry in appendix C, for links."""
    return f"risk-{risk_id}"


def stop_place(rule: str) -> str:
    """The name of a stop rule's line in appendix C, for links."""
    return f"stop-rule-{rule}"


def entry_place(entry_id: str) -> str:
    """The name of a register entry in appendix A or B, for links."""
    return f"entry-{entry_id}"


def question_place(question_id: str) -> str:
    """The name of a question in appendix D, for links."""
    return f"question-{question_id}"
