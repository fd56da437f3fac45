"""What is tried on a faulty disk besides the review file: exports, settings, what is remembered."""

import json
from typing import ClassVar

from app import recent
from app.atomic_file import write_whole
from app.exchange.folder import write_folder
from app.file_memory import FileMemory, record_of
from app.settings import Settings, load_settings, save_settings
from tests.faults.tried import NEW, OLD, SOME_OF_EACH, Tried


class Exported(Tried):
    """A file in place of one that is there; and files in a folder."""

    name = "an export"
    content: ClassVar = {OLD: b"old" * 30_000, NEW: b"new" * 30_000}

    def prepare(self) -> None:
        (self.folder / "tables").mkdir(parents=True)
        for name in ("map.pdf", "tables/a.csv", "tables/b.csv"):
            (self.folder / name).write_bytes(self.content[OLD])

    def do(self) -> None:
        write_whole(self.folder / "map.pdf", self.content[NEW])

    def state(self) -> str:
        return self.state_in("map.pdf")

    def state_in(self, *names: str) -> str:
        found = {(self.folder / name).read_bytes() for name in names}
        if found == set(self.content.values()):
            return SOME_OF_EACH
        return next((state for state, whole in self.content.items() if found == {whole}), "half written")


class FolderExported(Exported):
    name = "an export of several files"
    may_be_parted = True

    def do(self) -> None:
        write_folder(self.folder / "tables", dict.fromkeys(("a.csv", "b.csv"), self.content[NEW]))

    def state(self) -> str:
        return self.state_in("tables/a.csv", "tables/b.csv")


class SettingsKept(Tried):
    name = "settings"

    def prepare(self) -> None:
        self.folder.mkdir()
        save_settings(Settings(name=OLD), self.folder)

    def do(self) -> None:
        save_settings(Settings(name=NEW), self.folder)

    def state(self) -> str:
        return load_settings(self.folder).name


class RecentKept(Tried):
    name = "the list of recent files"

    def prepare(self) -> None:
        self.folder.mkdir()
        recent.remember(self.folder / OLD, self.folder)

    def do(self) -> None:
        recent.remember(self.folder / NEW, self.folder)

    def state(self) -> str:
        return recent.recent_files(self.folder)[0].path.name


class PlaceRemembered(Tried):
    name = "the place in a file"
    may_pass = True

    def prepare(self) -> None:
        self.folder.mkdir()
        self._memory_at(OLD)

    def do(self) -> None:
        self._memory_at(NEW)

    def _memory_at(self, place: str) -> None:
        memory = FileMemory("id", self.folder / "client", self.folder)
        memory.begin()
        memory.be_at(f"page:{place}")
        memory.end()

    def state(self) -> str:
        record = json.loads(record_of("id", self.folder).read_text("utf-8"))
        return str(record["place"]).removeprefix("page:")


ON_OTHERS: tuple[type[Tried], ...] = (Exported, FolderExported, SettingsKept, RecentKept, PlaceRemembered)
