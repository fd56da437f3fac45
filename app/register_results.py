"""What is computed about the entries of a register, in words, for its grid and its cards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app.assessment import Review
from app.assessment.vendor_scope import vendor_result
from app.cell_text import Names
from app.i18n import _
from app.level_override import effect_of
from app.register_words import level_reason, mismatch_words, vendor_sentence
from app.vendor_scope_words import ScopeLine, scope_lines
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import RegisterName, UseCase, Vendor

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line that says what was computed, and one that says why."""

    headline: str = ""
    because: str = ""


class Results:
    """What is computed about the entries of one snapshot, each part when it is first asked for.

    It is worked out from the facts alone: a big review takes longer to assess than a person waits for the
    next row.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._words: dict[tuple[RegisterName, str], str] = {}

    @cached_property
    def review(self) -> Review:
        """What is in scope."""
        return Review(self._snapshot)

    def columns(self, register: RegisterName) -> Mapping[str, Words]:
        """Headings with the words below them, by key."""
        headings = {
            RegisterName.USE_CASES: (_("Level"), self._level),
            RegisterName.VENDORS: (_("Approved against deployed"), self._mismatch),
        }
        if register not in headings:
            return {}
        heading, words = headings[register]
        return {heading: lambda key: self._once(register, key, words)}

    def verdict(self, register: RegisterName, key: str) -> Verdict:
        """What is computed about one entry, for its card."""
        entry = self._snapshot.entry(register, key)
        if isinstance(entry, UseCase):
            return self._of_use_case(entry)
        if isinstance(entry, Vendor):
            result = vendor_result(self.review, entry)
            headline = _("Approved against deployed: {word}.").format(word=mismatch_words(result))
            return Verdict(headline, vendor_sentence(self._snapshot, entry, result))
        return Verdict()

    def scope(self, register: RegisterName, key: str, names: Names) -> tuple[ScopeLine, ...]:
        """What a vendor is approved for beside what it is deployed for; nothing for other entries."""
        vendor = self._snapshot.entry(register, key)
        return scope_lines(self.review, vendor, names) if isinstance(vendor, Vendor) else ()

    def _once(self, register: RegisterName, key: str, words: Words) -> str:
        if (register, key) not in self._words:
            self._words[register, key] = words(key)
        return self._words[register, key]

    def _level(self, key: str) -> str:
        found = self.review.levels.get(key)
        return f"{_(found.level.value)} ({found.rule.id})" if found else ""

    def _mismatch(self, key: str) -> str:
        vendor = self._snapshot.vendors.get(key)
        return mismatch_words(vendor_result(self.review, vendor)) if vendor else ""

    def _of_use_case(self, use_case: UseCase) -> Verdict:
        found = self.review.levels.get(use_case.id)
        if found is None:
            return Verdict(_("Stopped: not assessed."))
        effect = effect_of(found, use_case, self._snapshot.engagement.end_date)
        headline = _("{level} use case.").format(level=_(found.level.value))
        reason = level_reason(found.rule.id) + "."
        return Verdict(headline, " ".join(filter(None, [reason, effect.words])))


def what_may_happen(assessment: Assessment, register: RegisterName, key: str) -> str:
    """What may happen with a use case as things stand; nothing for other entries, and for stopped ones."""
    if register is not RegisterName.USE_CASES:
        return ""
    result = next((result for result in assessment.use_cases if result.id == key), None)
    return _("As things stand: {verdict}.").format(verdict=_(result.verdict.value).lower()) if result else ""
