"""Work on a review file that is killed: edits, imports, upgrades, copies, restores, new keys, purges."""

import itertools
import shutil
from pathlib import Path

from app.backups import back_up, backups, restore
from app.interchange import write_review
from app.purging import purge
from app.register_import import FieldMapping, import_edit, preview, read_inventory
from app.rekeying import change_key
from app.review_files import import_into
from models.storage import FileKey, NotAReviewFileError, WrongPassphraseError
from models.storage.copy_names import CopyReason, folder_beside
from models.storage.key import file_key, new_salt
from models.storage.opening import open_with_key, salt_of
from models.values import RegisterName
from tests.soak.kept_file import PASSPHRASES, QUICK, WHO, KeptFile, counted, counting
from tests.soak.killing import Acknowledge, Found, Work

ROWS = 700
TOOLS = RegisterName.AI_TOOLS
TO_TOOLS = FieldMapping(register=TOOLS, defaults={"process_criticality": "3"})
INVENTORY = (
    "Tool name,Vendor,Purpose\n" + "".join(f"Tool {n},Vendor {n % 40},Texts {n}\n" for n in range(ROWS))
).encode()
FORMATS = Path(__file__).parents[1] / "data" / "formats"
REVIEW = Path(__file__).parents[1] / "data" / "interchange" / "tiny_one_tool.review.json"


class OnAFile(Work):
    """Work on one review file."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.file = KeptFile(folder)

    def prepare(self) -> None:
        self.file.make()

    def look(self) -> Found:
        with self.file.opened() as workspace:
            faults, there = self.file.faults(workspace), counted(workspace)
        return Found(there, [*faults, *self.file.strays()])


class Editing(OnAFile):
    """Edits through the one door, each counting one up."""

    name = "edits"

    def work(self, acknowledge: Acknowledge) -> None:
        with self.file.opened() as workspace:
            for number in itertools.count(counted(workspace) + 1):
                workspace.apply(counting(workspace.snapshot, number))
                acknowledge()


class Lying(OnAFile):
    """Says that an edit is kept before it is: for the test that a loss is noticed."""

    name = "lies"

    def work(self, acknowledge: Acknowledge) -> None:
        with self.file.opened() as workspace:
            for number in itertools.count(counted(workspace) + 1):
                acknowledge()
                acknowledge()
                workspace.apply(counting(workspace.snapshot, number))


class ImportingReviews(OnAFile):
    """Reviews brought in from JSON, each with a copy before it; each is a review more in the file."""

    name = "imports of a review"
    longest = 0.6

    def work(self, acknowledge: Acknowledge) -> None:
        with self.file.opened() as workspace:
            while True:
                import_into(workspace, REVIEW)
                acknowledge()

    def look(self) -> Found:
        with self.file.opened() as workspace:
            faults, there = self.file.faults(workspace), len(workspace.reviews)
            is_whole = there == 1 or len(workspace.snapshot.ai_tools) == 1
        half = [] if is_whole else ["a review is half there"]
        return Found(there, [*faults, *half, *self.file.strays()])


class ImportingRegisters(OnAFile):
    """An inventory of 700 rows taken in as one edit, and taken back."""

    name = "imports of 700 rows"
    longest = 0.5

    def prepare(self) -> None:
        super().prepare()
        with self.file.opened() as workspace:
            self._edit = import_edit(preview(workspace.snapshot, read_inventory(INVENTORY, TOOLS), TO_TOOLS))

    def work(self, acknowledge: Acknowledge) -> None:
        with self.file.opened() as workspace:
            while True:
                is_there = bool(workspace.snapshot.ai_tools)
                workspace.apply(self._edit.inverse() if is_there else self._edit)
                acknowledge()

    def look(self) -> Found:
        with self.file.opened() as workspace:
            faults, n = self.file.faults(workspace), len(workspace.snapshot.ai_tools)
            lines = workspace.store.history("R1", TOOLS)
        half = [] if n in {0, ROWS} else [f"{n} of {ROWS} rows are there"]
        return Found(len({line.edit_id for line in lines}), [*faults, *half, *self.file.strays()])


class BackingUp(OnAFile):
    """Copies in both places, after an edit each."""

    name = "backup copies"
    longest = 0.3

    def work(self, acknowledge: Acknowledge) -> None:
        with self.file.opened() as workspace:
            while True:
                workspace.apply(counting(workspace.snapshot, counted(workspace) + 1))
                back_up(workspace.store, self.file.plan, CopyReason.WORKING)
                acknowledge()

    def prepare(self) -> None:
        super().prepare()
        self._seen: set[str] = set()

    def look(self) -> Found:
        """How many copies were ever seen; those that were looked at are cleared away."""
        broken = self.file.copy_faults(self.file.key)
        self._seen |= {copy.name for copy in self.file.copies() if copy.name.endswith("working.backup")}
        for copy in self.file.copies():
            copy.unlink()
        return Found(len(self._seen), [*super().look().faults, *broken])


class Restoring(OnAFile):
    """An edit, and a copy from before it put back: the log only ever grows by that."""

    name = "restores"
    longest = 0.5

    def prepare(self) -> None:
        super().prepare()
        with self.file.opened() as workspace:
            (self._copy, _other) = back_up(workspace.store, self.file.plan, CopyReason.NAMED, "The beginning")

    def work(self, acknowledge: Acknowledge) -> None:
        with self.file.opened() as workspace:
            while True:
                workspace.apply(counting(workspace.snapshot, counted(workspace) + 1))
                workspace.go_on_with(restore(workspace.store, self.file.plan, self._copy, who=WHO))
                acknowledge()

    def look(self) -> Found:
        """How often it was restored: each time a copy of the state before was made."""
        with self.file.opened() as workspace:
            faults, state = self.file.faults(workspace), counted(workspace)
            told = workspace.store.history("R1")[-1].label
            made = {b.path.name for b in backups(workspace.store, self.file.plan) if _is_way_back(b.reason)}
        is_told = state or not made or told.startswith("Restore")
        odd = [] if is_told else ["the log does not say that the file was restored"]
        return Found(len(made), [*faults, *odd, *self.file.strays()])


def _is_way_back(reason: CopyReason) -> bool:
    return reason is CopyReason.BEFORE_RESTORE


class ChangingPassphrase(OnAFile):
    """The passphrase changed to and fro, with a copy before each time."""

    name = "new passphrases"
    longest = 0.5

    def _key(self) -> FileKey:
        """The key that opens the file by now."""
        for key in self.file.possible_keys():
            try:
                open_with_key(self.file.path, key, read_only=True).close()
            except WrongPassphraseError:
                continue
            return key
        raise WrongPassphraseError

    def work(self, acknowledge: Acknowledge) -> None:
        with self.file.opened(self._key()) as workspace:
            for passphrase in itertools.cycle(PASSPHRASES):
                change_key(workspace, file_key(passphrase, new_salt(), QUICK))
                workspace.apply(counting(workspace.snapshot, counted(workspace) + 1))
                acknowledge()

    def look(self) -> Found:
        with self.file.opened(self._key()) as workspace:
            faults, there = self.file.faults(workspace), counted(workspace)
        return Found(there, [*faults, *self.file.strays()])


class Upgrading(Work):
    """A file of the first format brought up to date, again and again."""

    name = "upgrades"
    longest = 0.4
    sample = FORMATS / "format_1.plumbline"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.file = KeptFile(folder)
        self._key = file_key("plumbline format 1", salt_of(self.sample))

    def prepare(self) -> None:
        self.file.path.parent.mkdir(parents=True)
        shutil.copy(self.sample, self.file.path)
        self._seen: set[str] = set()

    def work(self, acknowledge: Acknowledge) -> None:
        while True:
            draft = self.file.path.with_name("old")
            shutil.copy(self.sample, draft)
            draft.replace(self.file.path)
            open_with_key(self.file.path, self._key).close()
            acknowledge()

    def look(self) -> Found:
        self.file.path.with_name("old").unlink(missing_ok=True)
        with self.file.opened(self._key) as workspace:
            faults = self.file.faults(workspace)
            for header in workspace.reviews:
                kept = (FORMATS / f"format_1.{header.id}.review.json").read_bytes()
                if write_review(workspace.store.load(header.id)) != kept:
                    faults.append(f"{header.id} is not what it was")
        copies = {copy.name: copy for copy in self.file.copies() if "before_upgrade" in copy.name}
        faults += [fault for name in copies.keys() - self._seen for fault in self._faults_of(copies[name])]
        self._seen |= copies.keys()
        return Found(len(copies), [*faults, *self.file.strays()])

    def _faults_of(self, copy: Path) -> list[str]:
        """Of a copy of the earlier format, seen by bringing a copy of it up to date."""
        other = Path(shutil.copy(copy, self.folder / "looked_at"))
        with open_with_key(other, self._key) as store:
            faults = [f"a copy is broken: {fault}" for fault in store.check()]
        for made in folder_beside(other).iterdir():
            made.unlink()
        return faults


class Purging(OnAFile):
    """A file made, copied, and destroyed with all that belongs to it."""

    name = "purges"
    longest = 0.5
    can_be_counted = False

    def prepare(self) -> None:
        self._settings = self.folder / "settings"

    def work(self, acknowledge: Acknowledge) -> None:
        while True:
            if not self.file.path.exists():
                shutil.rmtree(self.file.path.parent, ignore_errors=True)
                self.file.make()
            with self.file.opened() as workspace:
                workspace.apply(counting(workspace.snapshot, 1))
                file_id = workspace.store.file_id
            self._purge(file_id)
            acknowledge()

    def look(self) -> Found:
        """A file that still opens is whole and is purged again; of one that does not, the salt is gone."""
        if not self.file.path.exists():
            return Found(0, self._left())
        try:
            with self.file.opened() as workspace:
                faults, file_id = self.file.faults(workspace), workspace.store.file_id
        except NotAReviewFileError:
            left = self._left()
            shutil.rmtree(self.file.path.parent)
            return Found(0, left)
        self._purge(file_id)
        return Found(0, [*faults, *self._left(), *self.file.strays()])

    def _purge(self, file_id: str) -> None:
        purge(self.file.path, file_id, self.file.plan, settings=self._settings)

    def _left(self) -> list[str]:
        """The file goes last: where it is no longer whole, no copy may be left."""
        return [f"not destroyed: {copy.name}" for copy in self.file.copies()]
