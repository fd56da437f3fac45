"""A person makes an identity, brings one, gives out its public part, and is told what strangers will see."""

from pathlib import Path

import pytest
from cryptography import x509
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.own_identities import own_identities
from app.signing.identity_places import open_identity
from tests.ui.conftest import Choosing
from tests.ui.reach import choose, click, find, words
from tests.ui.window.files import dialog_of, give
from tests.ui.window.signing import SECONDS, SECRET, identity_file, visible
from ui.main_window import MainWindow
from ui.widgets.notice import Notice


@pytest.fixture
def asked(window: MainWindow) -> QDialog:
    """The dialog that makes an identity; no review is open."""
    choose(window, "show_identities")
    assert "No identity yet" in words(window.page)
    click(window.page, "make_identity")
    return dialog_of(window, "new_identity")


def fill(dialog: QDialog, path: Path) -> None:
    give(dialog, "identity_name", "Ana López")
    give(dialog, "identity_organisation", "Lantern")
    give(dialog, "identity_place", str(path))
    give(dialog, "identity_passphrase", SECRET)
    give(dialog, "passphrase_again", SECRET)


def told(window: MainWindow) -> str:
    return find(window.page, Notice, "notice").text


def test_one_is_made_listed_and_its_certificate_given_out_without_the_key(
    qtbot: QtBot, window: MainWindow, asked: QDialog, tmp_path: Path, config: Path, choosing: Choosing
) -> None:
    path, out = tmp_path / "ana.p12", tmp_path / "ana.pem"
    fill(asked, path)
    qtbot.waitUntil(
        lambda: (visible(window, "strength_word") and "ood" in words(asked)) or "Strong" in words(asked)
    )
    click(asked, "new_identity_go_on")
    qtbot.waitUntil(lambda: not visible(window, "new_identity"), timeout=SECONDS)

    about = open_identity(path, SECRET).about
    assert (about.name, about.organisation) == ("Ana López", "Lantern")
    assert [one.certificate for one in own_identities(config)] == [about.fingerprint]
    assert "identity is unknown" in told(window)
    assert path.stat().st_mode & 0o077 == 0
    choosing.answer = out
    click(window.page, "give_certificate_0")
    opening = dialog_of(window, "open_identity")
    give(opening, "identity_passphrase", "wrong")
    click(opening, "open_identity_go_on")
    qtbot.waitUntil(lambda: "does not open the identity" in words(opening), timeout=SECONDS)
    give(opening, "identity_passphrase", SECRET)
    click(opening, "open_identity_go_on")
    qtbot.waitUntil(out.exists, timeout=SECONDS)
    given = out.read_bytes()
    assert b"PRIVATE" not in given
    certificate = x509.load_pem_x509_certificate(given)
    assert certificate.public_key() == open_identity(path, SECRET).certificate.public_key()
    assert SECRET not in (config / "identities.json").read_text("utf-8")


def test_what_is_missing_is_told_in_place_and_no_file_is_made(
    qtbot: QtBot, window: MainWindow, asked: QDialog, tmp_path: Path
) -> None:
    path = tmp_path / "ana.p12"
    path.write_bytes(b"somebody else's")
    fill(asked, path)
    give(asked, "passphrase_again", "another")
    click(asked, "new_identity_go_on")
    assert "not the same" in words(asked)
    give(asked, "passphrase_again", SECRET)
    give(asked, "identity_name", " ")
    click(asked, "new_identity_go_on")
    assert "name is missing" in words(asked)
    give(asked, "identity_name", "Ana")

    click(asked, "new_identity_go_on")
    qtbot.waitUntil(lambda: "already a file" in words(asked), timeout=SECONDS)

    assert path.read_bytes() == b"somebody else's"
    asked.reject()


def test_one_from_elsewhere_is_put_on_the_list_and_taken_off_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, config: Path, choosing: Choosing
) -> None:
    choose(window, "show_identities")
    choosing.answer = path = identity_file(tmp_path, "Ana")
    click(window.page, "bring_identity")
    opening = dialog_of(window, "open_identity")
    give(opening, "identity_passphrase", SECRET)
    click(opening, "open_identity_go_on")
    qtbot.waitUntil(lambda: not visible(window, "open_identity"), timeout=SECONDS)
    assert [one.path for one in own_identities(config)] == [path]
    assert "asks for its passphrase" in words(window.page)

    click(window.page, "strike_identity_0")

    assert own_identities(config) == ()
    assert path.exists()
    assert "No identity yet" in words(window.page)
