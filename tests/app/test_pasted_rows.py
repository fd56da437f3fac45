"""Lines out of a spreadsheet become rows or values, and nothing in them is lost."""

from app.edits import Edit
from app.integrity import faults
from app.packs import built_in_pack
from app.pasted_rows import added_rows, filled_cells, pasted_into, table_of
from models.snapshot import Snapshot
from models.values import Approval, Confidence, Engagement, Owner, RegisterName, TaskPurpose, Unknown
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")
EMPTY = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Example"))
TOOLS = RegisterName.AI_TOOLS


def after(snapshot: Snapshot, edit: Edit | None) -> Snapshot:
    for change in edit.changes if edit else ():
        assert change.after is not None
        snapshot = snapshot.with_entry(change.register, change.after, change.index)
    assert faults(snapshot) == ()
    return snapshot


def test_cells_with_tabs_quotes_and_line_breaks_are_read_as_spreadsheets_write_them() -> None:
    assert table_of('a\t"two\nlines"\r\n\n"say ""so"""\tb\n') == [["a", "two\nlines"], ['say "so"', "b"]]


def test_names_become_rows_in_their_order_marked_as_assumed() -> None:
    pasted = added_rows(EMPTY, TOOLS, "Zeta\nAlpha\n<b>& 🦆\n")

    tools = list(after(EMPTY, pasted.edit).ai_tools.values())
    assert [tool.name for tool in tools] == ["Zeta", "Alpha", "<b>& 🦆"]
    assert {tool.process_criticality for tool in tools} == {5}
    assert {tool.confidence for tool in tools} == {Confidence.ASSUMED}
    assert pasted.keys == ("T01", "T02", "T03")
    assert pasted.problems == ()


def test_a_first_line_of_headings_says_where_the_columns_go() -> None:
    text = "Owner\tName\tNot a field\tHow it came to be on\nnobody\tMail bot\tx\tupgrade\n"

    pasted = added_rows(EMPTY, TOOLS, text)

    tool = after(EMPTY, pasted.edit).ai_tools["T01"]
    assert (tool.name, tool.owner) == ("Mail bot", Owner.NONE)


def test_what_does_not_fit_is_kept_as_a_note() -> None:
    pasted = added_rows(EMPTY, TOOLS, "Name\tApproval\tUsers\nMail bot\tby Bob\tlots\n")

    tool = after(EMPTY, pasted.edit).ai_tools["T01"]
    assert tool.approval is None
    assert tool.notes == "Approval: by Bob\nUsers: lots"
    assert pasted.problems == ("Approval: by Bob", "Users: lots")


def test_a_line_without_what_a_row_needs_is_reported_and_left_out() -> None:
    pasted = added_rows(EMPTY, RegisterName.DATA_FLOWS, "Mail bot\tContacts\n")

    assert pasted.edit is None
    assert pasted.problems


def test_use_cases_start_with_the_more_exposed_facts() -> None:
    pasted = added_rows(EMPTY, RegisterName.USE_CASES, "Scoring\n")

    use_case = after(EMPTY, pasted.edit).use_cases["U01"]
    assert use_case.max_sensitivity == 5
    assert use_case.task_purpose is TaskPurpose.AUTOMATION


def test_nested_fields_are_filled_without_touching_their_neighbours() -> None:
    pasted = filled_cells(
        FERROWICK, RegisterName.VENDORS, ["V1", "V2"], ["approval.level"], "1\ndon't know\n"
    )

    vendors = after(FERROWICK, pasted.edit).vendors
    first, second, before = vendors["V1"].approval, vendors["V2"].approval, FERROWICK.vendors["V1"].approval
    assert first is not None
    assert second is not None
    assert before is not None
    assert (first.level, second.level) == (1, Unknown.UNKNOWN)
    assert first.statement == before.statement


def test_one_cell_goes_to_all_chosen_rows_and_an_empty_one_clears() -> None:
    pasted = filled_cells(FERROWICK, TOOLS, ["T01", "T02"], ["approval", "owner"], "unofficial")

    tools = after(FERROWICK, pasted.edit).ai_tools
    assert {tools[key].approval for key in ("T01", "T02")} == {Approval.UNOFFICIAL}
    cleared = filled_cells(FERROWICK, TOOLS, ["T01"], ["approval", "name"], "\tNew name\n")
    tool = after(FERROWICK, cleared.edit).ai_tools["T01"]
    assert (tool.approval, tool.name) == (None, "New name")


def test_lines_on_names_are_new_rows_and_elsewhere_values() -> None:
    text = "One\nTwo"

    new = pasted_into(FERROWICK, TOOLS, text, ("T01", "T02"), ("name", "status"))
    values = pasted_into(FERROWICK, TOOLS, "live\ntrial", ("T01", "T02"), ("status", "vendor"))

    assert new.keys == ("T15", "T16")
    assert values.keys == ("T02",)


def test_more_lines_than_rows_add_rows_and_say_what_these_lack() -> None:
    values = pasted_into(FERROWICK, TOOLS, "live\tV1\ntrial\tV2\n", ("T14",), ("status", "vendor"))
    rows = filled_cells(FERROWICK, TOOLS, ["T14"], ["owner", "name"], "nobody\tOne\na team\tTwo\n")

    assert values.keys == ("T14",)
    assert values.problems == ("Line 2: Name missing.",)
    tools = after(FERROWICK, rows.edit).ai_tools
    assert (tools["T14"].name, tools["T15"].name) == ("One", "Two")
    assert (tools["T14"].owner, tools["T15"].owner) == (Owner.NONE, Owner.TEAM)
    assert rows.keys == ("T14", "T15")


def test_new_rows_follow_the_columns_that_show() -> None:
    pasted = pasted_into(
        FERROWICK, TOOLS, "Bot\tnobody\nOther\ta team", ("T01",), ("name", "", "owner", "status")
    )

    tools = after(FERROWICK, pasted.edit).ai_tools
    assert [(tools[key].name, tools[key].owner) for key in pasted.keys] == [
        ("Bot", Owner.NONE),
        ("Other", Owner.TEAM),
    ]


def test_headings_of_other_people_are_understood_and_unknown_columns_become_notes() -> None:
    pasted = added_rows(EMPTY, TOOLS, "Tool name\tBudget code\tStatus\nMail bot\tX-12\tlive\n")

    tool = after(EMPTY, pasted.edit).ai_tools["T01"]
    assert (tool.name, tool.status, tool.notes) == ("Mail bot", "live", "Budget code: X-12")


def test_one_name_that_is_also_a_heading_is_a_name() -> None:
    pasted = added_rows(EMPTY, TOOLS, "Model\nOwner\n")

    assert [tool.name for tool in after(EMPTY, pasted.edit).ai_tools.values()] == ["Model", "Owner"]


def test_a_line_that_lacks_something_is_named_by_its_place_in_what_was_pasted() -> None:
    text = "Owner\tName\nnobody\tOne\nnobody\t\na team\tThree\n"

    pasted = added_rows(EMPTY, TOOLS, text)

    assert len(pasted.keys) == 2
    assert pasted.problems == ("Line 3: Name missing.",)


def test_cells_beyond_the_last_column_and_lines_beyond_the_limit_are_said() -> None:
    wide = filled_cells(FERROWICK, TOOLS, ["T01"], ["owner"], "nobody\tmore\tand more")
    long = added_rows(EMPTY, TOOLS, "\n".join(f"Tool {n}" for n in range(6000)))

    assert wide.problems == ("1 line has more cells than there are columns from here on.",)
    assert len(long.keys) == 5000
    assert long.problems == ("Only the first 5,000 lines were taken: import a longer list from a file.",)


def test_five_thousand_lines_are_enough() -> None:
    assert len(table_of("\n".join(f"Tool {n}" for n in range(6000)))) == 5000
