"""Settings hold at once and are kept; help is there without a network."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QFont, QTextCursor, QTextTable
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QListWidget, QSlider, QTextBrowser

from app.library import case_library, discovery_sources
from app.settings import Look, Settings, load_settings, save_settings
from tests.ui.reach import choose, click, find, press, rest, words
from ui import help_texts
from ui.help_texts import HELP_PAGES, help_text
from ui.main_window import MainWindow
from ui.navigation import destination
from ui.pages import help_page
from ui.pages.help_page import HelpPage
from ui.theme import theme


def window_color() -> str:
    return QApplication.palette().window().color().name().upper()


@pytest.mark.parametrize("look", [Look.DARK, Look.CONTRAST, Look.LIGHT])
def test_another_look_holds_at_once_and_next_time(window: MainWindow, config: Path, look: Look) -> None:
    window.follow("page:settings")

    click(window, f"look_{look.value}")

    assert window_color() == theme(look.value).colors["window"]
    assert load_settings(config).look is look
    assert window.page.page_id == "settings"


def test_larger_text_makes_every_page_anew_and_keeps_the_place(demo: MainWindow, config: Path) -> None:
    demo.follow("question:ACC-05")
    before = demo.page

    choose(demo, "larger_text")
    rest(demo)

    assert demo.page is not before
    assert demo.page.page_id == "section"
    assert load_settings(config).text_size == 110
    assert QApplication.font().pointSizeF() == pytest.approx(12.1)


def test_the_slider_is_moved_with_the_arrow_keys_and_keeps_the_cursor(window: MainWindow) -> None:
    window.follow("page:settings")
    find(window, QSlider, "text_size").setFocus()

    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    rest(window)

    assert find(window.page, QSlider, "text_size").value() == 12
    assert QApplication.focusWidget() is find(window.page, QSlider, "text_size")


def test_the_client_stands_in_the_title_by_initials_unless_names_may_be_seen(demo: MainWindow) -> None:
    hidden = demo.windowTitle()
    demo.follow("page:settings")

    find(demo, QCheckBox, "mask_names").click()

    assert hidden == "FGP – Plumbline"
    assert demo.windowTitle() == "Ferrowick Group plc – Plumbline"


def test_your_name_signs_the_next_file(window: MainWindow) -> None:
    window.follow("page:settings")
    field = find(window, QLineEdit, "your_name")

    field.setText("Zoë  Ødegård\n")
    field.editingFinished.emit()
    window.files.open_demo()

    assert window.bridge is not None
    assert window.bridge.workspace.who == "Zoë Ødegård"


def test_a_damaged_settings_file_is_as_if_there_were_none(config: Path) -> None:
    save_settings(Settings(look=Look.DARK, text_size=150, name='a "quoted" name'), config)
    kept = load_settings(config)
    (config / "settings.toml").write_text("look = [")

    assert kept == Settings(look=Look.DARK, text_size=150, name='a "quoted" name')
    assert load_settings(config) == Settings()


def test_f1_shows_the_keys_and_escape_goes_back(demo: MainWindow) -> None:
    press(demo, Qt.Key.Key_F1)
    page = demo.page
    assert isinstance(page, HelpPage)
    assert "Ctrl+Shift+Z" in page.text

    press(demo, Qt.Key.Key_Escape)

    assert demo.page.page_id == "risk_map"


def test_every_help_page_has_text_and_no_gap(window: MainWindow) -> None:
    window.follow("help:start")
    page = window.page
    assert isinstance(page, HelpPage)
    rows = find(page, QListWidget, "help_pages")

    for row in range(len(HELP_PAGES)):
        rows.setCurrentRow(row)

        assert len(page.text) > 200
        assert "{" not in page.text


def test_tables_of_the_help_have_bold_heads_and_no_signs_of_markdown(window: MainWindow) -> None:
    window.follow("help:template")  # its table follows a block of code
    browser = find(window.page, QTextBrowser, "help_text")
    tables = [one for one in browser.document().rootFrame().childFrames() if isinstance(one, QTextTable)]
    first = tables[0].cellAt(0, 0)
    cursor = first.firstCursorPosition()
    head, rows = cursor.block().text(), tables[0].rows()
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    weight = cursor.charFormat().fontWeight()

    window.follow("help:commands")
    commands = browser.toPlainText()
    window.follow("help:admin")  # its first table has no heads
    (bare, *_others) = [
        one for one in browser.document().rootFrame().childFrames() if isinstance(one, QTextTable)
    ]

    assert (head, rows, weight) == ("Line", 9, QFont.Weight.Bold)
    assert "express|standard|deep" in commands
    assert "\\|" not in commands
    assert bare.cellAt(0, 0).firstCursorPosition().block().text() == "Linux"


def test_about_names_versions_and_licences(window: MainWindow) -> None:
    choose(window, "show_about")

    page = window.page
    assert isinstance(page, HelpPage)
    for part in ("Apache License 2.0", "LGPL-3.0", "SQLAlchemy", "Lucide"):
        assert part in page.text


def test_the_manual_that_came_along_opens_with_the_program_for_pdf(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    manual = tmp_path / "plumbline-manual.pdf"
    manual.write_bytes(b"%PDF-")
    monkeypatch.setattr(help_texts, "MANUAL", manual)
    monkeypatch.setattr(help_page, "open_outside", opened.append)
    choose(window, "show_about")

    find(window.page, QTextBrowser, "help_text").anchorClicked.emit(QUrl(help_texts.MANUAL_LINK))

    assert isinstance(window.page, HelpPage)
    assert str(tmp_path) in window.page.text
    assert opened == [manual]
    assert window.page.place == "help:about"


def test_the_case_library_is_at_hand_in_the_workshop_with_its_marks_and_sources() -> None:
    text = help_text("cases")

    for case in case_library():
        assert case.line in text
        assert case.source_note in text
    assert text.count(", as known on 2") == len(case_library())
    assert all(source.name in text for source in discovery_sources())
    assert "{" not in text


@pytest.mark.parametrize(
    ("link", "helped"),
    [
        ("page:start", "files"),
        ("page:registers", "inventory"),
        ("question:ACC-03", "workshop"),
        ("risk:EX-T13", "number"),
        ("page:search", "sharing"),
    ],
)
def test_shift_f1_opens_the_help_for_where_one_is(demo: MainWindow, link: str, helped: str) -> None:
    demo.follow(link)

    press(demo, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    assert demo.page.place == f"help:{helped}"
    press(demo, Qt.Key.Key_Escape)
    assert demo.page.page_id == destination_page(link)


def destination_page(link: str) -> str:
    found = destination(link)
    assert found is not None
    return found.page_id


def test_help_is_searched_through_all_its_pages_and_its_keys(window: MainWindow) -> None:
    window.follow("help:start")
    page = window.page
    assert isinstance(page, HelpPage)
    rows = find(page, QListWidget, "help_pages")

    find(page, QLineEdit, "search").setText("duplicates")

    shown = [HELP_PAGES[row].name for row in range(rows.count()) if not rows.item(row).isHidden()]
    assert shown == ["keys"]
    assert page.text.count("Ctrl+") == 1
    press(find(page, QLineEdit, "search"), Qt.Key.Key_Escape)
    find(page, QLineEdit, "search").setText("xyzzy")
    assert "No help page" in words(page)


def test_links_of_the_help_lead_to_other_help_pages_that_there_are(window: MainWindow) -> None:
    names = {page.name for page in HELP_PAGES}

    linked = {link for page in HELP_PAGES for link in re.findall(r"\(help:(\w+)\)", help_text(page.name))}

    assert linked
    assert linked <= names


def test_a_help_page_is_looked_at_before_it_is_printed_and_printed_in_black(
    window: MainWindow, config: Path, tmp_path: Path
) -> None:
    window.follow("page:settings")
    click(window, "look_dark")
    window.follow("help:keys")

    click(window, "print_help")

    preview = window.findChild(QPrintPreviewDialog, "print_preview")
    assert preview is not None
    assert preview.windowTitle() == "Print: Keys"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    preview.paintRequested.emit(printer)
    preview.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "keys.pdf").pages)
    assert "Ctrl+K" in text.replace(" ", "")
