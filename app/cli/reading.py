"""Reads the files named on the command line."""

from pathlib import Path

from app.cli.errors import InputNotReadError, about
from app.i18n import _

MOST_BYTES = 256 * 1024 * 1024
_HEAD = 4096


def bytes_of(path: Path) -> bytes:
    """The content of a file of at most MOST_BYTES. Raises InputNotReadError."""
    with about(path):
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except (OSError, ValueError) as error:
            raise InputNotReadError(getattr(error, "strerror", None) or "") from error
        if len(data) > MOST_BYTES:
            raise InputNotReadError(_("It is larger than {n} MiB.").format(n=MOST_BYTES // 1024 // 1024))
        return data


def text_of(data: bytes, path: Path) -> str:
    """The text in the content of a file, with or without a byte order mark. Raises InputNotReadError."""
    with about(path):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputNotReadError(_("This is not UTF-8 text.")) from error


def is_json(path: Path) -> bool:
    """Whether a file is JSON rather than an encrypted review file, by its name or its first bytes.

    An encrypted file is noise from its first byte on, and 4,096 bytes of noise are not UTF-8 text.
    """
    if path.suffix.lower() == ".json":
        return True
    with about(path):
        try:
            with path.open("rb") as file:
                head = file.read(_HEAD)
        except (OSError, ValueError) as error:
            raise InputNotReadError(getattr(error, "strerror", None) or "") from error
    try:
        head.decode()
    except UnicodeDecodeError as error:
        # A letter may be cut in two at the end of the head.
        return bool(head) and error.start > len(head) - 4 and error.reason == "unexpected end of data"
    return True
