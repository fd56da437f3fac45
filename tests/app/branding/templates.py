"""Templates for tests, as text and as files."""

from pathlib import Path


def template(more: str) -> str:
    """A template of a format and a name, and what is to be tried."""
    return f'format = "plumbline-template-1"\nname = "A firm"\n{more}\n'


def written(folder: Path, more: str) -> Path:
    """The same as a folder with the file in it."""
    (folder / "template.toml").write_text(template(more), "utf-8")
    return folder
