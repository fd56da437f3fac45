"""Reads the change log in parts, the newest lines first, so that a long one need not be read whole."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from models.storage.change_log import ChangeRecord, record_of
from models.storage.tables import change
from models.values import RegisterName


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPart:
    """Which lines: of a register, of one entry, of every answer to a question, by one person.

    `before` is the number of a line: only earlier ones; `most` is how many at most.
    """

    register: RegisterName | None = None
    key: str = ""
    question: str = ""
    who: str = ""
    before: int | None = None
    most: int = 200


def lines_of(connection: Connection, review_id: str, part: LogPart) -> tuple[ChangeRecord, ...]:
    """The lines of a part, the newest first. Raises DamagedFileError."""
    lines = select(change).where(change.c.review_id == review_id)
    if part.register is not None:
        lines = lines.where(change.c.register == part.register.value)
    if part.key:
        lines = lines.where(change.c.key == part.key)
    if part.question:
        of_answers = change.c.register == RegisterName.ANSWERS.value
        lines = lines.where(of_answers, change.c.key.startswith(f"{part.question}/", autoescape=True))
    if part.who:
        lines = lines.where(change.c.who == part.who)
    if part.before is not None:
        lines = lines.where(change.c.seq < part.before)
    newest = lines.order_by(change.c.seq.desc()).limit(part.most)
    return tuple(record_of(row) for row in connection.execute(newest))


def signers(connection: Connection, review_id: str) -> tuple[str, ...]:
    """Everybody who signed a line of a review, by name."""
    names = select(change.c.who).where(change.c.review_id == review_id).distinct().order_by(change.c.who)
    return tuple(connection.execute(names).scalars())


def hash_at(connection: Connection, seq: int) -> str:
    """The hash of one line, or nothing where there is no such line."""
    return str(connection.execute(select(change.c.hash).where(change.c.seq == seq)).scalar() or "")
