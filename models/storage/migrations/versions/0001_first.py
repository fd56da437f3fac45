"""The first format: packs, reviews, entries and the append-only change log. Frozen: files like this exist."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

GUARDS = (
    """CREATE TRIGGER change_no_update BEFORE UPDATE ON change
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END""",
    """CREATE TRIGGER change_no_delete BEFORE DELETE ON change
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END""",
    """CREATE TRIGGER change_in_chain BEFORE INSERT ON change
    WHEN NEW.previous_hash IS NOT coalesce((SELECT hash FROM change ORDER BY seq DESC LIMIT 1), '')
    BEGIN SELECT RAISE(ABORT, 'the change does not follow the last one in the log'); END""",
    """CREATE TRIGGER pack_no_update BEFORE UPDATE ON pack
    BEGIN SELECT RAISE(ABORT, 'a question pack stays as it was when a review began'); END""",
    """CREATE TRIGGER pack_no_delete BEFORE DELETE ON pack
    BEGIN SELECT RAISE(ABORT, 'a question pack stays as it was when a review began'); END""",
)


def upgrade() -> None:
    """Make the tables and their guards."""
    op.create_table(
        "meta",
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "pack",
        sa.Column("digest", sa.Text, primary_key=True, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("body", sa.Text, sa.CheckConstraint("json_valid(body)"), nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "review",
        sa.Column("id", sa.Text, sa.CheckConstraint("id <> ''"), primary_key=True, nullable=False),
        sa.Column("number", sa.Integer, sa.CheckConstraint("number > 0"), nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("sealed", sa.Integer, sa.CheckConstraint("sealed IN (0, 1)"), nullable=False),
        sa.Column("pack", sa.Text, sa.ForeignKey("pack.digest"), nullable=False),
        sa.Column("risk_model", sa.Text, nullable=False),
        sa.Column("extras", sa.Text, sa.CheckConstraint("json_valid(extras)"), nullable=False),
        sa.Column("created", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "entry",
        sa.Column("review_id", sa.Text, sa.ForeignKey("review.id"), primary_key=True, nullable=False),
        sa.Column("register", sa.Text, primary_key=True, nullable=False),
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, sa.CheckConstraint("json_valid(body)"), nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "change",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("review_id", sa.Text, sa.ForeignKey("review.id"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("register", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("position", sa.Integer),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("edit_id", sa.Text, nullable=False),
        sa.Column("previous_hash", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, sa.CheckConstraint("length(hash) = 64"), nullable=False),
        sa.Column("before", sa.Text, sa.CheckConstraint("before IS NULL OR json_valid(before)")),
        sa.Column("after", sa.Text, sa.CheckConstraint("after IS NULL OR json_valid(after)")),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    for guard in GUARDS:
        op.execute(guard)
