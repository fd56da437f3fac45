"""A snapshot is immutable: every change gives a new one, and the order of entries is kept."""

import pytest

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import (
    AITool,
    Answer,
    AnswerState,
    Engagement,
    IncidentProcess,
    Mode,
    RegisterName,
)

TOOLS = RegisterName.AI_TOOLS


@pytest.fixture
def empty() -> Snapshot:
    return Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))


def tool(key: str, name: str = "Tool") -> AITool:
    return AITool(id=key, name=name, process_criticality=1)


def test_adding_replacing_and_removing_leaves_the_old_snapshot_as_it_was(empty: Snapshot) -> None:
    one = empty.with_entry(TOOLS, tool("T1"))
    renamed = one.with_entry(TOOLS, tool("T1", "Renamed"))
    gone = renamed.without_entry(TOOLS, "T1")

    assert dict(empty.ai_tools) == {}
    assert one.ai_tools["T1"].name == "Tool"
    assert renamed.ai_tools["T1"].name == "Renamed"
    assert gone == empty


def test_a_new_entry_goes_to_its_place_and_a_replaced_one_keeps_it(empty: Snapshot) -> None:
    three = empty.with_entry(TOOLS, tool("T1")).with_entry(TOOLS, tool("T2")).with_entry(TOOLS, tool("T3"), 1)

    assert list(three.ai_tools) == ["T1", "T3", "T2"]
    assert list(three.with_entry(TOOLS, tool("T1", "New")).ai_tools) == ["T1", "T3", "T2"]


def test_the_engagement_and_the_incident_process_are_lists_of_one(empty: Snapshot) -> None:
    process = IncidentProcess(triggers="AI")

    changed = empty.with_entry(RegisterName.INCIDENT_PROCESS, process)

    assert changed.entry(RegisterName.INCIDENT_PROCESS, "incident_process") is process
    assert changed.entry(RegisterName.ENGAGEMENT, "engagement") is empty.engagement
    assert changed.without_entry(RegisterName.INCIDENT_PROCESS, "incident_process") == empty


def test_answers_are_found_by_question(empty: Snapshot) -> None:
    first = Answer(question="ACC-07", state=AnswerState.UNKNOWN, respondent="P1")
    second = first.with_values(respondent=None)

    both = empty.with_entry(RegisterName.ANSWERS, first).with_entry(RegisterName.ANSWERS, second)

    assert both.answers_by_question == {"ACC-07": (first, second)}
    assert empty.answers_by_question == {}


def test_a_missing_mode_is_standard(empty: Snapshot) -> None:
    express = empty.with_entry(RegisterName.ENGAGEMENT, empty.engagement.with_values(mode=Mode.EXPRESS))

    assert empty.mode is Mode.STANDARD
    assert express.mode is Mode.EXPRESS


def test_a_snapshot_does_not_tell_a_traceback_what_the_client_said(empty: Snapshot) -> None:
    assert "Ferrowick" not in repr(empty)
