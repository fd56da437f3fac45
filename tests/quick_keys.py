"""Keys that cost next to nothing, for tests in which a key is not what is tried."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from models.storage import KeyCost, key

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


@contextmanager
def quick_keys() -> Iterator[None]:
    """Every recipe costs as little as can be. No other process opens a file that is made meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key, "RECIPES", dict.fromkeys(key.RECIPES, QUICK))
        yield


@pytest.fixture(scope="module", autouse=True)
def cheap_keys() -> Iterator[None]:
    """For the folder whose conftest names it; a module that needs real keys has its own of this name."""
    with quick_keys():
        yield
