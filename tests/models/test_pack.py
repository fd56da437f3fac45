import json
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import ReviewError
from models.pack import (
    ActionKind,
    AskedPer,
    ControlRole,
    Effort,
    Option,
    ProposedAction,
    Question,
    QuestionKind,
    QuestionPack,
    ReferenceSet,
    RiskType,
    RiskTypeCode,
    RiskTypeName,
    Section,
    UnknownQuestionError,
    pack_from_json,
    pack_to_json,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
options = st.builds(Option, id=texts, label=texts)
actions = st.builds(ProposedAction, kind=st.sampled_from(ActionKind), text=texts)
sections = st.builds(Section, id=texts, title=texts, timebox_minutes=st.integers(1, 600))
questions = st.builds(
    Question,
    id=texts,
    section=texts,
    text=texts,
    kind=st.sampled_from(QuestionKind),
    asked_per=st.sampled_from(AskedPer),
    control_role=st.sampled_from(ControlRole),
    risk_weights=st.dictionaries(st.sampled_from(RiskTypeCode), st.integers(1, 3)),
    unknown_is_finding=st.booleans(),
    effort=st.sampled_from(Effort),
    express=st.booleans(),
    levels=st.lists(texts, max_size=5).map(tuple),
    options=st.lists(options, max_size=3).map(tuple),
    why=texts,
    evidence=texts,
    follow_up=texts,
    action=actions,
    references=st.lists(texts, max_size=3).map(tuple),
)
packs = st.builds(
    QuestionPack,
    version=texts,
    risk_model=texts,
    title=texts,
    sections=st.lists(sections, max_size=2).map(tuple),
    risk_types=st.lists(
        st.builds(RiskTypeName, id=st.sampled_from(RiskTypeCode), name=st.sampled_from(RiskType)), max_size=5
    ).map(tuple),
    action_kinds=st.lists(st.sampled_from(ActionKind), max_size=6).map(tuple),
    evidence_grades=st.lists(options, max_size=3).map(tuple),
    reference_sets=st.lists(st.builds(ReferenceSet, id=texts, title=texts), max_size=3).map(tuple),
    questions=st.lists(questions, max_size=4).map(tuple),
)

MATURITY = Question(
    id="ACC-03",
    section="ACC",
    text="Who signs in?",
    kind=QuestionKind.MATURITY,
    asked_per=AskedPer.ENGAGEMENT,
    control_role=ControlRole.PREVENTIVE,
    risk_weights={RiskTypeCode.EX: 3},
    unknown_is_finding=True,
    effort=Effort.M,
    express=True,
    levels=("no", "partly", "mostly", "yes", "tested"),
    why="Borrowed rights hide who acted.",
    evidence="The connected-app record.",
    follow_up="And when that person leaves?",
    action=ProposedAction(kind=ActionKind.ACCESS_RESTRICTION, text="Use a service identity."),
)
REGISTER = replace(
    MATURITY,
    id="ACC-04",
    kind=QuestionKind.REGISTER,
    asked_per=AskedPer.ACCESS_GRANT,
    express=False,
    levels=(),
)
CHOICE = replace(
    MATURITY,
    id="USE-04",
    section="USE",
    kind=QuestionKind.MULTI_CHOICE,
    control_role=ControlRole.INFORMATION,
    risk_weights={},
    express=False,
    levels=(),
    options=(Option(id="qa", label="QA"), Option(id="code", label="code")),
)
PACK = QuestionPack(
    version="tiny-1",
    risk_model="rm-1",
    title="Tiny",
    sections=(
        Section(id="USE", title="Use", timebox_minutes=5),
        Section(id="ACC", title="Access", timebox_minutes=10),
    ),
    risk_types=tuple(RiskTypeName(id=code, name=code.risk_type) for code in RiskTypeCode),
    action_kinds=tuple(ActionKind),
    evidence_grades=(Option(id="none", label="No evidence seen"),),
    reference_sets=(ReferenceSet(id="GDPR", title="Regulation (EU) 2016/679"),),
    questions=(CHOICE, MATURITY, REGISTER),
)


@given(packs)
def test_a_pack_comes_back_equal_from_the_json_that_a_review_file_keeps(pack: QuestionPack) -> None:
    kept = json.loads(json.dumps(pack_to_json(pack)))

    assert pack_from_json(kept) == pack


def test_a_question_is_found_by_its_id() -> None:
    assert PACK.question("ACC-03") is MATURITY
    assert "ACC-03" in PACK
    assert "ACC-99" not in PACK


def test_a_question_that_the_pack_does_not_have_says_what_to_do() -> None:
    with pytest.raises(UnknownQuestionError) as refused:
        PACK.question("ACC-99")

    assert isinstance(refused.value, (ReviewError, KeyError))
    assert "ACC-99" in str(refused.value)
    assert refused.value.advice


def test_sections_give_their_questions_in_pack_order() -> None:
    assert PACK.questions_of("ACC") == (MATURITY, REGISTER)
    assert PACK.section("ACC").timebox_minutes == 10
    assert PACK.questions_of("XYZ") == ()


def test_express_asks_the_express_questions_and_the_other_modes_ask_all() -> None:
    assert PACK.in_mode("express") == (MATURITY,)
    assert PACK.in_mode("standard") == PACK.questions
    assert PACK.in_mode("deep") == PACK.questions

    with pytest.raises(ValueError, match="hurried"):
        PACK.in_mode("hurried")


def test_multi_choice_is_never_scored_and_register_questions_are_never_typed() -> None:
    assert PACK.scored_questions == (MATURITY, REGISTER)
    assert PACK.answered_questions == (CHOICE, MATURITY)


def test_nothing_in_a_question_can_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        MATURITY.text = "Another"  # type: ignore[misc]  # the point of the test
    with pytest.raises(TypeError):
        MATURITY.risk_weights[RiskTypeCode.DA] = 1  # type: ignore[index]  # the point of the test

    assert hash(MATURITY) == hash(replace(MATURITY))


def test_each_code_stands_for_its_risk_type() -> None:
    names = {code.value: code.risk_type.value for code in RiskTypeCode}

    assert names == {
        "DA": "Data access",
        "DE": "Decisioning",
        "EX": "Execution",
        "BC": "Brand and compliance",
        "OD": "Operational dependency",
    }
