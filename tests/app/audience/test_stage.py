"""What the room sees follows the consultant, and the consultant is told in a word or two."""

import pytest

from app.assessment import assess
from app.audience import (
    AudienceAgenda,
    AudienceBlank,
    AudienceMap,
    AudiencePlan,
    AudienceQuestion,
    AudienceView,
    Choices,
    audience_view,
    room_sees,
)
from app.audience.plan import LONGEST, audience_plan, on_one_line
from app.progress import progress
from models.assessment import Assessment
from models.values import ActionItem, ActionStatus, Horizon, RegisterName
from tests.changes import with_register
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")


def view_of(place: str, choices: Choices = Choices()) -> AudienceView:  # noqa: B008  (a frozen value)
    return audience_view(FERROWICK, lambda: assess(FERROWICK), place, choices)


def test_the_room_follows_to_a_question_the_plan_and_else_the_agenda() -> None:
    question = view_of("question:ACC-05")

    assert isinstance(question, AudienceQuestion)
    assert question.id == "ACC-05"
    assert isinstance(view_of("page:fix_first"), AudiencePlan)
    assert isinstance(view_of("page:registers"), AudienceAgenda)


def test_risk_numbers_stay_on_the_laptop_until_they_are_shown() -> None:
    assert isinstance(view_of("page:risk_map"), AudienceAgenda)
    assert isinstance(view_of("page:risk_map", Choices(shows_numbers=True)), AudienceMap)


def test_nothing_is_assessed_for_a_question() -> None:
    def never() -> Assessment:
        raise AssertionError

    view = audience_view(FERROWICK, never, "question:ACC-05", Choices(shows_numbers=True))

    assert isinstance(view, AudienceQuestion)


def test_the_agenda_counts_as_the_navigation_does() -> None:
    view = view_of("page:scene")
    assert isinstance(view, AudienceAgenda)

    counted = [(each.done, each.unknown, each.total) for each in view.sections]

    assert counted == [(each.answered, each.unknown, each.total) for each in progress(FERROWICK).sections]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("question:ACC-05", "ACC-05"),
        ("page:fix_first", "the plan"),
        ("page:risk_map", "the map"),
        ("page:scene", "the agenda"),
    ],
)
def test_the_consultant_is_told_what_the_room_sees(place: str, words: str) -> None:
    view = view_of(place, Choices(shows_numbers=True))

    assert room_sees(view) == words
    assert room_sees(view, is_frozen=True) == f"{words}, frozen"
    assert room_sees(AudienceBlank(), is_frozen=True) == "nothing"


def test_the_plan_leaves_dropped_actions_and_empty_horizons_out() -> None:
    kept = ActionItem(id="N1", text="Keep", horizon=Horizon.NEXT, client_owner="Mia Brandt")
    dropped = ActionItem(id="N2", text="Drop", horizon=Horizon.NOW, status=ActionStatus.DROPPED)
    plan = {action.id: action for action in (kept, dropped)}

    view = audience_plan(with_register(FERROWICK, RegisterName.ACTION_PLAN, plan))

    assert [(each.title, [action.text for action in each.actions]) for each in view.horizons] == [
        ("Next, 45 days", ["Keep"])
    ]
    assert "Mia" not in repr(view)


def test_a_long_action_is_cut_to_what_a_room_can_take_in() -> None:
    assert on_one_line(" Two\nlines ") == "Two lines"
    assert on_one_line("word " * 100).endswith("word…")
    assert len(on_one_line("x" * 1000)) == LONGEST
