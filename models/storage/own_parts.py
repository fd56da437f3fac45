"""Refuses a file that brings code of its own: who sends a file and its passphrase chooses all that is in it.

SQLite runs what a file holds: triggers on what we write, views and virtual tables in place of our tables,
expressions in columns and indexes. Ours has the guards of the change log, word for word, and nothing else.
"""

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import Connection

from models.storage.errors import ForeignPartsError

MOST_PARTS = 200
_PARTS = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL LIMIT 201"  # one too many
_COMPUTES = re.compile(r"\bgenerated\b|\bas\s*\(|\bvirtual\b", re.IGNORECASE)
_OF_EXPRESSIONS = re.compile(r"\(.*\(|\bwhere\b", re.IGNORECASE | re.DOTALL)
# Each guard of the migrations by the SHA-256 of its words: one that says something else is no guard.
_GUARDS: Mapping[str, str] = MappingProxyType(
    {
        "change_no_update": "ecd8caf660bbec3a5ef6333a66b56223",
        "change_no_delete": "965eb86af8d7e94973496fc54795dc5e",
        "change_in_chain": "f73f2e744d201676f8a3e56cc399f5bf",
        "pack_no_update": "b58f8205a7082932d406dc61f45dd26f",
        "pack_no_delete": "53aa5f8b28fc84a5c9b3e62ba25430fa",
        "attachment_no_update": "e8b7bc6fa02e8c8354a4cd261f0767c9",
        "attachment_part_no_update": "05d4d0a43959934ab0b895a311822f62",
    }
)


def refuse_foreign_parts(connection: Connection) -> None:
    """Raises ForeignPartsError where the file holds anything that runs and is not ours."""
    rows = connection.exec_driver_sql(_PARTS).all()
    if len(rows) > MOST_PARTS or not all(_is_ours(*map(str, row)) for row in rows):
        raise ForeignPartsError


def _is_ours(kind: str, name: str, sql: str) -> bool:
    match kind:
        case "table":
            return not _COMPUTES.search(sql)
        case "index":
            return not _OF_EXPRESSIONS.search(sql)
        case "trigger":
            return _GUARDS.get(name) == hashlib.sha256(" ".join(sql.split()).encode()).hexdigest()[:32]
        case _:
            return False
