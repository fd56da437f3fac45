"""Evidence files: which row of evidence has one, how one is taken in, and how it is given out again."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BufferedReader, FileIO
from pathlib import Path
from types import MappingProxyType

from app.answering import Answering
from app.atomic_file import FileNotWrittenError, for_owner
from app.edits import Edit, called, put
from app.errors import ReviewError
from app.i18n import _, ngettext
from models.snapshot import Snapshot
from models.storage import FileKey, Store
from models.storage.attachments import MOST_BYTES, MOST_BYTES_IN_ALL, Attached
from models.values import EvidenceItem, Json, RegisterName
from models.values.answers import ATTACHMENT_FIELD

__all__ = [
    "Attached",
    "Attachment",
    "FileNotTakenInError",
    "TakingStoppedError",
    "attaching",
    "attachment_of",
    "detaching",
    "give_out",
    "give_out_beside",
    "limit_words",
    "naming",
    "naming_new",
    "size_words",
    "take_in_beside",
]

LONGEST_NAME = 200
_NOT_IN_NAMES = '/\\:*?"<>|'
EVIDENCE = RegisterName.EVIDENCE


class TakingStoppedError(ReviewError):
    """Taking a file in was stopped. Nothing of it is kept."""

    title = "The file was not taken in"
    advice = "You stopped it. Nothing of it is kept."


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
    return _naming(snapshot, item, kept, file.name)


def naming(snapshot: Snapshot, evidence_id: str, kept: Attached, file_name: str) -> Edit:
    """The edit that names a file that was taken in, in a row of evidence. Raises KeyError."""
    return _naming(snapshot, snapshot.evidence[evidence_id], kept, file_name)


def naming_new(answering: Answering, kept: Attached, file_name: str) -> Edit:
    """The edit that puts a new row of evidence, with a file that was taken in, behind an answer."""
    edit = answering.with_new_evidence(_plain_name(file_name))
    assert edit is not None  # noqa: S101  (a plain name is never blank)
    changes = tuple(
        replace(change, after=_with_file(change.after, kept, file_name))
        if isinstance(change.after, EvidenceItem)
        else change
        for change in edit.changes
    )
    return replace(edit, changes=changes)


def take_in_beside(
    path: Path, key: FileKey, file: Path, report: Callable[[float], None], stopped: Callable[[], bool]
) -> Attached:
    """Take a file into a review file that is open elsewhere in this program; for another thread.

    Raises FileNotTakenInError, TakingStoppedError, or the errors of `Store.attach`; then nothing is kept.
    """
    from models.storage.opening import attach_beside  # noqa: PLC0415  (loads SQLAlchemy)

    try:
        with _Watched(file, report, stopped) as source:
            return attach_beside(path, key, source)
    except OSError as error:
        raise FileNotTakenInError from error


def give_out_beside(path: Path, key: FileKey, attachment: Attachment, out: Path) -> None:
    """As `give_out`, of a review file that is open elsewhere in this program; for another thread."""
    from models.storage.opening import open_with_key  # noqa: PLC0415  (loads SQLAlchemy)

    with open_with_key(path, key, read_only=True) as store:
        give_out(store, attachment, out)


def size_words(size: int) -> str:
    """How large a file is, as people say it."""
    if size < 1024:
        return ngettext("{n} byte", "{n} bytes", size).format(n=size)
    if size < 1024 * 1024:
        return _("{n} kB").format(n=round(size / 1024))
    return _("{n:.1f} MB").format(n=size / 1024 / 1024)


def limit_words() -> str:
    """How much can be kept."""
    megabyte = 1024 * 1024
    return _("Up to {one} MB a file, {all} MB in all; encrypted with the review.").format(
        one=MOST_BYTES // megabyte, all=MOST_BYTES_IN_ALL // megabyte
    )


def detaching(snapshot: Snapshot, evidence_id: str) -> Edit | None:
    """The edit that no longer names a file in a row of evidence; None where it names none."""
    item = snapshot.evidence[evidence_id]
    if ATTACHMENT_FIELD not in item.extras:
        return None
    others = {name: value for name, value in item.extras.items() if name != ATTACHMENT_FIELD}
    label = _("Remove the file of evidence {name}").format(name=called(item))
    return put(snapshot, EVIDENCE, replace(item, extras=MappingProxyType(others)), label)


def give_out(store: Store, attachment: Attachment, path: Path) -> None:
    """Write a file that is kept to `path`, whole and checked, or not at all.

    Raises AttachmentDamagedError or FileNotWrittenError.
    """
    with _draft(path) as write:
        for part in store.read_attached(attachment.sha256):
            write(part)


class _Watched(BufferedReader):
    """A file that says how far it has been read, and can be stopped. It is read twice."""

    def __init__(self, file: Path, report: Callable[[float], None], stopped: Callable[[], bool]) -> None:
        super().__init__(FileIO(file))
        self._report = report
        self._stopped = stopped
        self._all = max(1, 2 * file.stat().st_size)
        self._done = 0

    def read(self, size: int | None = -1, /) -> bytes:
        if self._stopped():
            raise TakingStoppedError
        data = super().read(size)
        self._done += len(data)
        self._report(min(1.0, self._done / self._all))
        return data


def _naming(snapshot: Snapshot, item: EvidenceItem, kept: Attached, file_name: str) -> Edit:
    label = _("Keep a file for evidence {name}").format(name=called(item))
    return put(snapshot, EVIDENCE, _with_file(item, kept, file_name), label)


def _with_file(item: EvidenceItem, kept: Attached, file_name: str) -> EvidenceItem:
    said: Json = {"sha256": kept.sha256, "size": kept.size}
    extras = MappingProxyType({**item.extras, ATTACHMENT_FIELD: said})
    return replace(item, file_name=_plain_name(file_name), extras=extras)


@contextmanager
def _draft(path: Path) -> Iterator[Callable[[bytes], object]]:
    draft = path.with_name(f"{path.name}.part")
    try:
        draft.unlink(missing_ok=True)
        with open(draft, "wb", opener=for_owner) as file:
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
