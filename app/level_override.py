"""What a level set by hand does, and what it still needs to have an effect (risk model rm-1, 7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.assessment import Review
from app.assessment.use_case_level import LEVELS_RISING, Classification
from app.day_words import short_day
from app.i18n import _
from models.scores import OverrideState
from models.snapshot import Snapshot
from models.values import LevelOverride, UseCase, UseCaseLevel


@dataclass(frozen=True, slots=True)
class OverrideEffect:
    """What an override does, in words; nothing where there is none."""

    state: OverrideState
    words: str

    @property
    def is_ignored(self) -> bool:
        """Whether it has no effect although it asks for another level."""
        return self.state is OverrideState.IGNORED


def override_effect(snapshot: Snapshot, use_case: UseCase) -> OverrideEffect:
    """What the override of a use case does, which need not be recorded yet."""
    return effect_of(Review(snapshot).classified(use_case), use_case, snapshot.engagement.end_date)


def effect_of(found: Classification, use_case: UseCase, end_date: date | None) -> OverrideEffect:
    """The same, for a use case that is classified already; `end_date` is that of the engagement."""
    override = use_case.override
    if override is None:
        return OverrideEffect(found.override, "")
    asked, auto = _(override.level.value), _(found.auto_level.value)
    match found.override:
        case OverrideState.APPLIED:
            words = _("Set by hand to {level}; by rule it is {auto}.").format(level=asked, auto=auto)
        case OverrideState.IGNORED:
            words = _("The override has no effect. {why}").format(why=_why(override, found, end_date))
        case _:
            words = _("By rule it is {level} already: the override changes nothing.").format(level=auto)
    return OverrideEffect(found.override, words)


def _why(override: LevelOverride, found: Classification, end_date: date | None) -> str:
    lowest = _one_below(found.auto_level)
    if LEVELS_RISING.index(override.level) < LEVELS_RISING.index(lowest):
        return _("Downwards it may go one step: from {auto} to {lowest}.").format(
            auto=_(found.auto_level.value), lowest=_(lowest.value)
        )
    return _("Still needed: {what}.").format(what=", ".join(_missing(override, end_date)))


def _missing(override: LevelOverride, end_date: date | None) -> Iterator[str]:
    if not (override.reason or "").strip():
        yield _("a reason")
    if not (override.approver or "").strip():
        yield _("an approver")
    if override.expires_on is None:
        yield _("an expiry date")
    elif end_date is not None and override.expires_on < end_date:
        words = _("an expiry date not before the end of the review, {day}")
        yield words.format(day=short_day(end_date))


def _one_below(level: UseCaseLevel) -> UseCaseLevel:
    return LEVELS_RISING[max(0, LEVELS_RISING.index(level) - 1)]
