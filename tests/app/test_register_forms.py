"""Forms and grids have a place for every field, and mark what the risk model reads."""

from itertools import chain

import pytest

from app.form_groups import groups_of, groups_within, is_read_by_model
from app.item_counts import count_from_items
from app.register_columns import REGISTERS, columns_of, paths_of, spec_at
from app.register_teaching import teaching
from models.values import (
    ENTRY_TYPES,
    SINGLETONS,
    AITool,
    DataCategory,
    DecisionRecord,
    Group,
    HandlingRule,
    HandlingRules,
    RegisterName,
    RuleValue,
    TraceRecord,
    Tri,
    UseCase,
    spec_of,
)
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")


def fields_of_form(register: RegisterName) -> list[str]:
    """All fields that the groups of a form lead to, nested ones too."""
    found: list[str] = []
    groups = list(groups_of(register))
    while groups:
        group = groups.pop()
        found.extend(group.fields)
        if group.nested:
            kind = spec_at(ENTRY_TYPES[register], group.nested).kind
            assert isinstance(kind, Group)
            groups.extend(groups_within(kind.described, f"{group.nested}."))
    return found


@pytest.mark.parametrize("register", list(ENTRY_TYPES))
def test_every_field_is_in_exactly_one_group(register: RegisterName) -> None:
    described = ENTRY_TYPES[register]

    assert sorted(fields_of_form(register)) == sorted(set(paths_of(described)) - {"id"})


@pytest.mark.parametrize("register", REGISTERS)
def test_columns_and_examples_are_fields_of_the_register(register: RegisterName) -> None:
    described = ENTRY_TYPES[register]
    paths = set(paths_of(described))

    assert set(chain(columns_of(register), teaching(register).example)) <= paths
    if register not in SINGLETONS:
        assert teaching(register).what
        assert set(teaching(register).example) <= set(columns_of(register))


@pytest.mark.parametrize(
    ("register", "path", "is_read"),
    [
        (RegisterName.AI_TOOLS, "owner", True),
        (RegisterName.AI_TOOLS, "owner_person", False),
        (RegisterName.ACCESS_GRANTS, "actions", False),
        (RegisterName.VENDORS, "approval.scope.systems", True),
        (RegisterName.VENDORS, "approval.statement", False),
        (RegisterName.APPROVAL_GATES, "checks.enough_context", True),
        (RegisterName.USE_CASES, "override.expires_on", True),
        (RegisterName.PARTICIPANTS, "role", False),
    ],
)
def test_fields_that_the_risk_model_reads_are_known(register: RegisterName, path: str, is_read: bool) -> None:
    assert is_read_by_model(register, path) is is_read


def test_counts_come_from_the_items_that_are_listed() -> None:
    rules = HandlingRules(
        may_upload=HandlingRule(value=RuleValue.NO), may_train=HandlingRule(value=RuleValue.NOT_DECIDED)
    )
    record = DecisionRecord(purpose="Save time", why_switched_on="Asked for", decided_by="Ana", target=" ")
    tool = AITool(id="T1", name="T", process_criticality=1, decision_record=record)
    category = DataCategory(id="C1", name="C", sensitivity=3, handling_rules=rules)

    assert count_from_items(category, "handling_rules_set") == 1
    assert count_from_items(tool, "decision_record_items") == 2
    assert count_from_items(tool, "trace_items") is None
    traced = tool.with_values(trace_record=TraceRecord(request=Tri.YES, time=Tri.UNKNOWN))
    assert count_from_items(traced, "trace_items") == 1


def test_a_use_case_counts_five_items_of_its_decision_record() -> None:
    use_case = next(iter(FERROWICK.use_cases.values()))
    record = DecisionRecord(why_switched_on="Asked for", purpose="Rank", baseline="18", target="25")

    found = count_from_items(use_case.with_values(decision_record=record), "decision_record_items")

    assert spec_of(UseCase, "decision_record_items").label == "Decision record items"
    assert found == 3
