"""The room settles a disagreement: the agreed value scores, every view stays, and it can be opened again."""

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import resources
from app.assessment import assess, effective_answers
from app.cell_text import names_of
from app.dissent import views_of
from app.edits import StillNeededError, remove
from app.exchange.answers import answers_table
from app.interchange import read_review, write_assessment, write_review
from app.packs import built_in_pack
from app.reporting.content.answers import answers as appendix_d
from app.reporting.content.findings import Findings
from app.reporting.content.ownership import ownership
from app.settling import can_settle, reopening, settled_questions, settlement
from models.snapshot import Snapshot
from models.values import (
    Answer,
    AnswerState,
    Engagement,
    EvidenceGrade,
    EvidenceItem,
    Json,
    Mode,
    Participant,
    RegisterName,
    Value,
    YesPartlyNo,
)
from tests.changes import applied

PACK = built_in_pack()
QUESTION = PACK.question("ACC-05")


def said(value: Value, respondent: str | None, **more: Any) -> Answer:
    return Answer(
        question=QUESTION.id,
        state=AnswerState.VALUE,
        value=value,
        respondent=respondent,
        **more,
    )


@pytest.fixture
def split() -> Snapshot:
    """Two people who answered differently."""
    review = Snapshot(pack=PACK, engagement=Engagement(client="Ödland & Co", mode=Mode.STANDARD))
    review = review.with_entry(
        RegisterName.PARTICIPANTS, Participant(id="P01", name="Mia Brandt", role="CMO")
    )
    review = review.with_entry(
        RegisterName.PARTICIPANTS, Participant(id="P02", name="Ravi Rao", role="MAP admin")
    )
    review = review.with_entry(RegisterName.EVIDENCE, EvidenceItem(id="E01", title="Admin screen"))
    seen = said(
        1, "P02", evidence=EvidenceGrade.DEMONSTRATED, evidence_items=("E01",), note="Shown on screen"
    )
    for answer in (said(4, "P01", note="As far as I know"), seen):
        review = review.with_entry(RegisterName.ANSWERS, answer)
    return review


def test_the_agreed_value_is_the_only_one_that_scores_and_both_views_stay(split: Snapshot) -> None:
    assert effective_answers(split)[QUESTION.id].points == 1

    after = applied(split, settlement(split, QUESTION, 3))

    effective = effective_answers(after)[QUESTION.id]
    assert (effective.points, effective.is_disputed) == (3, False)
    assert assess(after).completeness.disagreements == ()
    (agreed,) = after.answers_by_question[QUESTION.id]
    assert views_of(agreed) == split.answers_by_question[QUESTION.id]
    assert agreed.evidence is EvidenceGrade.DEMONSTRATED
    assert agreed.evidence_items == ("E01",)
    assert settled_questions(after) == (QUESTION.id,)


def test_settling_is_one_edit_that_can_be_taken_back(split: Snapshot) -> None:
    edit = settlement(split, QUESTION, 3)

    after = applied(split, edit)

    assert applied(after, edit.inverse()) == split
    assert edit.label == "Agree on ACC-05"


def test_the_disagreement_can_be_opened_again_as_it_was(split: Snapshot) -> None:
    after = applied(split, settlement(split, QUESTION, 3))

    again = applied(after, reopening(after, QUESTION.id))

    assert set(again.answers.values()) == set(split.answers.values())
    assert effective_answers(again)[QUESTION.id].is_disputed
    assert reopening(again, QUESTION.id) is None


def test_what_the_room_had_said_itself_is_a_view_too(split: Snapshot) -> None:
    review = split.with_entry(RegisterName.ANSWERS, said(2, None, note="First round"))

    after = applied(review, settlement(review, QUESTION, 3))
    again = applied(after, reopening(after, QUESTION.id))

    (agreed,) = after.answers_by_question[QUESTION.id]
    assert [view.respondent for view in views_of(agreed)] == ["P01", "P02", None]
    assert dict(again.answers) == dict(review.answers)


def test_a_note_on_the_agreement_is_not_lost_when_it_is_opened_again(split: Snapshot) -> None:
    after = applied(split, settlement(split, QUESTION, 3))
    noted = after.with_entry(
        RegisterName.ANSWERS, after.answers[f"{QUESTION.id}/"].with_values(note="Agreed on the 3rd")
    )

    again = applied(noted, reopening(noted, QUESTION.id))

    assert again.answers[f"{QUESTION.id}/"].note == "Agreed on the 3rd"
    assert effective_answers(again)[QUESTION.id].points == 1


def test_settling_again_keeps_every_view_once(split: Snapshot) -> None:
    after = applied(split, settlement(split, QUESTION, 3))
    changed_mind = after.with_entry(RegisterName.ANSWERS, said(2, "P01"))

    again = applied(changed_mind, settlement(changed_mind, QUESTION, 2))

    (agreed,) = again.answers_by_question[QUESTION.id]
    assert {view.respondent: view.value for view in views_of(agreed)} == {"P01": 2, "P02": 1}


def test_only_several_answers_of_one_value_each_can_be_settled(split: Snapshot) -> None:
    assert can_settle(split, QUESTION)
    assert not can_settle(split, PACK.question("USE-02"))
    assert not can_settle(split, PACK.question("USE-04"))
    words = PACK.question("USE-02")
    for respondent, value in (("P01", YesPartlyNo.YES), ("P02", YesPartlyNo.NO)):
        answer = Answer(question=words.id, state=AnswerState.VALUE, value=value, respondent=respondent)
        split = split.with_entry(RegisterName.ANSWERS, answer)
    assert can_settle(split, words)


def test_a_settled_review_goes_out_and_in_and_any_program_reads_the_same_map(split: Snapshot) -> None:
    after = applied(split, settlement(split, QUESTION, 3))

    written = write_review(after)

    schema = json.loads(resources.read_text("schemas", "review.schema.json"))
    raw = json.loads(written)
    assert list(Draft202012Validator(schema).iter_errors(raw)) == []
    imported = read_review(written, PACK)
    assert imported.snapshot == after
    assert imported.report.unknown_fields == ()
    for answer in raw["answers"]:
        del answer["x_dissent"]  # what a program that does not know the field makes of the file
    stranger = read_review(json.dumps(raw).encode(), PACK).snapshot
    assert write_assessment(assess(stranger)) == write_assessment(assess(after))


@pytest.mark.parametrize(
    "odd", [3, "x", [3], [{"question": "ACC-05"}], [{"question": "USE-01", "state": "unknown"}]]
)
def test_views_that_cannot_be_read_are_left_alone(split: Snapshot, odd: Json) -> None:
    answer = replace(said(3, None), extras={"x_dissent": odd})
    review = split.with_entry(RegisterName.ANSWERS, answer)

    assert views_of(answer) == ()
    assert settled_questions(review) == ()
    assert read_review(write_review(review), PACK).snapshot == review


def test_a_person_whose_view_is_kept_cannot_be_removed_and_evidence_leaves_the_views(split: Snapshot) -> None:
    after = applied(split, settlement(split, QUESTION, 3))

    with pytest.raises(StillNeededError):
        remove(after, RegisterName.PARTICIPANTS, ["P01"])
    without = applied(after, remove(after, RegisterName.EVIDENCE, ["E01"]))
    (agreed,) = without.answers_by_question[QUESTION.id]
    assert not any(view.evidence_items for view in views_of(agreed))


def test_the_report_says_who_said_what_and_what_was_agreed(split: Snapshot) -> None:
    after = applied(split, settlement(split, QUESTION, 3))
    findings = Findings(after, assess(after))

    page = str(ownership(findings))
    appendix = str(appendix_d(findings))

    assert "agreed level 3; CMO said level 4, MAP admin said level 1" in page
    assert "Agreed by the room: " in appendix
    assert "MAP admin said: " in appendix
    assert "Shown on screen" in appendix
    assert "Mia Brandt" not in page + appendix


def test_the_workbook_lists_the_views_in_a_column_of_words(split: Snapshot) -> None:
    after = applied(split, settlement(split, QUESTION, 3))

    table = answers_table(after, names_of(after))

    titles = [column.title for column in table.columns]
    row = next(row for row in table.rows if row[1] == QUESTION.id)
    cell = str(row[titles.index("Agreed by the room after")])
    assert cell.splitlines()[0].startswith("Mia Brandt said: 4, ")
    assert "Shown on screen" in cell
    assert not any("x_dissent" in str(value) for value in row)
    assert {len(row) for row in table.rows} == {len(titles)}
