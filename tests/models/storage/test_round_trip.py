"""What is stored comes back equal: a whole review, odd texts, unknown fields, and the order of entries."""

import json
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.change import Change
from models.snapshot import ReviewHeader, Snapshot
from models.storage import StaleChangeError, Store, UnknownReviewError, create_file, open_file
from models.values import AITool, Json, RegisterName
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, Opener, scene_change

TOOLS = RegisterName.AI_TOOLS
ODD = [
    "<b>bold</b> & </para>",
    "🙂👩‍💻 \U0010ffff",
    "مرحبا بالعالم \u200f(RTL)\u202e",
    "x" * 20_000,
    "ب" * 20_000,
    "'; DROP TABLE entry; --",
    'line\nline\r\n\ttab "quoted" \\ \x7f \x1b[31m',
    "",
]


def tool(key: str, name: str = "Tool") -> AITool:
    return AITool(id=key, name=name, process_criticality=1)


def order(snapshot: Snapshot) -> dict[str, list[str]]:
    return {name: list(entries) for name, entries in snapshot.registers.items()}


def test_a_whole_review_comes_back_equal_and_in_its_order(reopen: Opener, ferrowick: Snapshot) -> None:
    loaded = reopen().load("R1")

    assert loaded == ferrowick
    assert order(loaded) == order(ferrowick)
    assert loaded.pack == ferrowick.pack


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_an_odd_text_comes_back_as_it_was_typed(text: str, store: Store, reopen: Opener) -> None:
    store.record("R1", [scene_change(store.load("R1"), text)], who=text, label=text, reason=text)

    again = reopen()

    line = again.history("R1")[-1]
    assert again.load("R1").engagement.background == text
    assert (line.who, line.label, line.reason) == (text, text, text)
    assert again.check() == ()


def test_fields_that_no_version_knows_are_kept(path: Path, empty: Snapshot) -> None:
    odd: dict[str, Json] = {"x_deep": {"list": [1, 2.5, None, {"a": "\ud800 \x00"}]}, "x_note": "…"}
    engagement = empty.engagement.with_values(extras=MappingProxyType(odd))
    snapshot = replace(empty, engagement=engagement, extras=MappingProxyType(odd))

    with create_file(path, PASSPHRASE, snapshot, who=WHO, cost=QUICK) as store:
        loaded = store.load("R1")

    assert loaded == snapshot
    assert json.dumps(dict(loaded.extras)) == json.dumps(odd)


def test_removing_and_taking_it_back_puts_an_entry_where_it_was(store: Store, ferrowick: Snapshot) -> None:
    key = list(ferrowick.ai_tools)[3]
    removal = Change(register=TOOLS, key=key, before=ferrowick.ai_tools[key], after=None, index=3)

    store.record("R1", [removal], who=WHO, label="Remove a tool")
    without = list(store.load("R1").ai_tools)
    store.record("R1", [removal.inverse()], who=WHO, label="Undo")

    assert without == [tool_key for tool_key in ferrowick.ai_tools if tool_key != key]
    assert store.load("R1") == ferrowick
    assert list(store.load("R1").ai_tools) == list(ferrowick.ai_tools)
    assert store.check() == ()


steps = st.lists(
    st.tuples(st.sampled_from(["T1", "T2", "T3", "T4"]), st.none() | st.integers(0, 5), st.booleans()),
    min_size=1,
    max_size=12,
)


@settings(max_examples=30)
@given(steps=steps)
def test_file_and_snapshot_agree_whatever_is_done(
    steps: list[tuple[str, int | None, bool]], tmp_path_factory: pytest.TempPathFactory, empty: Snapshot
) -> None:
    path = tmp_path_factory.mktemp("any") / "client.plumbline"
    snapshot = empty
    with create_file(path, PASSPHRASE, empty, who=WHO, cost=QUICK) as store:
        for number, (key, index, removes) in enumerate(steps):
            before = snapshot.entry(TOOLS, key)
            after = None if removes and before else tool(key, f"Name {number}")
            change = Change(register=TOOLS, key=key, before=before, after=after, index=index)
            store.record("R1", [change], who=WHO, label="Any")
            if after:
                snapshot = snapshot.with_entry(TOOLS, after, index)
            else:
                snapshot = snapshot.without_entry(TOOLS, key)
        loaded, faults = store.load("R1"), store.check()

    assert list(loaded.ai_tools.items()) == list(snapshot.ai_tools.items())
    assert faults == ()


def test_an_edit_is_written_whole_or_not_at_all(store: Store, ferrowick: Snapshot) -> None:
    lines = len(store.history("R1"))
    good = scene_change(ferrowick, "New")
    stale = Change(register=TOOLS, key="T99", before=tool("T99"), after=tool("T99", "Other"))

    with pytest.raises(StaleChangeError):
        store.record("R1", [good, stale], who=WHO, label="Both")

    assert store.load("R1") == ferrowick
    assert len(store.history("R1")) == lines


def test_an_entry_that_is_there_cannot_be_added_again(store: Store, ferrowick: Snapshot) -> None:
    there = next(iter(ferrowick.ai_tools.values()))

    with pytest.raises(StaleChangeError, match=there.id):
        store.record(
            "R1", [Change(register=TOOLS, key=there.id, before=None, after=there)], who=WHO, label="Add"
        )


@pytest.mark.parametrize(
    "change",
    [
        Change(register=TOOLS, key="T1", before=None, after=None),
        Change(register=TOOLS, key="T1", before=None, after=tool("T2")),
        Change(register=RegisterName.VENDORS, key="T1", before=None, after=tool("T1")),
    ],
)
def test_a_change_that_makes_no_sense_is_a_fault_of_ours(change: Change, store: Store) -> None:
    with pytest.raises(ValueError, match=r"nothing|entry"):
        store.record("R1", [change], who=WHO, label="Wrong")


def test_the_start_page_can_name_the_client_and_the_reviews(store: Store) -> None:
    assert store.client == "Ferrowick Group plc"
    assert store.reviews() == (ReviewHeader(id="R1", number=1, title="Baseline"),)


def test_a_second_review_begins_beside_the_first_with_its_own_pack(
    store: Store, reopen: Opener, ferrowick: Snapshot
) -> None:
    questions = ferrowick.pack.questions
    reworded = replace(ferrowick.pack, questions=(replace(questions[0], text="Reworded?"), *questions[1:]))
    second = replace(ferrowick, header=store.next_header("Re-review"), pack=reworded)

    store.begin_review(second, who=WHO)

    again = reopen()
    assert [header.id for header in again.reviews()] == ["R1", "R2"]
    assert again.load("R2") == second
    assert again.load("R1") == replace(ferrowick, header=replace(ferrowick.header, sealed=True))
    assert again.check() == ()


def test_a_review_that_is_not_there_is_said_to_be_missing(store: Store) -> None:
    with pytest.raises(UnknownReviewError):
        store.load("R9")


def test_a_closed_file_is_one_file(path: Path, store: Store, ferrowick: Snapshot) -> None:
    store.record("R1", [scene_change(ferrowick, "New")], who=WHO, label="Edit")
    open_names = {file.name for file in path.parent.iterdir()}

    store.close()
    store.close()

    assert f"{path.name}-wal" in open_names
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_opens_at_the_cost_that_is_the_default(tmp_path: Path, empty: Snapshot) -> None:
    path = tmp_path / "real.plumbline"

    create_file(path, PASSPHRASE, empty, who=WHO).close()

    with open_file(path, PASSPHRASE) as store:
        assert store.load("R1") == empty
