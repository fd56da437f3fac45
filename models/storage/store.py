"""An open review file: what it holds, and the only way to write to it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from sqlalchemy import Connection, Engine, delete, func, select

from models.change import Change
from models.sign_off import ReadyToSign, Signed, SignOffRecord
from models.snapshot import ReviewHeader, Snapshot
from models.storage import attachments, change_log, check, copies
from models.storage.attachments import Attached
from models.storage.change_log import ChangeRecord, append, new_edit, record_of
from models.storage.copy_names import CopyNote, CopyReason
from models.storage.engine import DatabaseFault, fold_in, for_writing, open_engine, reading, writing
from models.storage.entries import check_change, write_changes
from models.storage.errors import (
    FileNotFoundHereError,
    ReadOnlyFileError,
)
from models.storage.key import FileKey
from models.storage.log_parts import LogPart, hash_at, lines_of, signers
from models.storage.new_file import saying_why
from models.storage.reviews import check_open, insert_review, open_review_row, review_row, set_review
from models.storage.rows import entry_from_text, header_of, snapshot_of
from models.storage.sign_offs import sign_offs, unseal, versions, write_sign_off
from models.storage.tables import change, entry, meta, pack, review
from models.storage.underneath import Underneath, close_beside
from models.values import Engagement, RegisterName

_REVIEW = select(review)


class Store:
    """An open file. Use it on the thread that opened it, and close it, or let a `with` close it.

    `is_newer` files come from a newer version of Plumbline: they can be read, and not be written to.
    """

    def __init__(
        self, path: Path, engine: Engine, key: FileKey, *, read_only: bool, is_newer: bool = False
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.is_newer = is_newer
        self._engine = engine
        self._key = key
        self._writer = for_writing(engine)
        self._underneath = Underneath(path, key, engine)
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def key(self) -> FileKey:
        """What opens this file without its passphrase: for the recovery sheet and the system's keychain."""
        return self._key

    @property
    def is_open(self) -> bool:
        """Whether the file can still be read and written through this."""
        return self._is_open

    @property
    def file_id(self) -> str:
        """What names this file wherever it is: a random number that its copies share."""
        with self._reading() as connection:
            return str(connection.execute(select(meta.c.value).where(meta.c.key == "file_id")).scalar_one())

    @property
    def newest_line(self) -> int:
        """The number of the newest line of the change log; it grows with every edit."""
        with self._reading() as connection:
            return int(connection.execute(select(func.coalesce(func.max(change.c.seq), 0))).scalar_one())

    @property
    def client(self) -> str:
        """Whose file this is, as the newest review says it."""
        newest = (
            select(entry.c.key, entry.c.body)
            .join(review, review.c.id == entry.c.review_id)
            .where(entry.c.register == RegisterName.ENGAGEMENT.value)
            .order_by(review.c.number.desc())
            .limit(1)
        )
        with self._reading() as connection:
            row = connection.execute(newest).one_or_none()
        engagement = entry_from_text(RegisterName.ENGAGEMENT, row.key, row.body) if row else None
        return engagement.client if isinstance(engagement, Engagement) else ""

    def reviews(self) -> tuple[ReviewHeader, ...]:
        """The reviews in the file, oldest first."""
        with self._reading() as connection:
            known = versions(connection)
            rows = connection.execute(_REVIEW.order_by(review.c.number))
            return tuple(header_of(row, known.get(row.id, 1)) for row in rows)

    def next_header(self, title: str) -> ReviewHeader:
        """The header of a review that would be begun now."""
        reviews = self.reviews()
        number = max((header.number for header in reviews), default=0) + 1
        taken = {header.id for header in reviews}
        free = next(n for n in range(number, number + len(taken) + 1) if f"R{n}" not in taken)
        return ReviewHeader(id=f"R{free}", number=number, title=title)

    def load(self, review_id: str) -> Snapshot:
        """One review, equal to what was stored. Raises UnknownReviewError or DamagedFileError."""
        entries = (
            select(entry).where(entry.c.review_id == review_id).order_by(entry.c.register, entry.c.position)
        )
        with self._reading() as connection:
            row = review_row(connection, review_id)
            body = connection.execute(select(pack.c.body).where(pack.c.digest == row.pack)).scalar_one()
            version = versions(connection).get(review_id, 1)
            return snapshot_of(row, body, connection.execute(entries), version)

    def begin_review(self, snapshot: Snapshot, *, who: str) -> None:
        """Add a review with its question pack, and seal those before it: one is open for edits at a time.

        Its header must be new to the file, see `next_header`; ValueError otherwise. Raises NotSavedError.
        """
        if any(r.id == snapshot.header.id or r.number == snapshot.header.number for r in self.reviews()):
            raise ValueError("the file already has a review with this id or number")
        with self._writing() as connection:
            for row in connection.execute(_REVIEW.where(review.c.sealed == 0)).all():
                sealing = new_edit(row.id, who, "Seal the review", "A new review was begun.")
                set_review(connection, sealing, row, sealed=1)
            insert_review(connection, snapshot, who)

    def record(
        self, review_id: str, changes: Sequence[Change], *, who: str, label: str, reason: str = ""
    ) -> datetime:
        """Write one edit and its lines in the log, all of it or nothing; when this returns it is on disk.

        Returns the moment that stands in the log. Raises StaleChangeError where a change's `before` is not
        what is stored, SealedReviewError, UnknownReviewError, and NotSavedError or the one of its kind.
        """
        if not changes:
            raise ValueError("an edit without changes")
        for item in changes:
            check_change(item)
        with self._writing(looks_after=False) as connection:
            check_open(connection, review_id)
            edit = new_edit(review_id, who, label, reason)
            last_hash = append(connection, edit, write_changes(connection, review_id, changes))
        self._underneath.last_hash = last_hash
        return edit.at

    def history(
        self, review_id: str, register: RegisterName | None = None, key: str | None = None
    ) -> tuple[ChangeRecord, ...]:
        """The log of a review, of one register or of one entry, oldest first. Raises DamagedFileError."""
        lines = select(change).where(change.c.review_id == review_id).order_by(change.c.seq)
        if register is not None:
            lines = lines.where(change.c.register == register.value)
        if key is not None:
            lines = lines.where(change.c.key == key)
        with self._reading() as connection:
            return tuple(record_of(row) for row in connection.execute(lines))

    def log(self, review_id: str, part: LogPart) -> tuple[ChangeRecord, ...]:
        """Part of the log of a review, the newest line first. Raises DamagedFileError."""
        with self._reading() as connection:
            return lines_of(connection, review_id, part)

    def signers(self, review_id: str) -> tuple[str, ...]:
        """Everybody who signed a line of the log of a review."""
        with self._reading() as connection:
            return signers(connection, review_id)

    def has_line(self, seq: int, line_hash: str) -> bool:
        """Whether the log has this very line: what goes on from it has lost nothing of what led to it."""
        with self._reading() as connection:
            return bool(line_hash) and hash_at(connection, seq) == line_hash

    def look_underneath(self) -> None:
        """Raise FileMovedError or FileChangedError where the file is no longer the one that was opened."""
        self._underneath.look()

    def seal(self, review_id: str, *, who: str, reason: str = "") -> None:
        """Make a review read-only. Raises SealedReviewError if it is, and the errors of `record`."""
        with self._writing() as connection:
            row = open_review_row(connection, review_id)
            set_review(connection, new_edit(review_id, who, "Seal the review", reason), row, sealed=1)

    def unseal(self, review_id: str, *, who: str, reason: str) -> None:
        """Open a sealed review for edits again, and write down why. Raises the errors of `record`.

        Where it was sealed for signature, that version no longer holds, and the next begins.
        """
        with self._writing() as connection:
            unseal(connection, review_id, who, reason)

    def sign_off(
        self, review_id: str, record: ReadyToSign | Signed, *, who: str, label: str, reason: str = ""
    ) -> None:
        """Seal a review for signature, or record that somebody signed it; this stays in the log for good.

        Raises SealedReviewError, StaleSignOffError where the review is not in the state that the record says,
        and the errors of `record`.
        """
        with self._writing() as connection:
            write_sign_off(connection, new_edit(review_id, who, label, reason), record)

    def sign_offs(self, review_id: str) -> tuple[SignOffRecord, ...]:
        """Everything recorded about the sign-off of a review, oldest first. Raises DamagedFileError."""
        with self._reading() as connection:
            return sign_offs(connection, review_id)

    def check(self) -> tuple[check.FileFault, ...]:
        """Everything that is wrong with the file, each with what to do; nothing when all is well.

        What still stands in the -wal file is folded in first where that may be done: after a power cut pages
        of the file itself may be half written, and the whole ones are there.
        """
        if not self.read_only:
            with suppress(*DatabaseFault):
                fold_in(self._engine)
            self._underneath.take_note()
        return check.faults(self._engine)

    def attach(self, source: BinaryIO) -> Attached:
        """Keep the content of a file in here; an entry has to name it before the file is closed.

        Raises AttachmentTooLargeError, NoRoomForAttachmentError, AttachmentDamagedError, NotSavedError or one
        of its kind; then nothing was kept.
        """
        with self._writing() as connection:
            return attachments.take_in(connection, source)

    def read_attached(self, sha256: str) -> Iterator[bytes]:
        """The content of a kept file, part by part. Raises AttachmentDamagedError, perhaps at the end."""
        with self._reading() as connection:
            yield from attachments.parts_of(connection, sha256)

    def attached(self) -> tuple[Attached, ...]:
        """Every file that is kept."""
        with self._reading() as connection:
            return attachments.all_attached(connection)

    def drop_unused_attachments(self) -> int:
        """Forget the files that no entry names any more; how many there were. Raises NotSavedError."""
        with self._writing() as connection:
            return attachments.drop_unused(connection)

    def copy_to(self, target: Path, reason: CopyReason, name: str = "") -> CopyNote:
        """Copy the file as it stands now, under the same key. Raises as `copies.copy_file`."""
        return copies.copy_file(self._engine, target, reason, name)

    def note_of(self, copy: Path) -> CopyNote:
        """What a copy of this file says of itself. Raises CopyNotReadableError."""
        return copies.note_of(self._engine, copy)

    def copy_with_key(self, draft: Path, key: FileKey) -> None:
        """Copy the file into an empty one, under another key. Raises as `copies.copy_with_key`."""
        engine = open_engine(self.path, self._key)
        try:
            copies.copy_with_key(engine, draft, key)
        finally:
            engine.dispose()

    def note_restored(self, note: CopyNote, *, who: str) -> None:
        """Say in the log that the file is the copy with this note. Raises the errors of `record`."""
        newest = max(self.reviews(), key=lambda header: header.number)
        label = f"Restore the copy of {note.made:%Y-%m-%d %H:%M} UTC"
        with self._writing() as connection:
            connection.execute(delete(meta).where(meta.c.key.in_(copies.NOTE_KEYS)))
            row = review_row(connection, newest.id)
            set_review(connection, new_edit(newest.id, who, label), row, number=row.number)

    def close(self) -> None:
        """Let go of the file, leaving it one file, with nothing beside it. A second time does nothing.

        What another program has put in its place meanwhile stays as it is.
        """
        if not self._is_open:
            return
        self._is_open = False
        if not self.read_only and self._underneath.is_another_state:
            close_beside(self.path, self._engine)
            return
        try:
            if not self.read_only:
                fold_in(self._engine)
        except DatabaseFault:
            # Nothing is lost: the answers stay in the -wal file, and the next opening finds them.
            return
        finally:
            self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        # SQLite would go on reading a file that is no longer there, or report a fault of the disk.
        if not self._underneath.is_there:
            raise FileNotFoundHereError
        with reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self, *, looks_after: bool = True) -> Iterator[Connection]:
        if self.read_only:
            raise ReadOnlyFileError
        self._underneath.look()
        try:
            with saying_why(self.path.parent), writing(self._writer) as connection:
                yield connection
                # An edit, which nobody should wait for, knows its last line without asking.
                last_hash = change_log.last_hash(connection) if looks_after else self._underneath.last_hash
            self._underneath.last_hash = last_hash
        finally:
            self._underneath.take_note()
