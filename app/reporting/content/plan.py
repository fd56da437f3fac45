"""The plan: what the consultant wrote, else what stop rules and leverage propose."""

from dataclasses import dataclass

from app.assessment.words import CONTAINMENT_WORDS
from app.i18n import _
from app.reporting.content.findings import Findings
from app.reporting.content.numbers_of_risks import proposed
from app.risk_words import capital
from models.values import ActionStatus, Horizon
from models.values import words as choice_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction:
    """An action of the plan; `proposed` ones come from the model, the others from the consultant."""

    text: str
    kind: str
    horizon: Horizon
    owner: str
    effort: str
    risks: tuple[str, ...]
    source: str
    touches: int
    proposed: bool
    status: str = ""


def plan(findings: Findings) -> tuple[PlannedAction, ...]:
    """The consultant's actions for each horizon; proposals where there are none for it."""
    written = _written(findings)
    covered = {action.horizon for action in written}
    proposed = [*_containments(findings), *_by_leverage(findings)]
    return (*written, *(action for action in proposed if action.horizon not in covered))


def uncovered(findings: Findings) -> tuple[str, ...]:
    """The risks to contain within 14 days that no action for now names."""
    named = {risk for action in plan(findings) if action.horizon is Horizon.NOW for risk in action.risks}
    return tuple(risk for risk in findings.assessment.outcomes.fix_first.contain_now if risk not in named)


def _written(findings: Findings) -> tuple[PlannedAction, ...]:
    return tuple(
        PlannedAction(
            text=item.text,
            kind=item.kind.value if item.kind else "",
            horizon=item.horizon or Horizon.WATCH,
            owner=item.client_owner or item.proposed_owner_role or "",
            effort=item.effort.value if item.effort else "",
            risks=tuple(item.risks or ()),
            source=item.stop_rule.value if item.stop_rule else item.question or "",
            touches=len(item.risks or ()),
            proposed=False,
            status=choice_words(item.status) if item.status else "",
        )
        for item in findings.snapshot.action_plan.values()
        if item.status is not ActionStatus.DROPPED
    )


def _containments(findings: Findings) -> tuple[PlannedAction, ...]:
    """One proposal for each risk to contain, in priority order."""
    return tuple(
        _containment(findings, risk_id) for risk_id in findings.assessment.outcomes.fix_first.contain_now
    )


def _containment(findings: Findings, risk_id: str) -> PlannedAction:
    risk = findings.assessment.risk(risk_id)
    subject = _subject(findings, risk.subject)
    if risk.stop_rules:
        rule = risk.stop_rules[0]
        return _proposal(f"{subject}: {capital(CONTAINMENT_WORDS[rule])}.", (risk_id,), rule.value)
    text = _("{subject}: contain until its controls stand ({kind}).")
    return _proposal(text.format(subject=subject, kind=risk.action_kind.value), (risk_id,), risk_id)


def _proposal(text: str, risks: tuple[str, ...], source: str) -> PlannedAction:
    return PlannedAction(
        text=text,
        kind=_("immediate attention"),
        horizon=Horizon.NOW,
        owner="",
        effort="",
        risks=risks,
        source=source,
        touches=len(risks),
        proposed=True,
    )


def _by_leverage(findings: Findings) -> tuple[PlannedAction, ...]:
    """The actions that take most off most risks for their effort."""
    proposals: list[PlannedAction] = []
    for action in proposed(findings.assessment.actions):
        question = findings.snapshot.pack.question(action.question)
        proposals.append(
            PlannedAction(
                text=question.action.text,
                kind=action.kind.value,
                horizon=action.horizon,
                owner="",
                effort=action.effort.value,
                risks=(),
                source=action.question,
                touches=action.risks_touched,
                proposed=True,
            )
        )
    return tuple(proposals)


def _subject(findings: Findings, subject: str) -> str:
    for name, entries in (
        (findings.tool, findings.snapshot.ai_tools),
        (findings.use_case, findings.snapshot.use_cases),
        (findings.vendor, findings.snapshot.vendors),
    ):
        if subject in entries:
            return name(subject)
    return _("The programme")
