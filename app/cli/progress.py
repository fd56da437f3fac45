"""How far a slow command has come, on standard error and only in front of a person."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from app.exports import OnShare
from app.i18n import _

QUIET_FOR = 0.5  # seconds; what is done sooner says nothing
_EVERY = 0.1
_ERASE = "\r\x1b[K"


class ProgressLine:
    """One line that is written over again, and gone in the end."""

    def __init__(self, stream: TextIO, words: str) -> None:
        self._stream = stream
        self._words = words
        self._next = time.monotonic() + QUIET_FOR
        self._is_shown = False

    def show(self, share: float) -> None:
        """Say how far it is, 0 to 1; not more than ten times a second."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _EVERY
        self._is_shown = True
        self._stream.write(f"{_ERASE}{self._words} {share:.0%}")
        self._stream.flush()

    def end(self) -> None:
        """Take the line away."""
        if self._is_shown:
            self._stream.write(_ERASE)
            self._stream.flush()


@contextmanager
def progress(words: str = "") -> Iterator[OnShare]:
    """A function to tell shares to, 0 to 1; it does nothing where standard error is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _share: None
        return
    line = ProgressLine(sys.stderr, words or _("Exporting …"))
    try:
        yield line.show
    finally:
        line.end()
