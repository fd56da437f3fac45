"""One assessment, told to five kinds of readers: pages, links, seal and what is left out."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pypdf.generic import Destination

from app.assessment import assess
from app.interchange import read_review
from app.packs import built_in_pack
from app.reporting import pdf_bytes, report_content
from app.reporting.content.parts import Run, Section
from app.signing.seal import seal
from app.variants import EDITIONS, Variant
from models.sign_off import ReadyToSign
from models.values import specs_of
from models.values.kinds import Text
from tests.benchmarks.big_review import big_snapshot
from tests.reports import content_of, page_texts, reader, variant_of, variant_pdf
from tests.specified import NAMES, specified_review

OTHERS = [variant for variant in Variant if variant is not Variant.FULL]
SHORT = [Variant.EXECUTIVE, Variant.REGISTER, Variant.AUTOMATED_DECISION]
TYPED = {"notes", "background", "description", "note", "reason"}
CONCERNED = ["U01", "U02", "U03", "U04", "U06", "U07", "U09", "U12"]


def runs(value: object) -> Iterator[Run]:
    """Every run of words in a piece of content."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from runs(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from runs(getattr(value, name))


def first_page(variant: Variant) -> str:
    """The text of Ferrowick's first page."""
    return " ".join(reader(variant_pdf("ferrowick", variant)).pages[0].extract_text().split())


@pytest.mark.parametrize("name", NAMES)
def test_the_executive_summary_has_four_pages_and_the_first_says_what_it_is(name: str) -> None:
    texts = page_texts(variant_pdf(name, Variant.EXECUTIVE))

    assert len(texts) == 4
    assert "Executive summary" in texts[0]
    assert "Left out:" in texts[0]
    assert "The full report of the same review exists" in texts[0]
    assert "Five risks to know" in texts[0]
    assert "Limits" in texts[3]
    assert all(f"page {n} of 4" in text for n, text in enumerate(texts, start=1))


def test_a_large_client_has_an_executive_summary_of_four_pages_too() -> None:
    snapshot = big_snapshot(tools=60, grants=200)

    content = report_content(snapshot, assess(snapshot), variant=Variant.EXECUTIVE)

    assert len(reader(pdf_bytes(content)).pages) == 4


@pytest.mark.parametrize("variant", OTHERS)
def test_a_variant_says_which_it_is_what_it_leaves_out_and_that_there_is_more(variant: Variant) -> None:
    first = first_page(variant)
    edition = EDITIONS[variant]

    assert f"{edition.title}." in first
    assert edition.left_out.split(":")[0] in first
    assert "he full report" in first
    assert edition.title.lower() in variant_of("ferrowick", variant).title


@pytest.mark.parametrize("variant", OTHERS)
def test_every_link_of_a_variant_leads_to_a_page_that_it_has(variant: Variant) -> None:
    document = reader(variant_pdf("ferrowick", variant))
    pages = {page.indirect_reference.idnum for page in document.pages if page.indirect_reference}

    wanted = {
        link.get_object()["/Dest"][0].idnum
        for page in document.pages
        for link in page.get("/Annots", ())
        if link.get_object()["/Subtype"] == "/Link"
    }

    assert wanted
    assert wanted <= pages
    outline = [entry for entry in document.outline if isinstance(entry, Destination)]
    expected = len(variant_of("ferrowick", variant).pages) + len(variant_of("ferrowick", variant).appendix)
    assert len(outline) == expected


@pytest.mark.parametrize("variant", OTHERS)
def test_words_that_would_lead_out_of_a_variant_lead_nowhere(variant: Variant) -> None:
    content = variant_of("ferrowick", variant)
    text = str(content.pages) + str(content.appendix)
    places = set(re.findall(r"place='([^']+)'", text)) | {
        *(page.place for page in content.pages),
        *(section.place for section in content.appendix),
    }

    to = {run.to for run in runs((content.pages, content.appendix)) if run.to}

    assert to <= places
    drawn = set(re.findall(r"'((?:number|risk|entry|question|page|appendix)-[^']+)'", text))
    assert drawn <= places


def test_the_pages_of_the_summary_are_called_by_their_own_numbers() -> None:
    texts = page_texts(variant_pdf("ferrowick", Variant.EXECUTIVE))

    assert "and 2 more actions, page 3" in texts[0]
    assert "page 7 of the full report" in texts[0]
    assert "Circles: the risks of page 1;" in " ".join(texts[1].split())
    assert "see appendix C of the full report" in texts[3]
    assert "could move a band: 22." in texts[3]
    assert "the 22 open points of page 4" in texts[3]
    for text in texts:
        mentioned = re.findall(r"page (\d+)(?! of the full)", text)
        assert all(int(number) <= 4 for number in mentioned)


def test_a_short_variant_has_the_seal_of_the_full_report_and_none_of_its_data() -> None:
    full = content_of("ferrowick")

    for variant in SHORT:
        content = variant_of("ferrowick", variant)
        assert content.fingerprint == full.fingerprint
        assert reader(variant_pdf("ferrowick", variant)).attachments == {}
        assert content.every_page.fingerprint == full.every_page.fingerprint
        assert full.fingerprint[:16] in first_page(variant)


def test_the_client_safe_report_names_nobody_and_quotes_nobody() -> None:
    snapshot = specified_review("ferrowick")
    content = variant_of("ferrowick", Variant.CLIENT_SAFE)
    text = str(replace(content, inside=()))
    attached = reader(variant_pdf("ferrowick", Variant.CLIENT_SAFE)).attachments
    inside = b"".join(data for files in attached.values() for data in files)
    people = {person.name for person in snapshot.participants.values()} - {"anonymous"}
    texts = {
        " ".join(str(getattr(entry, spec.name)).split())
        for entries in (*snapshot.registers.values(), {"": snapshot.engagement})
        for entry in entries.values()
        for spec in specs_of(type(entry))
        if isinstance(spec.kind, Text) and spec.name in TYPED and getattr(entry, spec.name)
    }

    assert len(people) == 10
    assert set(attached) >= {"review.json", "assessment.json"}
    assert len(texts) > 10
    for hidden in (*people, *texts, "Ferrowick"):
        assert hidden not in text
        assert hidden.encode() not in inside
    assert "MAP admin" in text
    assert "Accepted by" in text
    assert "MOPs lead" in text


def test_the_client_safe_report_carries_the_data_that_its_own_seal_is_over() -> None:
    content = variant_of("ferrowick", Variant.CLIENT_SAFE)
    files = {file.name: file.data for file in content.inside}

    shared = read_review(files["review.json"], built_in_pack()).snapshot

    assert content.fingerprint == seal(shared, assess(shared)) != content_of("ferrowick").fingerprint
    bands = json.loads(files["assessment.json"])
    assert bands["risks"][0]["id"] == assess(specified_review("ferrowick")).risks[0].id


def test_the_registers_are_alone() -> None:
    content = variant_of("ferrowick", Variant.REGISTER)

    assert [section.letter for section in content.appendix] == ["A", "B"]
    assert len(content.pages) == 1
    assert "How to read it" not in first_page(Variant.REGISTER)


def test_each_use_that_decides_has_a_statement_of_its_own() -> None:
    texts = page_texts(variant_pdf("ferrowick", Variant.AUTOMATED_DECISION))

    assert len(texts) == 1 + len(CONCERNED)
    for page, use in enumerate(CONCERNED, start=2):
        assert f"{use} " in texts[page - 1]
        assert "For counsel to complete" in texts[page - 1]
        assert f"page {page}" in texts[0]


def test_where_nothing_decides_the_statements_say_so() -> None:
    texts = page_texts(variant_pdf("tiny_empty", Variant.AUTOMATED_DECISION))

    assert len(texts) == 1
    assert "No use of AI on record decides about people" in texts[0]


def test_only_the_full_report_is_signed() -> None:
    snapshot = specified_review("tiny_empty")
    assessment = assess(snapshot)
    ready = ReadyToSign(
        version=1,
        seal=seal(snapshot, assessment),
        signatories=(),
        acceptances=(),
        at=datetime(2026, 11, 28, tzinfo=UTC),
    )

    with pytest.raises(ValueError, match="full report"):
        report_content(snapshot, assessment, None, ready, Variant.EXECUTIVE)


def test_the_full_report_is_made_of_all_pages_and_sections() -> None:
    content = content_of("ferrowick")

    assert [page.number for page in content.pages] == list(range(1, 13))
    assert all(isinstance(section, Section) for section in content.appendix)
    assert "".join(section.letter for section in content.appendix) == EDITIONS[Variant.FULL].sections
    assert "Full report. Twelve pages" in content.about.text
