"""First-run hints: one line for each place, until the thing was done once or the line was put away."""

from collections.abc import Collection
from dataclasses import dataclass

from app.edits import Edit
from models.values import LISTS, RegisterName

ANSWER, ROWS, WHY, PLAN, PALETTE, BACK = "answer", "rows", "why", "plan", "palette", "back"


@dataclass(frozen=True, slots=True)
class Hint:
    """What can be done at a place, in one line."""

    name: str
    words: str


def _noted(words: str) -> str:
    return words


HINTS = {
    hint.name: hint
    for hint in (
        Hint(ANSWER, _noted("Answer by key: 0 to 4, U if nobody knows; → goes on to the next question.")),
        Hint(ROWS, _noted("Copy rows in a spreadsheet and press Ctrl+V here: they come in all at once.")),
        Hint(WHY, _noted("Arrow keys walk from mark to mark; Enter opens why a risk stands there.")),
        Hint(PLAN, _noted("Enter takes a proposal into the plan; Alt and → move an action to a later time.")),
        Hint(PALETTE, _noted("Ctrl+K goes anywhere: type a few letters of an action, a question or a row.")),
        Hint(BACK, _noted("Alt and ← go back to where you were, with the same things open.")),
    )
}

_OF_PAGE = {
    "section": ANSWER,
    "registers": ROWS,
    "risk_map": WHY,
    "fix_first": PLAN,
    "scene": PALETTE,
    "report": PALETTE,
}


def hint_at(page_id: str, learned: Collection[str], *, came_by_link: bool) -> Hint | None:
    """The hint for a page, the way back first for somebody who followed a link; None: nothing to say."""
    if page_id not in _OF_PAGE:
        return None
    wanted = (*([BACK] if came_by_link else []), _OF_PAGE[page_id], PALETTE)
    return next((HINTS[name] for name in wanted if name not in learned), None)


def learned_by(edit: Edit) -> frozenset[str]:
    """The hints that somebody who made this edit does not need any more."""
    learned = set()
    for change in edit.changes:
        if change.register is RegisterName.ANSWERS:
            learned.add(ANSWER)
        elif change.register is RegisterName.ACTION_PLAN:
            learned.add(PLAN)
        elif change.before is None and change.register in LISTS:
            learned.add(ROWS)
    return frozenset(learned)
