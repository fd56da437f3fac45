"""The one door: on disk before it is on screen, refused whole or done whole, and always to be taken back."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.carried import is_to_confirm
from app.edits import Edit, answer, put, remove, set_field
from app.interchange import read_review
from app.packs import built_in_pack
from app.review_rounds import first_round
from app.workspace import InvalidEditError, SealedError, StaleEditError, Workspace
from models.change import Change
from models.snapshot import Snapshot
from models.storage import KeyCost, create_file, open_file
from models.values import (
    AITool,
    Answer,
    AnswerState,
    EvidenceGrade,
    Mode,
    Owner,
    RegisterName,
)
from resources import read_bytes

PACK = built_in_pack()
CHEAP = KeyCost(iterations=1, lanes=1, memory_kib=64)
TOOLS = RegisterName.AI_TOOLS
WHO = "Lead reviewer"
PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def ferrowick() -> Snapshot:
    return read_review(read_bytes("demo", "ferrowick.review.json"), PACK).snapshot


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "client.plumbline"


@pytest.fixture
def workspace(path: Path, ferrowick: Snapshot) -> Iterator[Workspace]:
    store = create_file(path, PASSPHRASE, ferrowick, who=WHO, cost=CHEAP)
    workspace = Workspace(store, ferrowick.header.id, WHO)
    yield workspace
    workspace.close()


def on_disk(workspace: Workspace) -> Snapshot:
    """What another reader of the file finds at this moment."""
    with open_file(workspace.path, PASSPHRASE, cost=CHEAP) as store:
        return store.load(workspace.snapshot.header.id)


def test_an_answer_is_on_disk_before_anybody_is_told(workspace: Workspace) -> None:
    seen: list[Snapshot] = []
    workspace.subscribe(lambda _snapshot: seen.append(on_disk(workspace)))
    given = Answer(question="ACC-10", state=AnswerState.VALUE, value=3, evidence=EvidenceGrade.DEMONSTRATED)

    workspace.apply(answer(workspace.snapshot, given))

    assert seen[0].answers["ACC-10/"] == given
    assert workspace.snapshot == seen[0]
    assert workspace.last_saved is not None


def test_taking_an_edit_back_gives_the_review_as_it_was(workspace: Workspace, ferrowick: Snapshot) -> None:
    edit = remove(workspace.snapshot, TOOLS, ["T03", "T11"])

    workspace.apply(edit)
    without = workspace.snapshot
    workspace.apply(edit.inverse())

    assert "T03" not in without.ai_tools
    assert workspace.snapshot == ferrowick
    assert list(on_disk(workspace).ai_tools) == list(ferrowick.ai_tools)
    assert [record.label for record in workspace.store.history("R1", TOOLS, "T03")][-2:] == [edit.label] * 2


def test_the_assessment_follows_the_snapshot(workspace: Workspace) -> None:
    before = workspace.assessment
    assert workspace.assessment is before

    workspace.apply(set_field(workspace.snapshot, TOOLS, "T03", "owner", Owner.NAMED))

    assert workspace.assessment is not before


def test_an_edit_made_from_an_older_state_is_refused(workspace: Workspace) -> None:
    older = workspace.snapshot
    workspace.apply(set_field(older, TOOLS, "T03", "name", "Renamed"))

    with pytest.raises(StaleEditError):
        workspace.apply(set_field(older, TOOLS, "T03", "name", "Other"))

    assert workspace.snapshot.ai_tools["T03"].name == "Renamed"
    assert on_disk(workspace) == workspace.snapshot


def test_an_edit_that_would_leave_something_wrong_changes_nothing(
    workspace: Workspace, ferrowick: Snapshot
) -> None:
    tool = ferrowick.ai_tools["T01"]
    wrong = [
        put(ferrowick, TOOLS, tool.with_values(vendor="V99")),
        put(ferrowick, RegisterName.ANSWERS, Answer(question="ACC-10", state=AnswerState.VALUE, value=9)),
        put(ferrowick, RegisterName.ANSWERS, Answer(question="ACC-10", state=AnswerState.NOT_APPLICABLE)),
        put(ferrowick, TOOLS, AITool(id="S01", name="Taken", process_criticality=1)),
        Edit(label="", changes=(Change(register=TOOLS, key="T01", before=tool, after=None, index=0),)),
    ]
    told: list[Snapshot] = []
    workspace.subscribe(told.append)

    for edit in wrong:
        with pytest.raises(InvalidEditError) as refused:
            workspace.apply(edit)
        assert refused.value.faults

    assert workspace.snapshot == ferrowick
    assert on_disk(workspace) == ferrowick
    assert told == []


def test_a_listener_that_fails_is_reported_and_neither_the_edit_nor_the_others_suffer(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Snapshot] = []
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))
    workspace.subscribe(lambda snapshot: told.append(snapshot.without_entry(TOOLS, "nobody")))
    workspace.subscribe(told.append)

    workspace.apply(set_field(workspace.snapshot, TOOLS, "T03", "name", "Renamed"))

    assert reported == [KeyError]
    assert told == [workspace.snapshot] == [on_disk(workspace)]
    assert workspace.snapshot.ai_tools["T03"].name == "Renamed"


def test_a_changed_name_signs_from_then_on(workspace: Workspace) -> None:
    workspace.apply(set_field(workspace.snapshot, TOOLS, "T03", "name", "First"))
    workspace.sign_as("Second reviewer")
    workspace.apply(set_field(workspace.snapshot, TOOLS, "T03", "name", "Second"))
    workspace.begin_review("Second visit")

    signed = [record.who for record in workspace.store.history("R1", TOOLS, "T03")]
    begun = [record.who for record in workspace.store.history("R2")]
    assert signed[-2:] == [WHO, "Second reviewer"]
    assert set(begun) == {"Second reviewer"}


def test_a_refusal_repeats_nothing_that_was_typed(workspace: Workspace) -> None:
    said = "Said in confidence"
    wrong = Answer(question="ACC-10", state=AnswerState.VALUE, value=(said,))

    with pytest.raises(InvalidEditError) as refused:
        workspace.apply(answer(workspace.snapshot, wrong))

    assert said in refused.value.faults[0].message
    assert said not in str(refused.value)


def test_nobody_is_told_after_they_stopped_listening(workspace: Workspace) -> None:
    told: list[Snapshot] = []
    stop = workspace.subscribe(told.append)
    stop()

    workspace.apply(set_field(workspace.snapshot, TOOLS, "T03", "name", "Renamed"))

    assert told == []


def test_the_next_review_carries_answers_forward_and_seals_this_one(
    workspace: Workspace, ferrowick: Snapshot
) -> None:
    workspace.begin_review("Second visit")

    assert [(h.number, h.title, h.sealed) for h in workspace.reviews] == [
        (1, "Baseline", True),
        (2, "Second visit", False),
    ]
    assert workspace.snapshot.ai_tools == ferrowick.ai_tools
    assert all(is_to_confirm(given) for given in workspace.snapshot.answers.values())
    assert workspace.previous is not None
    assert workspace.previous.answers == ferrowick.answers


def test_the_review_before_this_one_is_the_latest_of_the_earlier_ones(workspace: Workspace) -> None:
    workspace.begin_review("Second visit")
    workspace.begin_review("Third visit")

    assert workspace.previous is not None
    assert workspace.previous.header.title == "Second visit"


def test_a_file_that_was_opened_to_read_takes_no_edit(path: Path, ferrowick: Snapshot) -> None:
    create_file(path, PASSPHRASE, ferrowick, who=WHO, cost=CHEAP).close()

    with open_file(path, PASSPHRASE, read_only=True, cost=CHEAP) as store:
        workspace = Workspace(store, "R1", WHO)

        assert workspace.is_read_only
        with pytest.raises(SealedError):
            workspace.apply(set_field(workspace.snapshot, TOOLS, "T03", "name", "Renamed"))


def test_the_reason_of_an_edit_stands_in_the_log(workspace: Workspace) -> None:
    edit = set_field(workspace.snapshot, TOOLS, "T03", "name", "Renamed")

    workspace.apply(replace(edit, reason="The vendor renamed it."))

    assert workspace.store.history("R1", TOOLS, "T03")[-1].reason == "The vendor renamed it."


def test_a_sealed_review_can_only_be_read(workspace: Workspace) -> None:
    workspace.begin_review("Second visit")
    workspace.open_review("R1")

    assert workspace.is_read_only
    assert workspace.previous is None
    with pytest.raises(SealedError):
        workspace.apply(set_field(workspace.snapshot, TOOLS, "T03", "name", "Renamed"))


def test_a_first_review_is_empty_and_keeps_its_mode(path: Path) -> None:
    snapshot = first_round(PACK, "A client", Mode.EXPRESS)

    with create_file(path, PASSPHRASE, snapshot, who=WHO, cost=CHEAP) as store:
        loaded = store.load("R1")

    assert loaded == snapshot
    assert loaded.mode is Mode.EXPRESS
