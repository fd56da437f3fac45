"""Entries are described once: reading, writing and the published schema follow from that description."""

import json
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from models.values import (
    ENTRY_TYPES,
    AITool,
    Answer,
    AnswerState,
    Approval,
    Described,
    Group,
    Owner,
    Reading,
    RegisterName,
    Unknown,
    YesPartlyNo,
    specs_of,
)

SCHEMA = json.loads(files("resources").joinpath("schemas", "review.schema.json").read_text("utf-8"))
NOT_IN_SCHEMA_ORDER = {"engagement", "incident_process"}


def schema_of(register: RegisterName) -> dict[str, object]:
    place = SCHEMA["properties"][register]
    reference = place.get("$ref") or place["items"]["$ref"]
    found = SCHEMA["$defs"][reference.removeprefix("#/$defs/")]
    assert isinstance(found, dict)
    return found


def read(described: type[Described], raw: Any) -> tuple[Described | None, list[str]]:
    at = Reading()
    value = described.read(raw, at)
    return value, [str(problem) for problem in at.problems]


@pytest.mark.parametrize("register", ENTRY_TYPES)
def test_every_entry_has_exactly_the_fields_of_the_published_schema(register: RegisterName) -> None:
    schema = schema_of(register)
    specs = specs_of(ENTRY_TYPES[register])

    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert {spec.name for spec in specs} == set(properties)
    assert {spec.name for spec in specs if spec.required} == set(schema.get("required", []))  # type: ignore[call-overload]


@pytest.mark.parametrize("register", ENTRY_TYPES)
def test_every_field_has_words_for_people(register: RegisterName) -> None:
    def labels(described: type[Described]) -> list[str]:
        found = []
        for spec in specs_of(described):
            found.append(spec.label)
            if isinstance(spec.kind, Group):
                found += labels(spec.kind.described)
        return found

    assert all(label and "_" not in label for label in labels(ENTRY_TYPES[register]))


def test_a_tool_is_read_with_its_enumerations_dates_and_counts() -> None:
    raw = {
        "id": "T01",
        "name": "Scoring",
        "process_criticality": 5,
        "owner": "named_left",
        "users": "unknown",
        "activated_on": "2025-03-01",
        "readiness": {"owner": "yes"},
    }

    tool, problems = read(AITool, raw)

    assert not problems
    assert isinstance(tool, AITool)
    assert tool.owner is Owner.NAMED_LEFT
    assert tool.users is Unknown.UNKNOWN
    assert tool.activated_on == date(2025, 3, 1)
    assert tool.approval is None
    assert tool.write() == raw


def test_fields_that_nobody_knows_are_kept_and_named_but_not_those_with_x() -> None:
    at = Reading(("ai_tools", 0))
    raw: Any = {
        "id": "T1",
        "name": "A",
        "process_criticality": 1,
        "colour": "red",
        "x_mark": [1, {"a": None}],
    }

    tool = AITool.read(raw, at)

    assert at.unknown_fields == ["/ai_tools/0/colour"]
    assert tool is not None
    assert tool.write() == raw


@pytest.mark.parametrize(
    ("field", "value", "pointer"),
    [
        ("id", "a b", "/id"),
        ("id", "none", "/id"),
        ("id", "x" * 65, "/id"),
        ("name", " ", "/name"),
        ("name", "x" * 301, "/name"),
        ("name", "a\x00b", "/name"),
        ("name", "\ud800", "/name"),
        ("description", "x" * 20_001, "/description"),
        ("process_criticality", True, "/process_criticality"),
        ("process_criticality", 6, "/process_criticality"),
        ("process_criticality", "3", "/process_criticality"),
        ("users", -1, "/users"),
        ("users", 1.0, "/users"),
        ("users", "many", "/users"),
        ("owner", "Named", "/owner"),
        ("owner", ["named"], "/owner"),
        ("activated_on", "2025-02-30", "/activated_on"),
        ("activated_on", "20250201", "/activated_on"),
        ("user_groups", ["a", "a"], "/user_groups"),
        ("user_groups", "a", "/user_groups"),
        ("user_groups", ["a", 3], "/user_groups/1"),
        ("trace_items", 9, "/trace_items"),
        ("readiness", {"owner": "maybe"}, "/readiness/owner"),
        ("readiness", [], "/readiness"),
        ("vendor", "a/b", "/vendor"),
    ],
)
def test_what_a_field_may_not_hold_is_refused_at_its_place(field: str, value: object, pointer: str) -> None:
    raw = {"id": "T1", "name": "A", "process_criticality": 1, field: value}

    tool, problems = read(AITool, raw)

    assert tool is None
    assert [problem.split(":")[0] for problem in problems] == [pointer]


def test_a_missing_required_field_is_named() -> None:
    tool, problems = read(AITool, {"id": "T1"})

    assert tool is None
    assert problems == [
        "/name: This required field is missing.",
        "/process_criticality: This required field is missing.",
    ]


def test_a_long_wrong_value_is_shortened_in_the_message() -> None:
    _tool, problems = read(AITool, {"id": "T1", "name": "A", "process_criticality": "9" * 5000})

    assert len(problems[0]) < 150


@pytest.mark.parametrize("value", [0, 4, "partly", ["reporting", "qa"], None])
def test_an_answer_holds_a_level_a_word_or_options(value: object) -> None:
    raw = {"question": "USE-04", "state": "value", "value": value}

    answer, problems = read(Answer, raw)

    assert not problems
    assert isinstance(answer, Answer)
    assert answer.state is AnswerState.VALUE
    written = answer.write()
    assert written.get("value") == value


def test_values_are_frozen_and_change_into_new_ones() -> None:
    tool = AITool(id="T1", name="A", process_criticality=2)

    changed = tool.with_values(approval=Approval.UNOFFICIAL)

    assert tool.approval is None
    assert changed.approval is Approval.UNOFFICIAL
    with pytest.raises(AttributeError):
        tool.name = "B"  # type: ignore[misc]  # the point of the test


def test_an_answer_is_identified_by_question_and_respondent() -> None:
    room = Answer(question="ACC-07", state=AnswerState.VALUE, value=YesPartlyNo.PARTLY)
    person = room.with_values(respondent="P04")

    assert room.key == "ACC-07/"
    assert person.key == "ACC-07/P04"
