"""What is said of an import is kept in a draft, and a draft never writes."""

from io import BytesIO

import openpyxl
import pytest

from app.edits import put
from app.register_import import KEPT, DayOrder, Duplicates, FieldMapping, Outcome, ReadAs
from app.register_import.draft import (
    Draft,
    begun,
    column_offers,
    examples,
    looked_at,
    meant_for,
    reread,
    value_offers,
    with_column,
    with_day_order,
    with_decision,
    with_fact,
    with_mapping,
    with_meaning,
    with_policy,
)
from app.register_import.errors import ImportStoppedError, NoRowsError
from app.register_import.headings import fields_of
from app.register_import.summing_up import problem_rows, summary
from models.values import AITool, RegisterName
from tests.changes import applied
from tests.inventories import DATA, EMPTY

SAMPLE = (DATA / "dirty_inventory.csv").read_bytes()


def drafted(text: str, register: RegisterName | None = None) -> Draft:
    return begun("list.csv", text.encode(), register)


@pytest.mark.parametrize(
    ("headings", "register"),
    [
        ("Tool name,Vendor,Development stage,Techniques", RegisterName.AI_TOOLS),
        ("System,Environment,Number of records,Audit log", RegisterName.SYSTEMS),
        ("Supplier,Services,Contract end,Sub-processors", RegisterName.VENDORS),
        ("Use case,Task type,Data sensitivity,Audience", RegisterName.USE_CASES),
    ],
)
def test_what_a_file_lists_is_guessed_from_its_headings(headings: str, register: RegisterName) -> None:
    assert drafted(f"{headings}\na,b,c,d\n").register is register


def test_what_was_asked_for_goes_before_the_guess() -> None:
    draft = drafted("Supplier,Services\nAcme,Mail\n", RegisterName.SYSTEMS)

    assert draft.register is RegisterName.SYSTEMS
    assert meant_for(draft, RegisterName.VENDORS).mapping.columns == {
        "Supplier": "name",
        "Services": "products",
    }


def test_a_field_of_one_value_is_taken_from_the_column_that_had_it() -> None:
    draft = drafted("Name,Title,Owner\nA,B,C\n", RegisterName.AI_TOOLS)

    sent = with_column(draft, "Title", "name")

    assert (sent.mapping.columns["Title"], sent.mapping.columns["Name"]) == ("name", KEPT)
    assert sent.mapping.columns["Owner"] == draft.mapping.columns["Owner"]
    assert not with_column(sent, "Title", KEPT).has_names


def test_the_facts_that_every_entry_needs_are_named_until_they_are_said() -> None:
    draft = drafted("Use case,Audience\nA,Customers\n", RegisterName.USE_CASES)
    assert draft.facts == ("task_purpose", "max_sensitivity", "audience")
    assert draft.facts_missing == ("task_purpose", "max_sensitivity")

    said = with_fact(with_fact(draft, "task_purpose", "draft_text"), "max_sensitivity", "3")

    assert said.facts_missing == ()
    assert with_fact(said, "max_sensitivity", "").facts_missing == ("max_sensitivity",)


def test_a_meaning_is_said_only_where_the_text_is_not_read_so_anyway() -> None:
    draft = with_fact(
        drafted("Name,Status\nA,Live\nB,Humming\n", RegisterName.AI_TOOLS), "process_criticality", "3"
    )

    humming = with_meaning(draft, "status", ["Humming", "Live"], "live", EMPTY)
    unknown = with_meaning(humming, "status", ["Live"], "", EMPTY)

    assert humming.mapping.values["status"] == {"Humming": "live"}
    assert [use.meant for use in looked_at(humming, EMPTY).uses] == ["Live", "Live"]
    assert [use.meant for use in looked_at(unknown, EMPTY).uses] == ["", "Live"]
    assert with_meaning(unknown, "status", ["Live"], "live", EMPTY).mapping == humming.mapping


def test_what_can_be_chosen_for_a_text_are_the_values_of_its_field() -> None:
    fields = fields_of(RegisterName.AI_TOOLS)

    status = value_offers(fields["status"], EMPTY, "nothing")
    criticality = value_offers(fields["process_criticality"], EMPTY, "nothing")

    assert [offer.value for offer in status] == ["", "planned", "trial", "live", "paused", "retired"]
    assert [offer.value for offer in criticality] == ["", "1", "2", "3", "4", "5"]
    assert [offer.value for offer in column_offers(RegisterName.AI_TOOLS)][:3] == ["", "-", "name"]


def test_another_separator_lays_the_table_out_anew() -> None:
    draft = drafted("Name;Vendor, and more\nA;B, and C\nD;E, and F\n", RegisterName.AI_TOOLS)
    assert draft.inventory.columns == ("Name;Vendor", "and more")

    other = reread(draft, ReadAs(delimiter=";"))

    assert other.inventory.columns == ("Name", "Vendor, and more")
    assert other.mapping.columns == {"Name": "name", "Vendor, and more": KEPT}
    with pytest.raises(NoRowsError):
        reread(draft, ReadAs(header_row=99))


def test_what_was_said_holds_in_another_encoding_of_the_same_headings() -> None:
    data = "Name,Office\nA,Köln\n".encode()
    draft = with_column(begun("list.csv", data, RegisterName.AI_TOOLS), "Office", "owner_person")

    same = reread(draft, ReadAs(encoding="cp1252"))

    assert same.mapping == draft.mapping
    assert same.inventory.rows[0].cells == ("A", "KÃ¶ln")
    assert same.inventory.read_as.encoding == "cp1252"


def test_single_rows_are_decided_against_the_rest_and_a_new_policy_is_for_all() -> None:
    draft = with_fact(drafted("Name\nA\nA\nA\n", RegisterName.AI_TOOLS), "process_criticality", "3")
    skipped = with_policy(draft, Duplicates.SKIP)

    one = with_decision(skipped, [4], Duplicates.ADD)
    all_of_them = with_policy(one, Duplicates.MERGE)

    outcomes = [[row.outcome for row in looked_at(each, EMPTY).rows] for each in (draft, one, all_of_them)]
    assert outcomes == [
        [Outcome.ADD, Outcome.UNDECIDED, Outcome.UNDECIDED],
        [Outcome.ADD, Outcome.SKIP, Outcome.ADD],
        [Outcome.ADD, Outcome.MERGE, Outcome.MERGE],
    ]


def test_dates_are_found_and_read_as_said() -> None:
    text = "Name,Approval date,Criticality\nA,03/04/2024,3\n"
    draft = drafted(text, RegisterName.AI_TOOLS)
    assert draft.columns_of_days == ("Approval date",)

    (row,) = looked_at(with_day_order(draft, DayOrder.DAY_FIRST), EMPTY).rows

    assert isinstance(row.entry, AITool)
    assert str(row.entry.approved_on) == "2024-04-03"


def test_the_examples_of_a_column_are_its_first_different_texts() -> None:
    draft = drafted("Name,Status\nA,Live\nB,\nC,Live\nD,Trial\nE,Paused\nF,Planned\n")

    assert examples(draft, "Status") == ("Live", "Trial", "Paused")


def test_the_first_rows_are_kept_as_they_stand_in_the_file() -> None:
    book, out = openpyxl.Workbook(), BytesIO()
    book.worksheets[0].append(("Our tools",))
    book.worksheets[0].append(("Tool name", "Vendor"))
    book.worksheets[0].append(("Mail bot", "Acme"))
    book.save(out)

    draft = begun("list.xlsx", out.getvalue())

    assert [row.cells for row in draft.inventory.top] == [
        ("Our tools",),
        ("Tool name", "Vendor"),
        ("Mail bot", "Acme"),
    ]
    assert draft.inventory.read_as.header_row == 2


@pytest.mark.parametrize("is_book", [False, True], ids=["text", "workbook"])
def test_reading_can_be_stopped_at_any_row(is_book: bool) -> None:
    book, out = openpyxl.Workbook(), BytesIO()
    for cells in (("Name",), ("A",), ("B",)):
        book.worksheets[0].append(cells)
    book.save(out)
    rows = 0

    def stop() -> None:
        nonlocal rows
        rows += 1
        if rows == 2:
            raise ImportStoppedError

    with pytest.raises(ImportStoppedError):
        begun("list", out.getvalue() if is_book else b"Name\nA\nB\n", RegisterName.AI_TOOLS, stop)
    assert rows == 2


def test_looking_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []

    looked_at(drafted("Name\nA\nB\n"), EMPTY, lambda done, of: told.append((done, of)))

    assert told == [(1, 2), (2, 2)]


def test_the_sum_says_what_comes_in_what_is_left_out_and_what_stays_unknown() -> None:
    there = put(EMPTY, RegisterName.AI_TOOLS, AITool(id="T01", name="Forecast", process_criticality=1))
    review = applied(EMPTY, there)
    draft = with_policy(with_fact(begun("list.csv", SAMPLE), "process_criticality", "4"), Duplicates.SKIP)
    found = looked_at(draft, review)

    said = summary(found, review)

    assert said[:3] == (
        "5 AI tools are added to the 1 that are there.",
        "2 rows are skipped: their names are there already.",
        "1 row is left out: it has no name.",
    )
    assert "Process criticality is “4” for every row that does not say it." in said
    assert {5, 7, 8} <= set(problem_rows(found))
    assert with_mapping(draft, FieldMapping(register=draft.register)).mapping.columns == draft.mapping.columns
