"""Filters let through what is asked for, and every risk has a section and an owner or nobody."""

import pytest

from app.assessment import assess
from app.risk_filter import NOBODY, RiskFilter, matching, owner_of, owners, section_of
from models.risk import Band
from tests.specified import specified_review

SNAPSHOT = specified_review("ferrowick")
ASSESSMENT = assess(SNAPSHOT)


def shown(**wanted: object) -> list[str]:
    return [risk.id for risk in matching(SNAPSHOT, ASSESSMENT, RiskFilter(**wanted))]  # type: ignore[arg-type]  # any field


def test_an_open_filter_lets_everything_through_in_priority_order() -> None:
    assert shown() == [risk.id for risk in ASSESSMENT.risks]


def test_types_and_bands_are_combined() -> None:
    found = shown(type="Execution", band=Band.CRITICAL)

    assert found[0] == "EX-T13"
    assert all(ASSESSMENT.risk(risk).type == "Execution" for risk in found)
    assert all(ASSESSMENT.risk(risk).residual.band is Band.CRITICAL for risk in found)


def test_words_are_found_in_titles_ids_tools_and_stop_rules_whatever_their_case() -> None:
    assert "EX-T13" in shown(words="PATCHBAY sr3")
    assert shown(words="ex-t03") == ["EX-T03"]
    assert shown(words="no such words") == []


def test_a_spot_of_the_map_gives_the_risks_that_stand_there() -> None:
    found = shown(spot=(4, 5))

    assert len(found) == 7
    assert {ASSESSMENT.risk(risk).residual.likelihood for risk in found} == {4}


@pytest.mark.parametrize(
    ("risk", "section"),
    [
        ("EX-T13", "ACC"),
        ("DA-T11", "DAT"),
        ("DE-U06", "UCR"),
        ("BC-U09", "OVR"),
        ("VS-V4", "VEN"),
        ("OD-T14", "USE"),
        ("PG-4", "LOG"),
    ],
)
def test_a_risk_is_filed_under_the_section_that_asks_about_it(risk: str, section: str) -> None:
    assert section_of(SNAPSHOT, ASSESSMENT.risk(risk)) == section
    assert risk in shown(section=section)


def test_only_a_named_owner_counts_as_an_owner() -> None:
    by_owner = {owner: shown(owner=owner) for owner in owners(SNAPSHOT, ASSESSMENT)}

    assert sum(map(len, by_owner.values())) == len(ASSESSMENT.risks)
    assert owner_of(SNAPSHOT, ASSESSMENT.risk("EX-T13")) == NOBODY
    assert list(by_owner)[-1] == NOBODY
