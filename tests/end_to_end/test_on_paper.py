"""The file as a reader meets it: every number leads somewhere and back, and nothing is too small to read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from app.branding.template import Stationery
from app.paper import Paper
from app.reporting import pdf_bytes
from app.reporting.styles import SIZES, SMALLEST
from models.snapshot import Snapshot
from tests.benchmarks.big_review import big_snapshot
from tests.reports import content_of, pdf_for, pdf_of, reader, told_by
from tests.specified import specified_review

# A word, and the middle of it from the top left corner of its page.
Word = tuple[str, float, float]
ABOVE, BELOW = 40.0, 45.0
# Numbers that count nothing: the rules of the method, dates, axes, and the rest of a list of names, the whole
# of which is counted beside it.
COUNTS_NOTHING = (
    r"within «\d+» days",
    r"(Now,|Next,|Then,) «\d+» days",
    r"by «10\+» people",
    r"than «12» months",
    r"no more than «2» of «4\.»",
    r"at least «5» of «9» checks",
    r"fewer than «6» trace items",
    r"(met|items), of «\d»",
    r"sensitivity «1» to «5,»",
    r"rules decided of «7\.»",
    r"«100,000\+» people",
    r"[>≤] «30» days",
    r"kept over «30» days",
    r"«\d+» (January|February|March|April|May|June|July|August|September|October|November|December) «\d{4}»",
    r"and «\d+» more",
    r"rule «H\d»|«[HML]\d:»",
    r"of page «2;»",
    r"within «7» days of release",
    r"In all about «2» to «3» hours a month",
)


@cache
def big() -> Snapshot:
    return big_snapshot(tools=24, grants=80)


@cache
def made(name: str) -> bytes:
    if name == "letter":
        main = replace(content_of("ferrowick"), appendix=(), inside=())
        return pdf_bytes(main, Stationery(paper=Paper.LETTER))
    return pdf_for(big()) if name == "big" else pdf_of(name)


def links_of(page: PageObject) -> Iterator[tuple[tuple[float, float, float, float], Any]]:
    """The rectangle of each link of a page, from the top left corner, and the page that it leads to."""
    high = float(page.mediabox.height)
    for item in cast("list[Any]", page.get("/Annots") or []):
        link = item.get_object()
        left, bottom, right, top = (float(number) for number in link["/Rect"])
        yield (left, high - top, right, high - bottom), link["/Dest"][0]


def words_of(data: bytes, first: int, last: int) -> Iterator[tuple[int, float, list[Word]]]:
    """Number, height and words of each page, as poppler finds them."""
    with TemporaryDirectory() as folder:
        arguments = ("-bbox", "-f", str(first), "-l", str(last), "{pdf}", "-")
        told = told_by("pdftotext", *arguments, data=data, folder=Path(folder))
    pages = re.findall(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', told, re.DOTALL)
    box = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    for number, (high, inside) in enumerate(pages, start=first):
        words = [
            (unescape(text), (float(left) + float(right)) / 2, (float(top) + float(bottom)) / 2)
            for left, top, right, bottom, text in re.findall(box, inside)
        ]
        yield number, float(high), words


def marked(document: PdfReader, number: int, high: float, words: list[Word]) -> str:
    """The text of a page without its frame; what has a digit and leads nowhere stands in «»."""
    rectangles = [rectangle for rectangle, _to in links_of(document.pages[number - 1])]
    found = []
    for text, x, y in words:
        if not ABOVE < y < high - BELOW:
            continue
        leads = any(a - 1 <= x <= c + 1 and b - 1 <= y <= d + 1 for a, b, c, d in rectangles)
        found.append(text if leads or not re.search(r"\d", text) else f"«{text}»")
    return " ".join(found)


def test_every_number_of_pages_two_to_eleven_leads_to_why_it_is_so() -> None:
    data = pdf_of("ferrowick")
    document = reader(data)

    left: dict[int, list[str]] = {}
    for number, high, words in words_of(data, 2, 11):
        text = marked(document, number, high, words)
        for allowed in COUNTS_NOTHING:
            text = re.sub(allowed, "", text)
        left[number] = re.findall(r"«[^»]+»", text)

    ranks = {2: [1, 2, 3, 4, 5, 1, 2, 3], 3: [*range(1, 11)], 4: [*range(1, 6), *range(1, 6)]}
    assert {number: sorted(found) for number, found in left.items()} == {
        number: sorted(f"«{rank}»" for rank in ranks.get(number, [])) for number in range(2, 12)
    }


def test_the_lines_behind_the_numbers_lead_back_to_their_pages() -> None:
    document = reader(pdf_of("ferrowick"))
    numbers = {page.indirect_reference: n for n, page in enumerate(document.pages, start=1)}
    begins = {
        str(entry.title)[:10]: cast("int", document.get_destination_page_number(entry)) + 1
        for entry in document.outline
        if isinstance(entry, Destination)
    }
    first, last = begins["Appendix G"], begins["Appendix H"]

    there = {numbers[to] for page in document.pages[1:11] for _at, to in links_of(page)}
    back = {numbers[to] for page in document.pages[first - 1 : last] for _at, to in links_of(page)}

    assert set(range(first, last)) <= there
    assert set(range(2, 12)) <= back


@pytest.mark.parametrize("name", ["ferrowick", "letter", "tiny_empty", "big"])
def test_nothing_on_paper_is_smaller_than_seven_points(name: str) -> None:
    for page in reader(made(name)).pages[:40]:
        contents = page.get_contents()
        assert contents is not None
        drawn = contents.get_data().decode("latin-1")
        sizes = {float(size) for size in re.findall(r"/F\S+ ([\d.]+)(?: [\d.]+)? Tf", drawn)}
        scales = {float(scale) for scale in re.findall(r"([\d.]+) 0 0 [\d.]+ \S+ \S+ cm", drawn)}

        assert min(sizes) >= SMALLEST == 7.0
        assert scales <= {1.0}


def test_what_is_read_is_set_larger_than_what_is_looked_up() -> None:
    assert SIZES["body"].size >= 8.5
    assert SIZES["headline"].size > SIZES["body"].size > SIZES["small"].size > SIZES["fine"].size


def test_the_main_part_of_a_big_review_says_how_much_it_leaves_out_and_where_that_stands() -> None:
    pages = reader(made("big")).pages

    assert "Method, limits and references" in pages[11].extract_text()
    assert "Appendix A: AI register" in pages[12].extract_text()
    assert re.search(r"and \d+ more, see appendix B", pages[8].extract_text())
    assert "appendix B has all" in pages[3].extract_text()


def test_each_script_is_drawn_and_what_no_font_has_is_said_with_its_code(tmp_path: Path) -> None:
    name = "Żółw Ελλάς Привет 中文 🤖 ไทย"
    snapshot = specified_review("tiny_empty")
    engagement = snapshot.engagement
    data = pdf_for(replace(snapshot, engagement=replace(engagement, client=name)))

    told = told_by("pdftotext", "-l", "1", "-raw", "{pdf}", "-", data=data, folder=tmp_path)
    assert "Żółw Ελλάς Привет" in told
    assert "中文" in told
    assert "🤖" in told
    assert "[U+0E44][U+0E17][U+0E22]" in told
    fonts = told_by("pdffonts", "{pdf}", data=data, folder=tmp_path).splitlines()[2:]
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] and "+" in row.split()[0] for row in fonts)
