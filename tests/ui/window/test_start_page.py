"""The start page and the ways from it to a review file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

import resources
from app.recent import remember
from models.storage import open_file
from models.values import Mode
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, go_on, words
from ui.dialogs.frame import DialogFrame
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

PASSPHRASE = "café déjà fourteen moons"


def fill_in(window: MainWindow, place: Path, *, client: str = "", again: str = PASSPHRASE) -> None:
    dialog = find(window, DialogFrame, "new_review")
    if client:
        find(dialog, QLineEdit, "client").setText(client)
    field = find(dialog, QLineEdit, "place")
    field.setText(str(place))
    field.textEdited.emit(str(place))
    find(dialog, QLineEdit, "passphrase").setText(PASSPHRASE)
    find(dialog, QLineEdit, "passphrase_again").setText(again)


def test_a_new_file_is_made_by_clicks_and_opens_with_its_passphrase(
    window: MainWindow, tmp_path: Path
) -> None:
    place = tmp_path / "acme.plumbline"

    click(window, "start_new_file")
    fill_in(window, place, client="Åcme & Söhne <b>")
    find(window, QRadioButton, "mode_express").click()
    go_on(window, "new_review_go_on")

    assert window.page.page_id == "scene"
    assert "Åcme & Söhne <b>" in words(window)
    window.close_review()
    with open_file(place, PASSPHRASE) as store:
        engagement = store.load("R1").engagement
    assert (engagement.client, engagement.mode) == ("Åcme & Söhne <b>", Mode.EXPRESS)


def test_the_dialog_says_in_place_what_is_missing(window: MainWindow, tmp_path: Path) -> None:
    place = tmp_path / "acme.plumbline"
    choose(window, "new_file")
    dialog = find(window, DialogFrame, "new_review")

    go_on(dialog, "new_review_go_on")
    without_client = dialog.notice.text
    fill_in(window, place, client="Acme", again="something else")
    go_on(dialog, "new_review_go_on")
    with_two_passphrases = dialog.notice.text

    assert "name is missing" in without_client
    assert "not the same" in with_two_passphrases
    assert not place.exists()
    click(dialog, "new_review_cancel")


@pytest.mark.parametrize("place", ["", "/", "acme", "~nobody-of-this-name/acme"])
def test_a_place_that_is_none_is_said_in_place(window: MainWindow, place: str) -> None:
    choose(window, "new_file")
    dialog = find(window, DialogFrame, "new_review")

    fill_in(window, Path(place), client="Acme")
    find(dialog, QLineEdit, "place").setText(place)
    go_on(dialog, "new_review_go_on")

    assert "place of the file is missing" in dialog.notice.text
    click(dialog, "new_review_cancel")


def test_a_file_that_is_there_is_not_replaced(window: MainWindow, tmp_path: Path) -> None:
    place = tmp_path / "acme.plumbline"
    place.write_bytes(b"precious")
    choose(window, "new_file")

    fill_in(window, place, client="Acme")
    go_on(window, "new_review_go_on")

    assert "already a file" in find(window, DialogFrame, "new_review").notice.text
    assert place.read_bytes() == b"precious"
    click(window, "new_review_cancel")


def test_a_review_in_json_becomes_a_file_of_its_own(
    window: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    choosing.answer = resources.path("demo", "ferrowick.review.json")

    click(window, "start_import_json")
    fill_in(window, tmp_path / "imported.plumbline")
    go_on(window, "new_review_go_on")

    assert "Ferrowick Group plc" in words(window)
    assert window.page.page_id == "risk_map"


def test_a_broken_import_names_its_place_and_makes_nothing(
    window: MainWindow, choosing: Choosing, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "plumbline-review", "version": 7}')
    choosing.answer = broken

    click(window, "start_import_json")
    fill_in(window, tmp_path / "imported.plumbline")
    go_on(window, "new_review_go_on")

    assert "/version" in find(window, DialogFrame, "new_review").notice.text
    assert not (tmp_path / "imported.plumbline").exists()
    click(window, "new_review_cancel")


def test_a_wrong_passphrase_is_said_in_place_and_the_right_one_opens(demo: MainWindow, config: Path) -> None:
    assert demo.bridge is not None
    path = demo.bridge.workspace.path
    demo.close_review()

    demo.files.open_path(path)
    dialog = find(demo, DialogFrame, "unlock")
    find(dialog, QLineEdit, "passphrase").setText("wrong")
    go_on(dialog, "unlock_go_on")
    refused = dialog.notice.text
    find(dialog, QLineEdit, "passphrase").setText("plumbline-demo")
    go_on(dialog, "unlock_go_on")

    assert "does not open this file" in refused
    assert demo.page.page_id == "risk_map"
    assert "Ferrowick demo" in (config / "recent.json").read_text()


def test_the_passphrase_may_come_from_the_environment(
    demo: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert demo.bridge is not None
    path = demo.bridge.workspace.path
    demo.close_review()
    monkeypatch.setenv("PLUMBLINE_PASSPHRASE", "plumbline-demo")

    demo.files.open_path(path)

    qtbot.waitUntil(lambda: "Ferrowick Group plc" in words(demo), timeout=20_000)


def test_a_file_that_cannot_be_opened_is_said_above_the_page(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PLUMBLINE_PASSPHRASE", "whatever")

    window.files.open_path(tmp_path / "missing.plumbline")

    qtbot.waitUntil(lambda: "not there" in find(window, Notice, "notice").text, timeout=20_000)


def test_names_of_recent_files_are_hidden_until_asked_for(window: MainWindow, config: Path) -> None:
    remember(Path("/clients/Secret & Sons.plumbline"), config)
    window.follow("page:settings")
    window.follow("page:start")
    QApplication.processEvents()
    hidden = words(window)

    click(window, "show_names")

    assert "SS" in hidden.splitlines()
    assert "Secret" not in hidden
    assert "Secret & Sons" in words(window)
    click(window, "forget_1")
    assert "Secret & Sons" not in words(window)
    assert "Secret" not in (config / "recent.json").read_text()


def test_the_passphrase_of_a_file_is_asked_for_without_its_name(window: MainWindow) -> None:
    window.files.open_path(Path("/clients/Secret & Sons.plumbline"))

    dialog = find(window, DialogFrame, "unlock")
    asked = f"{dialog.windowTitle()} {words(dialog)}"
    click(dialog, "unlock_cancel")

    assert "Open SS" in asked
    assert "Secret" not in asked


def test_the_start_page_says_the_demo_passphrase(window: MainWindow) -> None:
    assert "plumbline-demo" in words(window)


def test_keys_get_to_a_new_file_first_and_to_the_names_of_clients_only_by_tab(
    window: MainWindow, config: Path
) -> None:
    for name in ("one", "two"):
        remember(Path(f"/clients/{name}.plumbline"), config)
    window.follow("page:settings")
    window.follow("page:start")
    QApplication.processEvents()

    reached: list[str] = []
    here: QWidget | None = window.page
    while here is not None and len(reached) < 8:
        if here.focusPolicy() & Qt.FocusPolicy.TabFocus and here.isVisible():
            reached.append(here.objectName())
        here = here.nextInFocusChain()

    assert reached == [
        "start_new_file", "start_open_file", "start_import_json", "show_names",
        "recent_1", "forget_1", "recent_2", "forget_2",
    ]  # fmt: skip
