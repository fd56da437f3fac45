"""The risk map of a very large review stays quick: only what is seen is painted."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from models.snapshot import Snapshot
from models.values import RegisterName
from tests.changes import with_register
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import find
from ui.pages.risk_map_page import MATRIX, RiskMapPage
from ui.theme import Theme
from ui.widgets.exposure_matrix import ExposureMatrix

pytestmark = pytest.mark.usefixtures("styled")
TOOLS, GRANTS = 500, 2_000
FRAME_MS = 50


def large_review() -> Snapshot:
    """Ferrowick with its tools and grants repeated under other ids."""
    snapshot = specified_review("ferrowick")
    tools = list(snapshot.ai_tools.values())
    grants = list(snapshot.access_grants.values())
    many = {f"T{n:03}": replace(tools[n % len(tools)], id=f"T{n:03}", name=f"Tool {n}") for n in range(TOOLS)}
    held = {
        f"A{n}": replace(grants[n % len(grants)], id=f"A{n}", tool=f"T{n % TOOLS:03}") for n in range(GRANTS)
    }
    cases = {key: replace(case, tools=()) for key, case in snapshot.use_cases.items()}
    snapshot = with_register(snapshot, RegisterName.AI_TOOLS, many)
    snapshot = with_register(snapshot, RegisterName.ACCESS_GRANTS, held)
    return with_register(snapshot, RegisterName.USE_CASES, cases)


def test_five_hundred_tools_scroll_under_headers_that_stay(qtbot: QtBot, light: Theme) -> None:
    desk = Desk(qtbot, RiskMapPage(light), large_review())
    find(desk.page, QTabBar, "map_tabs").setCurrentIndex(MATRIX)
    matrix = find(desk.page, ExposureMatrix, "exposure_matrix")

    bar = matrix.horizontalScrollBar()
    bar.setValue(bar.maximum())
    last = matrix.rect_of("cell:S02/T490")
    took = []
    for step in range(20):
        bar.setValue(step * bar.maximum() // 20)
        began = time.process_time()
        matrix.viewport().grab()
        took.append(1000 * (time.process_time() - began))

    left, top, _right, _bottom = matrix.frozen()
    assert bar.maximum() > 10_000
    assert last.isEmpty() or last.left() >= left
    assert top > 0
    assert sorted(took)[len(took) // 2] < FRAME_MS


def test_a_mark_far_off_is_brought_into_view_by_the_keys(qtbot: QtBot, light: Theme) -> None:
    desk = Desk(qtbot, RiskMapPage(light), large_review())
    find(desk.page, QTabBar, "map_tabs").setCurrentIndex(MATRIX)
    matrix = find(desk.page, ExposureMatrix, "exposure_matrix")
    matrix.select(matrix.next_place("", 0, 0))

    for _step in range(30):
        QTest.keyClick(matrix, Qt.Key.Key_Right)

    left, _top, right, _bottom = matrix.frozen()
    rect = matrix.rect_of(matrix.current)
    assert rect.left() >= left
    assert rect.right() <= matrix.viewport().width() - right
    assert matrix.horizontalScrollBar().value() > 0
