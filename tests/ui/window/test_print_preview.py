"""The picture is shown before it is printed."""

from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QToolButton

from tests.ui.reach import find
from ui.main_window import MainWindow


def test_print_opens_a_preview_over_the_window(demo: MainWindow) -> None:
    demo.follow("page:risk_map")
    menu = find(demo.page, QToolButton, "share_picture").menu()

    next(action for action in menu.actions() if action.text() == "Print…").trigger()
    QApplication.processEvents()

    preview = find(demo, QPrintPreviewDialog, "print_preview")
    assert preview.isVisible()
    assert preview.printer().docName() == "AI risk map"
    preview.reject()
    assert not preview.isVisible()
