"""The report on another paper and with a firm's template: another look, the same facts."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pypdfium2
import pytest

import resources
from app.assessment import assess
from app.branding.template import FirmTemplate, Stationery
from app.branding.template_file import read_template
from app.paper import Paper
from app.reporting import pdf_bytes, report_content
from app.reporting.palette import firm, made_for, palette
from app.reporting.specimen import specimen_bytes
from app.signing.signing_off import ready_to_sign
from models.risk import Band
from models.sign_off import Signatory, SignRole
from tests.reports import content_of, page_texts, pdf_of, reader
from tests.specified import specified_review

LEGAL = "accepts no duty of care"
FOOTER = "12 Quay Street"


def northwold() -> FirmTemplate:
    return read_template(resources.path("templates", "northwold"))


@cache
def letter() -> bytes:
    """Ferrowick on US Letter with the sample template."""
    return pdf_bytes(content_of("ferrowick"), Stationery(Paper.LETTER, northwold()))


@cache
def texts_of_letter() -> list[str]:
    """The text of each page, by PDFium, which reads fifty of them in the blink of an eye."""
    document = pypdfium2.PdfDocument(letter())
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def test_every_page_is_a_letter_page_and_the_main_part_stays_at_twelve() -> None:
    found = reader(letter())

    sizes = {(float(page.mediabox.width), float(page.mediabox.height)) for page in found.pages}
    assert sizes == {(792.0, 612.0)}
    texts = texts_of_letter()
    titles = [page.title for page in content_of("ferrowick").pages]
    assert all(title in text for title, text in zip(titles, texts, strict=False))
    assert "Appendix A" in texts[12]


@pytest.mark.parametrize("paper", list(Paper))
def test_no_word_runs_over_the_margin_or_into_the_foot(paper: Paper) -> None:
    data = letter() if paper is Paper.LETTER else pdf_of("ferrowick")
    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            page = document[number].get_textpage()
            for index in range(page.count_rects()):
                left, bottom, right, top = page.get_rect(index)
                assert left >= 39, (number + 1, page.get_text_bounded(left, bottom, right, top))
                assert right <= paper.width - 39, (
                    number + 1,
                    page.get_text_bounded(left, bottom, right, top),
                )
                assert bottom >= 9
    finally:
        document.close()


def test_the_firm_is_on_the_cover_and_its_line_on_every_page() -> None:
    texts = texts_of_letter()

    assert "Northwold Advisory" in texts[0]
    assert LEGAL in texts[0]
    assert all(FOOTER in text for text in texts)
    assert all(LEGAL not in text for text in texts[1:])
    assert reader(letter()).metadata.author == "Northwold Advisory"  # type: ignore[union-attr]
    assert [image.image.size for image in reader(letter()).pages[0].images] == [(900, 270)]  # type: ignore[union-attr]


def test_a_look_changes_neither_seal_nor_data() -> None:
    plain, branded = (dict(reader(data).attachments) for data in (pdf_of("ferrowick"), letter()))

    assert plain == branded
    assert "assessment.json" in plain
    assert content_of("ferrowick").fingerprint[:16] in texts_of_letter()[0]


def test_the_same_stationery_gives_the_same_bytes() -> None:
    assert pdf_bytes(content_of("ferrowick"), Stationery(Paper.LETTER, northwold())) == letter()


def test_bands_keep_their_colours_and_the_house_is_as_before_afterwards() -> None:
    usual = palette()

    with made_for(northwold()):
        branded = palette()

    assert branded.bands == usual.bands
    assert branded.house.accent == "#3B3F8C" != usual.house.accent
    assert palette() == usual
    assert firm() is None


def test_a_long_legal_text_takes_its_room_from_the_cover_and_from_no_other_page() -> None:
    long = FirmTemplate(name="A firm " * 11, legal="All that a lawyer can think of. " * 37, footer="f" * 140)

    main = replace(content_of("ferrowick"), appendix=(), inside=())
    texts = page_texts(pdf_bytes(main, Stationery(Paper.A4, long)))

    assert len(texts) == 12
    assert texts[0].count("All that a lawyer can think of.") == 37
    assert "Reviewers" in texts[0]
    assert "The answer on a page" in texts[1]


def test_the_sample_shows_every_band_and_the_firm() -> None:
    cover, page = page_texts(specimen_bytes(Stationery(Paper.LETTER, northwold())))

    assert "Northwold Advisory" in cover
    assert all(band.value in page for band in Band)


def test_the_fields_to_sign_in_lie_on_the_page_of_either_paper() -> None:
    snapshot = specified_review("tiny_one_tool")
    assessment = assess(snapshot)
    signatories = (Signatory(role=SignRole.REVIEWER, name="Ana"), Signatory(role=SignRole.SPONSOR, name="Bo"))
    ready = ready_to_sign(snapshot, assessment, signatories, datetime(2026, 11, 28, tzinfo=UTC))
    content = report_content(snapshot, assessment, None, ready)
    for paper in Paper:
        data = pdf_bytes(content, Stationery(paper))
        page: Any = reader(data).pages[11]  # Any: what a PDF may hold
        rects = [
            note.get_object()["/Rect"] for note in page["/Annots"] if note.get_object().get("/FT") == "/Sig"
        ]

        assert len(rects) == 2
        for left, bottom, right, top in rects:
            assert 40 <= left < right <= paper.width - 40
            assert 50 <= bottom < top <= paper.height - 52
