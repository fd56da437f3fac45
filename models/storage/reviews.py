"""The rows of reviews: written whole when a review is new, and changed with a line in the log for each."""

from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from models.snapshot import Snapshot
from models.storage.change_log import REVIEW, Edit, Line, append, new_edit, review_text
from models.storage.entries import insert_all
from models.storage.errors import SealedReviewError, UnknownReviewError
from models.storage.rows import digest_of, pack_text, review_values
from models.storage.tables import pack, review

_THIS = review.c.id == bindparam("of_id")
_THIS_REVIEW = select(review).where(_THIS)
_IS_SEALED = select(review.c.sealed).where(_THIS)


def insert_review(connection: Connection, snapshot: Snapshot, who: str) -> None:
    """Write the review whole; the caller holds the transaction and has seen that its header is new."""
    edit = new_edit(snapshot.header.id, who, "Begin the review")
    row = review_values(snapshot, _stored_pack(connection, snapshot), edit.at.isoformat())
    connection.execute(insert(review), [row])
    begun = Line(register=REVIEW, key=snapshot.header.id, before=None, after=review_text(row))
    append(connection, edit, [begun, *insert_all(connection, snapshot)])


# Any: a row's columns have no type of their own before they are mapped to values.
def review_row(connection: Connection, review_id: str) -> Row[Any]:
    """The row of a review. Raises UnknownReviewError."""
    row = connection.execute(_THIS_REVIEW, {"of_id": review_id}).one_or_none()
    if row is None:
        raise UnknownReviewError
    return row


def open_review_row(connection: Connection, review_id: str) -> Row[Any]:
    """The row of a review that may be changed. Raises UnknownReviewError or SealedReviewError."""
    check_open(connection, review_id)
    return review_row(connection, review_id)


def check_open(connection: Connection, review_id: str) -> None:
    """Raise UnknownReviewError or SealedReviewError where a review may not be changed.

    An edit asks this and no more: the row of a review holds more than it needs.
    """
    sealed = connection.execute(_IS_SEALED, {"of_id": review_id}).scalar()
    if sealed is None:
        raise UnknownReviewError
    if sealed:
        raise SealedReviewError


def set_review(connection: Connection, edit: Edit, row: Row[Any], *also: Line, **values: object) -> None:
    """Change the row of a review, and say so in the log; `also` says what else this edit does."""
    before = dict(row._mapping)
    connection.execute(update(review).where(review.c.id == row.id).values(**values))
    line = Line(
        register=REVIEW,
        key=row.id,
        before=review_text(before),
        after=review_text({**before, **values}),
    )
    append(connection, edit, [line, *also])


def _stored_pack(connection: Connection, snapshot: Snapshot) -> str:
    """The digest under which the review's pack stands in the file."""
    body = pack_text(snapshot.pack)
    digest = digest_of(body)
    if connection.execute(select(pack.c.digest).where(pack.c.digest == digest)).first() is None:
        row = {"digest": digest, "version": snapshot.pack.version, "body": body}
        connection.execute(insert(pack), [row])
    return digest
