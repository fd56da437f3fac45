"""What an import would do is shown row by row, and nothing of a row is lost."""

from datetime import date

import pytest

from app.edits import put
from app.integrity import faults
from app.register_import import (
    DayOrder,
    Duplicates,
    FieldMapping,
    Outcome,
    Preview,
    import_edit,
    kept_mapping,
    preview,
    read_inventory,
    read_mapping,
    write_mapping,
)
from app.register_import.errors import (
    DuplicatesUndecidedError,
    FactsMissingError,
    MappingError,
    NoRowsError,
)
from models.snapshot import Snapshot
from models.values import (
    AITool,
    Approval,
    Audience,
    RegisterName,
    System,
    TaskPurpose,
    ToolStatus,
    Tri,
    Unknown,
    UseCase,
    Vendor,
)
from tests.changes import applied
from tests.inventories import DATA, EMPTY

TOOLS = RegisterName.AI_TOOLS
CRITICAL = {"process_criticality": "3"}


def shown(text: str, snapshot: Snapshot = EMPTY, mapping: FieldMapping | None = None) -> Preview:
    mapping = mapping or FieldMapping(register=TOOLS, defaults=CRITICAL)
    return preview(snapshot, read_inventory(text.encode(), mapping.register), mapping)


def tools(found: Preview, snapshot: Snapshot = EMPTY) -> list[AITool]:
    after = applied(snapshot, import_edit(found))
    assert faults(after) == ()
    return list(after.ai_tools.values())


def with_entries(*entries: AITool | Vendor | System) -> Snapshot:
    registers = {AITool: TOOLS, Vendor: RegisterName.VENDORS, System: RegisterName.SYSTEMS}
    snapshot = EMPTY
    for entry in entries:
        snapshot = applied(snapshot, put(snapshot, registers[type(entry)], entry))
    return snapshot


def test_every_kind_of_value_is_read() -> None:
    snapshot = with_entries(Vendor(id="V01", name="Acme, Inc"), System(id="S01", name="CRM"))
    text = (
        "Name\tVendor\tHost system\tApproval\tUsers\tUser groups"
        "\tApproved on\tSandbox first\tTrace items\tDecided\n"
        "Mail bot\tacme, inc\tS01\tYes\t1,200\tSales; Web, Shop\t1 Mar 2024\ty\t?\t13/04/2024\n"
    )
    mapping = FieldMapping(
        register=TOOLS,
        defaults=CRITICAL,
        columns={
            "Name": "name", "Vendor": "vendor", "Host system": "host_system", "Approval": "approval",
            "Users": "users", "User groups": "user_groups", "Approved on": "approved_on",
            "Sandbox first": "sandbox_first", "Trace items": "trace_items",
            "Decided": "decision_record.decided_on",
        },
    )  # fmt: skip

    (tool,) = tools(shown(text, snapshot, mapping), snapshot)

    assert (tool.vendor, tool.host_system, tool.approval) == ("V01", "S01", Approval.APPROVED_GENERAL)
    assert (tool.users, tool.user_groups) == (1200, ("Sales", "Web, Shop"))
    assert (tool.approved_on, tool.sandbox_first, tool.trace_items) == (
        date(2024, 3, 1),
        Tri.YES,
        Unknown.UNKNOWN,
    )
    assert tool.decision_record is not None
    assert tool.decision_record.decided_on == date(2024, 4, 13)
    assert tool.notes is None
    assert tool.process_criticality == 3


def test_what_cannot_be_read_stays_unknown_and_is_kept_and_reported_by_row() -> None:
    text = "Name,Status,Users,Vendor,Approved on\nA,Live,1,,\nMail bot,Maybe,lots,Acme,03/04/2024\n"

    found = shown(text)

    tool = tools(found)[1]
    assert (tool.status, tool.users, tool.vendor, tool.approved_on) == (None, None, None, None)
    assert tool.notes == "Status: Maybe\nUsers: lots\nVendor: Acme\nApproved on: 03/04/2024"
    assert [(finding.row, finding.column) for finding in found.all_findings] == [
        (3, "Status"), (3, "Users"), (3, "Vendor"), (3, "Approved on"),
    ]  # fmt: skip
    assert [(use.text, use.meant) for use in found.uses] == [("Live", "Live"), ("Maybe", "")]


@pytest.mark.parametrize(
    ("order", "day"), [(DayOrder.DAY_FIRST, date(2024, 4, 3)), (DayOrder.MONTH_FIRST, date(2024, 3, 4))]
)
def test_a_day_that_could_be_two_is_read_in_the_order_that_was_said(order: DayOrder, day: date) -> None:
    mapping = FieldMapping(register=TOOLS, defaults=CRITICAL, day_order=order)

    assert tools(shown("Name,Approved on\nA,03/04/2024\n", mapping=mapping))[0].approved_on == day


def test_columns_without_a_field_are_kept_as_notes() -> None:
    text = "Name,Colour,Notes,Owner,Shape\nA,red,as it is,Bob,\n"

    (tool,) = tools(shown(text))

    assert tool.notes == "Colour: red\nas it is"
    assert tool.owner_person == "Bob"
    assert tool.owner is None


def test_several_columns_can_go_to_one_text_and_a_column_can_be_left_out() -> None:
    columns = {"Name": "name", "Why": "description", "How": "description", "Phone": "-"}
    mapping = FieldMapping(register=TOOLS, defaults=CRITICAL, columns=columns)

    first, second = tools(shown("name,why,how,phone\nA,x,y,123\nB,,y,456\n", mapping=mapping))

    assert (first.description, first.notes) == ("why: x\nhow: y", None)
    assert second.description == "y"


def test_a_long_name_is_shortened_and_kept_whole_in_the_notes() -> None:
    name = "Word " * 100

    (tool,) = tools(found := shown(f"Title,Colour\n{name},red\n"))

    assert len(tool.name) <= 300
    assert tool.name.endswith("Word…")
    assert tool.notes == f"Colour: red\nTitle: {name.strip()}"
    assert [finding.row for finding in found.all_findings] == [2]


def test_what_no_field_can_hold_is_cut_and_reported() -> None:
    (tool,) = tools(found := shown(f"Name,Summary,Colour\nA,{'x' * 25_000},{'y' * 25_000}\n"))

    assert len(tool.description or "") == len(tool.notes or "") == 20_000
    assert [finding.row for finding in found.all_findings] == [2, 2]


def test_the_mappings_words_count_before_ours_and_the_texts_are_kept() -> None:
    mapping = FieldMapping(
        register=TOOLS, defaults=CRITICAL, values={"status": {"Live": "paused", "Op*": "live", "*": ""}}
    )

    first, second, third = tools(shown("Name,Status\nA,live\nB,Operation (2)\nC,no idea\n", mapping=mapping))

    assert [tool.status for tool in (first, second, third)] == [ToolStatus.PAUSED, ToolStatus.LIVE, None]
    assert [tool.notes for tool in (second, third)] == ["Status: Operation (2)", "Status: no idea"]


def test_a_missing_fact_is_asked_once_for_all_rows() -> None:
    found = shown("Name\nA\nB\n", mapping=FieldMapping(register=TOOLS))

    assert found.missing == {"process_criticality": (2, 3)}
    with pytest.raises(FactsMissingError, match=r"process_criticality.* 2 rows: 2, 3"):
        import_edit(found)


def test_use_cases_say_all_that_is_missing() -> None:
    mapping = FieldMapping(register=RegisterName.USE_CASES)

    found = shown("Use case,Audience\nScoring,sales\nDrafts,\n", mapping=mapping)

    assert found.missing == {"task_purpose": (2, 3), "max_sensitivity": (2, 3), "audience": (3,)}


def test_rows_own_values_count_before_the_facts_for_all() -> None:
    facts = {"task_purpose": "analysis", "max_sensitivity": "4", "audience": "Internal"}
    mapping = FieldMapping(register=RegisterName.USE_CASES, defaults=facts)

    after = applied(EMPTY, import_edit(shown("Use case,Audience\nScoring,sales\nDrafts,\n", mapping=mapping)))

    first, second = after.use_cases.values()
    assert isinstance(first, UseCase)
    assert (first.audience, second.audience) == (Audience.SALES, Audience.INTERNAL)
    assert (first.task_purpose, first.max_sensitivity) == (TaskPurpose.ANALYSIS, 4)


def test_a_fact_that_does_not_fit_is_refused() -> None:
    with pytest.raises(MappingError, match=r"defaults\.process_criticality"):
        shown("Name\nA\n", mapping=FieldMapping(register=TOOLS, defaults={"process_criticality": "9"}))


def test_rows_without_a_name_are_left_out_and_said() -> None:
    found = shown("Name,Owner\nA,b\n,c\n \t,\n")

    assert [row.outcome for row in found.rows] == [Outcome.ADD, Outcome.NAMELESS]
    assert [(finding.row, finding.message) for finding in found.all_findings] == [
        (3, "It has no name and is left out.")
    ]


def test_without_a_column_of_names_nothing_is_imported() -> None:
    with pytest.raises(FactsMissingError, match=r"Name \(name\) is missing in 2 rows"):
        import_edit(shown("Colour,Owner\nred,b\nblue,c\n"))


def test_names_that_are_there_already_have_to_be_decided() -> None:
    snapshot = with_entries(AITool(id="T07", name="Mail  Bot", process_criticality=1))

    found = shown("Name\nmail bot\nChat\nCHAT \n", snapshot)

    assert [(row.outcome, row.same_as, row.same_row) for row in found.rows] == [
        (Outcome.UNDECIDED, "T07", 0),
        (Outcome.ADD, "", 0),
        (Outcome.UNDECIDED, "T08", 3),
    ]
    with pytest.raises(DuplicatesUndecidedError, match="2 rows: 2, 4"):
        import_edit(found)


def test_merging_fills_only_what_is_missing_and_keeps_the_rest_as_notes() -> None:
    there = AITool(id="T07", name="Mail Bot", process_criticality=1, owner_person="Bob", notes="Seen.")
    snapshot = with_entries(there)
    mapping = FieldMapping(register=TOOLS, defaults=CRITICAL, duplicates=Duplicates.MERGE)
    text = "Name,Owner,Status,Colour\nmail bot,Eve,live,red\nmail bot,bob,Paused,\nNew,,,\n"

    found = shown(text, snapshot, mapping)

    first, second = tools(found, snapshot)
    assert first == there.with_values(
        status=ToolStatus.LIVE, notes="Seen.\nColour: red\nOwner's name: Eve\nStatus: Paused"
    )
    assert (second.id, second.name, second.process_criticality) == ("T08", "New", 3)
    assert found.before == {"T07": there}


def test_duplicates_can_be_skipped_added_or_decided_one_by_one() -> None:
    inventory = read_inventory(b"Name\nA\na\nA\n", TOOLS)
    mapping = FieldMapping(register=TOOLS, defaults=CRITICAL, duplicates=Duplicates.SKIP)

    skipped = preview(EMPTY, inventory, mapping)
    decided = preview(EMPTY, inventory, mapping, {4: Duplicates.ADD})

    assert [tool.name for tool in tools(skipped)] == ["A"]
    assert [(tool.id, tool.name) for tool in tools(decided)] == [("T01", "A"), ("T02", "A")]
    assert skipped.numbers(Outcome.SKIP) == (3, 4)


def test_when_all_is_skipped_there_is_nothing_to_import() -> None:
    snapshot = with_entries(AITool(id="T07", name="A", process_criticality=1))
    mapping = FieldMapping(register=TOOLS, defaults=CRITICAL, duplicates=Duplicates.SKIP)

    with pytest.raises(NoRowsError):
        import_edit(shown("Name\nA\n", snapshot, mapping))


def test_undo_takes_a_whole_import_back() -> None:
    snapshot = with_entries(AITool(id="T07", name="A", process_criticality=1))
    mapping = FieldMapping(register=TOOLS, defaults=CRITICAL, duplicates=Duplicates.MERGE)

    edit = import_edit(shown("Name,Status\nB,\nA,live\nC,\n", snapshot, mapping))

    assert edit.label == "Import 3 rows into AI tools"
    assert applied(applied(snapshot, edit), edit.inverse()) == snapshot


def test_the_kept_mapping_says_all_that_is_left_to_say_and_gives_the_same_preview() -> None:
    found = shown("Name,Status\nA,Operation\nB,live\n", mapping=FieldMapping(register=TOOLS))

    kept = read_mapping(write_mapping(kept_mapping(found)))

    assert kept.columns == {"Name": "name", "Status": "status"}
    assert kept.values == {"status": {"Operation": ""}}
    assert kept.defaults == {"process_criticality": ""}
    assert kept.read_as.delimiter == ","
    assert shown("Name,Status\nA,Operation\nB,live\n", mapping=kept).missing == found.missing


def test_a_column_that_the_mapping_names_in_vain_is_said() -> None:
    mapping = FieldMapping(register=TOOLS, defaults=CRITICAL, columns={"Name": "name", "Gone": "status"})

    found = shown("Name,Extra\nA,x\n", mapping=mapping)

    assert [(finding.row, finding.column) for finding in found.all_findings] == [(0, "Gone")]
    assert tools(found)[0].notes == "Extra: x"


def test_the_dirty_sample_comes_in_whole() -> None:
    data = (DATA / "dirty_inventory.csv").read_bytes()
    mapping = read_mapping((DATA / "federal_inventory.toml").read_bytes(), TOOLS)

    found = preview(EMPTY, read_inventory(data, TOOLS), mapping)

    assert [row.number for row in found.rows] == list(range(2, 10))
    assert found.numbers(Outcome.NAMELESS) == (8,)
    imported = tools(found)
    assert [tool.source for tool in imported] == [f"EX-000{n}" for n in (1, 2, 3, 4, 5, 6, 8)]
    assert [tool.status for tool in imported[:3]] == [ToolStatus.LIVE] * 3
    assert (
        imported[0].description
        == "Scores leads by what they read.\nTwo lines, and “curly” quotes – and a dash"
    )
    assert "don\ufffdt \uf0b0" in (imported[2].description or "")
    assert "Source_Code: https://a.example/x<br>https://b.example/y" in (imported[2].notes or "")
    assert imported[5].description == '=HYPERLINK("http://a.example")'
