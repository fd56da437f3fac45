"""A review in which every text is a mark of its own, so that it is seen wherever it gets to.

The fields are found by their descriptions: a field that somebody adds is marked without a change here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random
from types import MappingProxyType
from typing import Any

from models.pack import Question, QuestionPack
from models.snapshot import ReviewHeader, Snapshot
from models.values import (
    ID_PREFIXES,
    Answer,
    AnyEntry,
    Described,
    FieldSpec,
    FileName,
    IncidentProcess,
    RegisterName,
    Text,
)
from tests.strategies import Scribe

ENTRIES = 4
MARK = re.compile(r"mark\d{5}z", re.IGNORECASE)


@dataclass
class Marker(Scribe):
    """Fills a review with marks. `marks` says of each where it stands, such as "AITool.name"."""

    marks: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    name: str = ""

    def mark(self, place: str) -> str:
        """A new mark."""
        made = f"mark{len(self.marks):05}z"
        self.marks[made] = place
        return made

    def _ids(self, name: RegisterName) -> list[str]:
        return [self.mark(f"{name}.id") for _each in super()._ids(name)]

    def _described(self, described: type[Described]) -> Described:
        outer, self.owner = self.owner, described.__name__
        made = super()._described(described)
        self.owner = outer
        return made

    def _field(self, spec: FieldSpec) -> object:
        self.name = spec.name
        return super()._field(spec)

    def _text(self, kind: Text | FileName) -> str:
        return self.mark(f"{self.owner}.{self.name}")

    def _extras(self) -> Mapping[str, Any]:
        return MappingProxyType({"x_note": self.mark(f"{self.owner}.extras")})

    def _answer(self, question: Question, respondent: str | None) -> Answer:
        answer = super()._answer(question, respondent)
        note, reason, extra = (self.mark(f"Answer.{name}") for name in ("note", "reason", "extras"))
        return replace(answer, note=note, reason=reason, extras=MappingProxyType({"x_note": extra}))

    def _decisions(self) -> dict[str, AnyEntry]:
        decisions: dict[str, AnyEntry] = {}
        while len(decisions) < ENTRIES:
            decisions |= super()._decisions()
        return decisions


def marked_review(seed: int = 1) -> tuple[Snapshot, Mapping[str, str]]:
    """A full review, and of every mark in it where it stands."""
    scribe = Marker(Random(seed), dict.fromkeys(ID_PREFIXES, ENTRIES), missing=0.0, unknown=0.1)
    snapshot = scribe.review(answered=1.0)
    header = ReviewHeader(title=scribe.mark("ReviewHeader.title"))
    process = scribe._described(IncidentProcess)
    assert isinstance(process, IncidentProcess)
    pack = _marked(snapshot.pack, scribe)
    return replace(snapshot, pack=pack, header=header, incident_process=process), scribe.marks


def marks_in(text: str) -> frozenset[str]:
    """The marks that a text has."""
    return frozenset(mark.lower() for mark in MARK.findall(text))


def _marked(pack: QuestionPack, scribe: Marker) -> QuestionPack:
    sections = (replace(section, title=scribe.mark("Section.title")) for section in pack.sections)
    questions = (
        replace(
            question,
            text=scribe.mark("Question.text"),
            levels=tuple(scribe.mark("Question.levels") for _level in question.levels),
            options=tuple(replace(each, label=scribe.mark("Option.label")) for each in question.options),
            why=scribe.mark("Question.why"),
            evidence=scribe.mark("Question.evidence"),
            follow_up=scribe.mark("Question.follow_up"),
            action=replace(question.action, text=scribe.mark("ProposedAction.text")),
        )
        for question in pack.questions
    )
    return replace(
        pack, title=scribe.mark("QuestionPack.title"), sections=tuple(sections), questions=tuple(questions)
    )
