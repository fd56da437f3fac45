"""The report page: readiness, wishes, and a preview that can be turned and enlarged."""

import gc
from contextlib import closing
from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.exports import Format, Wanted
from app.variants import Variant
from models.values import Engagement, RegisterName
from tests.sound import TODAY
from tests.specified import specified_review
from tests.ui.desk import Desk
from tests.ui.reach import click, find, words
from ui.pages.report_page import PREVIEW_WAIT_MS, ReportPage
from ui.theme import Theme
from ui.widgets.busy_row import PATIENCE_MS
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.pdf_view import PdfView

PDFIUM_KINDS = {pypdfium2.PdfDocument, pypdfium2.PdfPage, pypdfium2.PdfBitmap}
pytestmark = pytest.mark.usefixtures("styled")


def paper(pages: int = 3) -> bytes:
    """A PDF with some pages."""
    file = BytesIO()
    canvas = Canvas(file)
    for number in range(pages):
        canvas.drawString(100, 500, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class ReportDesk(Desk):
    """The page with a review on it, and a list of its wishes."""

    def __init__(self, qtbot: QtBot, theme: Theme, name: str = "ferrowick") -> None:
        self.report = ReportPage(theme)
        self.report.watch.today = lambda: TODAY
        self.previews = 0
        self.exports: list[Wanted] = []
        self.asked: list[Wanted] = []
        self.report.preview_wanted.connect(self._count)
        self.report.export_wanted.connect(self.exports.append)
        super().__init__(qtbot, self.report, specified_review(name))

    @property
    def preview(self) -> PdfPreview:
        return find(self.page, PdfPreview, "pdf_preview")

    def _count(self, wanted: Wanted) -> None:
        self.asked.append(wanted)
        self.previews += 1


def test_a_line_says_what_is_open_and_leads_to_all_of_it(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)

    click(desk.page, "open_before_report")

    assert "15 blockers, " in words(desk.page)
    assert "Draft, not signed" in words(desk.page)
    assert desk.links == ["page:before_report"]


def test_what_is_chosen_is_what_is_asked_for(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)

    click(desk.page, "export_file")
    desk.report.choose(Wanted(format=Format.CSV, variant=Variant.REGISTER, with_bom=True))
    click(desk.page, "export_file")

    assert desk.exports == [
        Wanted(format=Format.PDF),
        Wanted(format=Format.CSV, variant=Variant.REGISTER, with_bom=True),
    ]


def test_another_variant_has_other_contents_and_another_preview(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)
    qtbot.waitUntil(lambda: desk.previews == 1, timeout=2 * PREVIEW_WAIT_MS)
    desk.report.show_preview(paper())
    assert "12  Method, limits and references" in words(desk.page)

    box = find(desk.page, QComboBox, "export_variant")
    box.setCurrentIndex(box.findData(Variant.EXECUTIVE))

    assert "3  Fix first" in words(desk.page)
    assert "Left out: the ten questions" in words(desk.page)
    assert "12  Method" not in words(desk.page)
    qtbot.waitUntil(lambda: desk.previews == 2, timeout=2 * PREVIEW_WAIT_MS)
    assert desk.asked[-1].variant is Variant.EXECUTIVE


def test_another_format_of_the_same_pages_needs_no_other_preview(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)
    qtbot.waitUntil(lambda: desk.previews == 1, timeout=2 * PREVIEW_WAIT_MS)
    desk.report.show_preview(paper())

    box = find(desk.page, QComboBox, "export_format")
    box.setCurrentIndex(box.findData(Format.XLSX))
    QTest.qWait(PREVIEW_WAIT_MS + 100)

    assert desk.previews == 1


def test_one_preview_is_asked_for_when_the_hand_rests(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)

    for client in ("A", "AB", "ABC"):
        desk.snapshot = desk.snapshot.with_entry(RegisterName.ENGAGEMENT, Engagement(client=client))
        desk.show()
    assert "Making the preview…" in words(desk.page)
    qtbot.waitUntil(lambda: desk.previews > 0, timeout=2 * PREVIEW_WAIT_MS)
    desk.report.show_preview(paper())
    desk.show()
    QTest.qWait(PREVIEW_WAIT_MS + 100)

    assert desk.previews == 1


def test_a_page_out_of_sight_asks_for_no_preview(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)
    desk.page.hide()

    desk.snapshot = desk.snapshot.with_entry(RegisterName.ENGAGEMENT, Engagement(client="Other"))
    desk.show()
    QTest.qWait(PREVIEW_WAIT_MS + 100)

    assert desk.previews == 0
    desk.page.show()
    qtbot.waitUntil(lambda: desk.previews == 1, timeout=2 * PREVIEW_WAIT_MS)


def test_the_preview_is_turned_by_keys_and_by_buttons(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)
    desk.report.show_preview(paper())
    view = find(desk.page, QWidget, "pdf_view")

    QTest.keyClick(view, Qt.Key.Key_PageDown)
    second = desk.preview.page
    find(desk.page, QToolButton, "preview_forward").click()
    third = desk.preview.page
    QTest.keyClick(view, Qt.Key.Key_Home)

    assert (second, third, desk.preview.page) == (2, 3, 1)
    assert "Page 1 of 3" in words(desk.page)


def test_nothing_of_pdfium_is_left_for_the_garbage_collector_of_another_thread(
    qtbot: QtBot, light: Theme
) -> None:
    desk = ReportDesk(qtbot, light)
    desk.report.show_preview(paper())
    view = find(desk.page, PdfView, "pdf_view")
    view.grab()

    assert view.pages == 3
    assert [each for each in gc.get_objects() if type(each) in PDFIUM_KINDS] == []


def test_a_new_preview_stays_at_the_page_in_view(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)
    desk.report.show_preview(paper(5))
    desk.preview.go_to(4)

    desk.report.show_preview(paper(5))
    stayed = desk.preview.page
    desk.report.show_preview(paper(2))

    assert stayed == 4
    assert desk.preview.page == 2


def test_the_preview_zooms_from_the_size_that_is_shown(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)
    desk.report.show_preview(paper())
    view = find(desk.page, PdfView, "pdf_view")

    before = view.factor
    desk.preview.zoom(1.25)
    larger = view.factor
    click(desk.page, "preview_fit_width")

    assert larger == pytest.approx(1.25 * before)
    assert view.factor == pytest.approx(before)


def test_progress_is_shown_and_can_be_stopped(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)

    desk.report.show_begun("Exporting …")
    desk.report.show_progress(0.4)
    assert "Exporting" not in words(desk.page)
    qtbot.waitUntil(lambda: "Exporting …" in words(desk.page), timeout=2 * PATIENCE_MS)
    with qtbot.waitSignal(desk.report.cancel_wanted, timeout=500):
        click(desk.page, "stop_waiting")

    assert desk.page.findChildren(QProgressBar)[0].value() == 40
    assert not find(desk.page, QPushButton, "export_file").isEnabled()
    desk.report.show_stopped()
    assert "Nothing was saved." in words(desk.page)
    assert find(desk.page, QPushButton, "export_file").isEnabled()


def test_success_says_where_and_failure_says_what_to_do(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)

    opened: list[tuple[str, bool]] = []
    desk.report.open_wanted.connect(lambda path, is_folder: opened.append((path, is_folder)))

    desk.report.show_exported("/somewhere/map.pdf")
    where = words(desk.page)
    click(desk.page, "notice_action")
    click(desk.page, "notice_action_2")
    desk.report.show_failed("The PDF could not be saved", "Choose another folder.")

    assert "/somewhere/map.pdf" in where
    assert opened == [("/somewhere/map.pdf", False), ("/somewhere/map.pdf", True)]
    assert "Choose another folder." in words(desk.page)


@pytest.mark.parametrize("name", ["tiny_empty", "tiny_one_tool"])
def test_small_reviews_show_what_is_missing(qtbot: QtBot, light: Theme, name: str) -> None:
    desk = ReportDesk(qtbot, light, name)

    assert "not asked yet" in words(desk.page)
    assert desk.edits == []


def test_the_preview_shows_every_row_of_dots_at_any_width(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)
    file = BytesIO()
    canvas = Canvas(file, pagesize=(421, 297))
    for top in range(0, 297, 2):
        canvas.rect(0, top, 421, 0.5, stroke=0, fill=1)
    canvas.save()
    desk.report.show_preview(file.getvalue())
    view = find(desk.page, PdfView, "pdf_view")

    for hundredths in range(100, 112):
        view.set_zoom(hundredths / 100)
        view.go_to(1)
        shown = view.viewport().grab().toImage()
        width, height = (round(side * view.factor * view.logicalDpiX() / 72) for side in (421, 297))
        left, top = max(light.space(1), (shown.width() - width) // 2), light.space(1)
        with (
            closing(pypdfium2.PdfDocument(file.getvalue())) as document,
            closing(document[0]) as page,
            closing(page.render(scale=width / 421, rev_byteorder=True, prefer_bgrx=True)) as drawn,
        ):
            rows = range(min(drawn.height, height, shown.height() - top))
            expected = [drawn.buffer[row * drawn.stride + 4 * 40] for row in rows]
        assert [shown.pixelColor(left + 40, top + row).red() for row in rows] == expected


def test_a_choice_taken_back_while_its_preview_is_made_is_shown_again(qtbot: QtBot, light: Theme) -> None:
    desk = ReportDesk(qtbot, light)
    qtbot.waitUntil(lambda: desk.previews == 1, timeout=2 * PREVIEW_WAIT_MS)
    desk.report.show_preview(paper())
    box = find(desk.page, QComboBox, "export_variant")
    box.setCurrentIndex(box.findData(Variant.CLIENT_SAFE))
    qtbot.waitUntil(lambda: desk.previews == 2, timeout=2 * PREVIEW_WAIT_MS)

    box.setCurrentIndex(box.findData(Variant.FULL))
    desk.report.show_preview(paper(2))  # that of the client-safe report comes late

    assert "Making the preview…" in words(desk.page)
    qtbot.waitUntil(lambda: desk.previews == 3, timeout=2 * PREVIEW_WAIT_MS)
    assert desk.asked[-1].variant is Variant.FULL
    desk.report.show_preview(paper())
    QTest.qWait(PREVIEW_WAIT_MS + 100)
    assert desk.previews == 3
    assert "Making the preview…" not in words(desk.page)


def test_the_keyboard_comes_back_to_the_export_though_a_file_dialog_had_it(
    qtbot: QtBot, light: Theme
) -> None:
    desk = ReportDesk(qtbot, light)
    export = find(desk.page, QPushButton, "export_file")
    export.setFocus()
    other = QWidget()  # stands for the file dialog: the window is not active yet when the work begins
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)

    desk.report.show_begun("Exporting …")
    meanwhile = desk.page.window().focusWidget()
    desk.report.show_stopped()

    assert meanwhile is find(desk.page, QComboBox, "export_variant")
    assert desk.page.window().focusWidget() is export
