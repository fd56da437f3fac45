"""Rows of any format are read under the names of ours, whichever way the columns were renamed."""

import pytest
from sqlalchemy import create_engine

from models.storage.format import CURRENT
from models.storage.migrations.columns import Columns
from models.storage.tables import attachment, meta

OLD = {CURRENT.version: {"meta.name": "key"}, CURRENT.version - 1: {"meta.word": "name"}}
NEW = {CURRENT.version + 1: {"meta.key": "name"}, CURRENT.version + 2: {"meta.name": "word"}}


@pytest.mark.parametrize(
    ("version", "renamed", "key"),
    [
        (CURRENT.version, OLD | NEW, "key"),
        (CURRENT.version - 1, OLD, "name"),
        (CURRENT.version - 2, OLD, "word"),
        (CURRENT.version + 1, NEW, "name"),
        (CURRENT.version + 2, NEW, "word"),
    ],
)
def test_a_renamed_column_is_found_in_formats_before_and_after_ours(
    version: int, renamed: dict[int, dict[str, str]], key: str
) -> None:
    with create_engine("sqlite://").begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE meta ({key} TEXT)")
        connection.exec_driver_sql("INSERT INTO meta VALUES ('b'), ('a')")
        columns = Columns(connection, version, renamed)

        rows = connection.execute(columns.rows(meta, "key")).all()

        assert [(row.key, row.value) for row in rows] == [("a", None), ("b", None)]
        assert columns.has(meta)
        assert not columns.has(attachment)
