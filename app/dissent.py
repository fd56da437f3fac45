"""The views behind an answer that the room has agreed on: who said what before, kept whole."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from models.values import NO_EXTRAS, Answer, Json, Reading

DISSENT = "x_dissent"


def views_of(answer: Answer) -> tuple[Answer, ...]:
    """The differing views that an agreed answer stands for; none for any other answer.

    They are kept in a field that other programs may leave alone; what is no answer to this question in it is
    left out here, and stays in the file as it is.
    """
    kept = answer.extras.get(DISSENT)
    if not isinstance(kept, list | tuple):
        return ()
    found = (Answer.read(raw, Reading()) for raw in kept if isinstance(raw, Mapping))
    return tuple(view for view in found if view is not None and view.question == answer.question)


def with_views(answer: Answer, views: Sequence[Answer]) -> Answer:
    """The answer with these views behind it; with none of them it is an answer like any other."""
    others = {name: value for name, value in answer.extras.items() if name != DISSENT}
    written: list[Json] = [view.write() for view in views]
    extras = {**others, DISSENT: written} if written else others
    return replace(answer, extras=MappingProxyType(extras) if extras else NO_EXTRAS)
