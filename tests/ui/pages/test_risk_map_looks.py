"""The map can be looked at in several ways: by stage, by band, in another order, larger, and nothing fits."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.exposure_view import Order
from tests.ui.pages.map_desk import MapDesk
from tests.ui.reach import click, find, press, words
from ui.pages.risk_map_page import LIST, MATRIX
from ui.theme import Theme
from ui.widgets.picture import Picture

pytestmark = pytest.mark.usefixtures("styled")
SHIFT = Qt.KeyboardModifier.ShiftModifier


def turn_wheel(picture: Picture, at: QPointF) -> None:
    """One step of the wheel with Ctrl, over a point."""
    event = QWheelEvent(
        at,
        picture.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picture.viewport(), event)


def empty_point(picture: Picture) -> QPoint:
    """A point where nothing stands."""
    width, height = picture.viewport().width(), picture.viewport().height()
    points = [QPoint(x, y) for x in range(width - 100, 200, -7) for y in range(200, height - 100, 7)]
    return next(point for point in points if not picture.place_at(point.toPointF()))


def test_before_controls_the_risks_stand_where_they_began(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    after = desk.map.rect_of("risk:EX-T03").center().y()

    click(desk.page, "choice_before")
    before = desk.map.rect_of("risk:EX-T03").center().y()
    click(desk.page, "choice_after")

    assert before < after
    assert desk.map.rect_of("risk:EX-T03").center().y() > before


def test_the_rest_of_a_cell_before_controls_is_listed_as_it_stood_then(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    click(desk.page, "choice_before")
    said = desk.map.sentence_of("spot:5/5")

    desk.map.select("spot:5/5")
    desk.key(desk.map, Qt.Key.Key_Return)

    assert int(said.split()[0]) + 5 == desk.table.model().rowCount()
    click(desk.page, "filter_clear")
    assert desk.table.model().rowCount() == 69


def test_pressing_a_count_shows_only_that_band_and_again_all(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=LIST)
    band = find(desk.page, QComboBox, "filter_band")

    click(desk.page, "count_critical")
    rows, chosen = desk.table.model().rowCount(), band.currentText()
    click(desk.page, "count_critical")

    assert (rows, chosen) == (12, "Critical")
    assert desk.table.model().rowCount() == 69


def test_a_band_chosen_in_the_filter_is_marked_at_the_count(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    band = find(desk.page, QComboBox, "filter_band")

    band.setCurrentIndex(1)
    band.activated.emit(1)

    assert find(desk.page, QPushButton, "count_critical").isChecked()


def test_filters_that_let_nothing_through_say_so_and_lead_back(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    field = find(desk.page, QLineEdit, "filter_words")

    QTest.keyClicks(field, "nothing is called so")
    QTest.keyClick(field, Qt.Key.Key_Return)
    said, was_map = words(desk.page), desk.map.isVisible()
    click(desk.page, "show_all_risks")

    assert "No risk fits these filters" in said
    assert not was_map
    assert desk.map.isVisible()


def test_columns_stand_in_the_order_that_is_chosen(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=MATRIX)
    combo = find(desk.page, QComboBox, "matrix_order")
    exposed = list(desk.matrix.view.columns)

    combo.setCurrentIndex(combo.findData(Order.ENTERED.value))
    combo.activated.emit(combo.currentIndex())

    assert exposed[0] == "T13"
    assert list(desk.matrix.view.columns)[:3] == ["T01", "T02", "T03"]


def test_systems_without_access_can_be_hidden(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=MATRIX)
    before = len(desk.matrix.view.systems)

    click(desk.page, "hide_gaps")

    assert len(desk.matrix.view.systems) == before - 1


def test_names_of_the_matrix_say_their_sentence_and_lead_to_their_entry(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=MATRIX)
    cell = desk.matrix.rect_of("cell:S01/T13")
    name = QPointF(20, cell.center().y())
    below = QPointF(cell.center().x(), desk.matrix.viewport().height() - desk.matrix.frozen()[3] + 8)

    places = desk.matrix.place_at(name), desk.matrix.place_at(below)
    QTest.mouseClick(desk.matrix.viewport(), Qt.MouseButton.LeftButton, pos=name.toPoint())

    assert places == ("system:S01", "tool:T13")
    assert "5 AI tools reach it. Risks: 9 Critical, 8 High" in desk.matrix.sentence_of("system:S01")
    assert "reaches 2 systems. Unofficial." in desk.matrix.sentence_of("tool:T13")
    assert desk.links == ["entry:systems/S01"]


def test_the_wheel_zooms_around_the_pointer(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light)
    at = desk.map.rect_of("risk:EX-T03").center()

    for _step in range(3):
        turn_wheel(desk.map, at)

    assert desk.map.zoom > 1.5
    assert (desk.map.rect_of("risk:EX-T03").center() - at).manhattanLength() < 120


def test_a_large_picture_is_moved_by_keys_and_by_the_mouse(qtbot: QtBot, light: Theme) -> None:
    desk = MapDesk(qtbot, light, tab=MATRIX)
    for _step in range(4):
        desk.key(desk.matrix, Qt.Key.Key_Plus)
    bar = desk.matrix.horizontalScrollBar()
    bar.setValue(0)

    press(desk.matrix, Qt.Key.Key_Right, SHIFT)
    by_key = bar.value()
    viewport, start = desk.matrix.viewport(), empty_point(desk.matrix)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start - QPoint(60, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start - QPoint(60, 0))

    assert by_key > 0
    assert bar.value() == by_key + 60
    press(desk.matrix, Qt.Key.Key_Home)
    assert desk.matrix.current == desk.matrix.next_place("", 0, 0)
