"""Every format that was ever released opens for ever, holds what it held, and can be worked on.

A file of each format lies in tests/data/formats beside its reviews as JSON; a new format adds one, and none
is ever made anew.
"""

import shutil
from pathlib import Path

import pytest

from app.assessment import assess
from app.attachments import attachment_of, give_out
from app.interchange import read_review, write_review
from app.packs import built_in_pack
from models.storage import open_file
from models.storage.format import CURRENT
from tests.models.storage.conftest import scene_change

FORMATS = Path(__file__).parents[2] / "data" / "formats"
FILES = sorted(FORMATS.glob("*.plumbline"))


def number(file: Path) -> int:
    return int(file.stem.removeprefix("format_"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path))


def passphrase(file: Path) -> str:
    return f"plumbline format {number(file)}"


def test_there_is_a_file_of_every_format() -> None:
    assert [number(file) for file in FILES] == list(range(1, CURRENT.version + 1))


def test_it_opens_holds_what_it_held_and_is_sound(released: Path) -> None:
    with open_file(released, passphrase(released)) as store:
        for header in store.reviews():
            kept = (FORMATS / f"{released.stem}.{header.id}.review.json").read_bytes()
            snapshot = store.load(header.id)
            assert write_review(snapshot) == kept
            assert assess(snapshot) == assess(read_review(kept, built_in_pack()).snapshot)
        assert [header.id for header in store.reviews()] == ["R1", "R2"]
        assert store.check() == ()


def test_it_can_be_worked_on(released: Path) -> None:
    with open_file(released, passphrase(released)) as store:
        edits = len(store.history("R2"))
        store.record("R2", [scene_change(store.load("R2"), "Today")], who="Ana", label="Edit")

    with open_file(released, passphrase(released)) as store:
        assert store.load("R2").engagement.background == "Today"
        assert len(store.history("R2")) == edits + 1
        assert store.check() == ()


def test_its_log_tells_what_was_done_to_it(released: Path) -> None:
    with open_file(released, passphrase(released)) as store:
        labels = dict.fromkeys(record.label for record in store.history("R1"))

    kept_a_file = ["Keep a file for evidence E05"] if number(released) > 1 else []
    assert [label for label in labels if label not in kept_a_file][-4:] == [
        "Change Owner of AI tool T01",
        "Answer ACC-05",
        "Remove 2 entries",
        "Seal the review",
    ]


def test_its_evidence_file_is_given_out_as_it_was(released: Path, tmp_path: Path) -> None:
    with open_file(released, passphrase(released)) as store:
        kept = attachment_of(store.load("R1").evidence["E05"])
        if number(released) == 1:  # the format before there were evidence files
            assert kept is None
            return
        assert kept is not None
        give_out(store, kept, tmp_path / kept.name)

    assert (tmp_path / "Access list.txt").read_bytes() == b"Connected apps as seen on screen.\n" * 3000
