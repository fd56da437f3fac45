"""Puts off the collection of garbage while a lot of values is built that all stay in use.

Python's collector looks at every value again and again while they grow in number: a quarter of the time that
a big report takes, and in one go, so that the window stands still for it. Values that are let go are freed
all the same; only those that point at each other in a ring wait until the end.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

# Looks at the middle-aged between two looks at all that lives; Python takes ten.
_SELDOM = 1000

_lock = Lock()
_waiting = 0
_was_on = False


def look_seldom_through_all() -> None:
    """Let the collector look through everything that lives a hundred times less often than Python does.

    A large review costs a fifth of a second each time, and nothing was ever found: its values do not point at
    each other in rings. Young ones are looked at as often as before. Whoever closes a review has to collect
    then, for the parts of a window do point at each other.
    """
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, _SELDOM)


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
