"""A client's inventory comes into a review file through the command line, and goes out again by undo."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.register_import import FieldMapping, import_edit, preview, read_inventory, read_mapping
from app.workspace import StaleEditError, Workspace
from models.storage import open_file
from models.values import RegisterName
from tests.command_line import PASSPHRASE, done, plumbline, refusal
from tests.inventories import DATA
from tests.quick_keys import QUICK

SAMPLE, MAPPING = DATA / "dirty_inventory.csv", DATA / "federal_inventory.toml"
PUBLIC = Path(__file__).parents[3] / "shared" / "data" / "ai_inventory_2023.csv"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("clients") / "empty.plumbline"
    done("new", file, "--client", "Example")
    return file


@pytest.fixture
def file(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty, tmp_path / "a.plumbline"))


def exported(file: Path) -> dict[str, Any]:
    out = file.with_suffix(".json")
    done("export", file, "--format", "json", "--out", out)
    review: dict[str, Any] = json.loads(out.read_bytes())
    return review


def test_an_inventory_comes_in_with_a_mapping_and_is_in_the_change_log(file: Path) -> None:
    said = done("import-register", file, SAMPLE, "--as", "ai_tools", "--mapping", MAPPING).decode()

    assert "Text in UTF-8, separated by comma; headings in row 1, 8 columns, 8 rows below." in said
    assert "Development_Stage -> Status (status)" in said
    assert "1 × Operation and Maintenance -> Live" in said
    assert said.endswith("8 rows, 7 added, 1 without a name left out.\n")
    tools = exported(file)["ai_tools"]
    assert [tool["source"] for tool in tools] == [f"EX-000{n}" for n in (1, 2, 3, 4, 5, 6, 8)]
    with open_file(file, PASSPHRASE, cost=QUICK) as store:
        labels = {entry.label for entry in store.history("R1") if entry.register is RegisterName.AI_TOOLS}
    assert labels == {"Import 7 rows into AI tools"}
    assert b"sound" in done("check", file)


def test_a_dry_run_shows_all_and_writes_nothing(file: Path) -> None:
    before = exported(file)

    said = done(
        "import-register", file, SAMPLE, "--as", "ai_tools", "--mapping", MAPPING, "--dry-run"
    ).decode()

    assert "8 rows: 7 to add, 1 without a name, left out." in said
    assert "Nothing is written" in said
    assert exported(file) == before


def test_a_missing_fact_is_refused_with_the_way_to_give_it(file: Path) -> None:
    before = file.read_bytes()

    finished = plumbline("import-register", file, SAMPLE, "--as", "ai_tools", "--duplicates", "add")

    message = finished.stderr.decode()
    assert finished.returncode == 1
    assert "Process criticality (process_criticality) is missing in 7 rows" in message
    assert "--set process_criticality=" in message
    assert b"Title -> Name (name)" in finished.stdout
    assert file.read_bytes() == before
    done(
        "import-register",
        file,
        SAMPLE,
        "--as",
        "ai_tools",
        "--duplicates",
        "add",
        "--set",
        "process_criticality=4",
    )
    assert {tool["process_criticality"] for tool in exported(file)["ai_tools"]} == {4}


def test_names_that_are_there_already_are_asked_about(file: Path) -> None:
    arguments = ("import-register", file, SAMPLE, "--as", "ai_tools", "--set", "process_criticality=4")

    finished = plumbline(*arguments)
    assert finished.returncode == 1
    assert b"--duplicates merge" in finished.stderr
    assert b"Row 5 has the name of row 4: undecided" in finished.stdout
    assert exported(file).get("ai_tools", []) == []
    done(*arguments, "--duplicates", "skip")
    again = done(*arguments, "--duplicates", "merge").decode()

    assert again.endswith("8 rows, 7 merged, 1 without a name left out.\n")
    assert len(exported(file)["ai_tools"]) == 6


def test_the_written_mapping_is_corrected_and_used(file: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mine.toml"
    plumbline("import-register", file, SAMPLE, "--as", "ai_tools", "--dry-run", "--write-mapping", mapping)

    text = mapping.read_text(encoding="utf-8")
    text = text.replace('"process_criticality" = ""', "process_criticality = 2")
    text = text.replace('"Operation and Maintenance" = ""', '"Operation and Maintenance" = "live"')
    mapping.write_text(text.replace("delimiter", 'duplicates = "add"\ndelimiter'), encoding="utf-8")
    done("import-register", file, SAMPLE, "--as", "ai_tools", "--mapping", mapping)

    tools = exported(file)["ai_tools"]
    assert [tool.get("status") for tool in tools[:3]] == ["live", "live", None]
    assert "Development_Stage: In production: less than 6 months" in tools[2]["notes"]


def test_a_workbook_comes_in_by_sheet(file: Path, tmp_path: Path) -> None:
    book, out = openpyxl.Workbook(), BytesIO()
    book.worksheets[0].append(("Vendor", "Services", "End date"))
    book.worksheets[0].append(("Acme, Inc", "Mail bot; Chat bot", "2026-12-31"))
    book.create_sheet("Systems").append(("System", "Type", "Records"))
    book["Systems"].append(("CRM", "Sales", 12000))
    book.save(out)
    inventory = tmp_path / "inventory.xlsx"
    inventory.write_bytes(out.getvalue())

    done("import-register", file, inventory, "--as", "vendors")
    done("import-register", file, inventory, "--as", "systems", "--sheet", "Systems")

    review = exported(file)
    assert review["vendors"] == [
        {"id": "V01", "name": "Acme, Inc", "products": ["Mail bot", "Chat bot"], "contract_end": "2026-12-31"}
    ]
    assert review["systems"] == [{"id": "S01", "name": "CRM", "category": "Sales", "people_records": 12000}]


def test_what_cannot_be_read_is_refused_and_leaves_the_file_as_it_was(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing of the kind")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("as = 'vendors'")

    assert "bad.xlsx" in refusal("import-register", file, bad, "--as", "ai_tools")
    assert "cannot be read" in refusal("import-register", file, tmp_path / "none.csv", "--as", "ai_tools")
    assert "wrong.toml" in refusal("import-register", file, SAMPLE, "--as", "ai_tools", "--mapping", wrong)
    assert "FIELD" in refusal("import-register", file, SAMPLE, "--as", "ai_tools", "--set", "x").upper()
    assert "replace" in refusal("import-register", file, SAMPLE, "--as", "ai_tools", "--write-mapping", file)
    assert "not there" in refusal("import-register", tmp_path / "none", SAMPLE, "--as", "ai_tools")
    assert file.read_bytes() == before


def test_undo_takes_an_import_back_on_disk(file: Path) -> None:
    workspace = Workspace(open_file(file, PASSPHRASE, cost=QUICK), "R1", "Tester")
    before = workspace.snapshot
    mapping = read_mapping(MAPPING.read_bytes())
    edit = import_edit(preview(before, read_inventory(SAMPLE.read_bytes(), mapping.register), mapping))

    workspace.apply(edit)
    assert len(workspace.snapshot.ai_tools) == 7
    workspace.apply(edit.inverse())
    workspace.close()

    with open_file(file, PASSPHRASE, cost=QUICK) as store:
        assert store.load("R1") == before


@pytest.mark.skipif(
    not PUBLIC.exists(), reason="THE REAL INVENTORY WAS NOT TRIED: it is not in ../shared/data"
)
def test_the_real_inventory_comes_in_whole(file: Path) -> None:
    said = done("import-register", file, PUBLIC, "--as", "ai_tools", "--mapping", MAPPING).decode()

    assert said.endswith(f"Imported into {file}: 710 rows, 710 added.\n")
    assert len(exported(file)["ai_tools"]) == 710
    assert b"sound" in done("check", file)


def test_an_edit_that_was_made_for_an_older_state_is_refused(file: Path) -> None:
    workspace = Workspace(open_file(file, PASSPHRASE, cost=QUICK), "R1", "Tester")
    mapping = FieldMapping(register=RegisterName.SYSTEMS)
    inventory = read_inventory(b"System\nCRM\n", RegisterName.SYSTEMS)
    edit = import_edit(preview(workspace.snapshot, inventory, mapping))

    workspace.apply(edit)
    with pytest.raises(StaleEditError):
        workspace.apply(edit)
    workspace.close()
