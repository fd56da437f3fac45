"""Changes made together leave the same snapshot as changes made one by one, in time that grows with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.packs import built_in_pack
from models.change import Change
from models.changed import NotAsBeforeError, changed
from models.snapshot import Snapshot
from models.values import (
    AITool,
    AnyEntry,
    Engagement,
    IncidentProcess,
    RegisterName,
    System,
)

TOOLS, SYSTEMS = RegisterName.AI_TOOLS, RegisterName.SYSTEMS
EMPTY = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ferrowick"))

steps = st.lists(
    st.tuples(
        st.sampled_from([TOOLS, SYSTEMS, RegisterName.INCIDENT_PROCESS, RegisterName.ENGAGEMENT]),
        st.integers(1, 5),
        st.none() | st.integers(0, 6),
        st.booleans(),
    ),
    max_size=25,
)


def entry(register: RegisterName, number: int, words: str) -> AnyEntry:
    match register:
        case RegisterName.AI_TOOLS:
            return AITool(id=f"T{number}", name=words, process_criticality=1)
        case RegisterName.SYSTEMS:
            return System(id=f"S{number}", name=words)
        case RegisterName.ENGAGEMENT:
            return Engagement(client=words)
        case _:
            return IncidentProcess(triggers=words)


def one_by_one(snapshot: Snapshot, change: Change) -> Snapshot:
    if change.after is None:
        return snapshot.without_entry(change.register, change.key)
    return snapshot.with_entry(change.register, change.after, change.index)


@given(steps=steps, begun=st.integers(0, 4))
def test_changes_made_together_are_the_changes_made_one_by_one(
    steps: list[tuple[RegisterName, int, int | None, bool]], begun: int
) -> None:
    snapshot = EMPTY
    for number in range(begun):
        snapshot = snapshot.with_entry(TOOLS, entry(TOOLS, number, "Begun"))
    expected, changes = snapshot, []
    for step, (register, number, index, removes) in enumerate(steps):
        after: AnyEntry | None = entry(register, number, f"Step {step}")
        assert after is not None
        key = after.key
        before = expected.entry(register, key)
        if removes and before is not None and register is not RegisterName.ENGAGEMENT:
            after = None
        change = Change(register=register, key=key, before=before, after=after, index=index)
        expected = one_by_one(expected, change)
        changes.append(change)

    together = changed(snapshot, changes)

    assert together == expected
    for register in (TOOLS, SYSTEMS):
        assert list(together.entries(register).items()) == list(expected.entries(register).items())
    assert changed(together, [change.inverse() for change in reversed(changes)]).entries(TOOLS).keys() == (
        snapshot.entries(TOOLS).keys()
    )


def test_what_is_not_as_a_change_says_is_refused_also_behind_an_earlier_change() -> None:
    first, second = entry(TOOLS, 1, "First"), entry(TOOLS, 1, "Second")
    add = Change(register=TOOLS, key="T1", before=None, after=first)
    again = Change(register=TOOLS, key="T1", before=second, after=None)

    with pytest.raises(NotAsBeforeError):
        changed(EMPTY, [add, again])
    with pytest.raises(NotAsBeforeError):
        changed(EMPTY, [add, add])

    assert EMPTY.ai_tools == {}


def test_no_changes_are_the_same_snapshot() -> None:
    assert changed(EMPTY, []) is EMPTY


def test_the_engagement_cannot_be_removed() -> None:
    engagement = EMPTY.engagement
    gone = Change(register=RegisterName.ENGAGEMENT, key=engagement.key, before=engagement, after=None)

    with pytest.raises(ValueError, match="always has its engagement"):
        changed(EMPTY, [gone])
