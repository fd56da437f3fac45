"""A participant who asks what is kept about them gets all of it."""

import json
from pathlib import Path

import pytest

from app.edits import answer, set_field
from app.held_on import NoSuchParticipantError, held_on
from app.history import history
from app.interchange import read_review
from app.packs import built_in_pack
from app.workspace import Workspace
from models.storage import KeyCost, create_file
from models.values import Answer, AnswerState, RegisterName
from tests.command_line import FERROWICK

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


def test_own_row_answers_mentions_and_signed_changes_are_all_there(tmp_path: Path) -> None:
    snapshot = read_review(FERROWICK.read_bytes(), built_in_pack()).snapshot
    store = create_file(tmp_path / "client.plumbline", "words", snapshot, who="Ana", cost=QUICK)
    person = snapshot.participants["P04"]
    workspace = Workspace(store, "R1", person.name)
    said = Answer(question="USE-03", state=AnswerState.UNKNOWN, respondent="P04")
    workspace.apply(answer(workspace.snapshot, said))
    note = f"Ask {person.name.upper()} again"
    workspace.apply(set_field(workspace.snapshot, RegisterName.SYSTEMS, "S01", "notes", note))

    found = held_on(workspace.snapshot, "P04", history(workspace.snapshot, store.history("R1")))

    workspace.close()
    written = json.loads(found.as_json())
    assert written["participant"]["name"] == person.name
    assert any(item["entry"].get("question") == "USE-03" for item in written["refers_to_the_participant"])
    mentioning = [item["entry"] for item in written["mentions_the_name"]]
    assert "S01" in [entry.get("id") for entry in mentioning]
    assert all(person.name.casefold() in json.dumps(e, ensure_ascii=False).casefold() for e in mentioning)
    assert {"Answer USE-03"} <= {line["what"] for line in written["change_log"]}


def test_nobody_of_that_id(tmp_path: Path) -> None:
    snapshot = read_review(FERROWICK.read_bytes(), built_in_pack()).snapshot

    with pytest.raises(NoSuchParticipantError):
        held_on(snapshot, "P99", ())
