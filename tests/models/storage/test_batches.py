"""One edit of many changes is stored as its changes would be one by one, also between other rows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.change import Change
from models.changed import changed
from models.snapshot import Snapshot
from models.storage import StaleChangeError, Store, create_file
from models.values import AITool, RegisterName, System
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO

TOOLS, SYSTEMS = RegisterName.AI_TOOLS, RegisterName.SYSTEMS

steps = st.lists(
    st.tuples(st.integers(1, 6), st.none() | st.integers(0, 6), st.booleans(), st.booleans()),
    min_size=1,
    max_size=20,
)


def entry(register: RegisterName, number: int, words: str) -> AITool | System:
    if register is TOOLS:
        return AITool(id=f"T{number}", name=words, process_criticality=1)
    return System(id=f"S{number}", name=words)


def edits_of(
    snapshot: Snapshot, steps: list[tuple[int, int | None, bool, bool]]
) -> list[tuple[Change, Snapshot]]:
    made = []
    for step, (number, index, removes, is_tool) in enumerate(steps):
        register = TOOLS if is_tool else SYSTEMS
        after: AITool | System | None = entry(register, number, f"Step {step}")
        assert after is not None
        key = after.id
        before = snapshot.entry(register, key)
        after = None if removes and before is not None else after
        change = Change(register=register, key=key, before=before, after=after, index=index)
        snapshot = changed(snapshot, [change])
        made.append((change, snapshot))
    return made


@settings(max_examples=30)
@given(steps=steps)
def test_one_edit_of_many_changes_is_stored_as_many_edits_of_one(
    steps: list[tuple[int, int | None, bool, bool]], tmp_path_factory: pytest.TempPathFactory, empty: Snapshot
) -> None:
    made = edits_of(empty, steps)
    changes, last = [change for change, _after in made], made[-1][1]
    folder = tmp_path_factory.mktemp("any")

    with (
        create_file(folder / "one.plumbline", PASSPHRASE, empty, who=WHO, cost=QUICK) as together,
        create_file(folder / "many.plumbline", PASSPHRASE, empty, who=WHO, cost=QUICK) as apart,
    ):
        together.record("R1", changes, who=WHO, label="Any")
        for change in changes:
            apart.record("R1", [change], who=WHO, label="Any")
        loaded = together.load("R1")
        logs = [
            [(line.register, line.key, line.before, line.after) for line in store.history("R1")]
            for store in (together, apart)
        ]
        faults = together.check()

    assert loaded == last
    for register in (TOOLS, SYSTEMS):
        assert list(loaded.entries(register).items()) == list(last.entries(register).items())
    assert logs[0] == logs[1]
    assert faults == ()


def test_removed_rows_go_back_between_the_others_in_one_edit(store: Store, ferrowick: Snapshot) -> None:
    places = list(enumerate(ferrowick.ai_tools.items()))
    gone = [
        Change(register=TOOLS, key=key, before=tool, after=None, index=index)
        for index, (key, tool) in reversed(places)
        if index in {0, 1, 5, 6, 13}
    ]
    between = Change(register=TOOLS, key="T90", before=None, after=entry(TOOLS, 90, "Between"), index=2)

    store.record("R1", gone, who=WHO, label="Remove")
    store.record("R1", [change.inverse() for change in reversed(gone)], who=WHO, label="Undo")
    back = store.load("R1")
    store.record("R1", [between], who=WHO, label="Add")

    assert list(back.ai_tools) == list(ferrowick.ai_tools)
    assert list(store.load("R1").ai_tools)[1:4] == ["T02", "T90", "T03"]
    assert store.check() == ()


def test_a_row_that_the_same_edit_has_added_cannot_be_added_again(store: Store) -> None:
    add = Change(register=TOOLS, key="T90", before=None, after=entry(TOOLS, 90, "New"))

    with pytest.raises(StaleChangeError, match="T90"):
        store.record("R1", [add, add], who=WHO, label="Twice")

    assert "T90" not in store.load("R1").ai_tools
