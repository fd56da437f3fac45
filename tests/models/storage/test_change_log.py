"""The log tells who changed what, when and why; it cannot be altered, and altering it past us is found."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models.snapshot import ReviewHeader, Snapshot
from models.storage import SealedReviewError, Store, open_file
from models.values import RegisterName
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, Opener, past_plumbline, scene_change

SCENE = RegisterName.ENGAGEMENT
TOOLS = RegisterName.AI_TOOLS
COLUMNS = "review_id, at, who, label, register, key, reason, edit_id, previous_hash, hash, after"


@pytest.fixture
def edited(path: Path, store: Store) -> Path:
    """A closed file in which the scene was edited three times."""
    for text in ("one", "two", "three"):
        store.record("R1", [scene_change(store.load("R1"), text)], who=WHO, label=f"Say {text}")
    store.close()
    return path


def tampered(path: Path, *statements: str) -> list[str]:
    """What the check says after somebody with the key has done this past Plumbline."""
    connection = past_plumbline(path)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        return [fault.problem for fault in store.check()]


def test_an_edit_is_written_down_with_who_when_what_and_why(store: Store, ferrowick: Snapshot) -> None:
    began = datetime.now(UTC)

    at = store.record(
        "R1", [scene_change(ferrowick, "New")], who="Ana", label="Edit the scene", reason="She said so"
    )

    line = store.history("R1", SCENE, "engagement")[-1]
    assert began <= at <= datetime.now(UTC)
    assert (line.at, line.who, line.label, line.reason) == (at, "Ana", "Edit the scene", "She said so")
    assert line.before == ferrowick.engagement
    assert line.after == ferrowick.engagement.with_values(background="New")


def test_the_log_begins_with_the_review_and_all_that_it_began_with(store: Store, ferrowick: Snapshot) -> None:
    lines = store.history("R1")

    assert (lines[0].register, lines[0].before) == (None, None)
    assert lines[0].after == ReviewHeader(id="R1", number=1, title="Baseline")
    assert [line.after for line in store.history("R1", TOOLS)] == list(ferrowick.ai_tools.values())
    assert {line.edit_id for line in lines} == {lines[0].edit_id}


def test_undo_adds_to_the_log_and_takes_nothing_away(store: Store, ferrowick: Snapshot) -> None:
    change = scene_change(ferrowick, "New")
    lines = len(store.history("R1"))

    store.record("R1", [change], who=WHO, label="Edit")
    store.record("R1", [change.inverse()], who=WHO, label="Undo: Edit")

    assert [line.label for line in store.history("R1")[lines:]] == ["Edit", "Undo: Edit"]
    assert store.load("R1") == ferrowick


def test_a_sealed_review_takes_no_edit_until_it_is_unsealed(
    store: Store, reopen: Opener, ferrowick: Snapshot
) -> None:
    change = scene_change(ferrowick, "New")

    store.seal("R1", who=WHO, reason="Signed")

    for attempt in (
        lambda: store.record("R1", [change], who=WHO, label="Edit"),
        lambda: store.seal("R1", who=WHO),
    ):
        with pytest.raises(SealedReviewError):
            attempt()
    store.unseal("R1", who=WHO, reason="A wrong name")
    store.record("R1", [change], who=WHO, label="Edit")
    assert [line.reason for line in reopen().history("R1", key="R1")] == ["", "Signed", "A wrong name"]


def test_of_a_review_that_is_sealed_the_log_knows_both_states(store: Store) -> None:
    store.seal("R1", who=WHO)

    line = store.history("R1")[-1]
    assert line.before == ReviewHeader(id="R1", number=1, title="Baseline")
    assert line.after == ReviewHeader(id="R1", number=1, title="Baseline", sealed=True)
    assert store.check() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET who = 'nobody'",
        "DELETE FROM change WHERE seq = 3",
        "DELETE FROM change",
        "INSERT OR REPLACE INTO change SELECT * FROM change WHERE seq = 2",
        f"INSERT INTO change ({COLUMNS}) SELECT {COLUMNS} FROM change WHERE seq = 2",
        "UPDATE pack SET body = '{}'",
        "DELETE FROM pack",
    ],
)
def test_the_database_itself_refuses_to_alter_the_log(edited: Path, statement: str) -> None:
    connection = past_plumbline(edited)

    with pytest.raises(dbapi2.IntegrityError, match=r"append-only|does not follow|stays as it was"):
        connection.execute(statement)

    connection.close()


OPEN_UP = "DROP TRIGGER change_no_update", "DROP TRIGGER change_no_delete", "DROP TRIGGER change_in_chain"
LAST = "(SELECT max(seq) FROM change)"
BEFORE_LAST = "(SELECT max(seq) FROM change WHERE seq < 99999)"
CUT = f"DELETE FROM change WHERE seq = {LAST} - 1"


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        ([f"DELETE FROM change WHERE seq = {LAST}"], "ends at line"),
        ([CUT], "gap before line"),
        ([CUT, f"UPDATE change SET seq = seq - 1 WHERE seq = {LAST}"], "does not follow"),
        ([f"UPDATE change SET who = 'Somebody' WHERE seq = {LAST} - 1"], "was altered"),
        ([f"UPDATE change SET reason = 'Because' WHERE seq = {LAST}"], "was altered"),
        ([f"UPDATE change SET at = '2020-01-01T00:00:00+00:00' WHERE seq = {LAST}"], "was altered"),
        ([f"UPDATE change SET after = before WHERE seq = {LAST}"], "was altered"),
        (
            [
                f"UPDATE change SET seq = 99999 WHERE seq = {LAST}",
                f"UPDATE change SET seq = seq + 1 WHERE seq = {BEFORE_LAST}",
                f"UPDATE change SET seq = {BEFORE_LAST} - 1 WHERE seq = 99999",
            ],
            "does not follow",
        ),
    ],
    ids=["last cut", "cut", "cut and closed up", "who", "why", "when", "what", "two swapped"],
)
def test_a_log_that_was_tampered_with_is_found_out(edited: Path, statements: list[str], found: str) -> None:
    problems = tampered(edited, *OPEN_UP, *statements)

    assert any(found in problem for problem in problems), problems
    assert sum("guard" in problem for problem in problems) == 3


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE entry SET body = replace(body, 'three', 'four') WHERE key = 'engagement'", "engagement"),
        ("DELETE FROM entry WHERE register = 'ai_tools' AND key = 'T05'", "T05"),
        ("UPDATE entry SET position = 99 WHERE register = 'ai_tools' AND key = 'T05'", "order"),
        ("UPDATE entry SET body = '[]' WHERE key = 'T05'", "cannot be read"),
        ("UPDATE review SET title = 'Other'", "Review R1"),
        ("UPDATE review SET sealed = 1", "Review R1"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM review", "missing"),
        ("DROP TRIGGER pack_no_update; UPDATE pack SET body = '{}'", "question pack"),
        ("UPDATE sqlite_sequence SET seq = 5", "lines were written"),
    ],
)
def test_what_the_log_does_not_explain_is_found_out(edited: Path, statement: str, found: str) -> None:
    problems = tampered(edited, *statement.split("; "))

    assert any(found in problem for problem in problems), problems


def test_a_file_that_nobody_touched_is_in_order(edited: Path) -> None:
    assert tampered(edited) == []


Look = Callable[[Store], object]


@pytest.mark.parametrize("look", [lambda s: s.reviews(), lambda s: s.load("R1"), lambda s: s.history("R1")])
def test_looking_writes_nothing(edited: Path, look: Look) -> None:
    before = edited.read_bytes()

    with open_file(edited, PASSPHRASE, read_only=True, cost=QUICK) as store:
        look(store)
        assert store.check() == ()

    assert edited.read_bytes() == before
