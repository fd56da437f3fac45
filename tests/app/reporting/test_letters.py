"""Text is written so that every reader gives it back, and a long table costs no more than its rows."""

import io
from typing import Any

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from app.paper import Paper
from app.reporting.canvas import new_canvas
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.table import Table, TableRow
from app.reporting.styles import table_look
from tests.reports import page_texts

MANY = "".join(chr(code) for code in (*range(0xC0, 0x180), *range(0x3A3, 0x3AA), *range(0x410, 0x450)))

LATIN = st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_categories=("C", "Z"))


def drawn(*labels: str) -> bytes:
    """Labels below one another on a page."""
    buffer = io.BytesIO()
    canvas: Any = new_canvas(buffer, Paper.A4, "t", "en", None)
    pen = Pen(canvas, frozenset(), Paper.A4.height)
    for index, text in enumerate(labels):
        pen.label(text, 40, 40 + 14 * index, size=9, colour="#18212B", face=Face.REGULAR)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_more_letters_than_one_part_of_a_font_holds_read_back_in_their_order() -> None:
    (text,) = page_texts(drawn(MANY[:120], MANY[120:240], MANY[240:], f"a{MANY[-1]}b{MANY[0]}c"))

    assert len(set(MANY)) > 256
    assert text.replace(" ", "") == f"{MANY}a{MANY[-1]}b{MANY[0]}c"


def test_what_has_a_meaning_in_the_file_is_only_text() -> None:
    odd = r"( a \ b ) Tj ET \051 % <</S>> endstream"

    assert tuple(page_texts(drawn(odd))) == (odd,)


@settings(max_examples=30)
@given(
    st.text(st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_categories=("C", "Z")), min_size=1)
)
def test_any_word_reads_back(word: str) -> None:
    document = pypdfium2.PdfDocument(drawn(word))
    try:
        assert "".join(document[0].get_textpage().get_text_range().split()) == word
    finally:
        document.close()


def test_colour_and_font_are_named_again_only_where_they_change() -> None:
    code = drawn_code("one  two")

    assert code.count(" rg") == 1
    assert code.count(" Tf") == 1


def drawn_code(text: str) -> str:
    """The operators of one label."""
    written: list[str] = []
    canvas: Any = new_canvas(io.BytesIO(), Paper.A4, "t", "en", None)
    canvas.drawText = lambda shown: written.append(shown.getCode())
    Pen(canvas, frozenset(), 100).label(text, 0, 0, size=9, colour="#000000")
    return written[0]


class Counted(Block):
    """A cell that counts how often it is measured."""

    measured = 0

    def height(self, width: float) -> float:
        Counted.measured += 1
        return 12.0


def test_a_table_over_many_pages_measures_each_cell_once() -> None:
    Counted.measured = 0
    rest: Block | None = Table(
        (1.0,), (), [TableRow((Counted(),)) for _row in range(1000)], table_look("small")
    )
    pages = 0

    while rest is not None:
        _first, rest = rest.split(400, 300)
        pages += 1

    assert pages > 50
    assert Counted.measured == 1000
