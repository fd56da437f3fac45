"""Puts off the collection of garbage while a lot of values is built that all stay in use.

Python's collector looks at every value again and again while they grow in number: a quarter of the time that
a big report takes, and in one go, so that the window stands still for it. Values that are let go are freed
all the same; only those that point at each other in a ring wait until the end.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_waiting = 0
_was_on = False


@contextmanager
def collecting_later() -> Iterator[None]:
    """No collection inside; jobs on several threads may be inside at once, the last one out turns it on."""
    global _waiting, _was_on  # noqa: PLW0603  (the collector is one for the whole process, so is this count)
    with _lock:
        if not _waiting:
            _was_on = gc.isenabled()
            gc.disable()
        _waiting += 1
    try:
        yield
    finally:
        with _lock:
            _waiting -= 1
            if not _waiting and _was_on:
                gc.enable()
