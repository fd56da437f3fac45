"""A map can be shared without a name or a note in it, and its numbers stay the same."""

import json
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assessment import assess
from app.integrity import faults
from app.interchange import read_review, write_review
from app.packs import built_in_pack
from app.redaction import Hidden, redacted
from models.snapshot import Snapshot
from models.values import LISTS, Json
from tests.command_line import FERROWICK
from tests.marked import marked_review, marks_in
from tests.strategies import snapshots

ALL = st.sampled_from(Hidden)


@pytest.fixture(scope="module")
def ferrowick() -> Snapshot:
    return read_review(FERROWICK.read_bytes(), built_in_pack()).snapshot


def numbers(snapshot: Snapshot) -> list[tuple[object, ...]]:
    assessment = assess(snapshot)
    risks = [(r.id, r.inherent, r.residual, r.best, r.worst, r.stop_rules) for r in assessment.risks]
    levels = [(use.id, use.level, use.rule, use.override, use.verdict) for use in assessment.use_cases]
    return [*risks, *levels]


def free_texts(value: Json, key: str = "") -> Iterator[str]:
    """The texts that people wrote: what stands in fields for text, and not ids or words of closed lists."""
    match value:
        case str() if key in {"name", "note", "notes", "text", "reason", "title", "client", "background"}:
            yield value
        case list():
            for item in value:
                yield from free_texts(item, key)
        case dict():
            for name, item in value.items():
                yield from free_texts(item, name)
        case _:
            return


@given(snapshots(), ALL)
def test_every_number_is_the_same_and_the_review_stays_valid(snapshot: Snapshot, hidden: Hidden) -> None:
    shared = redacted(snapshot, hidden)

    assert numbers(shared) == numbers(snapshot)
    assert faults(shared) == faults(snapshot)
    assert read_review(write_review(shared), shared.pack).snapshot.registers == shared.registers


def test_no_name_of_a_person_and_no_note_is_left(ferrowick: Snapshot) -> None:
    people = {participant.name for participant in ferrowick.participants.values()} - {"anonymous"}
    before = set(free_texts(json.loads(write_review(ferrowick))))

    text = write_review(redacted(ferrowick, Hidden.PEOPLE)).decode()

    assert len(people) == 10
    assert not [name for name in people if name in text]
    assert "Ferrowick" not in text
    assert "Patchbay AI steps" in text
    left = before & set(free_texts(json.loads(text)))
    assert left <= {entry.name for name in ("ai_tools", "systems", "vendors", "use_cases", "data_categories",
                    "approval_gates") for entry in getattr(ferrowick, name).values()}  # fmt: skip


NAMED = ("AITool", "System", "Vendor", "UseCase", "DataCategory", "ApprovalGate")


@pytest.mark.parametrize(
    ("hidden", "left"), [(Hidden.NAMES, set()), (Hidden.PEOPLE, {f"{kind}.name" for kind in NAMED})]
)
def test_of_all_that_anybody_can_write_only_ids_are_left_and_names_of_things(
    hidden: Hidden, left: set[str]
) -> None:
    review, marks = marked_review()
    assert review.header.title in marks
    review = replace(review, extras=MappingProxyType({"x_whole": "mark99999z"}))

    shared = redacted(review, hidden)

    found = marks_in(str((shared.header, shared.engagement, shared.incident_process, shared.extras)))
    for register in LISTS:
        found |= marks_in(str(shared.entries(register)))
    places = {marks.get(mark, mark) for mark in found}
    ids_of_risks = "ActionItem.risks"
    assert {place for place in places if not place.endswith(".id")} == left | {ids_of_risks}


def test_with_names_hidden_things_are_called_by_their_ids(ferrowick: Snapshot) -> None:
    shared = redacted(ferrowick, Hidden.NAMES)

    text = write_review(shared).decode()

    assert shared.ai_tools["T13"].name == "AI tool T13"
    for name in ("Patchbay", "Tidewell", "Ledgerline", "Quillmate"):
        assert name not in text
    assert assess(shared).risks[0].title.startswith("AI tool T13 can change")
