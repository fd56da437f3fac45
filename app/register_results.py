"""What is computed about the entries of a register, in words, for its grid and its cards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.i18n import _
from app.register_words import level_reason, mismatch_words, override_words, vendor_sentence
from models.assessment import Assessment
from models.scores import UseCaseResult, VendorResult
from models.snapshot import Snapshot
from models.values import RegisterName

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line that says what was computed, and one that says why."""

    headline: str = ""
    because: str = ""


def computed_columns(register: RegisterName, assess: Callable[[], Assessment]) -> Mapping[str, Words]:
    """Headings with the words below them, by key; nothing is assessed before a cell is asked for."""
    if register is RegisterName.USE_CASES:

        def level(key: str) -> str:
            result = _use_case(assess(), key)
            return f"{_(result.level.value)} ({result.rule})" if result else ""

        return {_("Level"): level}
    if register is RegisterName.VENDORS:

        def covered(key: str) -> str:
            result = _vendor(assess(), key)
            return mismatch_words(result) if result else ""

        return {_("Approved against deployed"): covered}
    return {}


def verdict(
    snapshot: Snapshot, register: RegisterName, key: str, assess: Callable[[], Assessment]
) -> Verdict:
    """What is computed about one entry, for its card."""
    if register is RegisterName.USE_CASES and (use := _use_case(assess(), key)) is not None:
        headline = _("{level} use case: {verdict}.").format(
            level=_(use.level.value), verdict=_(use.verdict.value).lower()
        )
        return Verdict(headline, " ".join(filter(None, [level_reason(use) + ".", override_words(use)])))
    if register is RegisterName.VENDORS and (found := _vendor(assess(), key)) is not None:
        sentence = vendor_sentence(snapshot, snapshot.vendors[key], found)
        return Verdict(_("Approved against deployed: {word}.").format(word=mismatch_words(found)), sentence)
    return Verdict()


def _use_case(assessment: Assessment, key: str) -> UseCaseResult | None:
    return next((result for result in assessment.use_cases if result.id == key), None)


def _vendor(assessment: Assessment, key: str) -> VendorResult | None:
    return next((result for result in assessment.vendors if result.id == key), None)
