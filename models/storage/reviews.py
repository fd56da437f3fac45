"""Writes a review that is new to the file: its row, its question pack, its entries, and the log of it all."""

from sqlalchemy import Connection, insert, select

from models.snapshot import Snapshot
from models.storage.change_log import REVIEW, Line, append, new_edit, review_text
from models.storage.entries import insert_all
from models.storage.rows import digest_of, pack_text, review_values
from models.storage.tables import pack, review


def insert_review(connection: Connection, snapshot: Snapshot, who: str) -> None:
    """Write the review whole; the caller holds the transaction and has seen that its header is new."""
    edit = new_edit(snapshot.header.id, who, "Begin the review")
    row = review_values(snapshot, _stored_pack(connection, snapshot), edit.at.isoformat())
    connection.execute(insert(review), [row])
    begun = Line(register=REVIEW, key=snapshot.header.id, before=None, after=review_text(row))
    append(connection, edit, [begun, *insert_all(connection, snapshot)])


def _stored_pack(connection: Connection, snapshot: Snapshot) -> str:
    """The digest under which the review's pack stands in the file."""
    body = pack_text(snapshot.pack)
    digest = digest_of(body)
    if connection.execute(select(pack.c.digest).where(pack.c.digest == digest)).first() is None:
        row = {"digest": digest, "version": snapshot.pack.version, "body": body}
        connection.execute(insert(pack), [row])
    return digest
