"""The three sizes of review that are measured, and their files, made once for a run."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.demo import demo_snapshot
from app.interchange import read_review, write_review
from app.packs import built_in_pack
from models.change import Change
from models.snapshot import Snapshot
from models.storage import KeyCost, Store, create_file
from models.storage.key import FileKey, file_key
from models.storage.opening import open_with_key, salt_of
from models.values import Answer, RegisterName
from tests.benchmarks.big_review import big_snapshot

QUICK_KEY = KeyCost(iterations=1, lanes=1, memory_kib=8)
PASSPHRASE = "a passphrase of some words"
REVIEW = "R1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much a review holds, and how often it was changed before it is measured."""

    name: str
    words: str
    make: Callable[[], Snapshot]
    changes: int


SIZES = (
    Size(name="ferrowick", words="Ferrowick, 14 tools", make=demo_snapshot, changes=100),
    Size(name="ten", words="ten times", make=lambda: big_snapshot(140, 190), changes=1_000),
    Size(
        name="large",
        words="500 tools, 2,000 grants, 5,000 changes",
        make=big_snapshot,
        changes=5_000,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A review of one size in a folder: as JSON, and as an encrypted file with its log of changes."""

    size: Size
    folder: Path

    @property
    def json(self) -> Path:
        """The review for exchange."""
        return self.folder / f"{self.size.name}.review.json"

    @property
    def file(self) -> Path:
        """The review's file; whoever changes it works on a copy."""
        return self.folder / f"{self.size.name}.plumbline"

    @property
    def key(self) -> FileKey:
        """What opens it, without a key derivation worth the name."""
        return file_key(PASSPHRASE, salt_of(self.file), QUICK_KEY)

    def snapshot(self) -> Snapshot:
        """The review, with nothing computed of it yet."""
        return read_review(self.json.read_bytes(), built_in_pack()).snapshot

    def store(self) -> Store:
        """The file, open."""
        return open_with_key(self.file, self.key)


def make_material(size: Size, folder: Path, changes: int | None = None) -> Material:
    """Write the review and its file, every change a commit of its own, as a person makes them.

    `changes` stands in for the size's where there is no time for them.
    """
    material = Material(size=size, folder=folder)
    snapshot = size.make()
    snapshot = replace(snapshot, header=replace(snapshot.header, id=REVIEW))
    material.json.write_bytes(write_review(snapshot))
    with create_file(material.file, PASSPHRASE, snapshot, who="Benchmark", cost=QUICK_KEY) as store:
        _change(store, snapshot, size.changes if changes is None else changes)
    return material


def _change(store: Store, snapshot: Snapshot, times: int) -> None:
    answers = [answer for answer in snapshot.answers.values() if isinstance(answer.value, int)]
    for number in range(times):
        before = answers[number % len(answers)]
        after = _other(before)
        change = Change(register=RegisterName.ANSWERS, key=before.key, before=before, after=after)
        store.record(REVIEW, [change], who="Benchmark", label=f"Answer {before.question}")
        answers[number % len(answers)] = after


def _other(answer: Answer) -> Answer:
    value = answer.value if isinstance(answer.value, int) else 0
    return replace(answer, value=(value + 1) % 5)
