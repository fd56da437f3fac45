"""Several rows are changed in one step that says what it did."""

from app.bulk_fields import bulk_fields
from app.register_edits import filled_down, set_in_all
from models.changed import changed
from models.values import Approval, Owner, RegisterName
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")
TOOLS = RegisterName.AI_TOOLS


def test_one_value_goes_to_all_rows_that_say_something_else() -> None:
    keys = ["T11", "T12", "T13", "T01"]

    edit = set_in_all(FERROWICK, TOOLS, keys, "approval", Approval.UNOFFICIAL)

    assert edit is not None
    assert edit.label == "Set Approval to Unofficial in 1 row"
    assert [change.key for change in edit.changes] == ["T01"]
    assert set_in_all(FERROWICK, TOOLS, keys[:3], "approval", Approval.UNOFFICIAL) is None


def test_a_field_of_a_nested_object_is_set_without_touching_its_neighbours() -> None:
    edit = set_in_all(FERROWICK, RegisterName.VENDORS, list(FERROWICK.vendors), "approval.level", 1)

    assert edit is not None
    after = changed(FERROWICK, edit.changes).vendors
    for key, vendor in FERROWICK.vendors.items():
        approval, before = after[key].approval, vendor.approval
        assert approval is not None
        assert approval.level == 1
        assert approval.statement == (before.statement if before else None)


def test_a_field_can_be_emptied_in_all_rows_but_not_a_required_one() -> None:
    edit = set_in_all(FERROWICK, TOOLS, ["T01", "T02"], "owner", None)

    assert edit is not None
    assert edit.label == "Empty Owner in 2 rows"
    assert {changed(FERROWICK, edit.changes).ai_tools[key].owner for key in ("T01", "T02")} == {None}
    assert set_in_all(FERROWICK, TOOLS, ["T01"], "process_criticality", None) is None


def test_a_long_value_is_shortened_in_the_name_of_the_step() -> None:
    edit = set_in_all(FERROWICK, TOOLS, ["T01"], "description", "word " * 100)

    assert edit is not None
    assert len(edit.label) < 100
    assert "…" in edit.label


def test_columns_shown_come_first_and_what_tells_rows_apart_is_left_out() -> None:
    fields = dict(bulk_fields(TOOLS, ("name", "=Level", "owner", "approval")))

    assert list(fields)[:2] == ["owner", "approval"]
    assert not {"id", "name", "=Level"} & fields.keys()
    assert fields["decision_record.target"] == "Decision record: Target"
    assert "override.reason" not in dict(bulk_fields(RegisterName.USE_CASES))


def test_filling_down_still_says_what_it_did() -> None:
    edit = filled_down(FERROWICK, TOOLS, ["T02", "T01"], "owner")

    assert edit is not None
    assert changed(FERROWICK, edit.changes).ai_tools["T01"].owner is Owner.NAMED
