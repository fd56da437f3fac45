"""What the cards of the board show: of an action of the plan, and of one that the answers propose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.i18n import _
from app.plan import Proposal
from app.plan_dates import days_late, due_words
from app.plan_moves import move_words
from app.risk_words import capital
from models.assessment import Assessment
from models.risk import Band
from models.values import ActionItem, ActionStatus


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that is given on the card: its field, its letter, what it says, and the tone of a chip."""

    path: str
    letter: str
    words: str
    tone: str = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFace:
    """What a card shows. `key` is the action's id or the proposal's key; `risks` are ids with bands.

    `said` stands under the text, `moved` why the card was moved here; a proposal has no `facts`.
    """

    key: str
    text: str
    said: tuple[str, ...]
    risks: tuple[tuple[str, Band | None], ...]
    facts: tuple[Fact, ...] = ()
    moved: str = ""
    is_proposed: bool = False
    is_done: bool = False


def planned_face(action: ActionItem, assessment: Assessment, today: date) -> CardFace:
    """The card of an action of the plan."""
    said = (
        _(action.kind.value) if action.kind else "",
        action.stop_rule.value if action.stop_rule else "",
    )
    return CardFace(
        key=action.id,
        text=action.text,
        said=tuple(fact for fact in said if fact),
        risks=_risks(action.risks or (), assessment),
        facts=_facts(action, today),
        moved=move_words(action),
        is_done=action.status is ActionStatus.DONE,
    )


def proposed_face(proposal: Proposal, assessment: Assessment) -> CardFace:
    """The card of a proposal; `because` says why it comes where it does."""
    action = proposal.action
    return CardFace(
        key=proposal.key,
        text=action.text,
        said=(proposal.because,),
        risks=_risks(action.risks or (), assessment),
        is_proposed=True,
    )


def _facts(action: ActionItem, today: date) -> tuple[Fact, ...]:
    status = action.status or ActionStatus.PROPOSED
    size = _("Effort {size}").format(size=action.effort.value) if action.effort else _("No effort")
    return (
        _owner(action),
        _due(action, today),
        Fact("effort", "E", size),
        Fact("status", "S", _(status.label), "ok" if status is ActionStatus.DONE else "neutral"),
    )


def _owner(action: ActionItem) -> Fact:
    if owner := (action.client_owner or "").strip():
        return Fact("client_owner", "O", _("Owner: {name}").format(name=owner))
    if role := (action.proposed_owner_role or "").strip():
        return Fact("client_owner", "O", _("! No owner yet; proposed: {role}").format(role=role), "warn")
    return Fact("client_owner", "O", _("! No owner yet"), "warn")


def _due(action: ActionItem, today: date) -> Fact:
    words = capital(due_words(action, today))
    if days_late(action, today):
        return Fact("due", "D", f"! {words}", "danger")
    return Fact("due", "D", words or _("No date"))


def _risks(ids: Sequence[str], assessment: Assessment) -> tuple[tuple[str, Band | None], ...]:
    known = assessment.risks_by_id
    return tuple((each, known[each].residual.band if each in known else None) for each in ids)
