"""What opens a file: chosen with advice, put on paper, typed again, changed; each message helps."""

import os
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.backups import BackupPlan, all_copies
from models.storage import WrongPassphraseError, open_file
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, go_on, words
from tests.ui.window.files import (
    PASSPHRASE,
    dialog_of,
    give,
    is_open,
    make_meridian,
    open_ferrowick,
    wait_for,
)
from tests.ui.window.test_every_page import nameless
from ui.dialogs.frame import DialogFrame
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

NEW = "five quiet herons by noon"


def sheet_lines(dialog: QWidget) -> list[str]:
    """The lines, uncovered."""
    show = find(dialog, QPushButton, "show_lines")
    if not show.isChecked():
        click(dialog, "show_lines")
    return shown_lines(dialog)


def shown_lines(dialog: QWidget) -> list[str]:
    return [find(dialog, QLabel, f"sheet_line_{n}").text() for n in range(1, 5)]


def said(dialog: QWidget) -> str:
    assert isinstance(dialog, DialogFrame)
    return dialog.notice.text


def judged(qtbot: QtBot, dialog: QWidget, passphrase: str, *, expected: str) -> str:
    """What the meter says of a passphrase, once it has come to its word."""
    give(dialog, "passphrase", passphrase)
    qtbot.waitUntil(lambda: find(dialog, QLabel, "strength_word").text() == expected, timeout=5_000)
    return find(dialog, QLabel, "strength_advice").text()


def test_the_meter_tells_by_word_what_to_do_and_forbids_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(window, "new_file")
    dialog = dialog_of(window, "new_review")
    give(dialog, "client", "Meridian Harbour Works")
    give(dialog, "place", str(tmp_path / "m.plumbline"))

    strong = judged(qtbot, dialog, "seven calm owls harbour", expected="Strong")
    fair = judged(qtbot, dialog, "sunny lake", expected="Fair")
    of_the_client = judged(qtbot, dialog, "meridianharbour", expected="Very weak")
    give(dialog, "passphrase_again", "meridianharbour")
    go_on(dialog, "new_review_go_on")

    assert strong == "Not guessed in a thousand years."
    assert "four or five words" in fair
    assert "within a minute" in of_the_client
    assert window.page.page_id == "scene"


def test_a_new_files_sheet_is_shown_saved_and_put_away(
    window: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    sheet = make_meridian(window, tmp_path)
    choosing.answer = tmp_path / "sheet.pdf"
    covered = shown_lines(sheet)

    click(sheet, "save_sheet")
    click(sheet, "print_sheet")
    without_printer = said(sheet)
    shown, lines = words(sheet), sheet_lines(sheet)
    click(sheet, "show_lines")
    covered_again = shown_lines(sheet)
    click(sheet, "recovery_sheet_go_on")

    text = pypdf.PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    assert all(group in text for line in lines for group in line.split())
    assert covered == covered_again == ["•••• •••• •••• ••••"] * 4
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o600
    assert "Meridian" not in text + shown
    assert "can open the file, without its passphrase" in shown
    assert "There is no printer" in without_printer
    assert not is_open(window, "recovery_sheet")
    assert window.page.page_id == "scene"


def test_where_there_is_no_keychain_the_box_says_so_and_cannot_be_ticked(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, "new_file")
    dialog = dialog_of(window, "new_review")

    qtbot.waitUntil(lambda: "no keychain" in find(dialog, QLabel, "remember_hint").text(), timeout=10_000)

    box = find(dialog, QCheckBox, "remember")
    assert not box.isEnabled()
    assert not box.isChecked()
    click(dialog, "new_review_cancel")


def test_a_recovery_key_opens_its_line_with_a_slip_is_named_and_a_new_passphrase_is_offered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_ferrowick(window, tmp_path)
    assert window.bridge is not None
    lines = window._desk.keys.sheet(window.bridge.workspace).lines
    window.close_review()
    window.open_path(path)
    dialog = dialog_of(window, "unlock")

    click(dialog, "use_recovery_key")
    give(dialog, "recovery_line_1", "\n".join(lines))
    give(dialog, "recovery_line_3", lines[2][:-1])
    go_on(dialog, "unlock_go_on")
    QApplication.processEvents()
    refused, marked = said(dialog), words(dialog)
    give(dialog, "recovery_line_3", lines[2].lower())
    go_on(dialog, "unlock_go_on")
    qtbot.waitUntil(lambda: window.bridge is not None, timeout=20_000)
    notice = find(window, Notice, "notice")

    assert "Line 3 is not as it was printed" in refused
    assert "not as printed" in marked
    assert "opened with its recovery key" in notice.text
    click(notice, "notice_action")
    change = dialog_of(window, "change_passphrase")
    assert not change.findChildren(QLineEdit, "passphrase")  # shown just before: not asked for again
    give(change, "new_passphrase", NEW)
    give(change, "passphrase_again", NEW)
    click(change, "change_passphrase_go_on")
    sheet = wait_for(qtbot, window, "recovery_sheet")
    assert tuple(sheet_lines(sheet)) != lines
    click(sheet, "recovery_sheet_go_on")
    window.close_review()
    open_file(path, NEW).close()


def test_the_passphrase_is_changed_after_the_present_one_and_earlier_copies_are_destroyed_if_wanted(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_ferrowick(window, tmp_path)
    assert window.bridge is not None
    file_id = window.bridge.workspace.store.file_id
    choose(window, "change_passphrase")
    dialog = dialog_of(window, "change_passphrase")
    give(dialog, "new_passphrase", NEW)
    give(dialog, "passphrase_again", NEW)

    give(dialog, "passphrase", "not this one")
    click(dialog, "change_passphrase_go_on")
    qtbot.waitUntil(lambda: bool(said(dialog)), timeout=20_000)
    refused = said(dialog)
    give(dialog, "passphrase", PASSPHRASE)
    find(dialog, QCheckBox, "replace_copies").click()
    click(dialog, "change_passphrase_go_on")
    click(wait_for(qtbot, window, "recovery_sheet"), "recovery_sheet_go_on")

    assert "does not open the file" in refused
    assert "The passphrase is changed." in find(window, Notice, "notice").text
    assert "a new one made" in find(window, Notice, "notice").text
    copies = all_copies(path, file_id, BackupPlan())
    assert len(copies) == 2
    window.close_review()
    for file in (path, *copies):
        open_file(file, NEW, read_only=True).close()
        with pytest.raises(WrongPassphraseError):
            open_file(file, PASSPHRASE, read_only=True)


def test_two_new_passphrases_that_differ_change_nothing(window: MainWindow, tmp_path: Path) -> None:
    open_ferrowick(window, tmp_path)
    choose(window, "change_passphrase")
    dialog = dialog_of(window, "change_passphrase")

    click(dialog, "change_passphrase_go_on")
    without_old = said(dialog)
    give(dialog, "passphrase", PASSPHRASE)
    give(dialog, "new_passphrase", NEW)
    give(dialog, "passphrase_again", NEW + "!")
    same = find(dialog, QLabel, "same_twice").text()
    click(dialog, "change_passphrase_go_on")

    assert "passphrase is empty" in without_old
    assert same == "Not the same as above."
    assert "not the same" in said(dialog)
    click(dialog, "change_passphrase_cancel")


def test_the_sheet_is_shown_again_only_after_the_passphrase(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_ferrowick(window, tmp_path)
    assert window.bridge is not None
    lines = window._desk.keys.sheet(window.bridge.workspace).lines
    choose(window, "show_sheet")
    dialog = dialog_of(window, "prove")

    give(dialog, "passphrase", "a guess")
    click(dialog, "prove_go_on")
    qtbot.waitUntil(lambda: bool(said(dialog)), timeout=20_000)
    guessed = is_open(window, "recovery_sheet")
    give(dialog, "passphrase", PASSPHRASE)
    click(dialog, "prove_go_on")

    sheet = wait_for(qtbot, window, "recovery_sheet")
    assert not guessed
    assert tuple(sheet_lines(sheet)) == lines
    click(sheet, "recovery_sheet_go_on")


def test_what_was_typed_does_not_outlast_its_dialog(window: MainWindow, tmp_path: Path) -> None:
    path = open_ferrowick(window, tmp_path)
    window.close_review()
    window.open_path(path)
    dialog = dialog_of(window, "unlock")
    field = find(dialog, QLineEdit, "passphrase")
    give(dialog, "passphrase", "half typed")
    seen: list[str] = []
    dialog.finished.connect(lambda _result: seen.append(field.text()))

    click(dialog, "unlock_cancel")

    assert seen == [""]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(DialogFrame, "unlock")


@pytest.mark.parametrize(
    ("spoil", "words_of_it"),
    [
        (lambda path: path.write_bytes(b"PK" + bytes(5000)), "not a Plumbline review file"),
        (lambda path: path.unlink(), "The file is not there"),
        (lambda path: path.write_bytes(b"PLB\x09" + path.read_bytes()[4:]), "newer version"),
    ],
)
def test_a_file_that_cannot_be_opened_at_all_is_said_before_anything_is_typed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, spoil: object, words_of_it: str
) -> None:
    path = open_ferrowick(window, tmp_path)
    window.close_review()
    spoil(path)  # type: ignore[operator]

    window.open_path(path)
    dialog = dialog_of(window, "unlock")

    qtbot.waitUntil(lambda: bool(said(dialog)), timeout=5_000)
    assert words_of_it in said(dialog)
    click(dialog, "unlock_cancel")


def test_a_damaged_file_is_not_taken_for_a_wrong_passphrase(window: MainWindow, tmp_path: Path) -> None:
    path = open_ferrowick(window, tmp_path)
    window.close_review()
    content = bytearray(path.read_bytes())
    content[2000] ^= 1
    path.write_bytes(content)
    window.open_path(path)
    dialog = dialog_of(window, "unlock")

    give(dialog, "passphrase", PASSPHRASE)
    go_on(dialog, "unlock_go_on")
    QApplication.processEvents()

    assert "The file is damaged" in said(dialog)
    assert "newest backup copy" in said(dialog)
    click(dialog, "unlock_cancel")


def test_forgetting_without_a_keychain_says_that_there_is_none(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_ferrowick(window, tmp_path)

    choose(window, "forget_key")

    qtbot.waitUntil(lambda: bool(find(window, Notice, "notice").text), timeout=10_000)
    assert "There is no keychain on this computer" in find(window, Notice, "notice").text


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the rights of POSIX")
def test_a_file_that_only_reads_says_so_before_a_passphrase_is_asked(
    window: MainWindow, tmp_path: Path
) -> None:
    path = open_ferrowick(window, tmp_path)
    assert window.bridge is not None
    window.bridge.workspace.store.read_only = True

    choose(window, "change_passphrase")

    assert not is_open(window, "change_passphrase")
    assert "can only be read" in find(window, Notice, "notice").text
    assert path.exists()


def test_every_button_and_field_of_the_dialogs_has_a_name(window: MainWindow, tmp_path: Path) -> None:
    open_ferrowick(window, tmp_path)
    for action in ("change_passphrase", "show_sheet", "new_file"):
        choose(window, action)
        dialog = next(each for each in window.findChildren(DialogFrame) if each.isVisible())
        assert not nameless(dialog)
        dialog.reject()
        QApplication.processEvents()
