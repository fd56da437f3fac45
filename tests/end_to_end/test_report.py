"""The report as its readers get it: read back from the file by other programs."""

import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from app.assessment import assess
from models.risk import Band
from models.snapshot import Snapshot
from models.values import RegisterName
from tests.changes import with_fields, with_register
from tests.reports import page_texts, pdf_for, pdf_of, told_by
from tests.specified import NAMES, specified_assessment, specified_review
from tests.strategies import snapshots

ODD = '<b>bold</b> & "quotes" </para> <img src=x> 🤖 émoji Ελλάς Привет 中文 한국어'
ARABIC = "مراجعة الحملة"


def squeezed(text: str) -> str:
    """Without white space, in which readers differ."""
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_every_risks_band_on_paper_is_the_assessments(name: str, tmp_path: Path) -> None:
    text = " ".join(told_by("pdftotext", "-raw", "{pdf}", "-", data=pdf_of(name), folder=tmp_path).split())

    for risk in specified_assessment(name)["risks"]:
        residual = risk["residual"]
        beginning = text.index(
            f"{risk['id']} {' '.join(risk['title'].split())[:40]}", text.index("Appendix C")
        )
        entry = text[beginning : beginning + 3000]
        rebuilt = re.search(r"Residual L(\d) − (\d) = (\d), I(\d) − (\d) = (\d): (\w+)", entry)
        assert rebuilt is not None
        assert [int(n) for n in rebuilt.groups()[:6]] == [
            risk["inherent"]["likelihood"],
            risk["preventive"]["steps"],
            residual["likelihood"],
            risk["inherent"]["impact"],
            risk["recovery"]["steps"],
            residual["impact"],
        ]
        assert rebuilt.group(7) == residual["band"]
        best, worst = risk["best"], risk["worst"]
        assert f"best L{best['likelihood']} I{best['impact']} {best['band']}" in entry
        assert f"worst L{worst['likelihood']} I{worst['impact']} {worst['band']}" in entry


def test_the_page_frame_stands_on_every_page() -> None:
    texts = page_texts(pdf_of("ferrowick"))

    for number, text in enumerate(texts, start=1):
        assert "Ferrowick Group plc" in text
        assert "Confidential: Ferrowick and reviewers only" in text
        assert "Version 1.0" in text
        assert "13 November 2026" in text
        assert "Scope: All AI that touches marketing operations" in text
        assert "59 of 61 questions answered, 2 unknown" in text
        assert "Draft, not signed" in text
        assert "Seal " in text
        assert f"page {number} of {len(texts)}" in text


def test_odd_texts_survive_in_every_kind_of_field(tmp_path: Path) -> None:
    long = "".join(f"word{number} " for number in range(2500))[:20_000]
    snapshot = specified_review("ferrowick")
    changes = [
        (RegisterName.AI_TOOLS, "T01", {"name": f"{ODD} tool", "notes": f"{ARABIC} notes"}),
        (RegisterName.SYSTEMS, "S01", {"known_problems": long}),
        (RegisterName.USE_CASES, "U01", {"purpose": f"{ODD} purpose"}),
        (RegisterName.VENDORS, "V1", {"exit_plan": f"{ODD} exit"}),
        (RegisterName.DATA_CATEGORIES, "C01", {"examples": f"{ODD} examples"}),
        (RegisterName.APPROVAL_GATES, "G1", {"location": f"{ODD} location"}),
        (RegisterName.INCIDENTS, "I01", {"lesson": f"{ODD} lesson"}),
        (RegisterName.ACTION_PLAN, "N1", {"text": f"{ODD} action " + "more " * 90 + "the end of it"}),
        (RegisterName.RISK_DECISIONS, "EX-T02", {"notes": f"{ODD} decision"}),
        (RegisterName.ACCESS_GRANTS, "A01-1", {"notes": f"{ODD} grant"}),
        (RegisterName.EVIDENCE, "E01", {"title": f"{ODD} evidence"}),
    ]
    for register, key, fields in changes:
        snapshot = with_fields(snapshot, register, key, **fields)

    data = pdf_for(snapshot)
    text = told_by("pdftotext", "-raw", "{pdf}", "-", data=data, folder=tmp_path)

    found = squeezed(text)
    for word in (
        "tool",
        "purpose",
        "exit",
        "examples",
        "location",
        "lesson",
        "action",
        "decision",
        "evidence",
    ):
        assert squeezed(f"{ODD} {word}") in found
    assert squeezed("more the end of it") in found
    assert ARABIC in " ".join(page_texts(data))
    for number in (0, 1000, 2000):
        assert f"word{number}word" in re.sub(r"Ferrowick.*?page\d+of\d+", "", found)


def test_no_tools_no_answers_still_make_an_honest_report() -> None:
    texts = page_texts(pdf_of("tiny_empty"))

    assert "No AI tool is in the register yet" in texts[1]
    assert "No AI tool is on record, so there is nothing to map." in texts[3]
    assert "61 not asked yet" in texts[0]
    assert len(texts) < 32


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(snapshots())
def test_any_review_has_twelve_pages_before_its_appendix(snapshot: Snapshot) -> None:
    texts = page_texts(pdf_for(snapshot))

    assert "Method, limits and references" in texts[11]
    assert "Appendix A: AI register" in texts[12]


def test_names_as_long_as_they_may_be_do_not_break_the_page_budget() -> None:
    snapshot = specified_review("ferrowick")
    for register in (
        RegisterName.AI_TOOLS,
        RegisterName.SYSTEMS,
        RegisterName.USE_CASES,
        RegisterName.VENDORS,
    ):
        for key in snapshot.entries(register):
            snapshot = with_fields(snapshot, register, key, name="W" * 300)

    texts = page_texts(pdf_for(snapshot))

    assert "Method, limits and references" in texts[11]
    assert "Appendix A: AI register" in texts[12]


def test_the_order_of_entries_changes_no_band_on_paper() -> None:
    snapshot = specified_review("ferrowick")
    tools = list(snapshot.ai_tools.items())
    Random(1).shuffle(tools)
    shuffled = with_register(snapshot, RegisterName.AI_TOOLS, dict(tools))

    assert (
        page_texts(pdf_for(shuffled))[3].split("Seal ")[0]
        == (page_texts(pdf_of("ferrowick"))[3].split("Seal ")[0])
    )


def test_the_bands_counted_on_the_cover_are_the_assessments() -> None:
    counts = assess(specified_review("ferrowick")).counts

    expected = ", ".join(f"{counts[band]} {band.value}" for band in reversed(Band))
    assert expected in page_texts(pdf_of("ferrowick"))[0]


@pytest.mark.slow
def test_five_hundred_tools_keep_the_main_part_at_twelve_pages() -> None:
    from tests.benchmarks.big_review import big_snapshot

    texts = page_texts(pdf_for(big_snapshot(tools=120, grants=480)))

    assert "Method, limits and references" in texts[11]
    assert "Appendix A: AI register" in texts[12]
    assert "are shown; appendix B has all" in texts[3]
