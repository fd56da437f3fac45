"""The tables of a review file, as the newest migration leaves them.

The entries are one table with JSON bodies, so that a new field needs no migration. The migrations make the
tables; a test holds this description to what they make.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
)

pack = Table(
    "pack",
    metadata,
    Column("digest", Text, primary_key=True, nullable=False),
    Column("version", Text, nullable=False),
    Column("body", Text, nullable=False),
)

review = Table(
    "review",
    metadata,
    Column("id", Text, primary_key=True, nullable=False),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("sealed", Integer, nullable=False),
    Column("pack", Text, ForeignKey("pack.digest"), nullable=False),
    Column("risk_model", Text, nullable=False),
    Column("extras", Text, nullable=False),
    Column("created", Text, nullable=False),
    UniqueConstraint("number", name="review_number_once"),
)

entry = Table(
    "entry",
    metadata,
    Column("review_id", Text, ForeignKey("review.id"), primary_key=True, nullable=False),
    Column("register", Text, primary_key=True, nullable=False),
    Column("key", Text, primary_key=True, nullable=False),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

change = Table(
    "change",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("review_id", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("register", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("position", Integer),
    Column("reason", Text, nullable=False),
    Column("edit_id", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    ForeignKeyConstraint(["review_id"], ["review.id"]),
    sqlite_autoincrement=True,
)

attachment = Table(
    "attachment",
    metadata,
    Column("sha256", Text, primary_key=True, nullable=False),
    Column("size", Integer, nullable=False),
    Column("added", Text, nullable=False),
)

attachment_part = Table(
    "attachment_part",
    metadata,
    Column("sha256", Text, ForeignKey("attachment.sha256"), primary_key=True, nullable=False),
    Column("n", Integer, primary_key=True, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

# Whatever else happens to a file, without these its change log is not to be trusted.
GUARDS = frozenset(
    {
        "change_no_update", "change_no_delete", "change_in_chain", "pack_no_update", "pack_no_delete",
        "attachment_no_update", "attachment_part_no_update",
    }
)  # fmt: skip
