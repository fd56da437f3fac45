"""Every format that was ever released opens for ever, holds what it held, and can be worked on.

A file of each format lies in tests/data/formats beside its reviews as JSON; a new format adds one, and none
is ever made anew.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from app.assessment import assess
from app.attachments import attachment_of, give_out
from app.interchange import read_review, write_review
from app.packs import built_in_pack
from models.storage import FileKey
from models.storage.fingerprint import fingerprint
from models.storage.format import CURRENT
from models.storage.key import file_key
from models.storage.opening import open_with_key, salt_of
from models.storage.replacing import put_back
from models.storage.rescue import rescue
from models.storage.upgrading import bring_up_to_date
from tests.models.storage.conftest import scene_change

FORMATS = Path(__file__).parents[2] / "data" / "formats"
FILES = sorted(FORMATS.glob("*.plumbline"))


def number(file: Path) -> int:
    return int(file.stem.removeprefix("format_"))


@pytest.fixture(scope="module")
def keys() -> Mapping[str, FileKey]:
    """The key of each: made once, because that takes half a second by intention."""
    return {file.name: file_key(passphrase(file), salt_of(file)) for file in FILES}


@pytest.fixture
def key(keys: Mapping[str, FileKey], released: Path) -> FileKey:
    return keys[released.name]


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path))


def passphrase(file: Path) -> str:
    return f"plumbline format {number(file)}"


def test_there_is_a_file_of_every_format() -> None:
    assert [number(file) for file in FILES] == list(range(1, CURRENT.version + 1))


def test_it_opens_holds_what_it_held_and_is_sound(released: Path, key: FileKey) -> None:
    with open_with_key(released, key) as store:
        for header in store.reviews():
            kept = (FORMATS / f"{released.stem}.{header.id}.review.json").read_bytes()
            snapshot = store.load(header.id)
            assert write_review(snapshot) == kept
            assert assess(snapshot) == assess(read_review(kept, built_in_pack()).snapshot)
            said = (FORMATS / f"{released.stem}.{header.id}.fingerprint").read_text("ascii")
            assert fingerprint(snapshot) == said.strip()
        assert [header.id for header in store.reviews()] == ["R1", "R2"]
        assert store.check() == ()


def test_only_an_earlier_format_is_brought_up_to_date_and_its_copy_is_the_file_as_it_was(
    released: Path, key: FileKey
) -> None:
    before, copies = released.read_bytes(), list[object]()

    open_with_key(released, key, when_older=lambda *file: copies.append(bring_up_to_date(*file))).close()

    assert len(copies) == (number(released) < CURRENT.version)
    for copy in copies:
        assert isinstance(copy, Path)
        assert copy.read_bytes() == before


def test_everything_is_rescued_from_it_as_from_any_other(released: Path, key: FileKey) -> None:
    saved = rescue(released, key, built_in_pack())

    assert (saved.unreadable_pages, saved.from_the_log, saved.lost, saved.is_own_pack) == (0, 0, (), True)
    for review in saved.reviews:
        kept = (FORMATS / f"{released.stem}.{review.header.id}.review.json").read_bytes()
        assert write_review(review) == kept
    assert len(saved.attachments) == (number(released) > 1)


def test_a_copy_of_it_is_put_back_in_a_file_that_has_gone_on(released: Path, key: FileKey) -> None:
    copy = released.with_name("earlier.backup")
    shutil.copy2(released, copy)
    before = copy.read_bytes()
    store = open_with_key(released, key)
    then = store.load("R2")
    store.record("R2", [scene_change(then, "Today")], who="Ana", label="Edit")

    with put_back(store, copy, who="Ana") as restored:
        assert restored.load("R2") == then
        assert restored.history("R2")[-1].label.startswith("Restore the copy of ")
        assert restored.check() == ()
        restored.record("R2", [scene_change(then, "Goes on")], who="Ana", label="Edit")

    assert copy.read_bytes() == before
    assert sorted(file.name for file in released.parent.iterdir() if file.is_file()) == sorted(
        [released.name, copy.name]
    )


def test_it_can_be_worked_on(released: Path, key: FileKey) -> None:
    with open_with_key(released, key) as store:
        edits = len(store.history("R2"))
        store.record("R2", [scene_change(store.load("R2"), "Today")], who="Ana", label="Edit")

    with open_with_key(released, key) as store:
        assert store.load("R2").engagement.background == "Today"
        assert len(store.history("R2")) == edits + 1
        assert store.check() == ()


def test_its_log_tells_what_was_done_to_it(released: Path, key: FileKey) -> None:
    with open_with_key(released, key) as store:
        labels = dict.fromkeys(record.label for record in store.history("R1"))

    kept_a_file = ["Keep a file for evidence E05"] if number(released) > 1 else []
    assert [label for label in labels if label not in kept_a_file][-4:] == [
        "Change Owner of AI tool T01",
        "Answer ACC-05",
        "Remove 2 entries",
        "Seal the review",
    ]


def test_its_evidence_file_is_given_out_as_it_was(released: Path, key: FileKey, tmp_path: Path) -> None:
    with open_with_key(released, key) as store:
        kept = attachment_of(store.load("R1").evidence["E05"])
        if number(released) == 1:  # the format before there were evidence files
            assert kept is None
            return
        assert kept is not None
        give_out(store, kept, tmp_path / kept.name)

    assert (tmp_path / "Access list.txt").read_bytes() == b"Connected apps as seen on screen.\n" * 3000
