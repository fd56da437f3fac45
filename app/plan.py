"""The plan: agreed actions by horizon, and what the answers propose beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.assessment.controls import question_behind
from app.assessment.first_step import shortfall
from app.assessment.words import CONTAINMENT_WORDS
from app.edits import Edit, called, new_id, put
from app.i18n import _, ngettext
from app.risk_words import capital, short_name
from models.assessment import Assessment
from models.pack import ActionKind
from models.risk import Band, Risk
from models.scores import Action
from models.snapshot import Snapshot
from models.values import ActionItem, ActionStatus, Horizon, RegisterName

PLAN = RegisterName.ACTION_PLAN
DRAFT_ID = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An action that the answers propose; `action` is a draft without an id of its own.

    `because` says why it is proposed; `touches` counts the risks above Low that it would help with.
    """

    key: str
    action: ActionItem
    because: str
    touches: int


def board(snapshot: Snapshot) -> Mapping[Horizon, tuple[ActionItem, ...]]:
    """The agreed actions by horizon, in the order of the register; without a horizon they are watched."""
    columns: dict[Horizon, list[ActionItem]] = {horizon: [] for horizon in Horizon}
    for action in snapshot.action_plan.values():
        columns[action.horizon or Horizon.WATCH].append(action)
    return MappingProxyType({horizon: tuple(actions) for horizon, actions in columns.items()})


def proposals(snapshot: Snapshot, assessment: Assessment) -> tuple[Proposal, ...]:
    """What the answers propose and the plan does not have yet: containments first, then by leverage."""
    return (*containments(snapshot, assessment), *by_leverage(snapshot, assessment))


def containments(snapshot: Snapshot, assessment: Assessment) -> tuple[Proposal, ...]:
    """One proposal for each tool, use case or vendor to contain within 14 days, in priority order.

    A subject is left out once an action of the plan names one of its risks to contain.
    """
    planned = {risk for action in _living(snapshot) for risk in action.risks or ()}
    by_subject: dict[str, list[Risk]] = {}
    for risk_id in assessment.outcomes.fix_first.contain_now:
        risk = assessment.risk(risk_id)
        by_subject.setdefault(risk.subject if risk.linked else risk.id, []).append(risk)
    return tuple(
        _containment(snapshot, risks)
        for risks in by_subject.values()
        if planned.isdisjoint(risk.id for risk in risks)
    )


def by_leverage(snapshot: Snapshot, assessment: Assessment) -> tuple[Proposal, ...]:
    """The actions of the question pack that take most off most risks for their effort, the best first."""
    planned = {action.question for action in _living(snapshot)}
    touched = _touched(assessment.risks)
    return tuple(
        _leverage(snapshot, action, touched.get(action.question, ()))
        for action in assessment.actions
        if action.question not in planned
    )


def take(snapshot: Snapshot, proposal: Proposal, horizon: Horizon | None = None) -> Edit:
    """The edit that takes a proposal into the plan, at its own horizon or another."""
    action = replace(proposal.action, id=new_id(snapshot, PLAN), horizon=horizon or proposal.action.horizon)
    return put(snapshot, PLAN, action, _("Take into the plan: {action}").format(action=called(action)))


def add(snapshot: Snapshot, horizon: Horizon, text: str) -> Edit:
    """The edit that adds an action in the consultant's own words."""
    action = ActionItem(id=new_id(snapshot, PLAN), text=text, horizon=horizon, status=ActionStatus.PROPOSED)
    return put(snapshot, PLAN, action)


def touch_words(n: int) -> str:
    """How many risks an action helps with."""
    return ngettext("touches {n} risk", "touches {n} risks", n).format(n=n)


def _living(snapshot: Snapshot) -> Iterable[ActionItem]:
    return (action for action in snapshot.action_plan.values() if action.status is not ActionStatus.DROPPED)


def _containment(snapshot: Snapshot, risks: list[Risk]) -> Proposal:
    rules = sorted({rule for risk in risks for rule in risk.stop_rules})
    name = short_name(snapshot, risks[0])
    if rules:
        steps = "; ".join(dict.fromkeys(CONTAINMENT_WORDS[rule] for rule in rules))
        because = _("Stop rule {rules}: contain within 14 days.").format(rules="+".join(rules))
    else:
        steps = _("hold back until its controls stand")
        because = _("Critical: contain within 14 days.")
    action = ActionItem(
        id=DRAFT_ID,
        text=_("{name}: {steps}.").format(name=name, steps=steps),
        kind=ActionKind.IMMEDIATE_ATTENTION,
        stop_rule=rules[0] if rules else None,
        risks=tuple(risk.id for risk in risks),
        horizon=Horizon.NOW,
        status=ActionStatus.PROPOSED,
    )
    return Proposal(key=f"contain/{risks[0].id}", action=action, because=because, touches=len(risks))


def _leverage(snapshot: Snapshot, action: Action, risks: tuple[str, ...]) -> Proposal:
    question = snapshot.pack.question(action.question)
    because = _("{question}: {touches}, effort {size}").format(
        question=action.question, touches=touch_words(action.risks_touched), size=action.effort.value
    )
    draft = ActionItem(
        id=DRAFT_ID,
        text=capital(question.action.text),
        kind=action.kind,
        question=action.question,
        risks=risks,
        effort=action.effort,
        horizon=action.horizon,
        status=ActionStatus.PROPOSED,
    )
    return Proposal(
        key=f"question/{action.question}", action=draft, because=because, touches=action.risks_touched
    )


def _touched(risks: Iterable[Risk]) -> Mapping[str, tuple[str, ...]]:
    """The risks above Low with a weak control that stands for a question, by question."""
    found: dict[str, dict[str, None]] = {}
    for risk in risks:
        if risk.residual.band is Band.LOW:
            continue
        for control in risk.controls:
            if shortfall(control):
                found.setdefault(question_behind(control.control), {})[risk.id] = None
    return {question: tuple(ids) for question, ids in found.items()}
