"""Files for the store's tests: the demo's review, a key that is made quickly, a file in an empty folder."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

import resources
from app.interchange import read_review
from app.packs import built_in_pack
from models.change import Change
from models.snapshot import Snapshot
from models.storage import KeyCost, Store, create_file, open_file
from models.storage.key import SALT_LENGTH, file_key
from models.values import Engagement, RegisterName

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)
PASSPHRASE = "correct horse battery staple"
WHO = "Lead reviewer"

Opener = Callable[[], Store]


@pytest.fixture(scope="session")
def ferrowick() -> Snapshot:
    return read_review(resources.path("demo", "ferrowick.review.json").read_bytes(), built_in_pack()).snapshot


@pytest.fixture(scope="session")
def empty() -> Snapshot:
    return Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "client.plumbline"


@pytest.fixture
def store(path: Path, ferrowick: Snapshot) -> Iterator[Store]:
    with create_file(path, PASSPHRASE, ferrowick, who=WHO, cost=QUICK) as opened:
        yield opened


@pytest.fixture
def reopen(path: Path, store: Store) -> Iterator[Opener]:
    """Closes the store, and opens its file as often as wanted."""
    opened: list[Store] = []

    def again() -> Store:
        store.close()
        opened.append(open_file(path, PASSPHRASE, cost=QUICK))
        return opened[-1]

    yield again
    for one in opened:
        one.close()


def scene_change(snapshot: Snapshot, notes: str) -> Change:
    """Another background in the scene."""
    after = snapshot.engagement.with_values(background=notes)
    return Change(register=RegisterName.ENGAGEMENT, key="engagement", before=snapshot.engagement, after=after)


def past_plumbline(path: Path) -> Any:
    """A connection to the file with nothing of ours in between; it wants to be closed."""
    key = file_key(PASSPHRASE, path.read_bytes()[:SALT_LENGTH], QUICK)
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f'PRAGMA key = "{key.pragma}"')
    return connection
