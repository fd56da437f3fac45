"""Rows are ordered as people order things, and results are said in words."""

from functools import cache

import pytest

from app.access_cells import access_cells, allowed_in
from app.assessment import assess
from app.field_suggestions import example, suggestions
from app.register_results import Results, what_may_happen
from app.register_rows import grid_columns, natural
from app.register_words import approval_words, level_reason, mismatch_words
from models.assessment import Assessment
from models.scores import OverrideState
from models.values import Capability, RegisterName, Unknown
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")


@cache
def assessment() -> Assessment:
    return assess(FERROWICK)


def test_numbers_in_texts_count_as_numbers_and_capital_letters_do_not_count() -> None:
    assert sorted(["T10", "t2", "T1", "Tool", ""], key=natural) == ["", "T1", "t2", "T10", "Tool"]


@pytest.mark.parametrize("text", ["²", "٣", "x" * 500, "9" * 500])
def test_odd_digits_can_be_ordered_too(text: str) -> None:
    assert sorted([text, "a"], key=natural)


def test_what_is_not_known_comes_after_what_is_and_before_what_was_not_recorded() -> None:
    columns = {column.path: column for column in grid_columns(RegisterName.AI_TOOLS)}
    approval = columns["approval"]
    tools = list(FERROWICK.ai_tools.values())
    known = tools[0]
    unknown = next(tool for tool in tools if tool.approval == "unknown")
    missing = known.with_values(approval=None)

    keys = [approval.sort_key(tool, {}) for tool in (known, unknown, missing)]

    assert [key[0] for key in keys] == [0, 1, 2]


def test_every_use_case_and_vendor_has_its_words() -> None:
    results = Results(FERROWICK)
    levels = results.columns(RegisterName.USE_CASES)["Level"]
    covered = results.columns(RegisterName.VENDORS)["Approved against deployed"]

    assert levels("U01") == "High (H1)"
    assert covered("V2") == "Within approval"
    assert covered("V6") == "Severe: level 2, needs 4"
    for register in (RegisterName.USE_CASES, RegisterName.VENDORS):
        for key in FERROWICK.entries(register):
            said = results.verdict(register, key)
            assert said.headline
            assert said.because
    assert results.verdict(RegisterName.SYSTEMS, "S01").headline == ""
    assert results.columns(RegisterName.SYSTEMS) == {}


def test_an_override_without_effect_says_why() -> None:
    result = next(found for found in assessment().use_cases if found.override is OverrideState.APPLIED)
    use_case = FERROWICK.use_cases[result.id]
    assert use_case.override is not None
    weak = use_case.with_values(override=use_case.override.with_values(reason=None))
    snapshot = FERROWICK.with_entry(RegisterName.USE_CASES, weak)

    said = Results(snapshot).verdict(RegisterName.USE_CASES, result.id)

    assert "The override has no effect. Still needed: a reason." in said.because
    assert level_reason(result.rule) in said.because


def test_levels_and_mismatches_are_those_of_the_assessment() -> None:
    results = Results(FERROWICK)
    levels = results.columns(RegisterName.USE_CASES)["Level"]
    covered = results.columns(RegisterName.VENDORS)["Approved against deployed"]

    for use in assessment().use_cases:
        assert levels(use.id) == f"{use.level.value} ({use.rule})"
        said = what_may_happen(assessment(), RegisterName.USE_CASES, use.id)
        assert said == f"As things stand: {use.verdict.value.lower()}."
    for vendor in assessment().vendors:
        assert covered(vendor.id) == mismatch_words(vendor)
    assert what_may_happen(assessment(), RegisterName.VENDORS, "V1") == ""


def test_the_approval_ladder_has_words_for_every_step() -> None:
    assert [approval_words(n) for n in range(5)][0::4] == [
        "level 0, nothing",
        "level 4, named live actions",
    ]
    assert approval_words(Unknown.UNKNOWN) == "level not known"


def test_words_used_in_the_register_are_offered_before_those_of_the_library() -> None:
    offered = suggestions(FERROWICK, RegisterName.SYSTEMS, "category")

    used = {system.category for system in FERROWICK.systems.values() if system.category}
    assert set(offered[: len(used)]) == used
    assert "Identity/SSO" in offered
    assert suggestions(FERROWICK, RegisterName.VENDORS, "exit_plan") is not None
    assert example("decision_record.target")
    assert example("name") == ""


def test_a_cell_knows_the_strongest_capability_of_all_its_grants() -> None:
    cells = access_cells(FERROWICK)

    cell = cells["T01", "S01"]
    assert cell.strongest is Capability.TRIGGER
    assert list(cell.capabilities) == sorted(cell.capabilities, key=list(Capability).index)
    assert Capability.CHANGE not in allowed_in(FERROWICK, "none")
    assert len(cells) == len({(grant.tool, grant.system) for grant in FERROWICK.access_grants.values()})
