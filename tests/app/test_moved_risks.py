"""An answer names the risks that it moves, whether it is given to a question or in a register."""

import pytest

from app.assessment import assess
from app.assessment.trace import Trace
from app.demo import demo_snapshot
from app.moved_risks import risks_moved
from models.pack import QuestionKind
from models.snapshot import Snapshot


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return demo_snapshot()


@pytest.fixture(scope="module")
def trace(snapshot: Snapshot) -> Trace:
    return Trace(snapshot, assess(snapshot))


def test_a_question_moves_the_risks_that_count_it_as_a_control(snapshot: Snapshot, trace: Trace) -> None:
    for question in snapshot.pack.questions:
        counted = {
            risk.id
            for risk in trace.assessment.risks
            if any(control.control == question.id for control in risk.controls)
        }
        assert counted <= {risk.id for risk in risks_moved(trace, question)}


def test_the_multi_choice_question_moves_nothing(snapshot: Snapshot, trace: Trace) -> None:
    open_questions = [q for q in snapshot.pack.questions if q.kind is QuestionKind.MULTI_CHOICE]

    assert [risks_moved(trace, question) for question in open_questions] == [()]


def test_a_register_question_moves_the_risks_that_read_its_fields(snapshot: Snapshot, trace: Trace) -> None:
    owners = {risk.id for risk in risks_moved(trace, snapshot.pack.question("USE-08"))}
    gates = {risk.id for risk in risks_moved(trace, snapshot.pack.question("OVR-02"))}

    assert {risk.id for risk in trace.assessment.risks if risk.id.startswith("OD-")} <= owners
    assert "PG-7" in gates
