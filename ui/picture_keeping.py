"""Brings about, for pictures, what becomes of a review file: held, lost, left open, copied, with evidence."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton

import resources
from app import recent
from app.backups import BackupPlan
from app.file_memory import FileMemory
from app.rekeying import new_key
from app.restore_points import make_point
from app.review_files import open_review_file, open_with_file_key
from app.upgrading import upgrade_words
from app.workspace import Workspace
from ui import opening
from ui.beside import Beside
from ui.bridge import WorkspaceBridge
from ui.dialogs.new_review import NewReview
from ui.dialogs.upgrade import UpgradeDialog
from ui.keeping_flow import KeepingFlow
from ui.main_window import MainWindow
from ui.widgets.evidence_file import EvidenceFile
from ui.widgets.remember_box import RememberBox

NAME = "Ödland & Partner.plumbline"
WHO, OTHER = "Ana Ferreira", "Zoë Lindqvist"
POINTS = ("Before the second workshop", "After the interviews with the vendors", "Before the import")
_PASSPHRASE = "four words not alike"  # noqa: S105  (of a made-up file that lives as long as the pictures are drawn)


def a_file_of_others() -> bytes:
    """What looks like a review file from outside, and is opened by no passphrase."""
    return new_key("somebody else's").salt + sha256(b"a picture").digest() * 512


class PictureKeeping:
    """Makes one client's file, below `folder`, and lets happen to it what pictures show."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self._other: Workspace | None = None

    def ways(self) -> dict[str, Callable[[str], object]]:
        """The steps, by the name that the picture table gives them."""
        return {
            "client": self._open,
            "held": lambda _words: self._hold(),
            "free": lambda _words: self._free(),
            "newer": lambda _words: self._be_newer(),
            "lose": lambda _words: self._path.rename(self._path.with_suffix(".elsewhere")),
            "find": lambda _words: self._path.with_suffix(".elsewhere").rename(self._path),
            "older": lambda words: self._be_older(float(words)),
            "left": lambda _words: self._leave_open(),
            "points": lambda _words: self._make_points(),
            "evidence": self._give_evidence,
            "keychain": lambda words: self._offer_keychain(is_there=words == "there"),
            "damage": lambda _words: (self._folder / "damaged.plumbline").write_bytes(a_file_of_others()),
            "fill": self._fill,
            "tick": lambda _words: self._tick(),
            "menu": self._open_menu,
        }

    @property
    def _bridge(self) -> WorkspaceBridge:
        bridge = self._window.bridge
        if bridge is None:
            raise LookupError("no review is open")
        return bridge

    @property
    def _path(self) -> Path:
        return self._bridge.workspace.path

    def _open(self, place: str) -> None:
        """Open the client's file in a folder of this name; it is made the first time."""
        path = self._folder / place / NAME
        self._window.close_review()
        if path.exists():
            self._window.open_review(WorkspaceBridge(open_review_file(path, _PASSPHRASE, who=WHO)))
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        source = resources.path("demo", "ferrowick.review.json")
        new = NewReview(path, _PASSPHRASE, source=source)
        self._window.open_review(opening.made(new, new_key(_PASSPHRASE), WHO)[0])

    def _hold(self) -> None:
        """Somebody else opens the file first."""
        path, key = self._path, self._bridge.workspace.store.key
        self._window.close_review()
        self._other = open_with_file_key(path, key, who=OTHER)
        self._window.open_review(WorkspaceBridge(open_with_file_key(path, key, who=WHO)))

    def _free(self) -> None:
        self._window.close_review()
        if self._other is not None:
            self._other.close()
            self._other = None

    def _be_newer(self) -> None:
        """Let the open file be one that only a newer version can write."""
        path, key = self._path, self._bridge.workspace.store.key
        self._window.close_review()
        workspace = open_with_file_key(path, key, who=WHO)
        workspace.store.is_newer = workspace.store.read_only = True
        self._window.open_review(WorkspaceBridge(workspace))

    def _be_older(self, share: float) -> None:
        """Bring a file up to date, as far as this; it takes too little time to be looked at."""
        dialog = UpgradeDialog(self._window.page.theme, self._window)
        dialog.stop_wanted.connect(dialog.close_now)
        dialog.show_course(share, upgrade_words(share))
        dialog.open()

    def _leave_open(self) -> None:
        """End without closing the file, as a crash does, and come back."""
        bridge = self._bridge
        path, file_id = self._path, bridge.workspace.store.file_id
        self._window.close_review()
        recent.remember(path, self._folder)
        record = FileMemory(file_id, path, self._folder)
        record.begin()
        record.be_at("question:ACC-03")
        del record  # the system takes the lock back, as it does from a program that was killed
        self._window.follow("page:settings")
        self._window.follow("page:start")

    def _make_points(self) -> None:
        store = self._bridge.workspace.store
        for name in POINTS:
            make_point(store.path, store.key, BackupPlan(folder=self._folder / "copies"), name)

    def _give_evidence(self, words: str) -> None:
        """Give the open card a file of this name and size in megabytes: "Audit log.png 2"."""
        name, _space, megabytes = words.rpartition(" ")
        file = self._folder / name
        with file.open("wb") as out:
            out.truncate(int(megabytes) * 1024 * 1024)
        for card in self._window.page.findChildren(EvidenceFile):
            if card.isVisible():
                card.keep_wanted.emit(card.evidence_id, file)

    def _tick(self) -> None:
        """A minute goes by."""
        for flow in self._window.findChildren(KeepingFlow):
            flow.tick()

    def _open_menu(self, name: str) -> None:
        found = self._window.findChild(QToolButton, name)
        menu = found.menu() if found is not None else None
        if found is None or menu is None:
            raise LookupError(f"{name} has no menu")
        menu.popup(found.mapToGlobal(found.rect().bottomLeft()))

    def _offer_keychain(self, *, is_there: bool) -> None:
        dialog = QApplication.activeModalWidget()
        boxes = dialog.findChildren(RememberBox) if dialog is not None else []
        if not boxes:
            raise LookupError("no dialog offers the keychain")
        for asked in boxes[0].findChildren(Beside):
            asked.forget()  # what is found on this computer would come later, over what is wanted here
        boxes[0].show_keychain(is_there)

    def _fill(self, words: str) -> None:
        """Type into a field of the dialog by its name: "passphrase=words"."""
        name, _equals, typed = words.partition("=")
        dialog = QApplication.activeModalWidget() or self._window
        field = dialog.findChild(QLineEdit, name)
        if field is None:
            raise LookupError(f"there is no field {name}")
        field.setText(typed)
        field.textEdited.emit(typed)
