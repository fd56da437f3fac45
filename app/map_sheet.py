"""The words around a picture of the map, so that a pasted or printed one stands alone; no client is named."""

from dataclasses import dataclass

from app.day_words import day
from app.i18n import _, ngettext
from app.map_reading import reading
from app.map_view import Stage
from app.plan_dates import review_day
from app.readiness import answered_line
from app.risk_filter import RiskFilter, filter_words, matching
from models.assessment import Assessment
from models.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Above the picture its title and what it says; below it, when it was so and how much is known."""

    title: str
    lead: str
    foot: str

    def numbered(self, place: int, count: int) -> "SheetWords":
        """The words for one of several sheets."""
        if count < 2:
            return self
        title = _("{title} ({n} of {all})").format(title=self.title, n=place, all=count)
        return SheetWords(title, self.lead, self.foot)


def sheet_words(
    snapshot: Snapshot, assessment: Assessment, wanted: RiskFilter, stage: Stage | None
) -> SheetWords:
    """The words for a picture of the wanted risks: of the map at a stage, or (None) of the matrix."""
    n = len(matching(snapshot, assessment, wanted))
    if stage is None:
        return matrix_words(snapshot, assessment, wanted, n)
    return map_words(snapshot, assessment, wanted, n, stage)


def map_words(
    snapshot: Snapshot, assessment: Assessment, wanted: RiskFilter, shown: int, stage: Stage
) -> SheetWords:
    """The words for the map of likelihood and impact that shows so many risks."""
    title = {
        Stage.BEFORE: _("Risk map before controls: likelihood and impact"),
        Stage.BOTH: _("Risk map: likelihood and impact, before and with controls"),
        Stage.AFTER: _("Risk map with controls: likelihood and impact"),
    }[stage]
    return SheetWords(title, _lead(snapshot, assessment, wanted, shown), _foot(snapshot, assessment))


def matrix_words(snapshot: Snapshot, assessment: Assessment, wanted: RiskFilter, shown: int) -> SheetWords:
    """The words for the exposure matrix of the tools that so many risks are about."""
    title = _("Exposure: what each AI tool can do in each system")
    lead = "" if wanted.is_open else _lead(snapshot, assessment, wanted, shown)
    return SheetWords(title, lead, _foot(snapshot, assessment))


def _lead(snapshot: Snapshot, assessment: Assessment, wanted: RiskFilter, shown: int) -> str:
    if wanted.is_open:
        return reading(snapshot, assessment)
    words = ngettext("{n} of {all} risks: {which}.", "{n} of {all} risks: {which}.", shown)
    return words.format(n=shown, all=len(assessment.risks), which=filter_words(snapshot, wanted))


def _foot(snapshot: Snapshot, assessment: Assessment) -> str:
    parts = (
        _("Review of {day}").format(day=day(when)) if (when := review_day(snapshot)) else _("No date given"),
        answered_line(assessment),
        _("risk model {model}, questions {bank}").format(
            model=assessment.risk_model, bank=assessment.question_bank
        ),
    )
    return "  ·  ".join(parts)
