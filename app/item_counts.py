"""Counts that the risk model reads, worked out from the items that are listed below them."""

from collections.abc import Iterator

from models.values import (
    AITool,
    DecisionRecord,
    Described,
    HandlingRules,
    RuleValue,
    TraceRecord,
    Tri,
    Unknown,
    specs_of,
)

# Each count, and the field that lists its items.
COUNTED = {
    "trace_items": "trace_record",
    "decision_record_items": "decision_record",
    "handling_rules_set": "handling_rules",
}
_TRACE = (
    "request",
    "output",
    "reviewer",
    "accepted",
    "refused",
    "system_change",
    "time",
    "decision_owner",
)
_USE_CASE_DECISION = ("purpose", "baseline", "target", "review_trigger", "switch_off_test")
_TOOL_DECISION = ("why_switched_on", "expected_result", *_USE_CASE_DECISION)
_SET = frozenset({RuleValue.YES, RuleValue.NO, RuleValue.CONDITIONAL})


def count_from_items(entry: Described, count: str) -> int | None:
    """How many of the items of one of the `COUNTED` fields are there; None where no items are listed."""
    is_listed = getattr(entry, COUNTED[count], None) is not None
    return sum(items_listed(entry, count)) if is_listed else None


def items_listed(entry: Described, count: str) -> tuple[bool, ...]:
    """Of the items of one of the `COUNTED` fields, those of which anything is said: whether each is there."""
    match getattr(entry, COUNTED[count], None):
        case HandlingRules() as rules:
            given = (getattr(rules, spec.name) for spec in specs_of(HandlingRules))
            return tuple(rule.value in _SET for rule in given if rule is not None)
        case TraceRecord() as record:
            states = (getattr(record, name) for name in _TRACE)
            return tuple(state is Tri.YES for state in states if state is not None)
        case DecisionRecord() as record:
            names = _TOOL_DECISION if isinstance(entry, AITool) else _USE_CASE_DECISION
            return tuple(True for name in names if (getattr(record, name) or "").strip())
        case _:
            return ()


def odd_counts(entry: Described) -> Iterator[tuple[str, object, int]]:
    """The counts that disagree with the items listed below them: the field, what it says, how many there are.

    Items of which none is there do not speak against a count that nobody gave.
    """
    for count in COUNTED:
        listed = items_listed(entry, count)
        said, there = getattr(entry, count, None), sum(listed)
        if listed and said != there and not (there == 0 and said in {None, Unknown.UNKNOWN}):
            yield count, said, there
