"""Data files: question packs, libraries, fonts, icons and the demo."""

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Where a data file lies: `path("packs", "qb-1.yaml")`. Says nothing about whether it exists."""
    return _FOLDER.joinpath(*parts)


def read_text(*parts: str) -> str:
    """The text of a UTF-8 data file."""
    return path(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """The bytes of a data file."""
    return path(*parts).read_bytes()
