"""Faults are found where they are, in time of the entry's fields, and nowhere else."""

import time
from dataclasses import replace
from datetime import date

import pytest

import resources
from app.integrity import Fault, entry_faults, faults
from app.interchange import read_review
from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import (
    AccessGrant,
    AITool,
    Answer,
    AnswerState,
    AnyEntry,
    Approver,
    Capability,
    DataCategory,
    DataForm,
    Engagement,
    Environment,
    HandlingRule,
    HandlingRules,
    IncidentProcess,
    Monitor,
    Participant,
    RegisterName,
    RiskDecision,
    Route,
    Session,
    System,
    Vendor,
    VendorApproval,
    YesPartlyNo,
)

TOOL = AITool(id="T01", name="Writer", process_criticality=2)
GRANT = AccessGrant(
    id="A01",
    tool="T01",
    system="S01",
    capabilities=(Capability.SEE,),
    route=Route.API,
    environment=Environment.LIVE,
    data_categories=("C01",),
    form=DataForm.RAW,
)
ENTRIES: tuple[tuple[RegisterName, AnyEntry], ...] = (
    (RegisterName.SYSTEMS, System(id="S01", name="CRM")),
    (RegisterName.DATA_CATEGORIES, DataCategory(id="C01", name="Contacts", sensitivity=3)),
    (RegisterName.VENDORS, Vendor(id="V01", name="Vendor")),
    (RegisterName.AI_TOOLS, TOOL),
    (RegisterName.ACCESS_GRANTS, GRANT),
    (RegisterName.PARTICIPANTS, Participant(id="P01", name="anonymous")),
)


@pytest.fixture
def snapshot() -> Snapshot:
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))
    for register, entry in ENTRIES:
        snapshot = snapshot.with_entry(register, entry)
    return snapshot


def paths(found: tuple[Fault, ...]) -> list[str]:
    return [fault.field_path for fault in found]


def answer(question: str, value: int | YesPartlyNo | tuple[str, ...] | None) -> Answer:
    return Answer(question=question, state=AnswerState.VALUE, value=value)


def test_a_sound_review_has_no_fault(snapshot: Snapshot) -> None:
    ferrowick = read_review(resources.read_bytes("demo", "ferrowick.review.json"), built_in_pack()).snapshot

    assert faults(snapshot) == faults(ferrowick) == ()


def test_a_fault_says_which_entry_and_which_field(snapshot: Snapshot) -> None:
    broken = snapshot.with_entry(RegisterName.AI_TOOLS, replace(TOOL, vendor="V99"))

    assert faults(broken) == (
        Fault(RegisterName.AI_TOOLS, "T01", "vendor", '"V99" is not the id of an entry of Vendors.'),
    )


@pytest.mark.parametrize("word", ["none", "unknown"])
def test_reserved_words_do_not_dangle(snapshot: Snapshot, word: str) -> None:
    tool = replace(TOOL, vendor=word, host_system=word, gate=word)

    assert entry_faults(snapshot, RegisterName.AI_TOOLS, tool) == ()


def test_references_are_found_in_nested_objects_and_lists(snapshot: Snapshot) -> None:
    rules = HandlingRules(may_train=HandlingRule(allowed_tools=("T01", "S01")))
    category = DataCategory(id="C01", name="Contacts", sensitivity=3, handling_rules=rules)

    found = entry_faults(snapshot, RegisterName.DATA_CATEGORIES, category)

    assert paths(found) == ["handling_rules.may_train.allowed_tools.1"]


def test_a_person_may_own_any_entry_that_has_an_id(snapshot: Snapshot) -> None:
    risk = snapshot.with_entry(RegisterName.RISK_DECISIONS, RiskDecision(risk="EX-T01"))
    person = Participant(id="P01", name="anonymous", owns=("T01", "A01", "P01", "EX-T01", "engagement"))

    assert paths(entry_faults(risk, RegisterName.PARTICIPANTS, person)) == ["owns.3", "owns.4"]


def test_a_monitor_watches_a_tool_or_a_use_case(snapshot: Snapshot) -> None:
    (fault,) = entry_faults(snapshot, RegisterName.MONITORS, Monitor(id="M01", subject="S01"))

    assert fault.message == '"S01" is not the id of an entry of AI tools or Use cases.'


def test_an_id_is_unique_across_lists_and_an_entry_may_replace_itself(snapshot: Snapshot) -> None:
    taken = entry_faults(snapshot, RegisterName.VENDORS, Vendor(id="T01", name="Vendor"))
    itself = entry_faults(snapshot, RegisterName.AI_TOOLS, replace(TOOL, name="Other"))

    assert paths(taken) == ["id"]
    assert itself == ()


def test_values_out_of_bounds_are_faults_in_memory_as_in_a_file(snapshot: Snapshot) -> None:
    tool = replace(TOOL, name=" ", process_criticality=6, users=-1, description="x" * 20_001)
    approval = VendorApproval(level=5, approver=Approver.NONE, approved_on=date(2026, 1, 2))

    assert paths(entry_faults(snapshot, RegisterName.AI_TOOLS, tool)) == [
        "name",
        "description",
        "users",
        "process_criticality",
    ]
    vendor = Vendor(id="V01", name="Vendor", approval=approval)
    assert paths(entry_faults(snapshot, RegisterName.VENDORS, vendor)) == ["approval.level"]


def test_the_engagement_and_the_incident_process_are_looked_at_too(snapshot: Snapshot) -> None:
    broken = replace(
        snapshot,
        engagement=Engagement(client=""),
        incident_process=IncidentProcess(triggers="a\x00"),
    )

    assert [(fault.register, fault.key, fault.field_path) for fault in faults(broken)] == [
        (RegisterName.ENGAGEMENT, "engagement", "client"),
        (RegisterName.INCIDENT_PROCESS, "incident_process", "triggers"),
    ]


@pytest.mark.parametrize("capability", [Capability.CHANGE, Capability.TRIGGER])
@pytest.mark.parametrize(
    ("integrity_class", "system", "expected"),
    [
        (None, "S01", ["integrity_class"]),
        (0, "S01", ["integrity_class"]),
        (1, "S01", []),
        (5, "none", ["system"]),
    ],
)
def test_a_grant_that_acts_needs_a_class_and_a_system(
    snapshot: Snapshot, capability: Capability, integrity_class: int | None, system: str, expected: list[str]
) -> None:
    grant = replace(GRANT, capabilities=(capability,), integrity_class=integrity_class, system=system)

    assert paths(entry_faults(snapshot, RegisterName.ACCESS_GRANTS, grant)) == expected


def test_a_grant_that_only_sees_needs_neither(snapshot: Snapshot) -> None:
    assert entry_faults(snapshot, RegisterName.ACCESS_GRANTS, replace(GRANT, system="none")) == ()


@pytest.mark.parametrize(
    ("given", "sound"),
    [
        (answer("USE-01", 0), True),
        (answer("USE-01", 4), True),
        (answer("USE-01", 5), False),
        (answer("USE-01", None), False),
        (answer("USE-01", YesPartlyNo.YES), False),
        (answer("USE-02", YesPartlyNo.PARTLY), True),
        (answer("USE-02", 1), False),
        (answer("USE-04", ()), True),
        (answer("USE-04", ("qa", "other")), True),
        (answer("USE-04", ("qa", "qa")), False),
        (answer("USE-04", ("magic",)), False),
        (answer("USE-05", None), True),
        (answer("USE-05", 3), False),
        (Answer(question="USE-05", state=AnswerState.OUT_OF_MODE), True),
        (Answer(question="USE-01", state=AnswerState.UNKNOWN, value=1), False),
        (Answer(question="USE-01", state=AnswerState.NOT_ASKED), True),
    ],
)
def test_a_value_fits_its_question_and_its_state(snapshot: Snapshot, given: Answer, sound: bool) -> None:
    found = paths(entry_faults(snapshot, RegisterName.ANSWERS, given))

    assert found == ([] if sound else ["value"])


def test_what_does_not_apply_needs_a_reason(snapshot: Snapshot) -> None:
    silent = Answer(question="USE-01", state=AnswerState.NOT_APPLICABLE, reason=" \n")
    spoken = replace(silent, reason="No agency works here.")

    assert paths(entry_faults(snapshot, RegisterName.ANSWERS, silent)) == ["reason"]
    assert entry_faults(snapshot, RegisterName.ANSWERS, spoken) == ()


def test_questions_are_those_of_the_pack(snapshot: Snapshot) -> None:
    session = Session(id="RS1", questions=("USE-01", "USE-99"))

    assert paths(entry_faults(snapshot, RegisterName.SESSIONS, session)) == ["questions.1"]
    assert paths(entry_faults(snapshot, RegisterName.ANSWERS, answer("USE-99", 9))) == ["question"]


def test_the_time_for_one_entry_does_not_grow_with_the_review(snapshot: Snapshot) -> None:
    large = replace(
        snapshot,
        registers={
            **snapshot.registers,
            RegisterName.AI_TOOLS: {f"T{n:05}": replace(TOOL, id=f"T{n:05}") for n in range(9_000)},
        },
    )
    tool = replace(TOOL, id="T08999", vendor="V01", host_system="S01")

    small, big = (min(_seconds(review, tool) for _time in range(50)) for review in (snapshot, large))

    assert big < 5 * small


def _seconds(snapshot: Snapshot, tool: AITool) -> float:
    started = time.process_time()
    entry_faults(snapshot, RegisterName.AI_TOOLS, tool)
    return time.process_time() - started
