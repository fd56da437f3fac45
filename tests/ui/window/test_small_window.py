"""In the smallest window nothing in the navigation is cut, where a scroll bar takes some of its width."""

from PySide6.QtWidgets import QApplication

from ui.main_window import SMALLEST, MainWindow
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
