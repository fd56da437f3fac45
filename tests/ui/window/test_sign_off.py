"""A review is sealed and signed by two in the window, opened again, and what changed is told at once."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.signing.against import known_reviews
from app.signing.verification import verify
from models.sign_off import ReadyToSign, Reopened, Signed, SignRole
from models.storage.opening import open_with_key
from tests.app.signing.conftest import program
from tests.ui import kept
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, words
from tests.ui.window.files import dialog_of, give, wait_for
from tests.ui.window.signing import (
    SECONDS,
    SECRET,
    Sealed,
    copied,
    identity_file,
    opened,
    sealed_in,
    sign,
    sign_off_page,
    state,
    visible,
)
from ui.main_window import MainWindow
from ui.sign_off.next_card import WISHES
from ui.sign_off_flow import SignOffFlow
from ui.widgets.notice import Notice
from ui.widgets.word_table import WordTable


@pytest.fixture(scope="module")
def sealed_once(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    return sealed_in(tmp_path_factory.mktemp("sealed"))


@pytest.fixture
def sealed(sealed_once: Sealed, tmp_path: Path, window: MainWindow) -> Sealed:
    """A review that waits for its sponsor, open on its sign-off page."""
    made = copied(sealed_once, tmp_path)
    kept.open_in(window, made.file, made.key)
    sign_off_page(window)
    return made


def flow(window: MainWindow) -> SignOffFlow:
    made = window._services._signs._sign_off
    assert made is not None
    return made


def line(window: MainWindow) -> Notice:
    return find(window, Notice, "sealed_banner")


def signed_by(window: MainWindow) -> list[Signed]:
    assert window.bridge is not None
    return [one for one in window.bridge.workspace.sign_offs if isinstance(one, Signed)]


def told(window: MainWindow) -> str:
    return find(window.page, Notice, "notice").text


def test_two_people_sign_and_every_tool_agrees(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    ana, bo = identity_file(tmp_path, "Ana López"), identity_file(tmp_path, "Bo Ferrowick")
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    opened(window, tmp_path)
    page = sign_off_page(window)
    assert "draft" in state(window)
    assert "EX-T02" in words(page)
    assert "accepted by Tobias Renn until 31 May 2027" in words(page)
    give(page, "sponsor_name", "Bo Ferrowick")
    click(page, "add_signatory")
    give(page, "other_1_name", "Cy Legal")

    sign(qtbot, window, "sign_reviewer", ana, one, "Managing consultant")

    assert window.bridge is not None
    workspace = window.bridge.workspace
    assert "waits for 2 signatures" in state(window)
    assert workspace.is_read_only
    assert "signed by Ana López and waits for more" in line(window).text
    assert not window.bridge.undo_stack.canUndo()
    assert "Ana López, Managing consultant" in words(page)
    assert "by the clock of that computer; digital signature" in words(page)

    sign(qtbot, window, "sign_sponsor", bo, two, "CMO")

    found = verify(two.read_bytes(), known_reviews(workspace.store))
    assert found.is_sound, [each.words for each in found.all_findings]
    assert [(each.role, each.name, each.position) for each in signed_by(window)] == [
        (SignRole.REVIEWER, "Ana López", "Managing consultant"),
        (SignRole.SPONSOR, "Bo Ferrowick", "CMO"),
    ]
    assert b"".join(workspace.store.read_attached(signed_by(window)[1].file)) == two.read_bytes()
    pdfsig = (program("pdfsig", "poppler-utils"), "-nocert", str(two))
    said = subprocess.run(pdfsig, capture_output=True, check=True).stdout.decode()
    assert said.count("Signature is Valid") == 2
    assert "waits for 1 signature" in state(window)
    assert "Cy Legal" in words(page)
    ready = next(each for each in workspace.sign_offs if isinstance(each, ReadyToSign))
    assert [each.risk for each in ready.acceptances] == ["EX-T02"]


def test_a_wrong_passphrase_is_told_in_place_and_nothing_is_sealed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, choosing: Choosing
) -> None:
    ana = identity_file(tmp_path, "Ana")
    opened(window, tmp_path)
    sign_off_page(window)
    click(window.page, "sign_reviewer")
    dialog = wait_for(qtbot, window, "sign")
    click(dialog, "sign_go_on")
    assert "No identity is chosen" in words(dialog)
    choosing.answer = ana
    click(dialog, "choose_identity")
    give(dialog, "identity_passphrase", "not this one")

    click(dialog, "sign_go_on")
    qtbot.waitUntil(lambda: "does not open the identity" in words(dialog), timeout=SECONDS)

    assert "draft" in state(window)
    assert not line(window).isVisible()
    give(dialog, "identity_passphrase", SECRET)
    choosing.answer = window.bridge.workspace.path if window.bridge is not None else None
    click(dialog, "sign_go_on")
    qtbot.waitUntil(lambda: "taken by a file that is needed" in words(dialog), timeout=SECONDS)
    choosing.answer = tmp_path / "one.pdf"
    click(dialog, "sign_go_on")
    signing = flow(window)._signing
    qtbot.waitUntil(lambda: signing._job.is_running, timeout=SECONDS)
    dialog.reject()
    signing._job._pool.waitForDone()
    kept.settle(50)
    assert not (tmp_path / "one.pdf").exists()
    assert signed_by(window) == []


def test_sealing_is_not_offered_while_something_is_to_be_settled(window: MainWindow, tmp_path: Path) -> None:
    opened(window, tmp_path)
    page = sign_off_page(window)
    assert find(page, QPushButton, "sign_reviewer").isEnabled()

    scope_of(window, "")

    assert not find(page, QPushButton, "sign_reviewer").isEnabled()
    assert "The scope is empty" in words(page)
    choose(window, "undo")
    assert find(page, QPushButton, "sign_reviewer").isEnabled()


def scope_of(window: MainWindow, scope: str) -> None:
    from dataclasses import replace

    from app.edits import put
    from models.values import RegisterName

    assert window.bridge is not None
    snapshot = window.bridge.workspace.snapshot
    changed = replace(snapshot.engagement, scope=scope or None)
    window.page.edit_made.emit(put(snapshot, RegisterName.ENGAGEMENT, changed, "Edit the scope"))


def test_opened_again_it_tells_at_once_what_is_no_longer_as_it_was_sealed(
    window: MainWindow, sealed: Sealed
) -> None:
    click(window.page, "reopen")
    dialog = dialog_of(window, "reopen")
    click(dialog, "reopen_go_on")
    assert "A reason is needed" in words(dialog)
    find(dialog, QPlainTextEdit, "reopen_reason").setPlainText("A tool\nwas missing.")
    click(dialog, "reopen_go_on")

    assert "Version 2 is a draft" in state(window)
    assert not line(window).isVisible()
    assert "Nothing has changed" in words(window.page)
    assert window.bridge is not None
    assert isinstance(window.bridge.workspace.sign_offs[-1], Reopened)
    assert "A tool was missing." in {each.reason for each in window.bridge.workspace.store.history("R1")}

    scope_of(window, "All of marketing")

    assert line(window).text == "Changed since sign-off of version 1."
    rows = find(window.page, WordTable, "changes_since").rows
    assert [rows.index(0, column).data() for column in (1, 3)] == ["Scope", "All of marketing"]
    window.follow("page:scene")
    click(line(window), "notice_action")
    assert window.page.page_id == "sign_off"
    choose(window, "undo")
    assert not line(window).isVisible()
    assert "Nothing has changed" in words(window.page)


def test_a_report_signed_elsewhere_is_checked_and_taken_in(
    qtbot: QtBot, window: MainWindow, sealed: Sealed, tmp_path: Path, choosing: Choosing
) -> None:
    from app.signing.identity import now
    from app.signing.identity_places import open_identity
    from app.signing.signing_off import sign_as_sponsor

    out, back = tmp_path / "handed out.pdf", tmp_path / "back.pdf"
    choosing.answer = out
    click(window.page, "hand_out")
    assert out.read_bytes() == sealed.report
    assert "any PDF reader" in told(window)
    assert "not encrypted" in told(window)
    sign_as_sponsor(out.read_bytes(), open_identity(sealed.sponsor, SECRET), back, at=now())

    choosing.answer = out
    click(window.page, "take_in")
    qtbot.waitUntil(lambda: "not the report" in told(window), timeout=SECONDS)
    assert "sponsor has not signed" in told(window)
    choosing.answer = back
    click(window.page, "take_in")
    qtbot.waitUntil(lambda: "is checked and recorded" in told(window), timeout=SECONDS)

    assert "signed by everybody" in state(window)
    with open_with_key(sealed.file, sealed.key, read_only=True) as store:
        assert store.check() == ()
        assert verify(back.read_bytes(), known_reviews(store)).is_sound
    choosing.answer = tmp_path / "again.pdf"
    click(window.page, "save_report")
    assert (tmp_path / "again.pdf").read_bytes() == back.read_bytes()
    click(window.page, "check_report")
    qtbot.waitUntil(lambda: "to the last byte" in words(window.page), timeout=SECONDS)
    assert "holds the SHA-256 of this very report" in words(window.page)


def test_what_is_done_with_a_file_that_is_only_read(window: MainWindow, sealed: Sealed) -> None:
    """Another window has the file: it can be looked at, and not signed."""
    from app.review_files import open_with_file_key

    window.close_review()
    first = open_with_file_key(sealed.file, sealed.key, who="Zoë")
    kept.open_in(window, sealed.file, sealed.key)
    sign_off_page(window)

    offered = [name for name in WISHES if visible(window, name)]

    assert offered == []
    assert "only read here" in words(window.page)
    window.close_review()
    first.close()


def test_the_review_before_the_next_one_says_that_nobody_signed_it(demo: MainWindow) -> None:
    assert demo.bridge is not None
    demo.bridge.begin_review("Re-review")
    demo.bridge.open_review(demo.bridge.workspace.reviews[0].id)
    sign_off_page(demo)

    assert state(demo) == "Sealed without signatures"
    assert [name for name in WISHES if visible(demo, name)] == []
