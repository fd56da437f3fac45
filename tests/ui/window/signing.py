"""People who can sign, and a window with a review that they can sign."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.lint import blockers
from app.lint.waivers import waiving
from app.signing.identity import new_identity, now
from app.signing.identity_places import NewIdentity, make_identity
from app.signing.signing_off import sign_as_reviewer
from app.workspace import Workspace
from models.storage import FileKey, create_file
from tests.specified import specified_review
from tests.ui import kept
from tests.ui.reach import click, find
from tests.ui.window.files import give, wait_for
from ui.main_window import MainWindow
from ui.pages.sign_off_page import SignOffPage

SECRET = "five calm owls at noon"
SECONDS = 60_000


def identity_file(folder: Path, name: str) -> Path:
    """A new identity's file, under SECRET."""
    path = folder / f"{name}.p12"
    make_identity(NewIdentity(path=path, name=name, passphrase=SECRET), now())
    return path


def opened(window: MainWindow, folder: Path) -> Path:
    """The demo's review in a file of its own, open, its blockers waived; gives where the file is."""
    path = folder / "work" / "client.plumbline"
    bridge = kept.open_in(window, path, kept.made(path))
    workspace, today = bridge.workspace, now().date()
    found = blockers(workspace.snapshot, workspace.assessment, today)
    waived = waiving(workspace.snapshot, found, "As agreed with the client.", "Ana", today)
    if waived is not None:
        bridge.do(waived)
    return path


def sign_off_page(window: MainWindow) -> SignOffPage:
    window.follow("page:sign_off")
    page = window.page
    assert isinstance(page, SignOffPage)
    return page


def state(window: MainWindow) -> str:
    """What the page says of the version shown."""
    return find(window.page, QLabel, "sign_off_state").text()


def sign(
    qtbot: QtBot, window: MainWindow, button: str, identity: Path, out: Path, position: str = ""
) -> None:
    """Press a button that signs, and sign with the identity in a file."""
    chooser = window._services._chooser
    click(window.page, button)
    dialog = wait_for(qtbot, window, "sign")
    chooser.answer = identity  # type: ignore[attr-defined]  # the tests' own
    click(dialog, "choose_identity")
    give(dialog, "identity_passphrase", SECRET)
    give(dialog, "sign_position", position)
    chooser.answer = out  # type: ignore[attr-defined]  # as above
    click(dialog, "sign_go_on")
    qtbot.waitUntil(lambda: not visible(window, "sign"), timeout=SECONDS)


def visible(window: MainWindow, name: str) -> bool:
    return any(each.isVisible() for each in window.findChildren(QWidget, name))


@dataclass(frozen=True)
class Sealed:
    """A closed file whose review its lead reviewer has signed; the report, and the sponsor's identity."""

    file: Path
    key: FileKey
    report: bytes
    sponsor: Path


def sealed_in(folder: Path) -> Sealed:
    """Made once for a module: `copied` gives each test its own."""
    file = folder / "client.plumbline"
    with create_file(file, SECRET, specified_review("tiny_one_tool"), who="Ana", cost=kept.QUICK) as store:
        ana = new_identity("Ana López", now=now())
        out = folder / "one.pdf"
        sign_as_reviewer(Workspace(store, "R1", "Ana"), ana, out, at=now(), sponsor="Bo Ferrowick")
        return Sealed(file, store.key, out.read_bytes(), identity_file(folder, "Bo Ferrowick"))


def copied(sealed: Sealed, folder: Path) -> Sealed:
    """The same in a place of its own, to be written to."""
    return replace(sealed, file=Path(shutil.copy(sealed.file, folder / "copy.plumbline")))
