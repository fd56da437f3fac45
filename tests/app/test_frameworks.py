import re
from datetime import date

from app.frameworks import frameworks
from app.packs import built_in_pack
from models.library import Mark

NAMED = ("ISO-42001", "OWASP-LLM-2025", "OWASP-ASI-2026", "OWASP-AGENTIC-2025")


def references() -> set[str]:
    return {reference for question in built_in_pack().questions for reference in question.references}


def test_every_reference_of_the_pack_points_into_an_edition_with_a_date_and_a_mark() -> None:
    editions = {edition.id for edition in frameworks().editions}

    assert {entry.id for entry in built_in_pack().reference_sets} <= editions
    assert [reference for reference in references() if frameworks().edition_of(reference) is None] == []
    assert frameworks().as_known_on == date(2026, 11, 23)


def test_every_control_and_threat_that_a_question_names_has_its_short_name() -> None:
    named = {reference for reference in references() if reference.startswith(NAMED)}

    assert named
    assert [reference for reference in named if not frameworks().name_of(reference)] == []


def test_all_38_controls_of_iso_42001_and_the_tens_of_owasp_are_kept() -> None:
    kept = [place.id.partition(":")[0] for place in frameworks().places]

    assert {name: kept.count(name) for name in dict.fromkeys(kept)} == {
        "ISO-42001": 38,
        "OWASP-LLM-2025": 10,
        "OWASP-LLM-2026": 10,
        "OWASP-ASI-2026": 10,
        "OWASP-AGENTIC-2025": 15,
    }


def test_the_crosswalk_has_one_row_for_each_section_in_pack_order() -> None:
    sections = [section.id for section in built_in_pack().sections]

    assert [row.section for row in frameworks().crosswalk] == sections
    assert len(frameworks().columns) == 6


def test_every_iso_control_of_the_crosswalk_exists() -> None:
    controls = {place.id.partition(":")[2] for place in frameworks().places if place.id.startswith("ISO")}

    printed = {found for row in frameworks().crosswalk for found in re.findall(r"A\.[0-9.]+", row.iso_42001)}

    assert printed <= controls


def test_the_2025_list_of_owasp_leads_one_to_one_to_the_2026_list() -> None:
    old = [f"OWASP-LLM-2025:LLM{number:02}" for number in range(1, 11)]

    new = [frameworks().newer(reference) for reference in old]

    assert sorted(str(reference) for reference in new) == [
        f"OWASP-LLM-2026:LLM{number:02}" for number in range(1, 11)
    ]
    assert frameworks().newer("OWASP-LLM-2025:LLM06") == "OWASP-LLM-2026:LLM03"
    assert frameworks().name_of("OWASP-LLM-2026:LLM03") == frameworks().name_of("OWASP-LLM-2025:LLM06")
    assert frameworks().newer("GDPR:Art 30") is None


def test_each_law_date_is_printed_as_it_is_compared() -> None:
    for row in frameworks().law_dates:
        printed = re.findall(r"[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4}", row.applies)
        compared = [f"{day.day} {day:%b} {day.year}" for day in row.applies_from]

        assert row.id == "eu-72-73" or printed == compared
        assert row.questions
        assert all(question in built_in_pack() for question in row.questions)


def test_a_law_note_carries_its_own_mark() -> None:
    marks = {note.mark for note in frameworks().law_notes}

    assert marks == set(Mark)
    assert {note.mark for note in frameworks().sector_switches} == {Mark.TO_BE_CONFIRMED}
