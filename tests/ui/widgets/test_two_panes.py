"""What stands beside the main part has its width, however the window came to be as wide as it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.two_panes import NARROW_BELOW, SIDE_WIDTH, TwoPanes

WIDE = 1160


@pytest.fixture
def panes(qtbot: QtBot, light: Theme) -> TwoPanes:
    main, side = QWidget(), QWidget()
    panes = TwoPanes(light, main, side)
    panes.addWidget(main)
    panes.addWidget(side)
    qtbot.addWidget(panes)
    side.hide()
    panes.resize(WIDE, 600)
    panes.show()
    return panes


def part(panes: TwoPanes, index: int) -> QWidget:
    widget = panes.widget(index)
    assert widget is not None
    return widget


def pulled_to(panes: TwoPanes, width: int) -> None:
    panes.resize(width, 600)
    QApplication.processEvents()


def test_a_side_opened_in_a_narrow_window_has_its_width_in_a_wide_one(panes: TwoPanes) -> None:
    pulled_to(panes, NARROW_BELOW - 100)
    part(panes, 1).show()
    panes.share()
    assert part(panes, 0).isHidden()

    pulled_to(panes, WIDE)

    assert part(panes, 0).isVisible()
    assert panes.sizes()[1] == pytest.approx(SIDE_WIDTH, abs=panes.handleWidth())


def test_a_width_that_a_person_has_given_stays(panes: TwoPanes) -> None:
    part(panes, 1).show()
    panes.share()
    panes.setSizes([WIDE - 380, 380])

    pulled_to(panes, WIDE + 40)

    assert panes.orientation() is Qt.Orientation.Horizontal
    assert 330 < panes.sizes()[1] < 430
