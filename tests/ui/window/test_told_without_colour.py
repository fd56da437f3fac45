"""Band, state and capability are told by a word or a shape wherever they are painted, beside the colour."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from app.i18n import _
from models.risk import Band
from models.values import Capability, words
from tests.ui.reach import find, press
from ui.main_window import MainWindow
from ui.pages.risk_map_page import RiskMapPage
from ui.theme import theme
from ui.widgets.badge import BandBadge
from ui.widgets.picture import Picture
from ui.widgets.risk_table import BAND, RiskTable

ROOT = Path(__file__).parents[3]
ROOM = QSize(1600, 1000)
# Of 255, in the square at the left end of an answer.
UNMISTAKABLE = 40
# What paints a band's colour, and where its mark or word beside it is looked for below.
PAINT_BANDS = {
    "band_counts",
    "matrix_margins",
    "action_card",
    "risk_map_page",
    "badge",
    "heat_map",
    "heat_marks",
    "inks",
    "moved_risks",
    "risk_table",
    "style",
    "start_picture",
}


def drawn_words(picture: bytes) -> str:
    """Every word of an SVG picture."""
    return " ".join(re.findall(r">([^<>]+)</text>", picture.decode()))


def words_painted(part: QWidget) -> str:
    """Every word that a widget paints, its children left out."""
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(part.size())
    painter = QPainter(generator)
    part.render(painter, QPoint())
    painter.end()
    return drawn_words(bytes(buffer.data().data()))


def words_of(picture: Picture) -> str:
    """Every word of a whole map."""
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size = picture.content_size(ROOM).expandedTo(ROOM)
    generator.setSize(size)
    painter = QPainter(generator)
    picture.paint_whole(painter, size)
    painter.end()
    return drawn_words(bytes(buffer.data().data()))


def page_at(window: MainWindow, key: Qt.Key) -> RiskMapPage:
    window.follow("page:risk_map")
    press(window, key)
    page = window.page
    assert isinstance(page, RiskMapPage)
    return page


def test_no_other_module_paints_a_band() -> None:
    painting = {
        path.stem
        for path in (ROOT / "ui").rglob("*.py")
        if re.search(r"\bband_ground\(|\.bands\[", path.read_text("utf-8"))
    }

    assert painting <= PAINT_BANDS, "say here how the band is told without colour, and try it below"


def test_every_cell_of_the_map_names_its_band_and_shows_its_mark(demo: MainWindow) -> None:
    picture = page_at(demo, Qt.Key.Key_2).picture()
    assert picture is not None

    said = words_of(picture)

    counted = {band: said.count(_(band.value)) for band in Band}
    assert sum(counted.values()) >= 25
    assert all(theme().bands[band].mark in said for band, count in counted.items() if count)


def test_every_capability_of_the_exposure_matrix_is_a_word_and_unknown_is_a_mark(demo: MainWindow) -> None:
    demo.resize(1920, 1080)
    picture = page_at(demo, Qt.Key.Key_1).picture()
    assert picture is not None

    said = words_of(picture)

    assert all(_(words(capability)) in said for capability in Capability)
    assert "?" in said


def test_a_badge_and_a_row_of_the_list_say_the_band(demo: MainWindow) -> None:
    table = find(page_at(demo, Qt.Key.Key_3), RiskTable, "risk_table")
    model = table.model()

    said = words_painted(table.viewport())

    for row in range(3):
        band = str(model.index(row, BAND).data(Qt.ItemDataRole.AccessibleTextRole))
        assert theme().bands[Band(band)].mark in said
        assert band in said


@pytest.mark.parametrize("band", Band)
def test_a_badge_has_mark_and_word(styled: object, band: Band) -> None:
    badge = BandBadge(theme(), band)

    assert badge.text() == f"{theme().bands[band].mark} {_(band.value)}"
    badge.deleteLater()


def grey(part: QWidget) -> QImage:
    return part.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_the_chosen_answer_is_unmistakable_in_greyscale(demo: MainWindow) -> None:
    demo.follow("question:USE-01")
    chosen, other = (find(demo.page, QWidget, f"level_{level}") for level in (1, 0))

    darker, lighter = (mean_lightness(grey(card)) for card in (chosen, other))

    assert lighter - darker > UNMISTAKABLE


def mean_lightness(image: QImage) -> float:
    """How light the left end is, where edge and key are."""
    seen = [image.pixelColor(x, y).lightness() for x in range(image.height()) for y in range(image.height())]
    return sum(seen) / len(seen)
