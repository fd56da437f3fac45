"""What the change log says about the sign-off of each review: written once, never taken back.

The log is the only place where it stands. So nobody can alter a signature past the log's own chain, and
there is no second place that could say otherwise.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from models.sign_off import ReadyToSign, Reopened, Signed, SignOffRecord, kind_of, sign_off_to_json
from models.storage.change_log import SIGN_OFF, Edit, Line, append, new_edit, sign_off_of
from models.storage.errors import StaleSignOffError
from models.storage.reviews import open_review_row, review_row, set_review
from models.storage.rows import to_text
from models.storage.tables import change

_LINES = select(change).where(change.c.register == SIGN_OFF).order_by(change.c.seq)
_REOPENED = (
    select(change.c.review_id, func.count())
    .where((change.c.register == SIGN_OFF) & change.c.key.endswith("/reopened"))
    .group_by(change.c.review_id)
)


def sign_offs(connection: Connection, review_id: str) -> tuple[SignOffRecord, ...]:
    """Everything recorded about the sign-off of a review, oldest first. Raises DamagedFileError."""
    rows = connection.execute(_LINES.where(change.c.review_id == review_id))
    return tuple(sign_off_of(row) for row in rows)


def versions(connection: Connection) -> Mapping[str, int]:
    """The version of each review that was ever opened again; of all others it is 1."""
    return {row[0]: 1 + row[1] for row in connection.execute(_REOPENED)}


def write_sign_off(connection: Connection, edit: Edit, record: ReadyToSign | Signed) -> None:
    """Record that a review is sealed for signature, or that somebody signed that very state.

    Raises SealedReviewError where it is sealed already, and StaleSignOffError where it is not in the state
    that the record says.
    """
    review_id = edit.review_id
    is_version = record.version == versions(connection).get(review_id, 1)
    if isinstance(record, ReadyToSign):
        row = open_review_row(connection, review_id)
        if not is_version:
            raise StaleSignOffError
        set_review(connection, edit, row, _line(record), sealed=1)
        return
    ready = _ready(connection, review_id, record.version)
    if not is_version or ready is None or ready.seal != record.seal:
        raise StaleSignOffError
    append(connection, edit, [_line(record)])


def unseal(connection: Connection, review_id: str, who: str, reason: str) -> None:
    """Open a sealed review again; if it was sealed for signature, its next version begins."""
    row = review_row(connection, review_id)
    if not row.sealed:
        return
    edit = new_edit(review_id, who, "Unseal the review", reason)
    version = versions(connection).get(review_id, 1)
    ready = _ready(connection, review_id, version)
    closed = (_line(Reopened(version=version, seal=ready.seal, at=edit.at)),) if ready else ()
    set_review(connection, edit, row, *closed, sealed=0)


def _ready(connection: Connection, review_id: str, version: int) -> ReadyToSign | None:
    found = (one for one in sign_offs(connection, review_id) if isinstance(one, ReadyToSign))
    return next((one for one in found if one.version == version), None)


def _line(record: SignOffRecord) -> Line:
    name = f"{record.version}/{kind_of(record)}"
    return Line(register=SIGN_OFF, key=name, before=None, after=to_text(sign_off_to_json(record)))
