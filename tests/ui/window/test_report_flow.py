"""The report page gets its preview and its files from the window."""

import io
import json
import zipfile
from functools import partial
from pathlib import Path

import docx
import openpyxl
from pypdf import PdfReader
from PySide6.QtCore import QByteArray, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from app.exchange.csv_files import BYTE_ORDER_MARK
from app.exports import Format, Wanted
from app.interchange import read_review, write_review
from app.map_choice import Maps
from app.packs import built_in_pack
from app.variants import Variant
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, words
from ui.export_memory import ExportMemory
from ui.main_window import MainWindow
from ui.pages.report_page import ReportPage
from ui.widgets.pdf_preview import PdfPreview

LONGEST_WAIT_MS = 20_000


class Opened(QObject):
    """Stands for the programs of the computer: no test may start one."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.places.append(Path(url.toLocalFile()))


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

    click(demo, "export_file")
    qtbot.waitUntil(lambda: str(choosing.answer) in words(demo), timeout=LONGEST_WAIT_MS)

    first = PdfReader(choosing.answer).pages[0].extract_text()
    assert "Ferrowick Group plc" in first
    assert [path.name for path in tmp_path.iterdir() if path.suffix in {".pdf", ".part"}] == ["map.pdf"]


def test_the_json_is_that_of_the_review(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "review.json"

    choose(demo, "export_json")
    qtbot.waitUntil(lambda: str(choosing.answer) in words(demo), timeout=LONGEST_WAIT_MS)

    assert demo.bridge is not None
    assert choosing.answer.read_bytes() == write_review(demo.bridge.workspace.snapshot)
    assert json.loads(choosing.answer.read_text("utf-8"))["engagement"]["client"] == "Ferrowick Group plc"


def _is_said(window: MainWindow, place: Path) -> bool:
    return str(place) in words(window)


def test_every_format_is_written_from_the_window_and_can_be_read_back(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    demo.follow("page:report")
    report = demo.page
    assert isinstance(report, ReportPage)
    written: dict[Format, bytes] = {}

    for kind in Format:
        choosing.answer = place = tmp_path / f"out.{kind.value}"
        variant = Variant.EXECUTIVE if kind in {Format.PDF, Format.DOCX} else Variant.FULL
        report.choose(Wanted(format=kind, variant=variant, with_bom=kind is Format.CSV))
        click(demo, "export_file")
        qtbot.waitUntil(partial(_is_said, demo, place), timeout=LONGEST_WAIT_MS)
        written[kind] = place.read_bytes()

    assert len(PdfReader(io.BytesIO(written[Format.PDF])).pages) == 4
    assert docx.Document(io.BytesIO(written[Format.DOCX])).paragraphs[0].text.endswith("Ferrowick Group plc")
    tools = openpyxl.load_workbook(io.BytesIO(written[Format.XLSX]))["AI tools"]
    assert tools.max_row == 15
    with zipfile.ZipFile(io.BytesIO(written[Format.CSV])) as archive:
        assert archive.read("ai_tools.csv").startswith(BYTE_ORDER_MARK)
    assert len(read_review(written[Format.JSON], built_in_pack()).snapshot.ai_tools) == 14
    assert written[Format.ICS].startswith(b"BEGIN:VCALENDAR")
    assert QImage.fromData(written[Format.PNG]).width() > 2000
    assert QSvgRenderer(QByteArray(written[Format.SVG])).isValid()
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]


def test_the_choice_is_known_again_in_the_next_window(demo: MainWindow, choosing: Choosing) -> None:
    demo.follow("page:report")
    for name, value in (("export_variant", Variant.CLIENT_SAFE), ("export_format", Format.SVG),
                        ("export_maps", Maps.RISKS)):  # fmt: skip
        box = find(demo, QComboBox, name)
        box.setCurrentIndex(box.findData(value))

    kept = ExportMemory(choosing.memory).load()

    assert kept == Wanted(format=Format.SVG, variant=Variant.CLIENT_SAFE, maps=Maps.RISKS)
    demo.close_review()
    demo.do_action("open_demo")
    demo.follow("page:report")
    assert isinstance(demo.page, ReportPage)
    assert demo.page.choice == kept


def test_a_stopped_export_writes_nothing_and_the_window_stays_awake(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "map.pdf"
    demo.follow("page:report")
    report = demo.page
    assert isinstance(report, ReportPage)

    click(demo, "export_file")
    report.cancel_wanted.emit()
    qtbot.waitUntil(lambda: "Nothing was saved." in words(demo), timeout=LONGEST_WAIT_MS)

    assert not [path for path in tmp_path.iterdir() if path.suffix in {".pdf", ".part"}]
    assert find(demo, QPushButton, "export_file").isEnabled()


def test_open_and_open_folder_ask_the_computer_for_it(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "review.json"
    opened = Opened()
    QDesktopServices.setUrlHandler("file", opened, "take")  # type: ignore[arg-type]  # wants a name
    choose(demo, "export_json")
    qtbot.waitUntil(lambda: str(choosing.answer) in words(demo), timeout=LONGEST_WAIT_MS)

    click(demo, "notice_action")
    click(demo, "notice_action_2")

    QDesktopServices.unsetUrlHandler("file")
    assert opened.places == [choosing.answer, tmp_path]


def test_a_place_that_cannot_be_written_is_said_on_the_page(
    qtbot: QtBot, demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "no such folder" / "file"
    demo.follow("page:report")

    click(demo, "export_file")

    qtbot.waitUntil(lambda: "Choose a" in words(demo), timeout=LONGEST_WAIT_MS)


def test_closing_the_file_gives_up_what_is_being_made(
    demo: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = tmp_path / "map.pdf"
    demo.follow("page:report")
    find(demo, QPushButton, "export_file").click()

    demo.close_review()

    assert not [path for path in tmp_path.iterdir() if path.suffix in {".pdf", ".part"}]
    assert demo.page.page_id == "start"
