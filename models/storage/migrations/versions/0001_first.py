"""The first format: packs, reviews, entries and the append-only change log. Frozen: files like this exist.

Every constraint has a name: Alembic forgets one without a name when it makes a table anew.
"""

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
        sa.Column(
            "body", sa.Text, sa.CheckConstraint("json_valid(body)", name="pack_body_json"), nullable=False
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "review",
        sa.Column(
            "id",
            sa.Text,
            sa.CheckConstraint("id <> ''", name="review_id_not_empty"),
            primary_key=True,
            nullable=False,
        ),
        sa.Column(
            "number",
            sa.Integer,
            sa.CheckConstraint("number > 0", name="review_number_from_1"),
            nullable=False,
        ),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column(
            "sealed",
            sa.Integer,
            sa.CheckConstraint("sealed IN (0, 1)", name="review_sealed_or_not"),
            nullable=False,
        ),
        sa.Column("pack", sa.Text, sa.ForeignKey("pack.digest", name="review_pack"), nullable=False),
        sa.Column("risk_model", sa.Text, nullable=False),
        sa.Column(
            "extras",
            sa.Text,
            sa.CheckConstraint("json_valid(extras)", name="review_extras_json"),
            nullable=False,
        ),
        sa.Column("created", sa.Text, nullable=False),
        sa.UniqueConstraint("number", name="review_number_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "entry",
        sa.Column(
            "review_id",
            sa.Text,
            sa.ForeignKey("review.id", name="entry_review"),
            primary_key=True,
            nullable=False,
        ),
        sa.Column("register", sa.Text, primary_key=True, nullable=False),
        sa.Column("key", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column(
            "body", sa.Text, sa.CheckConstraint("json_valid(body)", name="entry_body_json"), nullable=False
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "change",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("review_id", sa.Text, sa.ForeignKey("review.id", name="change_review"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("register", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("position", sa.Integer),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("edit_id", sa.Text, nullable=False),
        sa.Column("previous_hash", sa.Text, nullable=False),
        sa.Column(
            "hash", sa.Text, sa.CheckConstraint("length(hash) = 64", name="change_hash_whole"), nullable=False
        ),
        sa.Column(
            "before",
            sa.Text,
            sa.CheckConstraint("before IS NULL OR json_valid(before)", name="change_before_json"),
        ),
        sa.Column(
            "after",
            sa.Text,
            sa.CheckConstraint("after IS NULL OR json_valid(after)", name="change_after_json"),
        ),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="change_of_something"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    for guard in GUARDS:
        op.execute(guard)
