"""The likelihood and impact map leaves no risk out and lets none hide another."""

from hypothesis import given, settings

from app.assessment import assess
from app.map_reading import reading
from app.map_view import HEADLINES, HeatView, Seat, Spot, Stage, heat_view
from models.snapshot import Snapshot
from tests.specified import specified_review
from tests.strategies import snapshots

FEW = settings(max_examples=40, derandomize=True)


def ferrowick(numbered: int = HEADLINES) -> HeatView:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    return heat_view(snapshot, assessment, assessment.risks, numbered)


def test_the_first_headline_risks_are_numbered_in_their_order() -> None:
    marks = ferrowick().marks

    assert [(mark.number, mark.risk, mark.name) for mark in marks] == [
        (1, "EX-T13", "Patchbay AI steps"),
        (2, "BC-U09", "Website product questions"),
        (3, "VS-V4", "Kestrel"),
        (4, "EX-T01", "Engage Predictive Scoring"),
        (5, "EX-T03", "Engage Campaign Agent (beta)"),
    ]


def test_a_mark_stands_before_and_after_controls_and_has_the_range_of_what_is_not_known() -> None:
    mark = ferrowick().marks[4]

    assert (mark.before, mark.after) == (Spot(5, 5), Spot(4, 5))
    assert (mark.best, mark.worst) == (Spot(3, 4), Spot(4, 5))
    assert mark.has_moved
    assert mark.has_range


def test_marks_in_one_cell_get_a_seat_each() -> None:
    marks = ferrowick().marks

    seats = [mark.after_seat for mark in marks if mark.after == Spot(4, 5)]

    assert seats == [Seat(0, 3), Seat(1, 3), Seat(2, 3)]


def test_the_sentence_of_a_mark_says_band_range_and_both_ends_of_the_arrow() -> None:
    said = ferrowick().marks[4].sentence

    assert ": Critical. Controls bring likelihood from 5 to 4; impact stays 5." in said
    assert "Once everything is known it may be High." in said


def test_the_sentence_of_a_mark_that_stays_says_so() -> None:
    assert "Controls do not bring it down: likelihood 5, impact 5." in ferrowick().marks[0].sentence


def test_the_sentence_of_a_risk_with_a_stop_rule_says_how_soon() -> None:
    assert "Stop rule SR1+SR3: contain within 14 days." in ferrowick().marks[0].sentence


def test_a_spot_has_the_band_of_the_matrix() -> None:
    assert [Spot(3, impact).band for impact in range(1, 6)] == ["Low", "Moderate", "Moderate", "High", "High"]


def test_a_filter_without_headline_risks_still_gets_numbers() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    low = [risk for risk in assessment.risks if risk.id not in assessment.headline][-3:]

    view = heat_view(snapshot, assessment, low)

    assert [mark.risk for mark in view.marks] == [risk.id for risk in low]


@FEW
@given(snapshots())
def test_every_risk_is_on_the_map_exactly_once(snapshot: Snapshot) -> None:
    assessment = assess(snapshot)

    view = heat_view(snapshot, assessment, assessment.risks)

    shown = [mark.risk for mark in view.marks] + [risk for crowd in view.crowds for risk in crowd.risks]
    assert sorted(shown) == sorted(risk.id for risk in assessment.risks)
    assert len({(mark.after, mark.after_seat.index) for mark in view.marks}) == len(view.marks)


def test_before_controls_every_risk_stands_where_it_began_without_arrow_or_range() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)

    view = heat_view(snapshot, assessment, assessment.risks, stage=Stage.BEFORE)

    assert [mark.after for mark in view.marks] == [mark.before for mark in ferrowick().marks]
    assert not any(mark.has_moved or mark.has_range for mark in view.marks)
    counts = {crowd.spot: len(crowd.risks) for crowd in view.crowds}
    marked = {mark.risk for mark in view.marks}
    begun = [risk for risk in assessment.risks if risk.id not in marked and risk.inherent.likelihood == 5]
    assert sum(n for spot, n in counts.items() if spot.likelihood == 5) == len(begun)


def test_with_controls_alone_there_is_a_range_but_no_arrow() -> None:
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)

    view = heat_view(snapshot, assessment, assessment.risks, stage=Stage.AFTER)

    assert [mark.after for mark in view.marks] == [mark.after for mark in ferrowick().marks]
    assert not any(mark.has_moved for mark in view.marks)
    assert any(mark.has_range for mark in view.marks)


def test_the_rest_of_a_cell_says_how_many_and_about_what() -> None:
    crowd = ferrowick().crowd_at(Spot(4, 4))

    assert crowd is not None
    assert crowd.sentence.startswith("7 more risks at likelihood 4, impact 4: High. They are about ")
    assert crowd.sentence.endswith("Enter lists them.")


def test_the_map_is_read_aloud_in_a_minute() -> None:
    snapshot = specified_review("ferrowick")

    said = reading(snapshot, assess(snapshot))

    assert said == (
        "12 of 69 risks are Critical; the first is about Patchbay AI steps. "
        "Controls bring 36 to a lower band. 10 hang on what is not known."
    )


def test_a_map_of_low_risks_is_read_aloud_as_such() -> None:
    snapshot = specified_review("tiny_empty")

    assert reading(snapshot, assess(snapshot)).startswith("Every risk is Low.")
