"""A closed review file that opens at once, for the tests of the window."""

from pathlib import Path

import pytest

from models.storage import FileKey
from tests.ui import kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work" / "client.plumbline"


@pytest.fixture
def key(path: Path) -> FileKey:
    return kept.made(path)
