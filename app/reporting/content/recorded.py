"""What an entry of a register says: every recorded field, label by label."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from app.day_words import day
from app.i18n import _
from app.reporting.content.findings import Findings
from app.reporting.content.parts import Run, quiet
from models.values import Described, FieldSpec, Group, ListOf, Reference, Unknown, specs_of
from models.values import words as choice_words
from models.values.data import HandlingRule, HandlingRules
from models.values.enums import RuleValue

_BETWEEN = "  ·  "
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECISION = frozenset({"set_by", "set_on"})


def recorded(
    findings: Findings, entry: Described, leave_out: frozenset[str] = frozenset()
) -> Iterator[str | Run]:
    """Every field that has a value, but for those in `leave_out` and what the variant leaves out."""
    first = True
    for spec in specs_of(type(entry)):
        value = getattr(entry, spec.name)
        if value is None or spec.name in leave_out or findings.leaves_out(value):
            continue
        said = list(_said(findings, spec, value))
        if not said:
            continue
        if not first:
            yield quiet(_BETWEEN)
        first = False
        yield quiet(f"{spec.label}: ")
        yield from said


def _said(findings: Findings, spec: FieldSpec, value: object) -> Iterator[str | Run]:
    """What stands behind the label of a field; nothing for a group in which nothing is left to say."""
    if not isinstance(spec.kind, Group) or not isinstance(value, Described):
        yield _shown(findings, spec, value)
        return
    inside = _rules(findings, value) if isinstance(value, HandlingRules) else recorded(findings, value)
    runs = list(inside)
    if runs:
        yield from ("(", *runs, ")")


def _rules(findings: Findings, rules: HandlingRules) -> Iterator[str | Run]:
    """The handling rules, each with what was decided; by whom and when is said once where it is the same."""
    found = [
        (spec.label, rule)
        for spec in specs_of(HandlingRules)
        if (rule := getattr(rules, spec.name)) is not None
    ]
    alike = _decided_alike([rule for _label, rule in found])
    for index, (label, rule) in enumerate(found):
        yield quiet(f"{_BETWEEN if index else ''}{label}: ")
        yield choice_words(rule.value) if rule.value is not None else _("Not recorded")
        rest = list(recorded(findings, rule, frozenset({"value"}) | (_DECISION if alike else frozenset())))
        yield from (" (", *rest, ")") if rest else ()
    decision = list(recorded(findings, alike, frozenset({"value"}))) if alike is not None else []
    if decision:
        yield quiet(_BETWEEN + _("where decided: "))
        yield from decision


def _decided_alike(rules: Sequence[HandlingRule]) -> HandlingRule | None:
    """By whom and when all that is decided was decided, and nothing else was; None if that differs."""
    decided = [rule for rule in rules if rule.value not in {None, RuleValue.NOT_DECIDED}]
    undecided = [rule for rule in rules if rule.value in {None, RuleValue.NOT_DECIDED}]
    if any(rule.set_by or rule.set_on for rule in undecided):
        return None
    ways = {(rule.set_by, rule.set_on) for rule in decided}
    if len(decided) < 2 or len(ways) != 1:
        return None
    who, when = ways.pop()
    return HandlingRule(set_by=who, set_on=when)


def _shown(findings: Findings, spec: FieldSpec, value: object) -> str:
    if isinstance(value, tuple):
        item = spec.kind.item if isinstance(spec.kind, ListOf) else spec.kind
        return ", ".join(_one(findings, item, part) for part in value) or _("none")
    return _one(findings, spec.kind, value)


def _one(findings: Findings, kind: object, value: object) -> str:
    if isinstance(kind, Reference) and isinstance(value, str):
        return _referred(findings, kind, value)
    if isinstance(value, Unknown):
        return _("not known")
    if isinstance(value, StrEnum):
        return choice_words(value)
    if isinstance(value, date):
        return day(value)
    return f"{value:,}" if isinstance(value, int) else _typed(str(value))


def _typed(text: str) -> str:
    """What somebody typed; a day that was typed as machines write it, as people write it."""
    if not _ISO_DAY.fullmatch(text):
        return text
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def _referred(findings: Findings, kind: Reference, key: str) -> str:
    for register in kind.registers:
        entry = findings.snapshot.entry(register, key)
        if entry is not None:
            caption = getattr(entry, "caption", key)
            return key if caption == key else f"{caption} ({key})"
    return _("not known") if key == "unknown" else key
