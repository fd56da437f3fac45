"""Evidence files inside the review file: taken in part by part, named by their SHA-256, checked when read."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from sqlalchemy import Connection, delete, exists, func, insert, select, type_coerce
from sqlalchemy.types import Text

from models.storage.change_log import SIGN_OFF
from models.storage.errors import AttachmentDamagedError, AttachmentTooLargeError, NoRoomForAttachmentError
from models.storage.tables import attachment, attachment_part, change, entry

PART = 256 * 1024
MOST_BYTES = 50 * 1024 * 1024
MOST_BYTES_IN_ALL = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is kept: the SHA-256 of its content, which names it, and its size in bytes."""

    sha256: str
    size: int


def size_of(source: BinaryIO) -> int:
    """The size of a file that can be wound back. Raises AttachmentTooLargeError."""
    size = source.seek(0, 2)
    source.seek(0)
    if size > MOST_BYTES:
        raise AttachmentTooLargeError
    return size


def digest_of_file(source: BinaryIO) -> str:
    """The SHA-256 of a file's content, which is wound back afterwards."""
    digest = hashlib.sha256()
    while part := source.read(PART):
        digest.update(part)
    source.seek(0)
    return digest.hexdigest()


def take_in(connection: Connection, source: BinaryIO) -> Attached:
    """Keep a file's content; the same content is kept once. Within the caller's transaction.

    Raises AttachmentTooLargeError, or NoRoomForAttachmentError where all attachments would be too much.
    """
    size = size_of(source)
    sha256 = digest_of_file(source)
    if connection.execute(select(attachment.c.size).where(attachment.c.sha256 == sha256)).first() is not None:
        return Attached(sha256, size)
    kept = connection.execute(select(func.coalesce(func.sum(attachment.c.size), 0))).scalar_one()
    if kept + size > MOST_BYTES_IN_ALL:
        raise NoRoomForAttachmentError
    added = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(attachment), {"sha256": sha256, "size": size, "added": added})
    digest, n = hashlib.sha256(), 0
    while part := source.read(PART):
        connection.execute(insert(attachment_part), {"sha256": sha256, "n": n, "body": part})
        digest.update(part)
        n += 1
    if digest.hexdigest() != sha256:
        raise AttachmentDamagedError  # it was written to while it was read
    return Attached(sha256, size)


def parts_of(connection: Connection, sha256: str) -> Iterator[bytes]:
    """The content of an attachment, part by part.

    Raises AttachmentDamagedError at the end, or at the first part that is missing, where it is not what was
    taken in: what came until then must be thrown away.
    """
    size = connection.execute(select(attachment.c.size).where(attachment.c.sha256 == sha256)).scalar()
    if size is None:
        raise AttachmentDamagedError
    digest, given = hashlib.sha256(), 0
    for n in range(-(-size // PART)):
        this = (attachment_part.c.sha256 == sha256) & (attachment_part.c.n == n)
        body = connection.execute(select(attachment_part.c.body).where(this)).scalar()
        if body is None:
            raise AttachmentDamagedError
        digest.update(body)
        given += len(body)
        yield body
    if digest.hexdigest() != sha256 or given != size:
        raise AttachmentDamagedError


def all_attached(connection: Connection) -> tuple[Attached, ...]:
    """Every file that is kept, by name."""
    rows = connection.execute(select(attachment).order_by(attachment.c.sha256))
    return tuple(Attached(row.sha256, row.size) for row in rows)


def drop_unused(connection: Connection) -> int:
    """Forget the files that no entry of any review names, and no sign-off; how many there were."""
    name = type_coerce(attachment.c.sha256, Text)
    named = exists().where(func.instr(entry.c.body, name) > 0)
    signed = exists().where((change.c.register == SIGN_OFF) & (func.instr(change.c.after, name) > 0))
    unused = connection.execute(select(attachment.c.sha256).where(~named & ~signed)).scalars().all()
    for sha256 in unused:
        connection.execute(delete(attachment_part).where(attachment_part.c.sha256 == sha256))
        connection.execute(delete(attachment).where(attachment.c.sha256 == sha256))
    return len(unused)
