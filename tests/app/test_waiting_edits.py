"""Edits that the disk did not take wait in their order, and none of them is lost or written twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.demo import demo_snapshot
from app.edits import Edit, set_field
from app.errors import NotSavedError
from app.waiting_edits import WaitingEdits, waiting_words
from app.workspace import InvalidEditError, StaleEditError, Workspace
from models.storage import DiskFullError, KeyCost, create_file
from models.values import RegisterName

QUICK = KeyCost(iterations=1, lanes=1, memory_kib=8)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    store = create_file(tmp_path / "client.plumbline", "words", demo_snapshot(), who="Ana", cost=QUICK)
    opened = Workspace(store, "R1", "Ben")
    yield opened
    opened.close()


@pytest.fixture
def waiting(workspace: Workspace) -> WaitingEdits:
    return WaitingEdits(workspace)


def note(waiting: WaitingEdits, text: str) -> Edit:
    return set_field(waiting.snapshot, RegisterName.AI_TOOLS, "T01", "notes", text)


def add(waiting: WaitingEdits, *texts: str) -> None:
    for text in texts:
        waiting.add(note(waiting, text), DiskFullError())


class Disk:
    """Takes so many edits and no more."""

    def __init__(self, workspace: Workspace, room: int) -> None:
        self.workspace, self.room = workspace, room

    def __call__(self, edit: Edit) -> None:
        if not self.room:
            raise DiskFullError
        self.room -= 1
        self.workspace.apply(edit)


def notes_on_disk(workspace: Workspace) -> list[object]:
    lines = workspace.store.history("R1", RegisterName.AI_TOOLS, "T01")[1:]
    return [getattr(line.after, "notes", None) for line in lines]


def test_the_review_is_shown_as_it_will_be(workspace: Workspace, waiting: WaitingEdits) -> None:
    before = workspace.snapshot

    add(waiting, "one", "two")

    assert waiting.snapshot.ai_tools["T01"].notes == "two"
    assert workspace.snapshot is before
    assert notes_on_disk(workspace) == []


def test_what_can_be_written_is_written_in_order_and_the_rest_goes_on_waiting(
    workspace: Workspace, waiting: WaitingEdits
) -> None:
    add(waiting, "one", "two", "three")

    with pytest.raises(NotSavedError):
        waiting.write(Disk(workspace, room=2))
    in_between = (notes_on_disk(workspace), len(waiting), waiting.snapshot.ai_tools["T01"].notes)
    waiting.write(Disk(workspace, room=9))

    assert in_between == (["one", "two"], 1, "three")
    assert notes_on_disk(workspace) == ["one", "two", "three"]
    assert not waiting


def test_the_same_edit_waits_once(waiting: WaitingEdits) -> None:
    edit = note(waiting, "one")

    waiting.add(edit)
    waiting.add(edit)

    assert len(waiting) == 1


def test_an_edit_that_does_not_go_on_from_what_waits_is_refused_and_nothing_is_lost(
    workspace: Workspace, waiting: WaitingEdits
) -> None:
    from_before = note(waiting, "from before")
    add(waiting, "one")

    with pytest.raises(StaleEditError):
        waiting.add(from_before)

    assert waiting.snapshot.ai_tools["T01"].notes == "one"


def test_one_that_never_can_be_written_is_let_go_and_holds_up_none_of_the_others(
    workspace: Workspace, waiting: WaitingEdits
) -> None:
    add(waiting, "one")
    other = set_field(waiting.snapshot, RegisterName.AI_TOOLS, "T02", "notes", "other")
    waiting.add(other)
    workspace.apply(set_field(workspace.snapshot, RegisterName.AI_TOOLS, "T01", "notes", "by another way"))

    with pytest.raises((StaleEditError, InvalidEditError)):
        waiting.write(workspace.apply)
    waiting.write(workspace.apply)

    assert workspace.snapshot.ai_tools["T01"].notes == "by another way"
    assert workspace.snapshot.ai_tools["T02"].notes == "other"


def test_the_last_one_is_taken_back_and_all_are_given_up(waiting: WaitingEdits) -> None:
    add(waiting, "one", "two")

    taken = waiting.take_back()
    after = waiting.snapshot.ai_tools["T01"].notes
    given_up = waiting.give_up()

    assert taken is not None
    assert after == "one"
    assert len(given_up) == 1
    assert not waiting
    assert waiting.take_back() is None


def test_the_words_say_why_how_many_and_what_becomes_of_them(waiting: WaitingEdits) -> None:
    add(waiting, "one", "two")

    title, advice = waiting_words(waiting)

    assert title == "Not saved: the disk is full"
    assert "2 changes wait on the screen" in advice
    assert "Free some space" in advice
