"""What is tried on a faulty disk with a review file: opening, edits, imports, copies, restores, upgrades."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from app.backups import BackupPlan, back_up, backups, restore
from app.edits import set_field
from app.keeping_safe import clear_half_made
from app.register_import import FieldMapping, import_edit, preview, read_inventory
from app.rekeying import change_key
from app.review_files import import_into, newest_review
from app.workspace import Workspace
from models.snapshot import Snapshot
from models.storage import FileKey, KeyCost, create_file
from models.storage.copy_names import CopyReason
from models.storage.key import file_key
from models.storage.opening import open_with_key, salt_of
from models.values import Engagement, RegisterName
from tests.faults.tried import NEW, OLD, Tried
from tests.small_pack import small_pack

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
TINY = Path(__file__).parents[1] / "data" / "interchange" / "tiny_one_tool.review.json"
FORMATS = Path(__file__).parents[1] / "data" / "formats"
TOOLS = RegisterName.AI_TOOLS
INVENTORY = ("Tool name,Vendor\n" + "".join(f"Tool {n},Vendor {n}\n" for n in range(60))).encode()
EMPTY = Snapshot(pack=small_pack(), engagement=Engagement(client="Ferrowick"))


class OnAFile(Tried):
    """Work on an open review file."""

    begins = EMPTY

    @property
    def path(self) -> Path:
        return self.folder / "client.plumbline"

    @property
    def plan(self) -> BackupPlan:
        return BackupPlan(folder=self.folder / "data")

    def prepare(self) -> None:
        self.folder.mkdir()
        create_file(self.path, OLD, self.begins, who="Ana", cost=QUICK).close()

    @property
    def key(self) -> FileKey:
        return file_key(OLD, salt_of(self.path), QUICK)

    @contextmanager
    def ready(self) -> Iterator[None]:
        self.workspace = newest_review(open_with_key(self.path, self.key), "Ana")
        try:
            yield
        finally:
            self.workspace.close()

    def open_to_write(self) -> None:
        """Open it again where it could only be opened to read meanwhile, as a person would."""
        if self.workspace.is_read_only:
            self.workspace.store.close()
            self.workspace.go_on_with(open_with_key(self.path, self.key))

    def go_on(self) -> None:
        clear_half_made(self.path, "", self.plan)
        if self.path.exists():
            with open_with_key(self.path, self.key) as store:
                clear_half_made(self.path, store.file_id, self.plan)

    def state(self) -> str:
        """What the file holds that is on disk; both the open file and one that is opened anew must say so."""
        with open_with_key(self.path, self.key) as store:
            faults = store.check()
            found = self.state_of(newest_review(store, "Ana"))
        return found if not faults else str(faults)

    def state_of(self, workspace: Workspace) -> str:
        said = workspace.snapshot.engagement.background
        return {None: OLD, "": OLD, NEW: NEW}.get(said, "something else")


class Edited(OnAFile):
    name = "an edit"

    def do(self) -> None:
        snapshot = self.workspace.snapshot
        self.workspace.apply(set_field(snapshot, RegisterName.ENGAGEMENT, "engagement", "background", NEW))


class Opened(OnAFile):
    name = "opening"
    may_pass = True

    @contextmanager
    def ready(self) -> Iterator[None]:
        yield

    def do(self) -> None:
        with open_with_key(self.path, self.key) as store:
            assert store.load("R1").engagement.client

    def state(self) -> str:
        return NEW if super().state() == OLD else "something else"


class LongEdited(OnAFile):
    name = "an edit of many pages"

    def do(self) -> None:
        snapshot, text = self.workspace.snapshot, NEW + "x" * 9_000
        self.workspace.apply(set_field(snapshot, RegisterName.ENGAGEMENT, "engagement", "background", text))

    def state_of(self, workspace: Workspace) -> str:
        said = workspace.snapshot.engagement.background or ""
        return {0: OLD, 9_003: NEW}.get(len(said), "something else")


class Closed(OnAFile):
    """Bringing what stands in the -wal file into the file: a disk that is full leaves it where it is."""

    name = "closing after an edit"
    may_pass = True

    @contextmanager
    def ready(self) -> Iterator[None]:
        with super().ready():
            Edited.do(self)  # type: ignore[arg-type]
            yield

    def do(self) -> None:
        self.workspace.close()


class ReviewImported(OnAFile):
    name = "an import of a review"
    begins = replace(EMPTY, engagement=Engagement(client="One Tool Example"))

    def do(self) -> None:
        import_into(self.workspace, TINY)

    def state_of(self, workspace: Workspace) -> str:
        return {(1, 0): OLD, (2, 1): NEW}.get(
            (len(workspace.reviews), len(workspace.snapshot.ai_tools)), "something else"
        )


class RegisterImported(OnAFile):
    name = "an import of an inventory"

    def do(self) -> None:
        mapping = FieldMapping(register=TOOLS, defaults={"process_criticality": "3"})
        found = preview(self.workspace.snapshot, read_inventory(INVENTORY, TOOLS), mapping)
        self.workspace.apply(import_edit(found))

    def state_of(self, workspace: Workspace) -> str:
        return {0: OLD, 60: NEW}.get(len(workspace.snapshot.ai_tools), "something else")


class Copied(OnAFile):
    name = "a backup copy"

    def do(self) -> None:
        back_up(self.workspace.store, replace(self.plan, beside=False), CopyReason.WORKING)

    def state_of(self, workspace: Workspace) -> str:
        found = backups(workspace.store, self.plan)
        for copy in found:
            with open_with_key(copy.path, self.key, read_only=True) as store:
                if store.check():
                    return "a copy is broken"
        return {0: OLD, 1: NEW}.get(len(found), "something else")


class Restored(OnAFile):
    name = "a restore"
    may_be_late = True

    def prepare(self) -> None:
        super().prepare()
        with super().ready():
            Edited.do(self)  # type: ignore[arg-type]
            back_up(self.workspace.store, self.plan, CopyReason.NAMED, "The new state")
            for text in ("other", ""):
                engagement = self.workspace.snapshot
                edit = set_field(engagement, RegisterName.ENGAGEMENT, "engagement", "background", text)
                self.workspace.apply(edit)

    def do(self) -> None:
        self.open_to_write()
        store, before = self.workspace.store, self.workspace
        copy = next(b.path for b in backups(store, self.plan) if b.reason is CopyReason.NAMED)
        try:
            before.go_on_with(restore(store, self.plan, copy, who="Ana"))
        except BaseException:
            if not store.is_open:
                before.go_on_with(open_with_key(self.path, self.key))
            raise

    def state_of(self, workspace: Workspace) -> str:
        found = super().state_of(workspace)
        is_told = workspace.store.history("R1")[-1].label.startswith("Restore")
        return found if is_told == (found == NEW) else "the log does not say that the file was restored"


class Rekeyed(OnAFile):
    name = "a new passphrase"
    may_be_late = True

    def do(self) -> None:
        self.open_to_write()
        change_key(self.workspace, file_key(NEW, b"PLB\x01" + bytes(range(12)), QUICK))

    @property
    def key(self) -> FileKey:
        salt = salt_of(self.path)
        return file_key(NEW if salt.endswith(bytes(range(12))) else OLD, salt, QUICK)

    def state(self) -> str:
        super().state()
        return NEW if salt_of(self.path).endswith(bytes(range(12))) else OLD


class Made(OnAFile):
    name = "a new file"

    def prepare(self) -> None:
        self.folder.mkdir()

    @contextmanager
    def ready(self) -> Iterator[None]:
        yield

    def do(self) -> None:
        create_file(self.path, OLD, EMPTY, who="Ana", cost=QUICK).close()

    def state(self) -> str:
        return NEW if self.path.exists() and super().state() == OLD else OLD


class Upgraded(Tried):
    name = "an upgrade of an earlier format"
    may_be_done = True
    key = file_key("plumbline format 1", salt_of(FORMATS / "format_1.plumbline"))

    def prepare(self) -> None:
        self.folder.mkdir()
        shutil.copy(FORMATS / "format_1.plumbline", self.folder)

    def do(self) -> None:
        open_with_key(self.folder / "format_1.plumbline", self.key).close()

    def go_on(self) -> None:
        path = self.folder / "format_1.plumbline"
        with open_with_key(path, self.key) as store:
            clear_half_made(path, store.file_id, BackupPlan(folder=self.folder / "data"))

    def state(self) -> str:
        """By a copy, because to open it is to bring it up to date; with its backup, or without."""
        other = self.folder.with_name("looked_at")
        shutil.copytree(self.folder, other)
        copies = len([*other.rglob("*.backup")])
        try:
            with open_with_key(other / "format_1.plumbline", self.key) as store:
                faults = store.check()
            is_new = len([*other.rglob("*.backup")]) == copies
        finally:
            shutil.rmtree(other)
        if faults:
            return str(faults)
        if is_new:
            return NEW if copies else "new, without a copy of what it was"
        return OLD


ON_FILES: tuple[type[Tried], ...] = (
    Opened, Edited, LongEdited, Closed, ReviewImported, RegisterImported, Copied, Restored, Rekeyed, Made,
    Upgraded,
)  # fmt: skip
