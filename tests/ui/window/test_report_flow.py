"""The report page gets its preview and its files from the window."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.interchange import write_review
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, words
from ui.main_window import MainWindow
from ui.widgets.pdf_preview import PdfPreview

LONGEST_WAIT_MS = 20_000


def test_the_preview_comes_by_itself(qtbot: QtBot, demo: MainWindow) -> None:
    demo.follow("page:report")
    preview = demo.page.findChild(PdfPreview)
    assert preview is not None

    qtbot.waitUntil(lambda: preview.pages > 12, timeout=LONGEST_WAIT_MS)


def test_the_pdf_is_written_where_the_person_chose(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "map.pdf"
    choose(demo, "show_report")

    click(demo, "export_pdf")
    qtbot.waitUntil(lambda: str(choosing.answer) in words(demo), timeout=LONGEST_WAIT_MS)

    first = PdfReader(choosing.answer).pages[0].extract_text()
    assert "Ferrowick Group plc" in first
    assert [path.name for path in tmp_path.iterdir() if path.suffix in {".pdf", ".part"}] == ["map.pdf"]


def test_the_json_is_that_of_the_review(demo: MainWindow, choosing: Choosing, tmp_path: Path) -> None:
    choosing.answer = tmp_path / "review.json"

    choose(demo, "export_json")

    assert demo.bridge is not None
    assert choosing.answer.read_bytes() == write_review(demo.bridge.workspace.snapshot)
    assert json.loads(choosing.answer.read_text("utf-8"))["engagement"]["client"] == "Ferrowick Group plc"


@pytest.mark.parametrize("button", ["export_pdf", "export_json"])
def test_a_place_that_cannot_be_written_is_said_on_the_page(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, tmp_path: Path, button: str
) -> None:
    choosing.answer = tmp_path / "no such folder" / "file"
    demo.follow("page:report")

    click(demo, button)

    qtbot.waitUntil(lambda: "Choose a" in words(demo), timeout=LONGEST_WAIT_MS)


def test_closing_the_file_gives_up_what_is_being_made(
    demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "map.pdf"
    demo.follow("page:report")
    find(demo, QPushButton, "export_pdf").click()

    demo.close_review()

    assert not [path for path in tmp_path.iterdir() if path.suffix in {".pdf", ".part"}]
    assert demo.page.page_id == "start"
