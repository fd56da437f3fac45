"""What goes out comes in again the same, and fits the published schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import resources
from app.assessment import assess
from app.interchange import read_review, write_assessment, write_review
from app.packs import built_in_pack
from models.snapshot import ReviewHeader, Snapshot
from tests.strategies import snapshots

DATA = Path(__file__).parents[2] / "data" / "interchange"
SAMPLES = {
    "ferrowick": resources.path("demo", "ferrowick.review.json"),
    **{path.name.split(".")[0]: path for path in sorted(DATA.glob("tiny_*.review.json"))},
}


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(resources.read_text("schemas", f"{name}.schema.json"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def without_empty_lists(raw: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if value != []}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_review_goes_out_as_it_came_in(name: str) -> None:
    data = SAMPLES[name].read_bytes()
    first = read_review(data, built_in_pack()).snapshot

    written = write_review(first)

    raw = json.loads(written)
    assert without_empty_lists(raw) == without_empty_lists(json.loads(data))
    assert list(validator("review").iter_errors(raw)) == []
    again = read_review(written, built_in_pack()).snapshot
    assert again == first
    assert write_assessment(assess(again)) == write_assessment(assess(first))


@pytest.mark.parametrize("name", SAMPLES)
def test_an_assessment_goes_out_as_its_schema_says(name: str) -> None:
    snapshot = read_review(SAMPLES[name].read_bytes(), built_in_pack()).snapshot

    written = json.loads(write_assessment(assess(snapshot)))

    assert list(validator("assessment").iter_errors(written)) == []


@given(snapshots())
def test_any_review_comes_in_as_it_went_out(snapshot: Snapshot) -> None:
    written = write_review(snapshot)

    again = read_review(written, snapshot.pack).snapshot

    assert comparable(again) == comparable(snapshot)
    assert write_review(again) == written
    assert list(validator("review").iter_errors(json.loads(written))) == []


def comparable(snapshot: Snapshot) -> object:
    """A snapshot without its header, which a review file does not hold, and without lists that are empty."""
    lists = {name: dict(entries) for name, entries in snapshot.registers.items() if entries}
    return snapshot.engagement, snapshot.incident_process, lists, dict(snapshot.extras)


def test_the_order_of_entries_and_of_tools_is_kept() -> None:
    raw = json.loads(SAMPLES["ferrowick"].read_bytes())
    raw["ai_tools"].reverse()
    raw["use_cases"][0]["tools"] = [tool["id"] for tool in raw["ai_tools"][:3]]

    written = json.loads(write_review(read_review(json.dumps(raw).encode(), built_in_pack()).snapshot))

    assert written["ai_tools"] == raw["ai_tools"]
    assert written["use_cases"][0]["tools"] == raw["use_cases"][0]["tools"]


def test_unknown_fields_are_written_back_where_they_stood() -> None:
    raw = json.loads(SAMPLES["ferrowick"].read_bytes())
    raw["later"] = {"numbers": [0.1, 1e300, -5], "nothing": None}
    raw["vendors"][0]["later"] = "مراجعة \U0001f600"
    raw["vendors"][0].setdefault("approval", {})["x_ours"] = True

    written = json.loads(write_review(read_review(json.dumps(raw).encode(), built_in_pack()).snapshot))

    assert without_empty_lists(written) == without_empty_lists(raw)


@pytest.mark.parametrize(
    "number", ["1234567890.12345678", "12345678901234567e-20", "0.1", "-1.5E+300", "5e-324"]
)
def test_a_number_that_may_come_in_may_come_in_again(number: str) -> None:
    data = SAMPLES["tiny_empty"].read_bytes().replace(b"{", b'{"x_number": ' + number.encode() + b",", 1)
    snapshot = read_review(data, built_in_pack()).snapshot

    again = read_review(write_review(snapshot), built_in_pack()).snapshot

    assert again.extras == snapshot.extras == {"x_number": float(number)}


def test_the_file_is_plain_utf_8_with_a_line_end_and_every_list() -> None:
    empty = Snapshot(
        pack=built_in_pack(),
        engagement=read_review(SAMPLES["tiny_empty"].read_bytes(), built_in_pack()).snapshot.engagement,
        header=ReviewHeader(id="R7", number=7, title="Later", sealed=True),
    )

    text = write_review(empty).decode("utf-8")

    assert text.startswith('{\n "format": "plumbline-review",\n "version": 1,')
    assert text.endswith(' "action_plan": []\n}\n')
    assert "R7" not in text
    lists = [name for name, value in json.loads(text).items() if value == []]
    schema = json.loads(resources.read_text("schemas", "review.schema.json"))["properties"]
    assert set(lists) == {name for name, field in schema.items() if field.get("type") == "array"}
