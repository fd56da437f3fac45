"""Reads the small files beside a person's settings, which anything may have happened to.

Whatever stands in them, there is a value or one of two errors: OSError, or ValueError for what is too large,
no text, broken, or nested without end.
"""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

MOST_BYTES = 4 * 1024 * 1024


def small_text(path: Path) -> str:
    """The text of a file, UTF-8."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError("larger than any file of ours")
    return data.decode()


# The values of both are object: whoever reads a file looks at what it has before it uses it.
def small_json(path: Path) -> object:
    """What stands in a JSON file."""
    try:
        return json.loads(small_text(path))
    except RecursionError as error:
        raise ValueError("nested without end") from error


def small_toml(path: Path) -> Mapping[str, object]:
    """What stands in a TOML file."""
    try:
        return tomllib.loads(small_text(path))
    except RecursionError as error:
        raise ValueError("nested without end") from error
