"""How long a letter takes in the palette and in the search, with 500 tools, 2,000 grants and 5,000 notes.

Time of the processor, so that a busy machine measures alike.
"""

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from app.assessment import assess
from app.edits import set_field
from app.search import (
    Hit,
    Item,
    SearchIndex,
    find_names,
    find_texts,
    risk_items,
    search_index,
)
from models.snapshot import Snapshot
from models.values import Answer, AnswerState, Participant, RegisterName
from tests.benchmarks.big_review import big_snapshot
from tests.changes import with_register

NOTES = 5000
GOAL_KEY_MS = 30.0
TYPED = ("sales", "acc-03", "t12", "personal data café", "the owner", "zz nothing of this", "a")
T = TypeVar("T")
_SENTENCE = (
    "Room {n} says that the owner of the consent flow in café {n} looks at personal data once a quarter, and "
    "nobody remembers whether the export was switched off after the last incident."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTimes:
    """Milliseconds: making the index, taking an edit over, and the slowest letter of each kind, medians."""

    first_index: float
    after_edit: float
    first_text: float
    names_key: float
    texts_key: float


def noted_snapshot(notes: int = NOTES) -> Snapshot:
    """The big review with this many answers that have a note of their own."""
    snapshot = big_snapshot()
    questions = [question.id for question in snapshot.pack.questions]
    people = [f"P9{n:03d}" for n in range(notes // len(questions) + 1)]
    participants = {key: Participant(id=key, name=f"Person {key}") for key in people}
    answers = [
        Answer(
            question=questions[n % len(questions)],
            respondent=people[n // len(questions)],
            state=AnswerState.UNKNOWN,
            note=_SENTENCE.format(n=n),
        )
        for n in range(notes)
    ]
    snapshot = with_register(snapshot, RegisterName.PARTICIPANTS, participants)
    return with_register(snapshot, RegisterName.ANSWERS, {answer.key: answer for answer in answers})


def search_times(rounds: int = 15) -> SearchTimes:
    """Measure finding and grouping; drawing is measured in the window."""
    snapshot = noted_snapshot()
    risks = risk_items(assess(snapshot).risks)
    index, first = _timed(lambda: search_index(snapshot))
    _hits, first_text = _timed(lambda: find_texts(index.written, "the", 50))
    tool = next(iter(snapshot.ai_tools))
    edit = set_field(snapshot, RegisterName.AI_TOOLS, tool, "notes", "Something new")
    after = edit.changes[0].after
    assert after is not None
    changed = snapshot.with_entry(RegisterName.AI_TOOLS, after)
    edited = [_timed(lambda: search_index(replace(changed), index))[1] for _round in range(rounds)]

    return SearchTimes(
        first_index=first,
        after_edit=statistics.median(edited),
        first_text=first_text,
        names_key=_slowest(rounds, lambda typed: find_names([*index.names, *risks], typed, 8)),
        texts_key=_slowest(rounds, lambda typed: _lists(index, risks, typed)),
    )


def _lists(index: SearchIndex, risks: Iterable[Item], typed: str) -> Sequence[Hit]:
    found = find_texts([*index.written, *risks], typed, 50)
    shown = [hit for each in found for hit in each.hits[:12]]
    for hit in shown:  # more than a screen of them
        assert hit.label_marks is not None
        assert hit.excerpt is None or hit.excerpt.text
    return shown


def _slowest(rounds: int, find: Callable[[str], object]) -> float:
    return max(
        statistics.median(_timed(lambda typed=typed: find(typed))[1] for _round in range(rounds))  # type: ignore[misc]
        for typed in TYPED
    )


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.process_time()
    made = work()
    return made, (time.process_time() - began) * 1000


def main() -> None:
    """Print the numbers."""
    times = search_times()
    for item in fields(times):
        print(f"{item.name.replace('_', ' '):<12} {getattr(times, item.name):7.1f} ms")


if __name__ == "__main__":
    main()
