"""What the command line prints: results on standard output, one message on standard error."""

import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.cli.errors import NotPrintedError, NotReadToItsEndError
from app.errors import ReviewError
from app.i18n import _
from app.printable import printable


def speak_utf_8() -> None:
    """Print UTF-8 whatever the locale; names of files that are no text are spelt out.

    Where standard error is closed, what would go there goes nowhere: Python would print it among the results.
    """
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (until the program ends)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str) -> None:
    """Print one line that says what was done. Raises NotPrintedError or NotReadToItsEndError."""
    with _printing():
        print(printable(line), flush=True)


def write_out(data: bytes) -> None:
    """Print bytes just as they are. Raises NotPrintedError or NotReadToItsEndError."""
    if sys.stdout is None:
        raise NotPrintedError(_("Standard output is closed."))
    rest = memoryview(data)
    with _printing():
        while rest:
            # Unbuffered (python -u), a write may take a part and say no more.
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()


def flush_out() -> None:
    """See that all is printed that others print. Raises NotPrintedError or NotReadToItsEndError."""
    if sys.stdout is not None:
        with _printing():
            sys.stdout.flush()


def warn(lines: Sequence[str]) -> None:
    """Print what somebody should know about, and go on: the first line says that it is a warning."""
    first, *more = lines
    told = (_("plumbline: warning: {words}").format(words=first), *more)
    print("\n".join(printable(line) for line in told), file=sys.stderr, flush=True)


def remark(line: str) -> None:
    """Print one line beside the result: what was done on the way to it."""
    print(f"plumbline: {printable(line)}", file=sys.stderr)


def complain(error: ReviewError) -> None:
    """Print what went wrong, with which file, and what to do."""
    files = ", ".join(getattr(error, "__notes__", ()))
    lines = [f"{error.title}: {files}" if files else f"{error.title}."]
    if str(error) != error.title:
        lines += str(error).splitlines()
    lines.append(error.advice)
    print("plumbline: " + "\n".join(printable(line) for line in lines), file=sys.stderr)


@contextmanager
def _printing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        _forget_the_rest()
        raise NotReadToItsEndError from error
    except OSError as error:
        _forget_the_rest()
        raise NotPrintedError(error.strerror or "") from error


def _forget_the_rest() -> None:
    """Send what is still waiting to nowhere, or Python would try again, and complain, when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
