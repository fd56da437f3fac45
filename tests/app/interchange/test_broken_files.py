"""Every rule by which a review file is refused, each with the place that the message must name."""

import json
from collections.abc import Callable
from typing import Any

import pytest

import resources
from app.interchange import InterchangeError, read_review
from app.packs import built_in_pack

# A review as parsed JSON, to be broken in one place.
Raw = dict[str, Any]
Break = Callable[[Raw], object]

SAMPLE = resources.read_bytes("demo", "ferrowick.review.json")
GRANT_FIELDS = ("id", "tool", "system", "route", "environment", "data_categories", "form")
NEW_TEXT = "x" * 20_001
NEW_NAME = "x" * 301


def set_at(pointer: str, value: object) -> Break:
    def change(raw: Raw) -> None:
        *steps, last = pointer.strip("/").split("/")
        at: Any = raw
        for step in steps:
            at = at[int(step) if isinstance(at, list) else step]
        at[int(last) if isinstance(at, list) else last] = value

    return change


def removed(pointer: str) -> Break:
    def change(raw: Raw) -> None:
        *steps, last = pointer.strip("/").split("/")
        at: Any = raw
        for step in steps:
            at = at[int(step) if isinstance(at, list) else step]
        del at[last]

    return change


def appended(pointer: str, value: object) -> Break:
    def change(raw: Raw) -> None:
        at: Any = raw
        for step in pointer.strip("/").split("/"):
            at = at[int(step) if isinstance(at, list) else step]
        at.append(value)

    return change


def answer(**fields: object) -> Break:
    return set_at("/answers", [fields])


def grant(**fields: object) -> Break:
    def change(raw: Raw) -> None:
        known = {name: raw["access_grants"][0][name] for name in GRANT_FIELDS}
        raw["access_grants"][0] = {**known, **fields}

    return change


def problems_of(data: bytes) -> dict[str, str]:
    with pytest.raises(InterchangeError) as refused:
        read_review(data, built_in_pack())
    return {problem.pointer: problem.message for problem in refused.value.problems}


def nested(levels: int) -> object:
    value: object = 1
    for _level in range(levels):
        value = [value]
    return value


HEADER_RULES: dict[str, tuple[Break, str]] = {
    "no format": (removed("/format"), "/format"),
    "another format": (set_at("/format", "plumbline-assessment"), "/format"),
    "no version": (removed("/version"), "/version"),
    "version as text": (set_at("/version", "1"), "/version"),
    "version true": (set_at("/version", True), "/version"),
    "version 1.0": (set_at("/version", 1.0), "/version"),
    "version 0": (set_at("/version", 0), "/version"),
    "a newer version": (set_at("/version", 2), "/version"),
    "no question bank": (removed("/question_bank"), "/question_bank"),
    "another question bank": (set_at("/question_bank", "qb-x"), "/question_bank"),
    "a newer question bank": (set_at("/question_bank", "qb-2"), "/question_bank"),
    "a newer risk model": (set_at("/risk_model", "rm-12"), "/risk_model"),
    "no risk model": (removed("/risk_model"), "/risk_model"),
}

VALUE_RULES: dict[str, tuple[Break, str]] = {
    "no engagement": (removed("/engagement"), "/engagement"),
    "engagement not an object": (set_at("/engagement", []), "/engagement"),
    "no client": (removed("/engagement/client"), "/engagement/client"),
    "client null": (set_at("/engagement/client", None), "/engagement/client"),
    "client blank": (set_at("/engagement/client", " \n"), "/engagement/client"),
    "client too long": (set_at("/engagement/client", NEW_NAME), "/engagement/client"),
    "text too long": (set_at("/engagement/scope", NEW_TEXT), "/engagement/scope"),
    "text a number": (set_at("/engagement/scope", 5), "/engagement/scope"),
    "mode in capitals": (set_at("/engagement/mode", "Standard"), "/engagement/mode"),
    "tri-state as boolean": (set_at("/engagement/agencies_used", True), "/engagement/agencies_used"),
    "tri-state null": (set_at("/engagement/agencies_used", None), "/engagement/agencies_used"),
    "no such day": (set_at("/engagement/end_date", "2026-02-29"), "/engagement/end_date"),
    "a date with time": (set_at("/engagement/end_date", "2026-02-28T00:00"), "/engagement/end_date"),
    "a date without hyphens": (set_at("/engagement/end_date", "20260228"), "/engagement/end_date"),
    "names twice": (set_at("/engagement/regions", ["UK", "UK"]), "/engagement/regions"),
    "a list not a list": (set_at("/systems", {}), "/systems"),
    "an entry not an object": (set_at("/systems/1", "S02"), "/systems/1"),
    "no id": (removed("/systems/1/id"), "/systems/1/id"),
    "an id with a space": (set_at("/systems/1/id", "S 2"), "/systems/1/id"),
    "an id too long": (set_at("/systems/1/id", "S" * 65), "/systems/1/id"),
    "an id reserved": (set_at("/systems/1/id", "unknown"), "/systems/1/id"),
    "an id as a number": (set_at("/systems/1/id", 2), "/systems/1/id"),
    "an id with a line end": (set_at("/systems/1/id", "S02\n"), "/systems/1/id"),
    "sensitivity 0": (set_at("/data_categories/0/sensitivity", 0), "/data_categories/0/sensitivity"),
    "sensitivity 6": (set_at("/data_categories/0/sensitivity", 6), "/data_categories/0/sensitivity"),
    "sensitivity true": (set_at("/data_categories/0/sensitivity", True), "/data_categories/0/sensitivity"),
    "sensitivity 3.0": (set_at("/data_categories/0/sensitivity", 3.0), "/data_categories/0/sensitivity"),
    "sensitivity unknown": (
        set_at("/data_categories/0/sensitivity", "unknown"),
        "/data_categories/0/sensitivity",
    ),
    "a count below nothing": (set_at("/ai_tools/0/users", -1), "/ai_tools/0/users"),
    "nine trace items": (set_at("/ai_tools/0/trace_items", 9), "/ai_tools/0/trace_items"),
    "an unknown capability": (
        set_at("/access_grants/0/capabilities", ["see", "touch"]),
        "/access_grants/0/capabilities/1",
    ),
    "no capability": (set_at("/access_grants/0/capabilities", []), "/access_grants/0/capabilities"),
    "a capability twice": (
        set_at("/access_grants/0/capabilities", ["see", "see"]),
        "/access_grants/0/capabilities",
    ),
    "no data category": (set_at("/access_grants/0/data_categories", []), "/access_grants/0/data_categories"),
    "a tool that is none": (set_at("/access_grants/0/tool", "none"), "/access_grants/0/tool"),
    "a nested value": (
        set_at("/approval_gates/0/checks", {"decision_kept": "maybe"}),
        "/approval_gates/0/checks/decision_kept",
    ),
    "a path as file name": (set_at("/evidence/0/file_name", "a/b.pdf"), "/evidence/0/file_name"),
    "a Windows path as file name": (set_at("/evidence/0/file_name", "C:\\b.pdf"), "/evidence/0/file_name"),
    "dots as file name": (set_at("/evidence/0/file_name", ".."), "/evidence/0/file_name"),
    "an overlay without reason": (
        set_at("/risk_decisions/0/overlay", {"direction": "up", "reason": " "}),
        "/risk_decisions/0/overlay/reason",
    ),
    "no incident process": (set_at("/incident_process", []), "/incident_process"),
    "an id twice in a list": (set_at("/systems/1/id", "S01"), "/systems/1/id"),
    "an id twice across lists": (set_at("/vendors/2/id", "S01"), "/vendors/2/id"),
    "two answers by one respondent": (
        set_at("/answers", [{"question": "USE-01", "state": "unknown", "respondent": "P01"}] * 2),
        "/answers/1/question",
    ),
    "two answers by nobody": (
        set_at("/answers", [{"question": "USE-01", "state": "unknown"}] * 2),
        "/answers/1/question",
    ),
    "two decisions about one risk": (
        set_at("/risk_decisions", [{"risk": "EX-T01"}] * 2),
        "/risk_decisions/1/risk",
    ),
}

LINK_RULES: dict[str, tuple[Break, str]] = {
    "a vendor that is not there": (set_at("/ai_tools/2/vendor", "V99"), "/ai_tools/2/vendor"),
    "a vendor that is a system": (set_at("/ai_tools/2/vendor", "S01"), "/ai_tools/2/vendor"),
    "no such host system": (set_at("/ai_tools/2/host_system", "S99"), "/ai_tools/2/host_system"),
    "no such gate": (set_at("/ai_tools/2/gate", "G99"), "/ai_tools/2/gate"),
    "no such tool of a grant": (set_at("/access_grants/3/tool", "T99"), "/access_grants/3/tool"),
    "no such system of a grant": (set_at("/access_grants/3/system", "S99"), "/access_grants/3/system"),
    "no such data of a grant": (
        appended("/access_grants/3/data_categories", "C99"),
        "/access_grants/3/data_categories/*",
    ),
    "no such tool of a use case": (set_at("/use_cases/0/tools/0", "T99"), "/use_cases/0/tools/0"),
    "no such system of a use case": (set_at("/use_cases/0/systems", ["S99"]), "/use_cases/0/systems/0"),
    "no such gate of a use case": (set_at("/use_cases/0/gate", "T01"), "/use_cases/0/gate"),
    "no such system in an approval": (
        set_at("/vendors/0/approval/scope", {"systems": ["S99"]}),
        "/vendors/0/approval/scope/systems/0",
    ),
    "no such data in an approval": (
        set_at("/vendors/0/approval/scope", {"data_categories": ["S01"]}),
        "/vendors/0/approval/scope/data_categories/0",
    ),
    "no such downstream system": (
        set_at("/systems/0/downstream_systems", ["S02", "S99"]),
        "/systems/0/downstream_systems/1",
    ),
    "no such data in a system": (
        set_at("/systems/0/data_categories", ["S02"]),
        "/systems/0/data_categories/0",
    ),
    "no such tool in a rule": (
        set_at("/data_categories/0/handling_rules", {"may_upload": {"allowed_tools": ["T99"]}}),
        "/data_categories/0/handling_rules/may_upload/allowed_tools/0",
    ),
    "no such respondent": (set_at("/answers/0/respondent", "P99"), "/answers/0/respondent"),
    "no such evidence": (set_at("/answers/0/evidence_items", ["E99"]), "/answers/0/evidence_items/0"),
    "no such session": (
        set_at("/participants/0/sessions_attended", ["P01"]),
        "/participants/0/sessions_attended/0",
    ),
    "owns nothing there": (set_at("/participants/0/owns", ["T01", "T99"]), "/participants/0/owns/1"),
    "no such participant": (set_at("/sessions/0/participants", ["P99"]), "/sessions/0/participants/0"),
    "no such tool of a flow": (set_at("/data_flows/0/tool", "T99"), "/data_flows/0/tool"),
    "no such data of a flow": (set_at("/data_flows/0/data_category", "T01"), "/data_flows/0/data_category"),
    "a monitor of a system": (set_at("/monitors/0/subject", "S01"), "/monitors/0/subject"),
    "no such tool of an incident": (set_at("/incidents/0/tool", "U01"), "/incidents/0/tool"),
    "no such use case of an incident": (set_at("/incidents/0/use_case", "T01"), "/incidents/0/use_case"),
    "no such question of a session": (set_at("/sessions/0/questions", ["ACC-99"]), "/sessions/0/questions/0"),
    "no such question of an action": (set_at("/action_plan/0/question", "ACC-99"), "/action_plan/0/question"),
    "no such question": (answer(question="ACC-99", state="unknown"), "/answers/0/question"),
    "a level above 4": (answer(question="USE-01", state="value", value=5), "/answers/0/value"),
    "a level below 0": (answer(question="USE-01", state="value", value=-1), "/answers/0/value"),
    "a word for a level": (answer(question="USE-01", state="value", value="yes"), "/answers/0/value"),
    "no level": (answer(question="USE-01", state="value"), "/answers/0/value"),
    "null for a level": (answer(question="USE-01", state="value", value=None), "/answers/0/value"),
    "a level for a word": (answer(question="USE-02", state="value", value=2), "/answers/0/value"),
    "no such option": (answer(question="USE-04", state="value", value=["magic"]), "/answers/0/value"),
    "an option twice": (answer(question="USE-04", state="value", value=["qa", "qa"]), "/answers/0/value"),
    "a word for options": (answer(question="USE-04", state="value", value="yes"), "/answers/0/value"),
    "a value for a register": (answer(question="USE-05", state="value", value=3), "/answers/0/value"),
    "a value though unknown": (answer(question="USE-01", state="unknown", value=3), "/answers/0/value"),
    "no reason": (answer(question="USE-01", state="not_applicable"), "/answers/0/reason"),
    "a blank reason": (answer(question="USE-01", state="not_applicable", reason=" "), "/answers/0/reason"),
    "change without class": (grant(capabilities=["change"]), "/access_grants/0/integrity_class"),
    "trigger with class 0": (
        grant(capabilities=["trigger"], integrity_class=0),
        "/access_grants/0/integrity_class",
    ),
    "change outside every system": (
        grant(capabilities=["change"], integrity_class=1, system="none"),
        "/access_grants/0/system",
    ),
}

JSON_RULES: dict[str, tuple[Break, str]] = {
    "33 levels": (set_at("/x_deep", nested(32)), "/x_deep" + "/0" * 31),
    "10,001 entries": (set_at("/systems", [{}] * 10_001), "/systems"),
    "10,001 unknown entries": (set_at("/x_list", [0] * 10_001), "/x_list"),
    "19 digits": (set_at("/x_number", 10**18), "/x_number"),
    "19 digits below nothing": (set_at("/x_number", -(10**18)), "/x_number"),
    "NaN": (set_at("/x_number", float("nan")), "/x_number"),
    "Infinity": (set_at("/systems/0/criticality", float("-inf")), "/systems/0/criticality"),
    "U+0000": (set_at("/engagement/scope", "a\x00b"), "/engagement/scope"),
    "U+0000 in an unknown field": (set_at("/x_text", ["a", "\x00"]), "/x_text/1"),
    "half a surrogate pair": (set_at("/engagement/scope", "a\ud83d"), "/engagement/scope"),
    "half a pair, nested": (set_at("/systems/0/x_text", {"a": "\udc00"}), "/systems/0/x_text/a"),
}

RULES = {**HEADER_RULES, **VALUE_RULES, **LINK_RULES, **JSON_RULES}


@pytest.mark.parametrize("rule", RULES)
def test_a_file_that_breaks_one_rule_is_refused_at_that_place(rule: str) -> None:
    breaking, pointer = RULES[rule]
    raw = json.loads(SAMPLE)
    breaking(raw)
    if pointer.endswith("/*"):
        at = raw["access_grants"][3]["data_categories"]
        pointer = pointer.replace("*", str(len(at) - 1))

    found = problems_of(json.dumps(raw).encode())

    assert list(found) == [pointer]


def test_a_newer_version_is_called_newer_and_nothing_else_is_guessed() -> None:
    raw = json.loads(SAMPLE) | {"version": 2, "risk_model": "rm-2", "systems": "elsewhere now"}

    found = problems_of(json.dumps(raw).encode())

    assert list(found) == ["/version", "/risk_model"]
    assert all("newer version" in message for message in found.values())


def test_several_problems_are_named_at_once_and_fifty_at_most() -> None:
    raw = json.loads(SAMPLE)
    raw["systems"] = [{"id": f"X{number}"} for number in range(60)]

    with pytest.raises(InterchangeError) as refused:
        read_review(json.dumps(raw).encode(), built_in_pack())

    lines = str(refused.value).splitlines()
    assert len(refused.value.problems) == 50
    assert lines[0] == "/systems/0/name: This required field is missing."
    assert lines[50:] == ["and 10 more problems"]


def test_a_long_value_is_shown_shortened_and_without_line_ends() -> None:
    raw = json.loads(SAMPLE)
    raw["engagement"]["scope"] = "word\n\x1b[31m" * 4_000

    with pytest.raises(InterchangeError) as refused:
        read_review(json.dumps(raw).encode(), built_in_pack())

    message = str(refused.value)
    assert message.startswith('/engagement/scope: "word\\n\\u001b[31m')
    assert message.endswith("… is not text of at most 20,000 characters.")
    assert len(message) < 200
    assert "\n" not in message
