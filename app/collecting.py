"""Says when Python collects garbage: with a window not just anywhere, and never while much is built.

The collector looks at every value again and again while they grow in number: a quarter of the time that
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


def collect_only_when_asked() -> None:
    """Let nothing be collected but by `collect_young` and `gc.collect`.

    Python collects in whichever thread makes the value that is one too many. What it deletes there may be a
    part of a window, and Qt breaks when one is deleted in another thread than its own
    (https://doc.qt.io/qt-6/threads-qobject.html). So a program with a window collects in the window's thread.
    """
    gc.disable()


def collect_young() -> None:
    """Look through what was made lately, if it has become as much as Python would wait for.

    All that lives is looked through a hundred times less often than Python does: a large review costs a fifth
    of a second each time, and nothing is found. Whoever closes a review has to collect then, for the parts of
    a window do point at each other in rings. While somebody is inside `collecting_later`, it does nothing.
    """
    if _waiting:
        return
    (young, middle, old), (most_young, most_middle, _most_old) = gc.get_count(), gc.get_threshold()
    if young > most_young:
        gc.collect(0 if middle <= most_middle else 1 if old <= _SELDOM else 2)


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
