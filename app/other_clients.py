"""The names by which other clients are known on this computer, without writing a client's word anywhere.

They come from two places only: the clients whose files were open since the program began, which it holds in
memory and forgets when it ends, and the names of the files in the list of recent files, which is kept anyway.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from app.demo_client import DEMO_CLIENT, DEMO_NAME
from models.months import MONTHS

_PARTS = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
# What people call files by, beside the client.
_GENERIC = frozenset(
    {"plumbline", "review", "reviews", "client", "file", "baseline", "final", "draft", "copy", "backup",
     "risk", "governance", "audit", "report", "version", "demo", "test", "rescued", "restored", "untitled",
     "the", "and", "for", "new", "old", "express", "standard", "deep"}
    | {month.casefold() for month in MONTHS}
)  # fmt: skip


class OtherClients:
    """The clients met since the program began, by the path of their files."""

    def __init__(self) -> None:
        self._met: dict[Path, str] = {}

    def __repr__(self) -> str:
        """How many, without a name."""
        return f"<OtherClients {len(self._met)}>"

    def meet(self, path: Path, client: str) -> None:
        """A client's file is open."""
        self._met[path.absolute()] = client

    def names(self, path: Path, recent: Iterable[Path]) -> tuple[str, ...]:
        """The names of all but the client of the file at `path`; `recent` are the files opened last."""
        here = path.absolute()
        met = {name for file, name in self._met.items() if file != here and name != DEMO_CLIENT}
        return tuple(sorted(met | set(names_of_files(file for file in recent if file.absolute() != here))))


def names_of_files(paths: Iterable[Path]) -> tuple[str, ...]:
    """What files are called beside words like "review" and dates; nothing for names of three letters."""
    found = set()
    for path in paths:
        parts = [part for part in _PARTS.findall(path.name.split(".")[0]) if len(part) > 2]
        name = " ".join(part for part in parts if part.casefold() not in _GENERIC)
        if len(name) >= _SHORTEST and path.stem != DEMO_NAME:
            found.add(name)
    return tuple(sorted(found))
