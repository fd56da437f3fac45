"""A real public register with real dirt comes in whole: 710 rows in, 710 tools out."""

import csv
from pathlib import Path

import pytest

from app.integrity import faults
from app.register_import import (
    FieldMapping,
    Outcome,
    Preview,
    import_edit,
    preview,
    read_inventory,
    read_mapping,
)
from models.values import RegisterName, ToolStatus
from tests.changes import applied
from tests.inventories import DATA, EMPTY

INVENTORY = Path(__file__).parents[4] / "shared" / "data" / "ai_inventory_2023.csv"
TOOLS = RegisterName.AI_TOOLS

pytestmark = pytest.mark.skipif(
    not INVENTORY.exists(),
    reason=f"THE REAL INVENTORY WAS NOT TRIED: {INVENTORY.name} is not in ../shared/data",
)


@pytest.fixture(scope="module")
def found() -> Preview:
    mapping = read_mapping((DATA / "federal_inventory.toml").read_bytes())
    return preview(EMPTY, read_inventory(INVENTORY.read_bytes(), TOOLS, mapping.read_as), mapping)


@pytest.fixture(scope="module")
def records() -> list[dict[str, str]]:
    with INVENTORY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_becomes_a_tool(found: Preview, records: list[dict[str, str]]) -> None:
    edit = import_edit(found)
    after = applied(EMPTY, edit)

    assert len(records) == len(found.rows) == len(after.ai_tools) == 710
    assert faults(after) == ()
    assert applied(after, edit.inverse()) == EMPTY
    assert [tool.name for tool in after.ai_tools.values()] == [record["Title"].strip() for record in records]


def test_how_it_was_written_is_found(found: Preview) -> None:
    how = found.inventory.read_as

    assert (how.encoding, how.delimiter, how.header_row) == ("utf-8", ",", 1)


def test_no_text_is_lost(found: Preview, records: list[dict[str, str]]) -> None:
    tools = applied(EMPTY, import_edit(found)).ai_tools.values()

    for record, tool in zip(records, tools, strict=True):
        whole = "\n".join([tool.name, *filter(None, (tool.kind, tool.description, tool.source, tool.notes))])
        for column, text in record.items():
            kept = text.replace("\r\n", "\n").strip()
            assert kept in whole or column == "Development_Stage", (record["Use_Case_ID"], column)


def test_what_is_worth_a_look_is_said_and_no_more(found: Preview) -> None:
    assert [(finding.row, finding.column) for finding in found.all_findings] == [
        (12, "Techniques"), (551, "Techniques"), (620, "Techniques"),
    ]  # fmt: skip
    assert [(row.number, row.same_row) for row in found.duplicates] == [(68, 67), (369, 368), (398, 397)]


def test_stages_are_read_as_the_mapping_says_and_the_rest_stays_unknown(found: Preview) -> None:
    tools = list(applied(EMPTY, import_edit(found)).ai_tools.values())
    counts = {status: sum(tool.status is status for tool in tools) for status in (*ToolStatus, None)}

    assert counts[ToolStatus.LIVE] == 91 + 26 + 50 + 27 + 6 + 3 + 2 + 1 + 1 + 1
    assert counts[ToolStatus.PLANNED] == 74 + 7
    assert counts[ToolStatus.TRIAL] == 81 + 6 + 2 + 5
    assert counts[None] == 321 + 6
    assert {(tool.vendor, tool.owner, tool.approval, tool.autonomy) for tool in tools} == {(None,) * 4}


def test_without_a_mapping_the_columns_are_guessed_and_the_missing_fact_is_asked() -> None:
    guess = preview(EMPTY, read_inventory(INVENTORY.read_bytes(), TOOLS), FieldMapping(register=TOOLS))

    assert {column: path for column, path in guess.mapping.columns.items() if path} == {
        "Use_Case_ID": "source",
        "Title": "name",
        "Summary": "description",
        "Development_Stage": "status",
        "Techniques": "kind",
    }
    assert list(guess.missing) == ["process_criticality"]
    assert len(guess.missing["process_criticality"]) + len(guess.numbers(Outcome.UNDECIDED)) == 710
