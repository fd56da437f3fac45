"""Evidence files: which row of evidence has one, how one is taken in, and how it is given out again."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from app.atomic_file import FileNotWrittenError
from app.edits import Edit, put
from app.errors import ReviewError
from app.i18n import _
from models.snapshot import Snapshot
from models.storage import Store
from models.values import EvidenceItem, Json, RegisterName
from models.values.answers import ATTACHMENT_FIELD

LONGEST_NAME = 200
_NOT_IN_NAMES = '/\\:*?"<>|'
EVIDENCE = RegisterName.EVIDENCE


class FileNotTakenInError(ReviewError):
    """A file that was to be kept as evidence could not be read."""

    title = "The file could not be read"
    advice = "Check that it is still there and that you may read it."


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file behind a row of evidence: the SHA-256 of its content, its size in bytes, its name."""

    sha256: str
    size: int
    name: str


def attachment_of(item: EvidenceItem) -> Attachment | None:
    """The file that is kept for a row of evidence, or None."""
    match item.extras.get(ATTACHMENT_FIELD):
        case {"sha256": str(sha256), "size": int(size)}:
            return Attachment(sha256, size, item.file_name or sha256[:8])
        case _:
            return None


def attaching(snapshot: Snapshot, store: Store, evidence_id: str, file: Path) -> Edit:
    """Take a file in, and give the edit that names it in a row of evidence.

    Raises KeyError where there is no such row, FileNotTakenInError, or the errors of `Store.attach`.
    """
    item = snapshot.evidence[evidence_id]
    try:
        with file.open("rb") as source:
            kept = store.attach(source)
    except OSError as error:
        raise FileNotTakenInError from error
    said: Json = {"sha256": kept.sha256, "size": kept.size}
    extras = MappingProxyType({**item.extras, ATTACHMENT_FIELD: said})
    after = replace(item, file_name=_plain_name(file.name), extras=extras)
    return put(snapshot, EVIDENCE, after, _("Keep a file for evidence {id}").format(id=evidence_id))


def detaching(snapshot: Snapshot, evidence_id: str) -> Edit | None:
    """The edit that no longer names a file in a row of evidence; None where it names none."""
    item = snapshot.evidence[evidence_id]
    if ATTACHMENT_FIELD not in item.extras:
        return None
    others = {name: value for name, value in item.extras.items() if name != ATTACHMENT_FIELD}
    label = _("Remove the file of evidence {id}").format(id=evidence_id)
    return put(snapshot, EVIDENCE, replace(item, extras=MappingProxyType(others)), label)


def give_out(store: Store, attachment: Attachment, path: Path) -> None:
    """Write a file that is kept to `path`, whole and checked, or not at all.

    Raises AttachmentDamagedError or FileNotWrittenError.
    """
    with _draft(path) as write:
        for part in store.read_attached(attachment.sha256):
            write(part)


@contextmanager
def _draft(path: Path) -> Iterator[Callable[[bytes], object]]:
    draft = path.with_name(f"{path.name}.part")
    try:
        with draft.open("wb") as file:
            yield file.write
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise FileNotWrittenError(error.strerror or "") from error
    finally:
        draft.unlink(missing_ok=True)


def _plain_name(name: str) -> str:
    """A file name as the interchange format takes it, on every system: no path and no odd sign."""
    plain = "".join(sign for sign in name if sign.isprintable() and sign not in _NOT_IN_NAMES)
    return plain[:LONGEST_NAME].strip(". ") or "file"
