"""No text gets to the room unless it is on the list: tried with a review in which every text is a mark."""

from collections.abc import Iterator

import pytest

from app.assessment import assess
from app.audience import AudienceView, Choices, audience_view
from app.register_columns import REGISTERS
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import ENTRY_TYPES, ID_PREFIXES, Described, FileName, Group, ListOf, Text, specs_of
from tests.marked import marked_review, marks_in

PACK = {"Section.title", "Question.text", "Question.levels", "Option.label"}
GUIDANCE = {"Question.why", "Question.evidence"}
NAMES = {"AITool.name", "UseCase.name", "Vendor.name"}
PLAN = {"ActionItem.text", "ActionItem.proposed_owner_role"}
CHOICES = [Choices(numbers, guidance) for numbers in (False, True) for guidance in (False, True)]
REVIEW, MARKS = marked_review()
ASSESSMENT = assess(REVIEW)
FOR_THE_CONSULTANT = (
    "page:start", "page:scene", "page:registers", "page:section", "page:report", "page:settings",
    "page:help", "help:keys", "entry:ai_tools/T01", "risk:EX-T13", "question:NONE", "", "nonsense",
    *(f"register:{register}" for register in REGISTERS),
)  # fmt: skip


def seen(place: str, choices: Choices, snapshot: Snapshot = REVIEW) -> set[str]:
    """Where the texts stand that the room sees."""
    return {MARKS[mark] for mark in marks_in(repr(view_of(place, choices, snapshot)))}


def view_of(place: str, choices: Choices, snapshot: Snapshot = REVIEW) -> AudienceView:
    def assessment() -> Assessment:
        return ASSESSMENT

    return audience_view(snapshot, assessment, place, choices)


def texts_of(described: type[Described]) -> Iterator[str]:
    """Every field that holds a text, nested ones included."""
    for spec in specs_of(described):
        kind = spec.kind.item if isinstance(spec.kind, ListOf) else spec.kind
        if isinstance(kind, Text | FileName):
            yield f"{described.__name__}.{spec.name}"
        elif isinstance(kind, Group):
            yield from texts_of(kind.described)


def test_every_text_of_every_entry_is_marked() -> None:
    texts = {text for described in ENTRY_TYPES.values() for text in texts_of(described)}

    assert texts - set(MARKS.values()) == set()
    assert {f"{name}.id" for name in ID_PREFIXES} <= set(MARKS.values())


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_a_question_shows_the_packs_words_and_guidance_only_if_it_may(choices: Choices) -> None:
    allowed = PACK | GUIDANCE if choices.shows_guidance else PACK
    found: set[str] = set()

    for question in REVIEW.pack.questions:
        shown = seen(f"question:{question.id}", choices)
        assert shown <= allowed, question.id
        assert {"Question.text", "Section.title"} <= shown
        found |= shown

    assert found == allowed


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_the_map_shows_short_names_once_risk_numbers_may_be_seen(choices: Choices) -> None:
    shown = seen("page:risk_map", choices)

    if choices.shows_numbers:
        assert shown
        assert shown <= NAMES
    else:
        assert shown == {"Section.title"}


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_the_plan_shows_actions_and_roles_and_nobody_by_name(choices: Choices) -> None:
    assert seen("page:fix_first", choices) == PLAN


@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_every_other_place_shows_the_agenda(choices: Choices) -> None:
    for place in FOR_THE_CONSULTANT:
        assert seen(place, choices) == {"Section.title"}, place
