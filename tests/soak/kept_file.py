"""The review file that is soaked: how it is made, opened as the program opens it, and looked over."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.backups import BackupPlan
from app.edits import Edit, set_field
from app.packs import built_in_pack
from app.review_files import open_with_file_key
from app.workspace import Workspace
from models.snapshot import Snapshot
from models.storage import FileKey, KeyCost, create_file
from models.storage.copy_names import SUFFIX, folder_beside
from models.storage.key import file_key
from models.storage.opening import open_with_key, salt_of
from models.values import Engagement, RegisterName

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
PASSPHRASES = ("correct horse battery staple", "seven calm owls")
WHO = "Ana"


class KeptFile:
    """A client's file in a folder, with its copies beside it and in a data folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "work" / "client.plumbline"
        self.plan = BackupPlan(kept=400, folder=folder / "data")

    def make(self) -> None:
        """A new file with an empty review, closed."""
        self.path.parent.mkdir(parents=True)
        engagement = Engagement(client="One Tool Example", background="0")
        begun = Snapshot(pack=built_in_pack(), engagement=engagement)
        create_file(self.path, PASSPHRASES[0], begun, who=WHO, cost=QUICK).close()

    @property
    def key(self) -> FileKey:
        """The key that opens the file: the first passphrase's, unless another one was given to it."""
        return next(iter(self.possible_keys()))

    def possible_keys(self) -> Iterator[FileKey]:
        """The keys that may open it."""
        salt = salt_of(self.path)
        return (file_key(passphrase, salt, QUICK) for passphrase in PASSPHRASES)

    @contextmanager
    def opened(self, key: FileKey | None = None) -> Iterator[Workspace]:
        """Open it as the window does: held, with its copies, what a crash left cleared away."""
        workspace = open_with_file_key(self.path, key or self.key, who=WHO, plan=self.plan)
        try:
            yield workspace
        finally:
            workspace.close()

    def faults(self, workspace: Workspace) -> list[str]:
        """What the check says of the open file."""
        return [str(fault) for fault in workspace.store.check()]

    def strays(self, *others: str) -> list[str]:
        """What lies about once the file is closed: anything but the file, its copies and the `others`."""
        wanted = {self.path.name, folder_beside(self.path).name, *others}
        found = [file.name for file in self.path.parent.glob("*") if file.name not in wanted]
        folders = (folder_beside(self.path), self.plan.folder)
        found += [f.name for place in folders for f in place.rglob("*") if f.is_file() and f.suffix != SUFFIX]
        return [f"left lying about: {name}" for name in found]

    def copy_faults(self, key: FileKey) -> list[str]:
        """Copies that cannot be read or are not sound."""
        return [f"a copy is broken: {copy.name}" for copy in self.copies() if not _is_sound(copy, key)]

    def copies(self) -> list[Path]:
        """All copies, in both places."""
        return [*folder_beside(self.path).glob(f"*{SUFFIX}"), *self.plan.folder.rglob(f"*{SUFFIX}")]


def _is_sound(copy: Path, key: FileKey) -> bool:
    with open_with_key(copy, key, read_only=True) as store:
        return not store.check()


def counting(snapshot: Snapshot, number: int) -> Edit:
    """An edit that writes down a number."""
    return set_field(snapshot, RegisterName.ENGAGEMENT, "engagement", "background", str(number))


def counted(workspace: Workspace) -> int:
    """The number that was written down last."""
    return int(workspace.snapshot.engagement.background or "0")
