"""Every number of pages 2 to 11 has a line that lists what was counted, and the count is the assessment's."""

from functools import cache

import pytest

from app.assessment import assess
from app.reporting.content.findings import Findings
from app.reporting.content.numbers_of_registers import ON_PAGE_THREE
from models.risk import Band, RiskConfidence
from models.snapshot import Snapshot
from tests.app.reporting.test_content import all_words, links_in
from tests.benchmarks.big_review import big_snapshot
from tests.reports import content_for
from tests.specified import NAMES, specified_assessment, specified_review

REVIEWS = (*NAMES, "any")


@cache
def review(name: str) -> Snapshot:
    return big_snapshot(tools=24, grants=60, seed=3) if name == "any" else specified_review(name)


@cache
def findings(name: str) -> Findings:
    return Findings(review(name), assess(review(name)))


def value(name: str, key: str) -> int:
    return findings(name).numbers[key].value


@pytest.mark.parametrize("name", REVIEWS)
def test_the_entries_listed_are_as_many_as_the_assessment_counted(name: str) -> None:
    found, assessment = findings(name).numbers, findings(name).assessment
    done, where = assessment.completeness, assessment.outcomes.where_used

    assert {band: value(name, f"band-{band.value.lower()}") for band in Band} == dict(assessment.counts)
    assert value(name, "risks") == sum(assessment.counts.values())
    assert value(name, "answered") == done.answered + done.not_applicable
    assert value(name, "open-questions") == done.unknown + done.not_asked
    assert value(name, "questions") == done.questions - done.out_of_mode
    assert (value(name, "tools"), value(name, "systems"), value(name, "uses")) == (
        where.tools,
        where.systems,
        where.use_cases,
    )
    for action in assessment.actions:
        if f"touches-{action.question}" in found:
            assert value(name, f"touches-{action.question}") == action.risks_touched
    for profile in assessment.risk_type_profile:
        for band, count in profile.bands.items():
            key = f"type-{profile.type}-{band.value}".lower().replace(" ", "-")
            assert (value(name, key) if key in found else 0) == count


@pytest.mark.parametrize("name", REVIEWS)
def test_the_grants_listed_for_a_system_or_a_kind_of_data_are_as_many_as_its_row_says(name: str) -> None:
    exposed = findings(name).assessment.outcomes.most_exposed

    for system in exposed.systems:
        assert value(name, f"grants-{system.id}") == system.grants
        assert value(name, f"acts-{system.id}") == system.live_action_grants
        assert value(name, f"loose-{system.id}") == system.unapproved_grants
    for kind in exposed.data_categories:
        assert value(name, f"raw-{kind.id}") == kind.raw_grants
        assert value(name, f"raw-loose-{kind.id}") == kind.raw_unapproved_grants
    assert value("ferrowick", "acts-S02") == 5


@pytest.mark.parametrize("name", REVIEWS)
def test_every_number_that_a_page_leads_to_has_its_line_and_the_line_leads_back(name: str) -> None:
    content = content_for(review(name))
    lines = {
        row.place: row
        for part in next(section for section in content.appendix if section.letter == "G").parts
        for row in getattr(part, "rows", ())
    }

    for page in content.pages[1:11]:
        used = {place for place in links_in(page) if place.startswith("number-")}
        assert used <= set(lines)
        for place in used:
            assert f"page-{page.number}" in links_in(lines[place]), (page.number, place)


def test_the_line_of_a_number_says_what_was_counted_and_lists_it() -> None:
    numbers = findings("ferrowick").numbers
    expected = specified_assessment("ferrowick")

    assert numbers["contain"].of == tuple(expected["outcomes"]["10"]["contain_now"])
    assert numbers["unapproved"].of == ("T07", "T11", "T12", "T13")
    assert set(numbers["sure"].of) == {
        risk["id"] for risk in expected["risks"] if risk["confidence"] == RiskConfidence.HIGH.value
    }
    line = all_words(
        next(
            row
            for part in content_for(review("ferrowick")).appendix[6].parts
            for row in getattr(part, "rows", ())
            if row.place == "number-unapproved"
        )
    )
    assert "AI tools without an approval on record" in line
    assert all(tool in line for tool in ("T07", "T11", "T12", "T13"))


def test_only_the_systems_of_page_three_are_said_to_stand_there() -> None:
    systems = [system.id for system in findings("ferrowick").assessment.outcomes.most_exposed.systems]
    numbers = findings("ferrowick").numbers

    on_three = [key for key in systems if 3 in numbers[f"acts-{key}"].pages]

    assert on_three == systems[:ON_PAGE_THREE]
