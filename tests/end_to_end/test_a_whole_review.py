"""From an empty folder to a prioritised PDF risk map, in the window, by clicks and keys.

The same walk runs once more on a real X server, where one can be started.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from models.pack import QuestionKind
from models.risk import Band
from models.snapshot import Snapshot
from models.values import AnswerState, EvidenceGrade
from tests.ui.conftest import Choosing
from tests.ui.reach import click, find, go_on, words
from ui.dialogs.frame import DialogFrame
from ui.main_window import MainWindow

CLIENT = 'Åcme & Söhne <b>"quoted"</b> مرحبا 🎉'
PASSPHRASE = "café déjà fourteen moons"
ODD = "Sees <b>everything</b> & more; مرحبا بالعالم 🎉 " + "a long note of the room, word by word. " * 520
LONGEST_WAIT_MS = 30_000
SECTIONS = ("USE", "ACC", "DAT", "UCR", "OVR", "LOG", "VEN")
ON_X = "PLUMBLINE_TEST_ON_X"


def add_card(window: MainWindow) -> QWidget:
    return next(card for card in window.findChildren(QWidget, "add_card") if card.isVisible())


def type_into(card: QWidget, field: str, text: str) -> None:
    QTest.keyClicks(find(card, QLineEdit, field), text)


def pick(card: QWidget, field: str, typed: str) -> None:
    line = find(card, QComboBox, field).lineEdit()
    assert line is not None
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    line.editingFinished.emit()


def make_client(window: MainWindow, place: Path) -> None:
    click(window, "start_new_file")
    dialog = find(window, DialogFrame, "new_review")
    find(dialog, QLineEdit, "client").setText(CLIENT)
    field = find(dialog, QLineEdit, "place")
    field.setText(str(place))
    field.textEdited.emit(str(place))
    find(dialog, QLineEdit, "passphrase").setText(PASSPHRASE)
    find(dialog, QLineEdit, "passphrase_again").setText(PASSPHRASE)
    find(dialog, QRadioButton, "mode_standard").click()
    go_on(dialog, "new_review_go_on")
    click(find(window, DialogFrame, "recovery_sheet"), "recovery_sheet_go_on")


def fill_registers(window: MainWindow) -> None:
    """A data category, a system, a vendor, a tool, a grant and a use case."""
    for register, name in (
        ("data_categories", "Customer notes"),
        ("systems", "Example CRM"),
        ("vendors", "Maker & Sons"),
    ):
        window.follow(f"register:{register}")
        click(window, f"add_{register}")
        type_into(add_card(window), "field_name", name)
        click(add_card(window), "add_entry")

    window.follow("register:ai_tools")
    click(window, "add_ai_tools")
    type_into(add_card(window), "field_name", "Found Agent")
    click(add_card(window), "add_entry")

    window.follow("register:access_grants")
    click(window, "add_access_grants")
    card = add_card(window)
    pick(card, "field_tool", "T01")
    pick(card, "field_system", "S01")
    click(find(card, QWidget, "field_capabilities"), "choice_change")
    click(card, "add_entry")

    window.follow("register:use_cases")
    click(window, "add_use_cases")
    card = add_card(window)
    type_into(card, "field_name", "Something with campaigns")
    find(card, QComboBox, "field_task_purpose").activated.emit(1)
    click(find(card, QWidget, "field_audience"), "choice_internal")
    click(card, "add_entry")


def answer_sections(window: MainWindow) -> dict[str, int]:
    """One question of each section, level 3 or "yes" by one key; what was answered."""
    given: dict[str, int] = {}
    for section in SECTIONS:
        window.follow(f"section:{section}")
        question = next(
            q for q in open_review(window).pack.questions_of(section) if q.kind is QuestionKind.MATURITY
        )
        window.follow(f"question:{question.id}")
        QTest.keyClick(window.page, Qt.Key.Key_3)
        QApplication.processEvents()
        given[question.id] = 3
    return given


def open_review(window: MainWindow) -> Snapshot:
    assert window.bridge is not None
    return window.bridge.workspace.snapshot


def band_of(window: MainWindow, risk: str) -> Band | None:
    assert window.bridge is not None
    found = window.bridge.workspace.assessment.risks_by_id.get(risk)
    return found.residual.band if found else None


def text_of_pdf(path: Path) -> str:
    """What Poppler, which has nothing to do with us, reads in a PDF."""
    read = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return read.stdout.decode("utf-8")


def test_from_an_empty_folder_to_a_risk_map_on_paper(
    qtbot: QtBot, window: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    place, paper = tmp_path / "acme.plumbline", tmp_path / "acme.pdf"
    make_client(window, place)
    window.follow("page:risk_map")
    empty_map = words(window)

    fill_registers(window)
    given = answer_sections(window)
    window.follow("page:risk_map")
    full_map = words(window)

    assert list(open_review(window).ai_tools) == ["T01"]
    assert {a.question: a.value for a in open_review(window).answers.values()} == given
    assert band_of(window, "EX-T01") is Band.CRITICAL
    assert full_map != empty_map
    assert "Critical" in full_map

    choosing.answer = paper
    window.follow("page:report")
    click(window, "export_file")
    qtbot.waitUntil(lambda: paper.exists() and str(paper) in words(window), timeout=LONGEST_WAIT_MS)
    before = open_review(window)
    assert window.bridge is not None
    risks = window.bridge.workspace.assessment.risks
    window.close_review()
    reopen(window, place)

    assert open_review(window) == before
    text = text_of_pdf(paper)
    assert "Found Agent can change or trigger live Example CRM data" in " ".join(text.split())
    assert "Draft, not signed" in text
    assert all(risk.id in text for risk in risks)


def reopen(window: MainWindow, place: Path) -> None:
    window.files.open_path(place)
    dialog = find(window, DialogFrame, "unlock")
    find(dialog, QLineEdit, "passphrase").setText(PASSPHRASE)
    go_on(dialog, "unlock_go_on")


def test_an_odd_text_survives_file_screen_json_and_paper(
    qtbot: QtBot, window: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    place, paper = tmp_path / "acme.plumbline", tmp_path / "acme.pdf"
    odd = ODD[:20_000].strip()
    make_client(window, place)
    window.follow("question:ACC-01")
    QTest.keyClick(window.page, Qt.Key.Key_2)
    note = find(window, QPlainTextEdit, "note")
    note.setFocus()
    note.insertPlainText(odd)
    qtbot.waitUntil(lambda: open_review(window).answers["ACC-01/"].note == odd)
    window.close_review()
    reopen(window, place)

    window.follow("question:ACC-01")
    assert open_review(window).answers["ACC-01/"].note == odd
    assert find(window, QPlainTextEdit, "note").toPlainText() == odd
    assert CLIENT in words(window)
    choosing.answer = paper
    window.follow("page:report")
    click(window, "export_file")
    qtbot.waitUntil(lambda: paper.exists() and str(paper) in words(window), timeout=LONGEST_WAIT_MS)
    text = " ".join(text_of_pdf(paper).split())
    assert "<b>everything</b> & more" in text
    assert text.count("room,") >= odd.count("room,")  # one word, which no end of a page can part


def test_unknown_and_not_applicable_are_answers_too(window: MainWindow, tmp_path: Path) -> None:
    make_client(window, tmp_path / "acme.plumbline")
    window.follow("question:ACC-01")

    QTest.keyClick(window.page, Qt.Key.Key_U)
    QTest.keyClick(window.page, Qt.Key.Key_E)
    QApplication.processEvents()

    answer = open_review(window).answers["ACC-01/"]
    assert answer.state is AnswerState.UNKNOWN
    assert answer.evidence in {EvidenceGrade.DOCUMENT, None}


@pytest.mark.skipif(ON_X in os.environ, reason="this is the run on the X server")
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="no xvfb-run here: install xvfb and xauth")
def test_the_same_walk_on_a_real_x_server() -> None:
    here = Path(__file__)
    environment = {**os.environ, ON_X: "1", "QT_QPA_PLATFORM": "xcb"}
    walk = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(here), "-k", "empty_folder"]
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]

    run = subprocess.run(
        [*screen, *walk], env=environment, capture_output=True, text=True, timeout=180, check=False
    )

    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-2000:]
