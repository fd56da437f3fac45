"""In the smallest window nothing in the navigation is cut, where a scroll bar takes some of its width."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from app.settings import Settings
from tests.ui.reach import find
from ui.main_window import SMALLEST, MainWindow
from ui.picture_steps import settle
from ui.widgets.bulk_bar import BulkBar
from ui.widgets.rail_item import RailItem


def test_every_name_in_the_navigation_has_all_its_lines(demo: MainWindow) -> None:
    for size in (SMALLEST, (1366, 768), SMALLEST):
        demo.resize(*size)
        demo.follow("page:registers")
        for _turn in range(3):
            QApplication.processEvents()

        items = demo.findChildren(RailItem)

        assert len(items) > 10
        assert [item.text() for item in items if item.height() < item.heightForWidth(item.width())] == []


def test_at_twice_the_size_rows_and_what_is_done_with_them_have_the_room(demo: MainWindow) -> None:
    demo.take_settings(replace(Settings(), text_size=200))
    demo.resize(1366, 768)
    demo.follow("register:ai_tools")
    settle()
    table = find(demo.page, QTableView, "entry_table")
    one_row = table.viewport().height() // table.verticalHeader().defaultSectionSize()

    table.selectAll()
    settle()
    bar = find(demo.page, BulkBar, "bulk_bar")

    assert one_row >= 1
    assert not find(demo, QWidget, "hint_line").isVisible()
    assert bar.height() >= bar.heightForWidth(bar.width())
    assert demo.page.rect().contains(QRect(bar.mapTo(demo.page, QPoint()), bar.size()))
