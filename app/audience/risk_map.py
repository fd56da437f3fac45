"""The map of likelihood and impact as the room sees it: numbers, short names and bands."""

from app.audience.values import AudienceMap
from app.i18n import _
from app.map_view import Crowd, HeatView, Mark, heat_view
from app.risk_words import band_words
from models.assessment import Assessment
from models.snapshot import Snapshot


def audience_map(snapshot: Snapshot, assessment: Assessment) -> AudienceMap:
    """The map for the room: its marks are known by their number, and other risks are counted only."""
    whole = heat_view(snapshot, assessment, assessment.risks)
    crowds = tuple(Crowd(crowd.spot, ("",) * len(crowd.risks), "") for crowd in whole.crowds)
    return AudienceMap(HeatView(tuple(_mark(mark) for mark in whole.marks), crowds))


def _mark(mark: Mark) -> Mark:
    """A mark built anew from what may be seen, field by field."""
    sentence = _("{n} {name}: {band}.").format(
        n=mark.number, name=mark.name, band=band_words(mark.after.band)
    )
    return Mark(
        risk=str(mark.number),
        number=mark.number,
        name=mark.name,
        sentence=sentence,
        before=mark.before,
        after=mark.after,
        best=mark.best,
        worst=mark.worst,
        before_seat=mark.before_seat,
        after_seat=mark.after_seat,
    )
