"""The assessment in words: what a person wants to know first, and nothing that is not so."""

import re

import resources
from app.assessment import assess
from app.cli.summary import counted, summary
from app.interchange import read_review
from app.packs import built_in_pack
from app.review_rounds import first_round
from models.risk import Band
from models.snapshot import Snapshot
from models.values import Mode


def ferrowick() -> Snapshot:
    return read_review(resources.read_bytes("demo", "ferrowick.review.json"), built_in_pack()).snapshot


def test_counts_agree_with_the_assessment() -> None:
    snapshot = ferrowick()
    assessment = assess(snapshot)

    first, second = summary(snapshot, assessment).splitlines()[:2]

    assert first.startswith("Ferrowick Group plc")
    figures = [int(figure) for figure in re.findall(r"\d+", second)]
    assert figures == [len(assessment.risks), *(assessment.counts[band] for band in reversed(Band))]


def test_every_headline_risk_has_its_band_and_its_range() -> None:
    snapshot = ferrowick()
    assessment = assess(snapshot)

    lines = summary(snapshot, assessment).splitlines()

    for risk_id in assessment.headline:
        risk = assessment.risk(risk_id)
        (line,) = [line for line in lines if line.split()[1:2] == [risk_id]]
        assert line.split()[0] == risk.residual.band
        assert (f"between {risk.best.band} and {risk.worst.band}" in line) == risk.has_range


def test_stop_rules_first_actions_and_completeness_are_told() -> None:
    snapshot = ferrowick()
    assessment = assess(snapshot)

    text = summary(snapshot, assessment)

    assert "SR1 Unofficial or unknown tool with live change or trigger: EX-T13, EX-T07" in text
    assert f"1. {snapshot.pack.question(assessment.actions[0].question).action.text}" in text
    assert f"{assessment.completeness.answered} answered" in text


def test_an_empty_review_says_that_it_is_incomplete() -> None:
    snapshot = first_round(built_in_pack(), "Acme\n\x1b[31m", Mode.EXPRESS)

    text = summary(snapshot, assess(snapshot))

    assert text.startswith("Acme\\n\\x1b[31m (Express")
    assert "This review is incomplete." in text
    assert counted(snapshot) == "no entries yet"


def test_entries_are_counted_list_by_list() -> None:
    assert "AI tools 14, Access grants 19" in counted(ferrowick())
