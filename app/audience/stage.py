"""Decides what the room sees where the consultant is, and says it in a few words."""

from collections.abc import Callable
from dataclasses import dataclass

from app.audience.agenda import audience_agenda
from app.audience.plan import audience_plan
from app.audience.question import audience_question
from app.audience.risk_map import audience_map
from app.audience.values import AudienceBlank, AudienceMap, AudiencePlan, AudienceQuestion, AudienceView
from app.i18n import _
from models.assessment import Assessment
from models.snapshot import Snapshot

MAP, PLAN = "page:risk_map", "page:fix_first"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the consultant lets the room see beyond the questions and the plan: at first, nothing."""

    shows_numbers: bool = False
    shows_guidance: bool = False


def audience_view(
    snapshot: Snapshot,
    assess: Callable[[], Assessment],
    place: str,
    choices: Choices,
    clock: str = "",
) -> AudienceView:
    """What the room sees while the consultant is at a place, such as "question:ACC-05" or "page:risk_map".

    Places that are for the consultant alone give the agenda; so does the map, unless risk numbers are shown.
    """
    kind, _colon, name = place.partition(":")
    if kind == "question" and name in snapshot.pack:
        question = snapshot.pack.question(name)
        guided = choices.shows_guidance
        return audience_question(snapshot, question, shows_guidance=guided, clock=clock)
    if place == PLAN:
        return audience_plan(snapshot)
    if place == MAP and choices.shows_numbers:
        return audience_map(snapshot, assess())
    return audience_agenda(snapshot)


def room_sees(view: AudienceView, *, is_frozen: bool = False) -> str:
    """What the room sees, in a word or two, for the consultant."""
    match view:
        case AudienceBlank():
            return _("nothing")
        case AudienceQuestion(id=question):
            words = question
        case AudienceMap():
            words = _("the map")
        case AudiencePlan():
            words = _("the plan")
        case _:
            words = _("the agenda")
    return _("{what}, frozen").format(what=words) if is_frozen else words
