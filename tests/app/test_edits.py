"""Edits say what they do in words, can be taken back, and never leave a reference dangling."""

import pytest

from app.edits import StillNeededError, answer, batch, new_id, put, remove, set_field, set_fields
from app.packs import built_in_pack
from app.references import references_of
from models.snapshot import Snapshot
from models.values import (
    LISTS,
    AccessGrant,
    AITool,
    Answer,
    AnswerState,
    AnyEntry,
    Capability,
    DataCategory,
    DataForm,
    Engagement,
    Environment,
    HandlingRule,
    HandlingRules,
    Owner,
    Participant,
    RegisterName,
    Route,
    RuleValue,
    System,
    TaskPurpose,
    UseCase,
    Vendor,
)
from models.values.enums import Audience
from tests.changes import applied

TOOLS = RegisterName.AI_TOOLS


def dangling(snapshot: Snapshot) -> list[tuple[str, str]]:
    ids = {key for register in LISTS for key in snapshot.entries(register)}
    return [
        (path, target)
        for register in LISTS
        for entry in snapshot.entries(register).values()
        for path, target in references_of(entry)
        if target not in ids
    ]


@pytest.fixture
def review() -> Snapshot:
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))
    rules = HandlingRules(may_upload=HandlingRule(value=RuleValue.YES, allowed_tools=("T1", "T2")))
    entries: list[tuple[RegisterName, AnyEntry]] = [
        (
            RegisterName.DATA_CATEGORIES,
            DataCategory(id="C1", name="Notes", sensitivity=4, handling_rules=rules),
        ),
        (RegisterName.DATA_CATEGORIES, DataCategory(id="C2", name="Drafts", sensitivity=2)),
        (RegisterName.SYSTEMS, System(id="S1", name="CRM", data_categories=("C1",))),
        (RegisterName.SYSTEMS, System(id="S3", name="Web", downstream_systems=("S1",))),
        (RegisterName.VENDORS, Vendor(id="V1", name="Vendor")),
        (TOOLS, AITool(id="T1", name="One", process_criticality=3, vendor="V1", host_system="S1")),
        (TOOLS, AITool(id="T2", name="Two", process_criticality=3, vendor="none")),
        (TOOLS, AITool(id="T3", name="Three", process_criticality=3)),
        (RegisterName.ACCESS_GRANTS, grant("A1", "T1", ("C1", "C2"))),
        (RegisterName.ACCESS_GRANTS, grant("A2", "T2", ("C1",))),
        (RegisterName.USE_CASES, use_case()),
        (RegisterName.PARTICIPANTS, Participant(id="P1", name="Ada", owns=("T1", "A1"))),
    ]
    for register, entry in entries:
        snapshot = snapshot.with_entry(register, entry)
    return snapshot


def grant(key: str, tool: str, categories: tuple[str, ...]) -> AccessGrant:
    return AccessGrant(
        id=key,
        tool=tool,
        system="S1",
        capabilities=(Capability.SEE,),
        route=Route.API,
        environment=Environment.LIVE,
        data_categories=categories,
        form=DataForm.RAW,
    )


def use_case() -> UseCase:
    return UseCase(
        id="U1",
        name="Use",
        tools=("T1", "T2"),
        task_purpose=TaskPurpose.ANALYSIS,
        max_sensitivity=3,
        audience=Audience.INTERNAL,
    )


@pytest.mark.parametrize(
    ("register", "keys"),
    [
        (TOOLS, ["T1"]),
        (TOOLS, ["T1", "T2", "T3"]),
        (RegisterName.SYSTEMS, ["S1"]),
        (RegisterName.SYSTEMS, ["S1", "S3"]),
        (RegisterName.DATA_CATEGORIES, ["C1"]),
        (RegisterName.VENDORS, ["V1"]),
        (RegisterName.PARTICIPANTS, ["P1"]),
    ],
)
def test_removing_leaves_nothing_dangling_and_undo_brings_everything_back_to_its_place(
    review: Snapshot, register: RegisterName, keys: list[str]
) -> None:
    edit = remove(review, register, keys)

    without = applied(review, edit)
    again = applied(without, edit.inverse())

    assert not set(keys) & set(without.entries(register))
    assert dangling(without) == []
    assert again == review
    assert {name: list(again.entries(name)) for name in LISTS} == {
        name: list(review.entries(name)) for name in LISTS
    }


def test_a_removed_tool_takes_its_grants_along_but_not_the_use_case(review: Snapshot) -> None:
    without = applied(review, remove(review, TOOLS, ["T1"]))

    assert list(without.access_grants) == ["A2"]
    assert without.use_cases["U1"].tools == ("T2",)
    assert without.participants["P1"].owns == ()
    rules = without.data_categories["C1"].handling_rules
    assert rules is not None
    assert rules.may_upload is not None
    assert rules.may_upload.allowed_tools == ("T2",)


def test_a_grant_goes_with_its_last_data_category(review: Snapshot) -> None:
    without = applied(review, remove(review, RegisterName.DATA_CATEGORIES, ["C1"]))

    assert list(without.access_grants) == ["A1"]
    assert without.access_grants["A1"].data_categories == ("C2",)


def test_a_person_who_has_given_answers_stays(review: Snapshot) -> None:
    given = Answer(question="ACC-07", state=AnswerState.UNKNOWN, respondent="P1")
    answered = applied(review, answer(review, given))

    with pytest.raises(StillNeededError):
        remove(answered, RegisterName.PARTICIPANTS, ["P1"])


def test_one_field_is_set_and_cleared_and_named_in_words(review: Snapshot) -> None:
    edit = set_field(review, TOOLS, "T1", "owner", Owner.NAMED)

    changed = applied(review, edit)
    cleared = applied(changed, set_field(changed, TOOLS, "T1", "owner", None))

    assert changed.ai_tools["T1"].owner is Owner.NAMED
    assert edit.label == "Change Owner of AI tool “One”"
    assert edit.merge_key == "ai_tools/T1/owner"
    assert cleared == review


def test_a_nested_field_makes_its_object_and_takes_it_away_when_it_is_empty(review: Snapshot) -> None:
    register = RegisterName.DATA_CATEGORIES
    path = "handling_rules.may_train.value"

    changed = applied(review, set_field(review, register, "C2", path, RuleValue.NO))

    rules = changed.data_categories["C2"].handling_rules
    assert rules == HandlingRules(may_train=HandlingRule(value=RuleValue.NO))
    assert applied(changed, set_field(changed, register, "C2", path, None)) == review


def test_a_field_that_does_not_exist_is_a_bug(review: Snapshot) -> None:
    with pytest.raises(KeyError):
        set_field(review, TOOLS, "T1", "colour", "red")
    with pytest.raises(KeyError):
        set_field(review, TOOLS, "T9", "owner", Owner.NAMED)
    with pytest.raises(KeyError):
        set_field(review, TOOLS, "T1", "owner.name", "x")


def test_several_entries_are_set_at_once_and_taken_back_at_once(review: Snapshot) -> None:
    edit = set_fields(review, TOOLS, ["T1", "T3"], "owner", Owner.TEAM)

    changed = applied(review, edit)

    assert [tool.owner for tool in changed.ai_tools.values()] == [Owner.TEAM, None, Owner.TEAM]
    assert edit.label == "Change Owner of 2 entries"
    assert applied(changed, edit.inverse()) == review


def test_an_id_is_new_in_the_whole_review(review: Snapshot) -> None:
    assert new_id(review, TOOLS) == "T04"
    assert new_id(review, TOOLS, after=2) == "T06"
    assert new_id(review, RegisterName.SESSIONS) == "RS1"
    taken = applied(review, put(review, RegisterName.SYSTEMS, System(id="T17", name="Odd")))
    assert new_id(taken, TOOLS) == "T18"


def test_what_is_added_in_one_edit_keeps_its_order_before_and_after_undo(review: Snapshot) -> None:
    tools = [AITool(id=f"T{n}", name=str(n), process_criticality=1) for n in (9, 7, 8)]

    edit = batch("Paste", [put(review, TOOLS, tool) for tool in tools])

    added = applied(review, edit)
    again = applied(applied(added, edit.inverse()), edit)
    assert list(added.ai_tools) == list(again.ai_tools) == ["T1", "T2", "T3", "T9", "T7", "T8"]


def test_a_batch_is_one_edit(review: Snapshot) -> None:
    edits = [
        put(review, TOOLS, AITool(id="T4", name="Four", process_criticality=1)),
        put(review, RegisterName.SYSTEMS, System(id="S2", name="MAP")),
    ]

    edit = batch("Import", edits)

    assert edit.label == "Import"
    assert applied(applied(review, edit), edit.inverse()) == review
