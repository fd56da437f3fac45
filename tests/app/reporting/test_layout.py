"""How text and tables are laid out: nothing lost, nothing torn, nothing read as markup."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reporting.layout.block import Block, Columns, Gap, Stack, Text
from app.reporting.layout.fonts import Face, pieces
from app.reporting.layout.rtl import drawn
from app.reporting.layout.table import Table, TableRow
from app.reporting.layout.text import Span, lines, shortened, width_of
from app.reporting.styles import plain, table_look

WIDTH = 200.0


def set_text(text: str, width: float = WIDTH) -> list[str]:
    return [" ".join(part.text for part in row) for row in lines((Span(text),), 9, width)]


def grid(rows: int, *, elastic: bool = False, text: str = "cell") -> Table:
    cells = [TableRow((plain(f"row {index}"), plain(text)), f"row-{index}") for index in range(rows)]
    more = (lambda hidden: plain(f"and {hidden} more")) if elastic else None
    return Table((0.3, 0.7), (plain("Name"), plain("Text")), cells, table_look("small"), more)


@given(
    st.text(st.characters(min_codepoint=33, max_codepoint=0x24F, exclude_categories=("C", "Z")), max_size=400)
)
def test_no_character_is_lost_in_breaking(text: str) -> None:
    found = "".join(set_text(text)).replace(" ", "")

    assert found == unicodedata.normalize("NFC", text).replace(" ", "") or "[U+" in found


@given(st.text(max_size=200), st.floats(20, 400))
def test_no_line_is_wider_than_its_room(text: str, width: float) -> None:
    for row in lines((Span(text),), 9, width):
        used = row[-1].x + row[-1].width if row else 0.0
        single = all(len(part.text.strip()) <= len("[U+10FFFF]") for part in row)
        assert used <= width + 0.5 or single


def test_markup_is_only_text() -> None:
    assert set_text("<b>bold</b> & </para>", 400) == ["<b>bold</b> & </para>"]


def test_a_word_that_no_line_can_hold_is_chopped() -> None:
    found = set_text("x" * 300)

    assert len(found) > 1
    assert "".join(found) == "x" * 300


def test_line_breaks_are_kept() -> None:
    assert set_text("one\ntwo\n\nthree") == ["one", "two", "", "three"]


@pytest.mark.parametrize(
    ("text", "face"),
    [("Żółw Ελλάς Привет", Face.REGULAR), ("→", Face.SYMBOLS), ("🤖", Face.EMOJI), ("中文", Face.EAST_ASIAN)],
)
def test_every_script_that_a_font_has_is_drawn_with_it(text: str, face: Face) -> None:
    found = [piece for word in text.split() for piece in pieces(word, Face.REGULAR)]

    assert {piece.face for piece in found} == {face}


def test_what_no_font_has_is_shown_as_its_code() -> None:
    assert "".join(piece.text for piece in pieces("กa", Face.REGULAR)) == "[U+0E01]a"


def test_arabic_is_joined_and_runs_from_the_right() -> None:
    word = "مرحبا"

    found = drawn(word)

    assert unicodedata.normalize("NFKC", found[::-1]) == word
    assert found != word[::-1]


def test_numbers_inside_right_to_left_words_keep_their_direction() -> None:
    assert drawn("שלום2026") == "2026" + "שלום"[::-1]


def test_a_shortened_text_ends_with_an_ellipsis_and_fits() -> None:
    found = shortened("a rather long name for a tool", Face.REGULAR, 9, 60)

    assert found.endswith("…")
    assert width_of(found, Face.REGULAR, 9) <= 60


def test_a_table_that_is_cut_repeats_its_header_and_loses_no_row() -> None:
    table = grid(40)

    first, rest = table.split(400, 200)

    assert first is not None
    assert rest is not None
    assert first.height(400) <= 200
    assert first.places() + rest.places() == table.places()
    assert rest.height(400) > rest.split(400, 10_000)[0].height(400) - 1  # type: ignore[union-attr]


def test_no_last_row_is_left_alone_on_the_next_page() -> None:
    table = grid(8)
    high = table.height(WIDTH)

    first, rest = table.split(WIDTH, high - 1)

    assert first is not None
    assert rest is not None
    assert [*first.places()] == [f"row-{index}" for index in range(6)]
    assert [*rest.places()] == ["row-6", "row-7"]


def test_the_first_rows_of_an_elastic_table_can_be_kept_from_being_cut() -> None:
    rows = [TableRow((plain(f"row {index}"),), f"row-{index}") for index in range(9)]
    table = Table((1.0,), (), rows, table_look("small"), lambda hidden: plain(f"and {hidden} more"), least=4)

    assert len(table.fitted(WIDTH, 20).places()) == 4
    assert len(table.fitted(WIDTH, table.height(WIDTH) - 1).places()) == 7
    assert len(table.fitted(WIDTH, table.height(WIDTH)).places()) == 9


def test_a_text_can_be_shortened_between_its_words() -> None:
    text = "the systems, data and vendors that they reach"

    found = [shortened(text, Face.REGULAR, 9, wide, whole_words=True) for wide in range(60, 180, 5)]

    for short in found:
        assert short.removesuffix("…") == text or text.startswith(short.removesuffix("…"))
        assert text[len(short) - 1] in " ,"
    assert shortened("x" * 90, Face.REGULAR, 9, 100, whole_words=True).startswith("xxxxxxxx")


def test_a_row_longer_than_a_page_is_cut_through_its_cells() -> None:
    table = grid(1, text="word " * 4000)
    heights: list[float] = []
    rest: Block | None = table

    while rest is not None:
        first, rest = rest.split(400, 300)
        assert first is not None
        heights.append(first.height(400))

    assert len(heights) > 5
    assert max(heights) <= 300.5


def test_an_elastic_table_says_how_many_rows_it_leaves_out() -> None:
    table = grid(50, elastic=True)

    smaller = table.fitted(400, 120)

    assert smaller.height(400) <= 120
    shown = len(smaller.places())
    assert 0 < shown < 50
    assert isinstance(smaller, Table)


def test_room_is_dealt_out_fairly_among_elastic_tables() -> None:
    stack = Stack([grid(3, elastic=True), Gap(10), grid(80, elastic=True)])

    smaller = stack.fitted(400, 260)

    assert smaller.height(400) <= 260
    assert len([place for place in smaller.places() if place in {"row-0", "row-1", "row-2"}]) >= 5


def test_columns_stand_side_by_side() -> None:
    short, long = plain("short"), plain("long " * 200)

    columns = Columns([(0.5, short), (0.5, long)], gutter=20)

    assert columns.height(400) == long.height(190)


def test_text_is_cut_between_lines() -> None:
    text = Text((Span("word " * 200),), 9, 12)

    first, rest = text.split(WIDTH, 50)

    assert first is not None
    assert rest is not None
    assert first.height(WIDTH) == 48
    assert first.height(WIDTH) + rest.height(WIDTH) == text.height(WIDTH)


def test_a_heading_stays_with_what_follows() -> None:
    class Title(Gap):
        keeps_with_next = True

    stack = Stack([Gap(100), Title(20), Gap(100)])

    first, rest = stack.split(400, 150)

    assert first is not None
    assert rest is not None
    assert first.height(400) == 100
    assert rest.height(400) == 120
