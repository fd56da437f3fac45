"""Which file format this program writes, and where the steps that lead to it are."""

from dataclasses import dataclass
from pathlib import Path

VERSIONS = Path(__file__).parent / "migrations" / "versions"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """A format's version, which stands in every file as `user_version`, and the folders of its migrations.

    Versions count from 1; migration 0001 makes version 1.
    """

    version: int
    migrations: tuple[Path, ...] = (VERSIONS,)


CURRENT = FileFormat(version=2)
