"""The risk map with a review on it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import find
from ui.pages.risk_map_page import MAP, RiskMapPage
from ui.theme import Theme
from ui.widgets.exposure_matrix import ExposureMatrix
from ui.widgets.heat_map import HeatMap
from ui.widgets.picture import Picture
from ui.widgets.risk_table import RiskTable
from ui.widgets.why_panel import WhyPanel


class MapDesk(Desk):
    """A risk map with a review on it."""

    def __init__(self, qtbot: QtBot, theme: Theme, name: str = "ferrowick", tab: int = MAP) -> None:
        super().__init__(qtbot, RiskMapPage(theme), specified_review(name))
        find(self.page, QTabBar, "map_tabs").setCurrentIndex(tab)
        self.page.activateWindow()
        QTest.qWaitForWindowActive(self.page)

    @property
    def matrix(self) -> ExposureMatrix:
        return find(self.page, ExposureMatrix, "exposure_matrix")

    @property
    def map(self) -> HeatMap:
        return find(self.page, HeatMap, "heat_map")

    @property
    def table(self) -> RiskTable:
        return find(self.page, RiskTable, "risk_table")

    @property
    def why(self) -> WhyPanel:
        return find(self.page, WhyPanel, "why_panel")

    def key(self, widget: QWidget, key: Qt.Key) -> None:
        widget.setFocus()
        QTest.keyClick(widget, key)

    def point(self, picture: Picture, place: str) -> QPoint:
        rect = picture.rect_of(place)
        return QPoint(round(rect.left()) + 4, round(rect.center().y()))
