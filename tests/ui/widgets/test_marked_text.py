"""A text with marked words is drawn whole within its lines, the marked words by weight and colour."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.theme import Theme
from ui.widgets.marked_text import MarkedText

WHITE, INK, MARK = QColor("white"), QColor("#005500"), QColor("#aa0000")
TEXT = "Nobody remembers whether the export was switched off after the last incident, and nobody asked."


def drawn(text: MarkedText, mark: QColor) -> QImage:
    image = QImage(400, 120, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    text.draw(painter, 0, 0, INK, mark)
    painter.end()
    return image


def colors(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("mark", [INK, MARK], ids=["by weight", "by weight and colour"])
def test_the_text_and_its_marks_are_drawn(styled: QApplication, light: Theme, mark: QColor) -> None:
    text = MarkedText("the export was switched off", ((4, 6),), light.font(), 380)

    found = colors(drawn(text, mark))

    assert INK.name() in found
    assert mark.name() in found


def test_marks_change_what_is_drawn_without_colour_too(styled: QApplication, light: Theme) -> None:
    plain = MarkedText("the export was switched off", (), light.font(), 380)
    marked = MarkedText("the export was switched off", ((4, 6),), light.font(), 380)

    assert drawn(plain, INK) != drawn(marked, INK)


def test_a_long_text_takes_as_many_lines_as_it_may_and_no_more(styled: QApplication, light: Theme) -> None:
    one, two = (MarkedText(TEXT, (), light.font(), 300, lines) for lines in (1, 2))
    short = MarkedText("Nobody", (), light.font(), 300, 2)

    assert one.height == short.height == one.first_height
    assert two.height == 2 * one.height


def test_marks_beyond_what_is_shown_are_left_out(styled: QApplication, light: Theme) -> None:
    end = len(TEXT) - 6

    cut = MarkedText(TEXT, ((end, 5),), light.font(), 200)

    assert MARK.name() not in colors(drawn(cut, MARK))


def test_nothing_to_show_is_no_fault(styled: QApplication, light: Theme) -> None:
    assert MarkedText("", (), light.font(), 100).height >= 0
