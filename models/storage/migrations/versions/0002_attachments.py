"""The second format: evidence files inside the review file, in parts. Frozen: files like this exist."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
ROWS = {"meta": 1}

GUARDS = (
    """CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment
    BEGIN SELECT RAISE(ABORT, 'an attachment stays as it was taken in'); END""",
    """CREATE TRIGGER attachment_part_no_update BEFORE UPDATE ON attachment_part
    BEGIN SELECT RAISE(ABORT, 'an attachment stays as it was taken in'); END""",
)


def upgrade() -> None:
    """Add the two tables and their guards; a program that knows the first format can still read the rest."""
    op.create_table(
        "attachment",
        sa.Column(
            "sha256",
            sa.Text,
            sa.CheckConstraint("length(sha256) = 64", name="attachment_hash_whole"),
            primary_key=True,
            nullable=False,
        ),
        sa.Column(
            "size", sa.Integer, sa.CheckConstraint("size >= 0", name="attachment_size"), nullable=False
        ),
        sa.Column("added", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "attachment_part",
        sa.Column(
            "sha256",
            sa.Text,
            sa.ForeignKey("attachment.sha256", name="attachment_part_of"),
            primary_key=True,
            nullable=False,
        ),
        sa.Column("n", sa.Integer, primary_key=True, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    for guard in GUARDS:
        op.execute(guard)
    op.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('readable_from', '2:1')")
