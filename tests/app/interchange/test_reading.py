"""What a review file may hold: all of it comes in, and nothing is guessed."""

import json
from typing import Any

import pytest

import resources
from app.interchange import Imported, InterchangeError, read_review
from app.packs import built_in_pack
from models.values import AnswerState, Tri, Unknown

SAMPLE = resources.read_bytes("demo", "ferrowick.review.json")
SMALLEST = {
    "format": "plumbline-review",
    "version": 1,
    "question_bank": "qb-1",
    "risk_model": "rm-1",
    "engagement": {"client": "Ferrowick"},
}


def imported(**fields: object) -> Imported:
    return read_review(json.dumps({**SMALLEST, **fields}).encode(), built_in_pack())


def test_the_smallest_review_has_nothing_in_it() -> None:
    snapshot = imported().snapshot

    assert snapshot.engagement.client == "Ferrowick"
    assert snapshot.mode == "standard"
    assert not snapshot.registers
    assert snapshot.incident_process is None


def test_a_byte_order_mark_and_white_space_are_no_hindrance() -> None:
    marked = read_review(b"\xef\xbb\xbf\r\n" + SAMPLE.replace(b"\n", b"\r\n"), built_in_pack())

    assert marked == read_review(SAMPLE, built_in_pack())


def test_ferrowick_comes_in_whole() -> None:
    snapshot = read_review(SAMPLE, built_in_pack()).snapshot

    assert len(snapshot.ai_tools) == 14
    assert len(snapshot.access_grants) == 19
    assert len(snapshot.answers) == 61
    assert snapshot.engagement.mode == "standard"


def test_what_is_missing_is_not_what_is_unknown() -> None:
    tool = {"id": "T1", "name": "Tool", "process_criticality": 1}

    tools = imported(
        ai_tools=[{**tool, "users": "unknown", "sandbox_first": "unknown"}, {**tool, "id": "T2"}]
    )

    first, second = tools.snapshot.ai_tools.values()
    assert (first.users, first.sandbox_first) == (Unknown.UNKNOWN, Tri.UNKNOWN)
    assert (second.users, second.sandbox_first) == (None, None)


def test_reserved_words_stand_for_none_and_unknown() -> None:
    tool = {"id": "T1", "name": "Tool", "process_criticality": 1}

    found = imported(ai_tools=[{**tool, "vendor": "none", "host_system": "unknown", "gate": "none"}])

    assert found.snapshot.ai_tools["T1"].host_system == "unknown"


def test_one_question_may_be_answered_by_several_people_and_by_nobody() -> None:
    people = [{"id": "P1", "name": "anonymous"}, {"id": "P2", "name": "anonymous"}]
    answers = [
        {"question": "USE-01", "state": "value", "value": 0},
        {"question": "USE-01", "state": "value", "value": 4, "respondent": "P1"},
        {"question": "USE-01", "state": "unknown", "value": None, "respondent": "P2"},
    ]

    snapshot = imported(participants=people, answers=answers).snapshot

    states = [answer.state for answer in snapshot.answers_by_question["USE-01"]]
    assert states == [AnswerState.VALUE, AnswerState.VALUE, AnswerState.UNKNOWN]


def test_an_answer_to_a_register_question_may_hold_evidence() -> None:
    answers = [{"question": "USE-05", "state": "value", "evidence": "document", "note": "Seen."}]

    assert imported(answers=answers).snapshot.answers["USE-05/"].note == "Seen."


def test_limits_may_be_reached() -> None:
    deep: object = 1
    for _level in range(31):
        deep = [deep]

    found = imported(
        engagement={
            "client": "x" * 300,
            "scope": "\U0001f600" * 20_000,
            "contact_population": 10_000_000_000,
        },
        systems=[{"id": f"S{number}", "name": "x"} for number in range(10_000)],
        x_deep=deep,
        x_number=10**18 - 1,
    )

    assert len(found.snapshot.systems) == 10_000


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp;</b>",
        "=1+1",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "مراجعة",
        "a\tb\r\nc\x1b",
        "\u202e",
    ],
)
def test_odd_texts_come_in_as_they_are(text: str) -> None:
    found = imported(engagement={"client": "Ferrowick", "background": text})

    assert found.snapshot.engagement.background == text


def test_unknown_fields_are_kept_and_named_but_for_those_that_begin_with_x() -> None:
    engagement = {"client": "Ferrowick", "colour": {"a": [1.5, None, True]}, "x_mine": 1}
    vendor = {"id": "V1", "name": "V", "approval": {"scope": {"a/b~": 1, "x_": 2}}}

    found = imported(engagement=engagement, vendors=[vendor], later=[], x_ours={"later": 1})

    assert found.report.unknown_fields == (
        "/engagement/colour",
        "/vendors/0/approval/scope/a~1b~0",
        "/later",
    )
    assert found.snapshot.engagement.extras == {"colour": {"a": [1.5, None, True]}, "x_mine": 1}
    assert found.snapshot.extras == {"later": [], "x_ours": {"later": 1}}
    assert [line.split(":")[0] for line in found.report.lines()] == list(found.report.unknown_fields)


def test_nothing_is_said_about_a_sound_file() -> None:
    assert list(read_review(SAMPLE, built_in_pack()).report.lines()) == []


def test_remarks_name_their_place_in_the_file() -> None:
    raw: dict[str, Any] = json.loads(SAMPLE)
    raw["risk_decisions"] = [
        {"risk": "EX-T01"},
        {"risk": "EX-NOWHERE", "overlay": {"direction": "up", "reason": "?"}},
    ]
    raw["ai_tools"][3]["status"] = "retired"
    raw["use_cases"][2]["tools"] = [raw["ai_tools"][0]["id"], raw["ai_tools"][3]["id"]]
    raw["use_cases"][2]["trace_record"] = {"request": "yes"}
    raw["use_cases"][2]["trace_items"] = 8

    report = read_review(json.dumps(raw).encode(), built_in_pack()).report

    places = {remark.pointer for remark in report.remarks}
    assert {"/risk_decisions/1/risk", "/use_cases/2/tools/1", "/use_cases/2/trace_items"} <= places


def test_the_pack_of_the_review_decides_which_bank_is_read() -> None:
    with pytest.raises(InterchangeError, match=r'^/question_bank: "qb-7" was written by a newer version'):
        imported(question_bank="qb-7")
