"""Paper and firm's template are chosen in the window, kept on this computer, and reach the report."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

import resources
from app.paper import Paper
from app.settings import Settings, load_settings, save_settings
from tests.ui.conftest import Choosing
from tests.ui.reach import click, find, words
from ui.main_window import MainWindow
from ui.widgets.pdf_preview import PdfPreview

SAMPLE = resources.path("templates", "northwold", "template.toml")
WAIT_MS = 20_000


def pick(window: MainWindow, name: str) -> None:
    """Choose a paper as a person does."""
    box = find(window.page, QComboBox, "paper")
    box.setCurrentText(name)
    box.activated.emit(box.currentIndex())


def test_a_template_is_chosen_shown_and_taken_away_again(
    qtbot: QtBot, window: MainWindow, choosing: Choosing, config: Path
) -> None:
    choosing.answer = SAMPLE
    window.follow("page:settings")
    assert "None. Reports carry" in words(window)

    click(window, "choose_template")
    qtbot.waitUntil(lambda: "Northwold Advisory" in words(window), timeout=WAIT_MS)
    assert load_settings(config).template == str(SAMPLE)

    click(window, "show_sample")
    sample = find(window, PdfPreview, "template_sample")
    qtbot.waitUntil(lambda: sample.isVisible() and sample.pages == 2, timeout=WAIT_MS)

    click(window, "remove_template")
    assert "None. Reports carry" in words(window)
    assert not sample.isVisible()
    assert load_settings(config).template == ""


def test_a_faulty_template_is_refused_with_its_place_and_the_old_one_stays(
    qtbot: QtBot, window: MainWindow, choosing: Choosing, config: Path, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "firm.toml"
    choosing.answer.write_text('format = "plumbline-template-1"\nname = "A"\n[colours]\naccent = "red"\n')
    window.follow("page:settings")

    click(window, "choose_template")

    qtbot.waitUntil(lambda: "firm.toml, colours/accent" in words(window), timeout=WAIT_MS)
    assert load_settings(config).template == ""


def test_the_report_is_written_on_the_chosen_paper_with_the_firms_name(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, config: Path, tmp_path: Path
) -> None:
    choosing.answer = SAMPLE
    demo.follow("page:settings")
    click(demo, "choose_template")
    qtbot.waitUntil(lambda: "Northwold Advisory" in words(demo), timeout=WAIT_MS)
    demo.follow("page:report")
    pick(demo, "US Letter")
    choosing.answer = tmp_path / "map.pdf"

    click(demo, "export_file")
    qtbot.waitUntil(lambda: str(choosing.answer) in words(demo), timeout=WAIT_MS)

    first = PdfReader(choosing.answer).pages[0]
    assert (first.mediabox.width, first.mediabox.height) == (792, 612)
    assert "Northwold Advisory" in first.extract_text()
    assert load_settings(config).paper is Paper.LETTER


@pytest.fixture
def config(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path / "config"
    if request.node.get_closest_marker("parametrize") is not None:
        save_settings(Settings(template=str(tmp_path / "gone" / "template.toml")), folder)
    return folder


@pytest.mark.parametrize("page", ["settings", "report"])
def test_a_template_that_is_gone_is_said_where_it_matters(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, tmp_path: Path, page: str
) -> None:
    choosing.answer = tmp_path / "map.pdf"

    demo.follow(f"page:{page}")
    if page == "report":
        click(demo, "export_file")

    qtbot.waitUntil(lambda: "template.toml: cannot be read" in words(demo), timeout=WAIT_MS)
    assert not choosing.answer.exists()
