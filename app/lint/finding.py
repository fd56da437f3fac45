"""What the check before the report finds: one thing, where it is, and what to do about it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from app.i18n import _

MOST_NAMED = 4
_DIGITS = re.compile(r"(\d+)")


class Severity(StrEnum):
    """Whether a review may be sealed with it: not with a blocker that is neither mended nor waived."""

    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of finding. `title` stands over findings of this kind, `todo` says what to do.

    `id` is kept in waivers and must never change. What a rule finds is not printed where `is_private`.
    """

    id: str
    severity: Severity
    title: str
    todo: str
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Finding:
    """One thing that was found. `place` and `also` are links of the window; `also` may be empty.

    `key` tells apart what is found by one rule in one place. `facts` are what made the rule fire: while they
    stay as they are, so does a waiver.
    """

    rule: Rule
    words: str
    place: str
    also: str = ""
    key: str = ""
    facts: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Which rule it is of, without a word of the client."""
        return f"<Finding {self.rule.id}>"

    @property
    def severity(self) -> Severity:
        """That of its rule."""
        return self.rule.severity

    @property
    def identity(self) -> str:
        """What tells it apart from all other findings of a review."""
        return f"{self.rule.id}|{self.place}|{self.key}"

    @property
    def digest(self) -> str:
        """16 hex digits that change when what was found changes: a waiver is bound to them."""
        content = "\0".join((self.identity, *self.facts))
        return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def in_order(findings: Iterable[Finding], rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Blockers first, then by rule in the order of the rules, then by place; numbers count as numbers."""
    rank = {rule.id: index for index, rule in enumerate(rules)}

    def order(finding: Finding) -> tuple[object, ...]:
        is_warning = finding.severity is Severity.WARNING
        return is_warning, rank[finding.rule.id], natural(finding.place), finding.key, finding.words

    return tuple(sorted(findings, key=order))


def natural(text: str) -> tuple[tuple[str, int], ...]:
    """A key that sorts T2 before T10."""
    parts = _DIGITS.split(text)
    return tuple((words, int(number)) for words, number in zip(parts[::2], (*parts[1::2], "0"), strict=True))


def named(ids: Iterable[str]) -> str:
    """Ids in a sentence: T01, T02 and T03; of more than four: T01, T02, T03 and 7 more."""
    known = sorted(set(ids), key=natural)
    if len(known) > MOST_NAMED:
        shown = known[: MOST_NAMED - 1]
        return _("{some} and {n} more").format(some=", ".join(shown), n=len(known) - len(shown))
    if len(known) < 2:
        return "".join(known)
    return _("{some} and {last}").format(some=", ".join(known[:-1]), last=known[-1])
