"""Every contradiction between an answer and the registers: found where it is, and only there."""

from dataclasses import replace

import pytest

from app.lint.contradictions import CLAIMS
from models.values import ApprovalGate, Basis, GateChecks, RegisterName, Tri
from tests.app.lint.contradiction_cases import CASES, THERE, more, same
from tests.sound import answered, found, found_besides, not_applicable, sound_review

R = RegisterName
ABSENT = [claim for claim in CLAIMS if claim.not_applicable]


def test_every_claim_of_the_table_has_a_case() -> None:
    claims = [claim.id for claim in CLAIMS if not claim.not_applicable]

    assert sorted(claims) == sorted(CASES)
    assert len({claim.id for claim in CLAIMS}) == len(CLAIMS)


def test_every_question_that_is_spoken_of_is_one_of_the_pack() -> None:
    pack = sound_review().pack

    assert {claim.question for claim in CLAIMS} <= {question.id for question in pack.questions}


@pytest.mark.parametrize("name", CASES)
def test_it_is_found_where_the_registers_deny_the_answer(name: str) -> None:
    case = CASES[name]

    places = found_besides(case.bad(answered(sound_review(), case.question, case.value)))

    assert places[f"contradiction:{name}"] == f"question:{case.question}"


@pytest.mark.parametrize("name", CASES)
def test_it_is_not_found_where_the_registers_agree(name: str) -> None:
    case = CASES[name]

    places = found_besides(case.good(answered(sound_review(), case.question, case.value)))

    assert f"contradiction:{name}" not in places


@pytest.mark.parametrize("name", [name for name in CASES if name not in {"policy_missing", "no_agencies"}])
def test_it_is_not_found_where_nothing_of_the_kind_was_claimed(name: str) -> None:
    places = found_besides(CASES[name].bad(sound_review()))

    assert f"contradiction:{name}" not in places


@pytest.mark.parametrize("question", [claim.question for claim in ABSENT])
def test_not_applicable_is_contradicted_by_what_is_there(question: str) -> None:
    there = THERE.get(question, same)

    places = found_besides(there(not_applicable(sound_review(), question)))

    assert places[f"contradiction:{question.lower()}_does_not_apply"] == f"question:{question}"


@pytest.mark.parametrize("question", THERE)
def test_not_applicable_stands_where_there_is_nothing(question: str) -> None:
    places = found_besides(not_applicable(sound_review(), question))

    assert f"contradiction:{question.lower()}_does_not_apply" not in places


def test_a_job_that_nobody_does_and_one_that_nobody_named_are_both_found() -> None:
    places = found_besides(answered(sound_review(), "USE-04", ("reporting",)))

    assert places == {
        "contradiction:job_reporting": "question:USE-04",
        "contradiction:job_segmentation": "question:USE-04",
    }
    assert found_besides(answered(sound_review(), "USE-04", ("segmentation", "other"))) == {}


def test_the_other_side_leads_to_the_first_entry_that_denies_it() -> None:
    snapshot = sound_review()
    for key in ("A10", "A2"):
        assumed = replace(snapshot.access_grants["A1"], id=key, basis=Basis.ASSUMED)
        snapshot = snapshot.with_entry(R.ACCESS_GRANTS, assumed)

    (finding,) = [one for one in found(answered(snapshot, "ACC-01", 4)) if one.key == "access_confirmed"]

    assert finding.words.endswith("but not so A2 and A10.")
    assert finding.also == "entry:access_grants/A2"


def test_a_gate_that_nothing_uses_denies_nothing() -> None:
    idle = ApprovalGate(id="G9", name="Idle", checks=GateChecks(time_and_training=Tri.NO))

    places = found_besides(more(R.APPROVAL_GATES, idle)(answered(sound_review(), "OVR-05", 3)))

    assert "contradiction:reviewers_trained" not in places
