"""Answers that were carried forward from an earlier review, until somebody confirms them."""

from dataclasses import replace
from types import MappingProxyType

from models.values import Answer

TO_CONFIRM = "x_to_confirm"


def is_to_confirm(answer: Answer) -> bool:
    """Whether an answer was carried forward from an earlier review and not given again yet."""
    return bool(answer.extras.get(TO_CONFIRM))


def to_confirm(answer: Answer) -> Answer:
    """The answer as the next review takes it over."""
    return replace(answer, extras=MappingProxyType({**answer.extras, TO_CONFIRM: True}))
