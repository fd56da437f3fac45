"""The change log is read in words: who, when, what, from what to what, and why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.edits import answer, put, remove, set_field
from app.history import FieldChange, HistoryLine, history, history_table
from app.interchange import read_review
from app.packs import built_in_pack
from app.workspace import Workspace
from models.sign_off import Signed, SignRole, SignWay
from models.storage import KeyCost, create_file
from models.values import Answer, AnswerState, Owner, RegisterName, System
from tests.command_line import FERROWICK

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    snapshot = read_review(FERROWICK.read_bytes(), built_in_pack()).snapshot
    store = create_file(tmp_path / "client.plumbline", "words", snapshot, who="Ana", cost=QUICK)
    opened = Workspace(store, "R1", "Ben")
    yield opened
    opened.close()


def lines(workspace: Workspace) -> tuple[HistoryLine, ...]:
    return history(workspace.snapshot, workspace.store.history("R1"))


def test_a_changed_field_is_told_from_what_to_what(workspace: Workspace) -> None:
    workspace.apply(set_field(workspace.snapshot, RegisterName.AI_TOOLS, "T01", "owner", Owner.TEAM))

    newest = lines(workspace)[0]

    assert (newest.who, newest.label) == ("Ben", "Change Owner of AI tool “Engage Predictive Scoring”")
    assert newest.changes == (FieldChange("Owner", "Nobody", "A team"),)
    assert newest.place == "entry:ai_tools/T01"


def test_a_day_is_told_as_people_write_it_and_in_a_file_as_machines_do(workspace: Workspace) -> None:
    day = date(2026, 12, 14)
    workspace.apply(set_field(workspace.snapshot, RegisterName.ACTION_PLAN, "N1", "due", day))

    on_screen = lines(workspace)[0]
    records = workspace.store.history("R1")
    in_a_file = history_table(history(workspace.snapshot, records, day_words=date.isoformat))

    assert on_screen.changes == (FieldChange("Due", "", "14 Dec 2026"),)
    assert in_a_file.rows[-1][7] == "2026-12-14"


def test_an_answer_and_its_undoing_are_both_there(workspace: Workspace) -> None:
    given = Answer(question="ACC-05", state=AnswerState.VALUE, value=3, respondent="P04")
    edit = answer(workspace.snapshot, given)
    workspace.apply(edit)
    workspace.apply(edit.inverse())

    undone, done = lines(workspace)[:2]

    assert [change.after for change in undone.changes] == [change.before for change in done.changes]
    assert done.what == "ACC-05/P04"


def test_references_are_told_by_name_and_a_removed_row_with_what_it_held(workspace: Workspace) -> None:
    workspace.apply(put(workspace.snapshot, RegisterName.SYSTEMS, System(id="S99", name="Old CRM")))
    workspace.apply(set_field(workspace.snapshot, RegisterName.AI_TOOLS, "T01", "host_system", "S99"))
    told = lines(workspace)[0].changes
    workspace.apply(remove(workspace.snapshot, RegisterName.SYSTEMS, ["S99"]))

    removed = [line for line in lines(workspace) if line.label.startswith("Remove ")]

    assert told[0].after == "S99 Old CRM"
    assert any(change == FieldChange("Name", "Old CRM", "") for line in removed for change in line.changes)


def test_the_beginning_of_the_review_is_told_too(workspace: Workspace) -> None:
    first = lines(workspace)[-1]

    assert (first.who, first.what, first.place) == ("Ana", "the review", "")
    assert FieldChange("Title", "", "Baseline") in first.changes


def test_the_table_has_a_row_for_every_changed_field_oldest_first(workspace: Workspace) -> None:
    workspace.apply(set_field(workspace.snapshot, RegisterName.AI_TOOLS, "T01", "owner", Owner.TEAM))

    table = history_table(lines(workspace))

    assert table.rows[-1][4:8] == ("AI tools: T01", "Owner", "Nobody", "A team")
    assert [row[0] for row in table.rows] == sorted(row[0] for row in table.rows)  # type: ignore[type-var]
    assert len({len(row) for row in table.rows}) == 1 == len({len(table.columns), 9})


def test_a_signature_is_told_with_the_part_in_which_somebody_signed(workspace: Workspace) -> None:
    signed = Signed(
        version=1,
        seal="5" * 64,
        at=datetime(2026, 11, 13, 17, tzinfo=UTC),
        role=SignRole.SPONSOR,
        name="Bo Ferrowick",
        way=SignWay.DIGITAL,
        file="0" * 64,
    )
    newest = workspace.store.history("R1")[-1]

    told = history(workspace.snapshot, [replace(newest, register=None, before=None, after=signed)])

    assert FieldChange("Signed as", "", "Client's sponsor") in told[0].changes


def test_a_first_answer_begins_with_what_was_answered(workspace: Workspace) -> None:
    given = Answer(question="ACC-05", state=AnswerState.VALUE, value=3, respondent="P04")
    edit = answer(workspace.snapshot, given)
    assert edit is not None
    workspace.apply(edit)

    newest = lines(workspace)[0]

    assert [change.field for change in newest.changes][:2] == ["State", "Value"]
    assert newest.changes[1].after == "3"
    assert "ACC-05" in newest.label
