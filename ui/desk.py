"""What the window asks the program for: files, exports, the demo.

Each part is imported when it is first asked for, so that the start page is there at once; `warm_up` imports
them soon after it, one at a time.
"""

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from app.file_memory import left_open
from app.other_clients import OtherClients
from app.recent import RecentFile, forget, recent_files, remember
from app.settings import Settings, SettingsNotSavedError, save_settings
from ui.key_desk import KeyDesk
from ui.navigation import PAGES

if TYPE_CHECKING:
    from app.exports import Wanted
    from app.file_keys import FileKey
    from ui.bridge import WorkspaceBridge
    from ui.dialogs.new_review import NewReview
    from ui.tasks import Job

_SLOW_PARTS = ("pydantic", "yaml", "sqlalchemy", "models.storage.store", "ui.opening", "app.packs")


class Desk:
    """Opens and makes review files, and keeps a person's settings and list of files.

    `folder` is where they are kept; None is the person's own place for that.
    """

    def __init__(self, settings: Settings, folder: Path | None = None) -> None:
        self.settings = settings
        self.folder = folder
        self.keys = KeyDesk(folder)
        self._clients = OtherClients()

    @property
    def recent(self) -> tuple[RecentFile, ...]:
        """The files opened last."""
        return recent_files(self.folder)

    @property
    def left_open(self) -> Path | None:
        """The file that was open when the program last ended without closing it."""
        return left_open(self.recent, self.folder)

    def other_clients(self, path: Path) -> tuple[str, ...]:
        """The names by which all clients but that of this file are known here."""
        return self._clients.names(path, (file.path for file in self.recent))

    def forget(self, path: Path) -> None:
        """Take a file off the list. Raises SettingsNotSavedError."""
        forget(path, self.folder)

    def keep_settings(self, settings: Settings) -> None:
        """Take over a person's choices. Raises SettingsNotSavedError; they hold all the same."""
        self.settings = settings
        save_settings(settings, self.folder)

    def open_typed(self, path: Path, key: "FileKey", *, is_recovery: bool = False) -> "WorkspaceBridge":
        """The newest review of a file, by the key of what was typed.

        Raises OlderFileError where `upgrade_job` has to be run first, or another ReviewError.
        """
        from ui import opening  # noqa: PLC0415

        bridge = opening.opened_with(path, key, self.settings.who, is_recovery=is_recovery)
        self._remember(path, bridge)
        return bridge

    def open_by_keychain(self, path: Path, key: "FileKey") -> "WorkspaceBridge":
        """The newest review of a file, by the key that the keychain gave. Raises as `open_typed`."""
        from ui import opening  # noqa: PLC0415

        bridge = opening.opened_by_keychain(path, key, self.settings.who)
        self._remember(path, bridge)
        return bridge

    def upgrade_job(self, path: Path, key: "FileKey") -> "Job":
        """A job that brings a closed file of an earlier format up to date; gives the copy made before."""
        from app.upgrading import upgrade_job  # noqa: PLC0415

        return upgrade_job(path, key, self.settings.who)

    def upgrade_words(self, share: float) -> str:
        """What is being done when such a job is so far, 0 to 1."""
        from app.upgrading import upgrade_words  # noqa: PLC0415

        return upgrade_words(share)

    def make_file(
        self, wanted: "NewReview", key: "FileKey | None" = None
    ) -> "tuple[WorkspaceBridge, tuple[str, ...]]":
        """A new review file, with what there is to say about an import. Raises ReviewError.

        `key` is that of its passphrase, where it was made already.
        """
        from ui import opening  # noqa: PLC0415

        made = opening.made(wanted, key or self.keys.making_new(wanted.passphrase)(), self.settings.who)
        self._remember(wanted.path, made[0])
        return made

    def save_as_new(self, bridge: "WorkspaceBridge", path: Path) -> "WorkspaceBridge":
        """What is on the screen as a new review file, open. Raises ReviewError."""
        from ui import opening  # noqa: PLC0415

        made = opening.saved_as_new(bridge, path, self.settings)
        self._remember(path, made)
        return made

    def open_demo(self) -> "WorkspaceBridge":
        """The demo client's file, made anew. Raises ReviewError."""
        from ui import opening  # noqa: PLC0415

        return opening.demo(self.settings.who)

    def import_into(self, bridge: "WorkspaceBridge", source: Path) -> tuple[str, ...]:
        """Add a review from JSON to the open file, with what there is to say about it. Raises ReviewError."""
        from ui import opening  # noqa: PLC0415

        return opening.imported(bridge, source)

    def preview_job(self, bridge: "WorkspaceBridge", wanted: "Wanted") -> "Job":
        """A job that gives the bytes of a PDF; it works on the review as it is now."""
        from ui import report_jobs  # noqa: PLC0415

        return report_jobs.preview(bridge.workspace, self.settings, wanted)

    def export_job(self, bridge: "WorkspaceBridge", path: Path, wanted: "Wanted") -> "Job":
        """A job that writes what is wanted of the review as it is now."""
        from ui import report_jobs  # noqa: PLC0415

        return report_jobs.export(bridge.workspace, path, self.settings, wanted)

    def warm_up(self) -> Iterator[str]:
        """Import what a review needs, one part at each step; gives the name of each."""
        for name in (*_SLOW_PARTS, *(kind.module for kind in PAGES)):
            import_module(name)
            yield name

    def _remember(self, path: Path, bridge: "WorkspaceBridge") -> None:
        """A list that cannot be kept is no reason not to open a file."""
        self._clients.meet(path, bridge.workspace.snapshot.engagement.client)
        with suppress(SettingsNotSavedError):
            remember(path, self.folder)
