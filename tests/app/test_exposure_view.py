"""The exposure matrix shows what each tool can do with each system, and what nobody knows about it."""

from app.assessment import assess
from app.exposure_view import OUTSIDE, ExposureView, Order, exposure_view
from models.risk import Band
from models.snapshot import Snapshot
from models.values import Approval, Capability, RegisterName, ToolStatus
from tests.changes import with_fields
from tests.specified import specified_review

FERROWICK = "ferrowick"


def matrix(snapshot: Snapshot) -> ExposureView:
    return exposure_view(snapshot, assess(snapshot))


def test_a_cell_shows_the_strongest_capability_of_all_grants() -> None:
    cell = matrix(specified_review(FERROWICK)).cells["S01", "T13"]

    assert cell.capability is Capability.TRIGGER
    assert cell.strength == 5
    assert cell.is_unapproved
    assert cell.sentence.startswith("Patchbay AI steps (unofficial) can")


def test_facts_that_nobody_knows_are_named() -> None:
    cell = matrix(specified_review(FERROWICK)).cells["S01", "T03"]

    assert cell.unknown == ("whether it can be undone",)
    assert cell.sentence.endswith("Not known: whether it can be undone.")


def test_a_tool_that_only_sits_in_a_system_asks_what_it_can_do_there() -> None:
    cell = matrix(specified_review(FERROWICK)).cells["S05", "T07"]

    assert cell.capability is None
    assert cell.strength == 0
    assert "nobody has said what it can do there" in cell.sentence


def test_the_most_exposed_systems_come_first_and_those_outside_last() -> None:
    view = matrix(specified_review(FERROWICK))

    assert [header.id for header in view.systems[:2]] == ["S02", "S01"]
    assert view.systems[-1].id == OUTSIDE
    assert view.systems[0].count == 7


def test_a_cell_that_can_act_leads_to_the_risk_of_acting() -> None:
    view = matrix(specified_review(FERROWICK))

    assert view.cells["S01", "T13"].risk == "EX-T13"
    assert view.cells["S02", "T11"].risk == "DA-T11"


def test_retired_tools_are_left_out() -> None:
    snapshot = with_fields(
        specified_review(FERROWICK), RegisterName.AI_TOOLS, "T13", status=ToolStatus.RETIRED
    )

    view = matrix(snapshot)

    assert all(tool != "T13" for _system, tool in view.cells)
    assert "T13" not in {header.id for header in view.tools}


def test_an_approval_that_nobody_knows_gets_the_ring() -> None:
    snapshot = with_fields(specified_review(FERROWICK), RegisterName.AI_TOOLS, "T01", approval=None)

    assert matrix(snapshot).cells["S01", "T01"].is_unapproved
    assert Approval.UNKNOWN.label in matrix(snapshot).tools[0].sentence


def test_with_risks_given_only_their_tools_are_shown() -> None:
    snapshot = specified_review(FERROWICK)
    assessment = assess(snapshot)

    view = exposure_view(snapshot, assessment, [assessment.risk("EX-T03")])

    assert [header.id for header in view.tools] == ["T03"]
    assert [header.id for header in view.systems] == ["S01"]


def test_an_empty_review_has_an_empty_matrix() -> None:
    view = matrix(specified_review("tiny_empty"))

    assert view.is_empty
    assert view.most == (0, 0)


def test_rows_and_columns_count_the_risks_of_their_tools_by_band() -> None:
    view = matrix(specified_review(FERROWICK))
    tool = view.tools[view.columns["T13"]]

    assert tool.bands[0] == (Band.CRITICAL, 6)
    assert tool.sentence.startswith("Patchbay AI steps: reaches 2 systems. Unofficial. Risks: 6 Critical")
    assert view.systems[-1].bands == ((Band.MODERATE, 1), (Band.LOW, 2))


def test_tools_stand_most_exposed_first_by_name_or_as_entered() -> None:
    snapshot = specified_review(FERROWICK)
    assessment = assess(snapshot)

    exposed, named, entered = (exposure_view(snapshot, assessment, order=order) for order in Order)

    cells = list(exposed.cells.values())
    strengths = [max(cell.strength for cell in cells if cell.tool == key) for key in exposed.columns]
    assert strengths == sorted(strengths, reverse=True)
    assert [h.name for h in named.tools] == sorted((h.name for h in named.tools), key=str.casefold)
    assert list(entered.columns) == list(snapshot.ai_tools)


def test_for_paper_the_matrix_is_cut_into_parts_that_lose_no_cell() -> None:
    view = matrix(specified_review(FERROWICK))

    parts = view.in_parts(4, 3)

    placed = [place for part in parts for place in part.cells]
    assert sorted(placed) == sorted(view.cells)
    assert all(len(part.tools) <= 4 and len(part.systems) <= 3 for part in parts)


def test_rows_without_access_can_be_left_out() -> None:
    view = matrix(specified_review(FERROWICK))

    assert view.has_gaps
    assert not view.without_gaps().has_gaps
    assert len(view.without_gaps().cells) == len(view.cells)
