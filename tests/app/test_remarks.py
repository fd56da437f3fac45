"""What is odd but allowed is pointed out; what agrees is not."""

from dataclasses import replace
from datetime import date

import pytest

from app.assessment import assess
from app.packs import built_in_pack
from app.remarks import remarks
from models.snapshot import Snapshot
from models.values import (
    AITool,
    AnyEntry,
    Audience,
    DataCategory,
    DecisionRecord,
    Engagement,
    HandlingRule,
    HandlingRules,
    LevelOverride,
    RegisterName,
    RiskDecision,
    RuleValue,
    TaskPurpose,
    ToolStatus,
    TraceRecord,
    Tri,
    Unknown,
    UseCase,
    UseCaseLevel,
)

TOOL = AITool(id="T01", name="Writer", process_criticality=2)
USE_CASE = UseCase(
    id="U01",
    name="Drafts",
    tools=("T01",),
    task_purpose=TaskPurpose.DRAFTING,
    max_sensitivity=1,
    audience=Audience.INTERNAL,
)
RECORD = TraceRecord(request=Tri.YES, output=Tri.YES, reviewer=Tri.NO, accepted=Tri.UNKNOWN)


def found(*entries: tuple[RegisterName, AnyEntry]) -> list[tuple[str, str]]:
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))
    snapshot = snapshot.with_entry(RegisterName.AI_TOOLS, TOOL)
    for register, entry in entries:
        snapshot = snapshot.with_entry(register, entry)
    return [(remark.key, remark.field_path) for remark in remarks(snapshot, assess(snapshot))]


@pytest.mark.parametrize(
    ("count", "record", "remarked"),
    [
        (2, RECORD, False),
        (3, RECORD, True),
        (Unknown.UNKNOWN, RECORD, True),
        (None, RECORD, True),
        (5, TraceRecord(kept_in="Somewhere"), False),
        (5, None, False),
        (Unknown.UNKNOWN, TraceRecord(request=Tri.UNKNOWN), False),
        (None, TraceRecord(request=Tri.NO), False),
        (1, TraceRecord(request=Tri.NO), True),
    ],
)
def test_a_count_of_trace_items_is_held_against_the_items(
    count: int | Unknown | None, record: TraceRecord | None, remarked: bool
) -> None:
    tool = replace(TOOL, trace_items=count, trace_record=record)

    assert found((RegisterName.AI_TOOLS, tool)) == ([("T01", "trace_items")] if remarked else [])


def test_a_tool_has_seven_items_of_a_decision_record_and_a_use_case_five() -> None:
    record = DecisionRecord(why_switched_on="Asked for", purpose="Drafts", target=" ", decided_by="Someone")
    tool = replace(TOOL, decision_record=record, decision_record_items=2)
    use_case = replace(USE_CASE, decision_record=record, decision_record_items=2)

    assert found((RegisterName.AI_TOOLS, tool), (RegisterName.USE_CASES, use_case)) == [
        ("U01", "decision_record_items")
    ]


def test_a_handling_rule_counts_when_it_says_yes_no_or_on_a_condition() -> None:
    rules = HandlingRules(
        may_upload=HandlingRule(value=RuleValue.CONDITIONAL),
        may_train=HandlingRule(value=RuleValue.NO),
        may_retain=HandlingRule(value=RuleValue.NOT_DECIDED),
        region_limit=HandlingRule(condition="In the EU"),
    )
    category = DataCategory(
        id="C01", name="Contacts", sensitivity=3, handling_rules=rules, handling_rules_set=2
    )

    assert found((RegisterName.DATA_CATEGORIES, category)) == []
    wrong = replace(category, handling_rules_set=3)
    assert found((RegisterName.DATA_CATEGORIES, wrong)) == [("C01", "handling_rules_set")]


def test_a_retired_tool_that_a_use_case_lists_is_remarked() -> None:
    retired = replace(TOOL, id="T02", status=ToolStatus.RETIRED)
    use_case = replace(USE_CASE, tools=("T01", "T02"))

    assert found((RegisterName.AI_TOOLS, retired), (RegisterName.USE_CASES, use_case)) == [("U01", "tools.1")]


def test_an_override_without_effect_is_remarked() -> None:
    serious = replace(USE_CASE, max_sensitivity=5, audience=Audience.BROAD)
    down = LevelOverride(level=UseCaseLevel.LOW, reason="Small", expires_on=date(2030, 1, 1))
    up = LevelOverride(level=UseCaseLevel.HIGH)

    assert found((RegisterName.USE_CASES, replace(serious, override=down))) == [("U01", "override")]
    applied = replace(down, approver="Someone")
    assert found((RegisterName.USE_CASES, replace(serious, override=applied))) == []
    assert found((RegisterName.USE_CASES, replace(USE_CASE, override=up))) == []


def test_a_decision_about_a_risk_that_is_not_there_is_remarked() -> None:
    assert found((RegisterName.RISK_DECISIONS, RiskDecision(risk="EX-T77"))) == [("EX-T77", "risk")]
