"""Counts that the risk model reads, worked out from the items that are listed below them."""

from app.remarks import SET_RULES, TOOL_ITEMS, TRACE_ITEMS, USE_CASE_ITEMS
from models.values import AITool, Described, HandlingRules, Tri, UseCase, specs_of

COUNTED = {
    "trace_items": "trace_record",
    "decision_record_items": "decision_record",
    "handling_rules_set": "handling_rules",
}


def count_from_items(entry: Described, count: str) -> int | None:
    """How many of the items of one of the `COUNTED` fields are there; None where no items are listed."""
    items = getattr(entry, COUNTED[count], None)
    if items is None:
        return None
    if isinstance(items, HandlingRules):
        rules = [getattr(items, spec.name) for spec in specs_of(HandlingRules)]
        return sum(rule is not None and rule.value in SET_RULES for rule in rules)
    if count == "trace_items":
        return [getattr(items, name) for name in TRACE_ITEMS].count(Tri.YES)
    names = TOOL_ITEMS if isinstance(entry, AITool) else USE_CASE_ITEMS if isinstance(entry, UseCase) else ()
    return sum(bool((getattr(items, name) or "").strip()) for name in names)
