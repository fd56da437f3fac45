"""What a piece of work is that is tried on a faulty disk: the states it leads from and to, and their look.

A piece of work begins with a folder that was made once and is copied for every trial.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLD, NEW, SOME_OF_EACH = "old", "new", "some of each"


class Tried(ABC):
    """A piece of work, on a folder of its own."""

    name: str
    may_pass = False  # where a disk that is full is no reason to stop: a copy less, a place not remembered
    may_be_parted = False  # where a disk that takes nothing at all parts what takes its places one by one
    may_be_done = False  # where a disk that fails may have taken it, whole, though it said otherwise
    may_be_late = False  # where it is done and whole, and only opening the file again fails, in words

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def prepare(self) -> None:
        """Make the folder."""

    @contextmanager
    def ready(self) -> Iterator[None]:
        """What stands open while it is tried."""
        yield

    @abstractmethod
    def do(self) -> None:
        """Do it once; again after it failed."""

    def go_on(self) -> None:
        """The next sitting, after which nothing of the earlier one lies about."""
        self.do()

    @abstractmethod
    def state(self) -> str:
        """OLD or NEW, or whatever else is there; SOME_OF_EACH where each is whole."""

    def strays(self) -> list[str]:
        """What nobody wants in the folder once everything is closed."""
        ends = (".part", "-journal", "-wal", "-shm", ".lock", ".holder", "-mj")
        names = [file.name for file in self.folder.rglob("*")]
        return [name for name in names if name.endswith(ends) or ".part" in name]
