"""Entries that lack something, contradict themselves, or are no longer in force."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.library_entries import add_from_library, offers
from app.parking import parking, settling_point
from models.snapshot import Snapshot
from models.values import (
    Approval,
    Autonomy,
    DecisionRecord,
    Owner,
    RegisterName,
    ToolStatus,
    Unknown,
)
from tests.changes import applied, with_fields, with_register
from tests.sound import TODAY, found, found_besides, sound_review

R = RegisterName
TOOL = "entry:ai_tools/T1"
YESTERDAY = TODAY - timedelta(days=1)


def with_tool(**values: Any) -> Snapshot:
    return with_fields(sound_review(), R.AI_TOOLS, "T1", **values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"owner": Owner.TEAM}, {"tool_without_owner": f"{TOOL}/owner"}),
        ({"owner": None, "owner_person": None}, {"tool_without_owner": f"{TOOL}/owner"}),
        ({"owner_person": " "}, {"registers_disagree:owner": f"{TOOL}/owner_person"}),
        (
            {"owner": Owner.NONE},
            {"tool_without_owner": f"{TOOL}/owner", "registers_disagree:no_owner": f"{TOOL}/owner_person"},
        ),
        ({"approved_by": None}, {"approval_without_approver": f"{TOOL}/approved_by"}),
        ({"approved_by": None, "approval": Approval.TRIAL}, {}),
        ({"approved_scope": None}, {"registers_disagree:scope": f"{TOOL}/approved_scope"}),
        ({"deactivated_on": YESTERDAY}, {"registers_disagree:off": f"{TOOL}/status"}),
        (
            {"autonomy": Autonomy.EXECUTE_WITH_APPROVAL, "gate": "none"},
            {"registers_disagree:no_gate": f"{TOOL}/gate"},
        ),
        ({"autonomy": Autonomy.EXECUTE_WITH_APPROVAL}, {}),
    ],
)
def test_a_tool_is_owned_and_agrees_with_itself(values: dict[str, Any], expected: dict[str, str]) -> None:
    places = found_besides(with_tool(**values))

    about = {rule: place for rule, place in places.items() if "risk" not in rule and "range" not in rule}
    assert about == expected


def test_a_retired_tool_is_left_alone_but_not_in_a_use_case() -> None:
    retired = with_tool(status=ToolStatus.RETIRED, owner=Owner.TEAM, deactivated_on=YESTERDAY)

    assert found_besides(retired)["registers_disagree:retired"] == "entry:use_cases/U1/tools"
    assert "tool_without_owner" not in found_besides(retired)


@pytest.mark.parametrize(
    ("scope", "is_found"), [(None, True), (" \n", True), ("Everything in marketing.", False)]
)
def test_the_scope_is_written_down(scope: str | None, is_found: bool) -> None:
    snapshot = with_fields(sound_review(), R.ENGAGEMENT, "engagement", scope=scope)

    place = "entry:engagement/engagement/scope"
    assert found_besides(snapshot) == ({"scope_missing": place} if is_found else {})


def test_a_review_without_a_tool_has_nothing_to_show() -> None:
    snapshot = sound_review()
    for register in (R.AI_TOOLS, R.ACCESS_GRANTS, R.USE_CASES):
        snapshot = with_register(snapshot, register, {})

    assert found_besides(snapshot)["no_tools"] == "register:ai_tools"


@pytest.mark.parametrize(("unofficial", "is_found"), [(2, True), (1, False), (Unknown.UNKNOWN, False)])
def test_no_more_unofficial_tools_than_tools_are_named(unofficial: int | Unknown, is_found: bool) -> None:
    snapshot = with_fields(
        sound_review(), R.ENGAGEMENT, "engagement", unofficial_tools_named_by_team=unofficial
    )

    assert ("registers_disagree:counts" in found_besides(snapshot)) == is_found


def test_a_named_approver_has_a_name() -> None:
    snapshot = with_fields(sound_review(), R.APPROVAL_GATES, "G1", approvers=())

    assert found_besides(snapshot) == {"registers_disagree:approver": "entry:approval_gates/G1/approvers"}


@pytest.mark.parametrize(("items", "is_found"), [(1, False), (4, True), (None, True)])
def test_a_count_fits_the_items_below_it(items: int | None, is_found: bool) -> None:
    record = DecisionRecord(purpose="Save time")
    snapshot = with_fields(
        sound_review(), R.USE_CASES, "U1", decision_record=record, decision_record_items=items
    )

    place = "entry:use_cases/U1/decision_record_items"
    assert (found_besides(snapshot).get("count_disagrees") == place) == is_found


@pytest.mark.parametrize(("expires", "is_found"), [(TODAY, False), (YESTERDAY, True), (None, False)])
def test_an_approval_that_ran_out_is_told(expires: Any, is_found: bool) -> None:
    approval = sound_review().vendors["V1"].approval
    assert approval is not None
    snapshot = with_fields(sound_review(), R.VENDORS, "V1", approval=replace(approval, expires_on=expires))

    place = "entry:vendors/V1/approval.expires_on"
    assert found_besides(snapshot) == ({"approval_expired": place} if is_found else {})


def test_rows_of_the_library_are_to_be_confirmed_until_somebody_says_who_did() -> None:
    snapshot = sound_review()
    offer = offers(snapshot, R.DATA_CATEGORIES)[0]
    snapshot = applied(snapshot, add_from_library(snapshot, R.DATA_CATEGORIES, [offer]))
    key = list(snapshot.data_categories)[-1]

    assert found_besides(snapshot) == {"library_unconfirmed": f"entry:data_categories/{key}/source"}
    shown = with_fields(snapshot, R.DATA_CATEGORIES, key, source="Shown by the admin in RS1")
    assert found_besides(shown) == {}


def test_what_is_parked_is_told_without_its_words_until_it_is_ticked_off() -> None:
    snapshot = applied(sound_review(), parking(sound_review(), "Kumquat", "ACC-05"))

    (finding,) = found(snapshot)

    assert (finding.rule.id, finding.place) == ("parked", "question:ACC-05")
    assert "Kumquat" not in finding.words
    assert found(applied(snapshot, settling_point(snapshot, "PL1", is_done=True))) == ()
