"""Whatever is in a review, the room can be shown it."""

from hypothesis import given, settings

from app.assessment import assess
from app.audience import AudienceMap, AudienceQuestion, Choices, audience_view, room_sees
from models.pack import QuestionKind
from models.snapshot import Snapshot
from models.values import AnswerState
from tests.strategies import snapshots

OPEN = Choices(shows_numbers=True, shows_guidance=True)


@given(snapshots())
@settings(max_examples=25)
def test_every_question_of_any_review_has_a_place_and_at_most_one_answer_that_counts(
    snapshot: Snapshot,
) -> None:
    for question in snapshot.pack.questions:
        view = audience_view(snapshot, lambda: assess(snapshot), f"question:{question.id}", OPEN)

        assert isinstance(view, AudienceQuestion)
        assert 1 <= view.number <= view.total == len(view.steps)
        assert [step.is_here for step in view.steps].count(True) == 1
        chosen = [card for card in view.cards if card.is_chosen]
        answers = snapshot.answers_by_question.get(question.id, ())
        assert question.kind is QuestionKind.MULTI_CHOICE or len(chosen) <= 1
        if any(each.state is AnswerState.VALUE for each in answers) and question.levels:
            assert len(chosen) == 1


@given(snapshots())
@settings(max_examples=25)
def test_any_review_has_a_map_a_plan_and_an_agenda(snapshot: Snapshot) -> None:
    assessment = assess(snapshot)

    shown = [
        audience_view(snapshot, lambda: assessment, f"page:{page}", OPEN)
        for page in ("risk_map", "fix_first", "scene")
    ]

    assert [room_sees(view) for view in shown] == ["the map", "the plan", "the agenda"]
    view = shown[0]
    assert isinstance(view, AudienceMap)
    counted = len(view.view.marks) + sum(len(crowd.risks) for crowd in view.view.crowds)
    assert counted == len(assessment.risks)
