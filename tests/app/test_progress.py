"""Progress counts what has been asked: in answers, and in the registers."""

import pytest

from app.carried import to_confirm
from app.interchange import read_review
from app.packs import built_in_pack
from app.progress import progress, question_state, questions_in_play
from app.register_questions import REGISTER_QUESTIONS, entries_asked
from models.pack import QuestionKind
from models.snapshot import Snapshot
from models.values import (
    AITool,
    Answer,
    AnswerState,
    Approval,
    Engagement,
    Mode,
    RegisterName,
    ToolStatus,
    Vendor,
    spec_of,
)
from models.values.registers import ENTRY_TYPES
from resources import read_bytes

PACK = built_in_pack()


@pytest.fixture
def empty() -> Snapshot:
    return Snapshot(pack=PACK, engagement=Engagement(client="A"))


@pytest.fixture(scope="module")
def ferrowick() -> Snapshot:
    return read_review(read_bytes("demo", "ferrowick.review.json"), PACK).snapshot


def test_nothing_is_answered_in_an_empty_review(empty: Snapshot) -> None:
    found = progress(empty)

    assert (found.total, found.answered, found.unknown) == (82, 0, 0)
    assert [section.left for section in found.sections] == [12, 12, 12, 10, 11, 12, 13]


def test_an_express_review_asks_the_express_questions_and_what_was_answered_anyway(empty: Snapshot) -> None:
    engagement = empty.engagement.with_values(mode=Mode.EXPRESS)
    express = empty.with_entry(RegisterName.ENGAGEMENT, engagement)
    extra = next(q for q in PACK.questions_of("USE") if not q.express)
    answered = express.with_entry(RegisterName.ANSWERS, Answer(question=extra.id, state=AnswerState.UNKNOWN))

    assert progress(express).total == 28
    assert progress(answered).total == 29
    assert extra in questions_in_play(answered, "USE")


def test_what_was_carried_forward_is_still_to_ask_until_it_is_confirmed(ferrowick: Snapshot) -> None:
    before = progress(ferrowick)
    carried = ferrowick
    for answer in ferrowick.answers.values():
        carried = carried.with_entry(RegisterName.ANSWERS, to_confirm(answer))
    found = progress(carried)
    one = next(answer for answer in ferrowick.answers.values() if answer.state is AnswerState.VALUE)
    section = PACK.question(one.question).section
    confirmed = progress(carried.with_entry(RegisterName.ANSWERS, one))

    asked = {answer.question for answer in ferrowick.answers.values()}
    assert sum(section.to_confirm for section in found.sections) == len(asked) == 61
    assert found.total == before.total
    assert found.answered + found.unknown + 61 == before.answered + before.unknown
    assert sum(section.left for section in found.sections) >= 61
    assert confirmed.answered == found.answered + 1
    assert confirmed.section(section).to_confirm == found.section(section).to_confirm - 1


def test_every_register_question_has_its_place_in_a_register() -> None:
    register_driven = {q.id for q in PACK.questions if q.kind is QuestionKind.REGISTER}

    assert set(REGISTER_QUESTIONS) == register_driven
    for asked in REGISTER_QUESTIONS.values():
        for path in asked.fields:
            assert spec_of(ENTRY_TYPES[asked.register], path.split(".")[0]).label


def test_a_register_question_is_answered_once_every_tool_states_its_fact(empty: Snapshot) -> None:
    question = PACK.question("USE-05")
    first = AITool(id="T1", name="A", process_criticality=1)
    second = first.with_values(id="T2", approval=Approval.TRIAL)
    tools = RegisterName.AI_TOOLS

    asked = empty.with_entry(tools, first).with_entry(tools, second)
    stated = asked.with_entry(tools, first.with_values(approval=Approval.APPROVED_SCOPED))
    unknown = asked.with_entry(tools, first.with_values(approval=Approval.UNKNOWN))
    retired = asked.with_entry(tools, first.with_values(status=ToolStatus.RETIRED))

    assert question_state(empty, question) is AnswerState.NOT_ASKED
    assert question_state(asked, question) is AnswerState.NOT_ASKED
    assert question_state(stated, question) is AnswerState.VALUE
    assert question_state(unknown, question) is AnswerState.UNKNOWN
    assert question_state(retired, question) is AnswerState.VALUE


def test_vendors_without_tools_are_not_asked_about(empty: Snapshot) -> None:
    snapshot = empty.with_entry(RegisterName.VENDORS, Vendor(id="V1", name="A")).with_entry(
        RegisterName.VENDORS, Vendor(id="V2", name="B")
    )
    used = snapshot.with_entry(
        RegisterName.AI_TOOLS, AITool(id="T1", name="A", process_criticality=1, vendor="V2")
    )

    assert entries_asked(snapshot, "VEN-03") == ()
    assert [entry.key for entry in entries_asked(used, "VEN-03")] == ["V2"]


def test_the_sample_engagement_is_counted(ferrowick: Snapshot) -> None:
    found = progress(ferrowick)

    assert found.total == 82
    assert found.answered + found.unknown + sum(s.left for s in found.sections) == 82
    assert found.section("USE").total == 12
    assert found.unknown > 0
