"""Writing outside the review file that is killed: exports of every kind, settings, what is remembered."""

import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

from app import recent
from app.atomic_file import write_whole
from app.cli.arguments import parser
from app.cli.exporting import wanted, write_export
from app.demo import demo_snapshot
from app.exchange.folder import write_folder
from app.file_memory import FileMemory
from app.settings import Settings, load_settings, save_settings
from app.unfinished import clear_unfinished
from models.snapshot import Snapshot
from tests.soak.killing import Acknowledge, Found, NotReadableError, Work

QUICK_FORMATS = {
    "json": "map.json",
    "xlsx": "map.xlsx",
    "csv": "tables",
    "zip": "tables.zip",
    "ics": "due.ics",
}
DRAFT = ".part"
SLOW_FORMATS = {"docx": "report.docx", "pdf": "report.pdf"}


def states() -> tuple[Snapshot, Snapshot]:
    """Two states of a review, which give other exports."""
    one = demo_snapshot()
    two = replace(one, engagement=one.engagement.with_values(background="Another scene"))
    return one, two


def export(snapshot: Snapshot, kind: str, out: Path) -> None:
    """As the command line exports."""
    named = "csv" if kind == "zip" else kind
    words = ["export", str(out / "client.plumbline"), "--format", named, "--out", str(out)]
    asked = parser().parse_args(words)
    with redirect_stdout(io.StringIO()):
        write_export(asked, wanted(asked), snapshot, None)


def content(place: Path) -> dict[str, bytes]:
    """What a file, or each file of a folder, holds."""
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return {file.name: file.read_bytes() for file in files}


class Exporting(Work):
    """Exports made from the beginning, of one state and the other, in place of each other."""

    name = "exports"
    longest = 0.6
    can_be_counted = False
    formats = QUICK_FORMATS

    def prepare(self) -> None:
        self._states = states()
        self._whole: dict[str, list[dict[str, bytes]]] = {}
        for kind, name in self.formats.items():
            for state in self._states:
                export(state, kind, self.folder / name)
                self._whole.setdefault(name, []).append(content(self.folder / name))

    def work(self, acknowledge: Acknowledge) -> None:
        while True:
            for state in self._states:
                for kind, name in self.formats.items():
                    export(state, kind, self.folder / name)
                    acknowledge()

    def look(self) -> Found:
        """Each file is of one state or the other; a draft may be left whole, and the next export takes it.

        The files of a folder take their places one after the other: killed between, some are of each state.
        """
        half = [f"half written: {file.name}" for file in self._files() if not self._is_whole(file)]
        for name, wholes in self._whole.items():
            self._write(name, wholes[0])
        wanted = {name for wholes in self._whole.values() for name in wholes[0]}
        strays = [f"left lying about: {file.name}" for file in self._files() if file.name not in wanted]
        return Found(0, [*half, *strays])

    def _files(self) -> list[Path]:
        return [file for file in self.folder.rglob("*") if file.is_file()]

    def _is_whole(self, file: Path) -> bool:
        name = file.name.removesuffix(DRAFT)
        known = [whole[name] for wholes in self._whole.values() for whole in wholes if name in whole]
        return file.read_bytes() in known

    def _write(self, name: str, files: dict[str, bytes]) -> None:
        if len(files) > 1:
            write_folder(self.folder / name, files)
        else:
            write_whole(self.folder / name, files[name])


class ExportingReports(Exporting):
    """The report as PDF and as text document, made from the beginning: most kills meet it being composed."""

    name = "reports"
    longest = 2.5
    formats = SLOW_FORMATS


class WritingExports(Exporting):
    """What was exported, written over and over: here every kill meets the writing."""

    name = "writing of exports"
    longest = 0.08
    formats = QUICK_FORMATS | {"pdf": "report.pdf"}

    def work(self, acknowledge: Acknowledge) -> None:
        while True:
            for turn in range(2):
                for name, wholes in self._whole.items():
                    self._write(name, wholes[turn])
                    acknowledge()


def named(text_size: int) -> str:
    """A name of another length for every size, so that halves show."""
    return "n" * (text_size - 99)


class Remembering(Work):
    """Settings, the list of recent files, and the place in a file: each is what it was or what it became."""

    name = "settings and memory"
    longest = 0.05
    can_be_counted = False

    def prepare(self) -> None:
        self._client = self.folder / "client.plumbline"
        self._settings = self.folder / "settings"
        save_settings(Settings(text_size=100), self._settings)
        recent.remember(self._client, self._settings)

    def work(self, acknowledge: Acknowledge) -> None:
        memory = FileMemory("id", self._client, self._settings)
        memory.begin()
        text_size = load_settings(self._settings).text_size
        while True:
            text_size = 100 + (text_size - 99) % 100
            for remember in self._all(memory, text_size):
                remember()
            acknowledge()

    def _all(self, memory: FileMemory, text_size: int) -> Iterator[Callable[[], object]]:
        name = named(text_size)
        yield lambda: save_settings(Settings(text_size=text_size, name=name), self._settings)
        yield lambda: recent.remember(self._client, self._settings)
        yield lambda: memory.be_at(f"question:{name}")

    def look(self) -> Found:
        clear_unfinished(self._settings, older_than=0)  # as the next start does, a minute later
        settings = load_settings(self._settings)
        if settings.name not in {"", named(settings.text_size)}:
            raise NotReadableError("the settings are half written")
        if [file.path for file in recent.recent_files(self._settings)] != [self._client]:
            raise NotReadableError("the list of recent files is half written")
        memory = FileMemory("id", self._client, self._settings)
        memory.be_at("page:scene")
        memory.end()
        strays = [file.name for file in self._settings.rglob("*") if file.suffix == ".part"]
        return Found(0, [f"left lying about: {name}" for name in strays])
