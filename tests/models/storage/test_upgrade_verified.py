"""A migration that loses or changes anything is not let through: the file is as it was, byte for byte."""

from io import BytesIO
from pathlib import Path

import pytest

from models.snapshot import Snapshot
from models.storage import FileKey, UpgradeFailedError, create_file, open_file
from models.storage.errors import UpgradeStoppedError
from models.storage.key import SALT_LENGTH, file_key
from models.storage.opening import open_with_key
from models.storage.upgrading import Course, Stage, bring_up_to_date
from tests.models.storage.conftest import PASSPHRASE, QUICK, WHO, scene_change
from tests.models.storage.test_migrations import next_format

WORDS = "Ferrowick's own words"
NO_GUARD = 'op.execute("DROP TRIGGER {0}_no_update"); op.execute("DROP TRIGGER IF EXISTS {0}_no_delete"); '
# What a migration does wrong, and what is said of it.
LOSSES = {
    "a row": ("DELETE FROM entry WHERE key = 'T01' AND register = 'ai_tools'", "entry has"),
    "a body": (
        "UPDATE entry SET body = replace(body, 'own', 'few') WHERE register = 'engagement'",
        "review 1 is not what it was",
    ),
    "an order": (
        "UPDATE entry SET position = 1000 - position WHERE register = 'vendors'",
        "review 1 is not what it was",
    ),
    "a title": ("UPDATE review SET name = 'Other'", "review 1 is not what it was"),
    "a moment": ("UPDATE review SET created = '2020'", "the beginning of review 1 is not what it was"),
    "a table": ("DROP TABLE attachment_part", "the table attachment_part is missing"),
    "a note": ("UPDATE meta SET value = 'x' WHERE key = 'file_id'", "the note file_id is not what it was"),
    "a count": ("UPDATE sqlite_sequence SET seq = 1", "the number of the newest line is not what it was"),
}
PAST_GUARDS = {
    "a line of the log": (
        "change",
        "UPDATE change SET who = 'Nobody' WHERE seq = 3",
        "the change log is not",
    ),
    "an evidence file": ("attachment_part", "UPDATE attachment_part SET body = x'00'", "the evidence file"),
    "a guard": ("change", "SELECT 1", "the guard change_no_delete is missing"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, ferrowick: Snapshot) -> Path:
    """A closed file with two edits and an evidence file."""
    path = tmp_path_factory.mktemp("made") / "client.plumbline"
    with create_file(path, PASSPHRASE, ferrowick, who=WHO, cost=QUICK) as store:
        store.record("R1", [scene_change(ferrowick, WORDS)], who=WHO, label="Edit")
        store.attach(BytesIO(b"Seen on screen" * 50_000))
    return path


@pytest.fixture
def path(tmp_path: Path, made: Path) -> Path:
    copy = tmp_path / "file" / made.name
    copy.parent.mkdir()
    copy.write_bytes(made.read_bytes())
    return copy


@pytest.fixture
def key(made: Path) -> FileKey:
    return file_key(PASSPHRASE, made.read_bytes()[:SALT_LENGTH], QUICK)


def refused(path: Path, key: FileKey, tmp_path: Path, then: str) -> str:
    """What is said of a migration that does this; the file and its folder are as they were."""
    before = path.read_bytes()

    with pytest.raises(UpgradeFailedError) as caught:
        open_with_key(path, key, file_format=next_format(tmp_path, then))

    assert path.read_bytes() == before
    assert list(path.parent.rglob("*")) == [path]
    return str(caught.value)


@pytest.mark.parametrize("loss", LOSSES)
def test_a_migration_that_loses_or_changes_something_is_taken_back(
    path: Path, key: FileKey, tmp_path: Path, loss: str
) -> None:
    statement, words = LOSSES[loss]

    said = refused(path, key, tmp_path, f"op.execute({statement!r})")

    assert words in said
    assert "Ferrowick" not in said


@pytest.mark.parametrize("loss", PAST_GUARDS)
def test_what_is_changed_past_the_guards_shows_all_the_same(
    path: Path, key: FileKey, tmp_path: Path, loss: str
) -> None:
    table, statement, words = PAST_GUARDS[loss]

    said = refused(path, key, tmp_path, f"{NO_GUARD.format(table)}op.execute({statement!r})")

    assert words in said


def test_a_table_made_anew_without_its_guards_is_noticed(path: Path, key: FileKey, tmp_path: Path) -> None:
    then = 'with op.batch_alter_table("change", recreate="always"): pass'

    assert "the guard change_in_chain is missing" in refused(path, key, tmp_path, then)


def test_rows_that_a_migration_says_it_adds_or_gives_up_are_no_fault(
    path: Path, key: FileKey, tmp_path: Path
) -> None:
    then = "op.execute(\"INSERT INTO meta VALUES ('more', '1')\"); op.execute('DROP TABLE attachment_part')"
    rows = '{"meta": 2, "attachment_part": None}'
    with open_file(path, PASSPHRASE, cost=QUICK) as store:
        assert store.drop_unused_attachments() == 1

    open_with_key(path, key, file_format=next_format(tmp_path, then, rows)).close()


@pytest.mark.parametrize("stage", Stage)
def test_it_can_be_stopped_at_every_stage_until_its_end(
    path: Path, key: FileKey, tmp_path: Path, stage: Stage
) -> None:
    before, told = path.read_bytes(), list[Stage]()
    course = Course(tell=lambda now, _share: told.append(now), is_stopped=lambda: stage in told)

    with pytest.raises(UpgradeStoppedError):
        bring_up_to_date(path, key, next_format(tmp_path), course)

    assert told[-1] is stage
    assert path.read_bytes() == before
    assert list(path.parent.rglob("*")) == [path]


def test_a_statement_that_takes_long_is_broken_off(path: Path, key: FileKey, tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    looks = iter(range(60))
    course = Course(is_stopped=lambda: next(looks, None) is None)

    with pytest.raises(UpgradeStoppedError):
        bring_up_to_date(path, key, next_format(tmp_path, f'op.execute("{endless}")'), course)


def test_its_course_is_told_from_nought_to_all_of_it(path: Path, key: FileKey, tmp_path: Path) -> None:
    told: list[tuple[Stage, float]] = []

    bring_up_to_date(path, key, next_format(tmp_path), Course(tell=lambda *now: told.append(now)))

    shares = [share for _stage, share in told]
    assert list(dict.fromkeys(stage for stage, _share in told)) == list(Stage)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
