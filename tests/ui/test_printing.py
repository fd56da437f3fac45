"""Pictures go on paper: to PDF where there is no printer, a large matrix in parts that can be read."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QTabBar, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from tests.ui.pages.map_desk import MapDesk
from tests.ui.pages.test_risk_map_page_large import large_review
from tests.ui.reach import find
from ui.pages.risk_map_page import MATRIX, RiskMapPage
from ui.printing import landscape_printer, print_sheets
from ui.theme import Theme
from ui.widgets.picture_sheet import PictureSheet

pytestmark = pytest.mark.usefixtures("styled")


def sheets_of(desk: Desk) -> list[PictureSheet]:
    """The sheets that the page wants to be printed."""
    found: list[PictureSheet] = []
    assert isinstance(desk.page, RiskMapPage)
    desk.page.printing_wanted.connect(found.extend)
    menu = find(desk.page, QToolButton, "share_picture").menu()
    next(action for action in menu.actions() if action.text() == "Print…").trigger()
    return found


def printed(sheets: list[PictureSheet], path: Path) -> pypdf.PdfReader:
    printer = landscape_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    print_sheets(printer, sheets)
    return pypdf.PdfReader(path)


def test_the_map_fits_one_landscape_page_with_its_words(qtbot: QtBot, light: Theme, tmp_path: Path) -> None:
    desk = MapDesk(qtbot, light)

    paper = printed(sheets_of(desk), tmp_path / "map.pdf")

    (page,) = paper.pages
    assert page.mediabox.width > page.mediabox.height
    text = " ".join(page.extract_text().split())
    assert "Risk map: likelihood and impact" in text
    assert "Patchbay AI steps" in text
    assert "59 of 61 questions answered, 2 unknown" in text
    assert "Ferrowick" not in f"{text} {paper.metadata}"


def test_a_large_matrix_comes_on_pages_that_can_be_read(qtbot: QtBot, light: Theme, tmp_path: Path) -> None:
    desk = Desk(qtbot, RiskMapPage(light), large_review())
    find(desk.page, QTabBar, "map_tabs").setCurrentIndex(MATRIX)
    sheets = sheets_of(desk)

    paper = printed(sheets[:3], tmp_path / "matrix.pdf")

    assert len(sheets) > 20
    assert len(paper.pages) == 3
    assert f"(2 of {len(sheets)})" in " ".join(paper.pages[1].extract_text().split())
    assert max(sheet.size.width() for sheet in sheets) < 2000
