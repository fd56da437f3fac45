"""Rules about risks and what is decided on them: actions, acceptance, exceptions, levels set by hand."""

from collections.abc import Iterator
from datetime import date

from app.day_words import short_day
from app.deciding import decided_words
from app.i18n import _
from app.lint import rules
from app.lint.facts import Facts, blank
from app.lint.finding import Finding, Rule
from models.risk import Band, Risk
from models.scores import OverrideState
from models.values import ActionItem, ActionStatus, Horizon, Treatment

_SERIOUS = frozenset({Band.HIGH, Band.CRITICAL})
_OVER = frozenset({ActionStatus.DONE, ActionStatus.DROPPED})


def plan_findings(facts: Facts) -> Iterator[Finding]:
    """What the plan and the decisions lack."""
    yield from _risks(facts)
    yield from _actions(facts)
    yield from _acceptances(facts)
    yield from _exceptions(facts)
    yield from _overrides(facts)
    yield from _ranges(facts)


def _is_serious(risk: Risk) -> bool:
    return risk.residual.band in _SERIOUS


def _is_urgent(risk: Risk) -> bool:
    """Critical, or to be contained within 14 days by a stop rule, whatever its band."""
    return risk.residual.band is Band.CRITICAL or risk.horizon is Horizon.NOW


def _risks(facts: Facts) -> Iterator[Finding]:
    plan = facts.snapshot.action_plan.values()
    planned = {risk for item in plan if item.status is not ActionStatus.DROPPED for risk in item.risks or ()}
    accepted = {
        one.risk for one in facts.snapshot.risk_decisions.values() if one.treatment is Treatment.ACCEPT
    }
    for risk in facts.assessment.risks:
        is_urgent = _is_urgent(risk)
        if (is_urgent or _is_serious(risk)) and risk.id not in planned and risk.id not in accepted:
            rule = rules.URGENT_WITHOUT_ACTION if is_urgent else rules.HIGH_WITHOUT_ACTION
            words = _("{risk} is {band}, and no action in the plan is for it.")
            yield Finding(
                rule=rule,
                words=words.format(risk=risk.id, band=_(risk.residual.band.value)),
                place=f"risk:{risk.id}",
                also="page:fix_first",
                facts=(risk.residual.band.value,),
            )


def _actions(facts: Facts) -> Iterator[Finding]:
    urgent = {risk.id for risk in facts.assessment.risks if _is_urgent(risk)}
    for item in facts.snapshot.action_plan.values():
        if item.status in _OVER:
            continue
        is_urgent = item.horizon is Horizon.NOW or not urgent.isdisjoint(item.risks or ())
        if blank(item.client_owner):
            rule = rules.URGENT_WITHOUT_OWNER if is_urgent else rules.WITHOUT_OWNER
            yield _action(item, rule, _("{action} has no owner at the client."), "client_owner")
        if item.due is None:
            rule = rules.URGENT_WITHOUT_DATE if is_urgent else rules.WITHOUT_DATE
            yield _action(item, rule, _("{action} has no due date."), "due")
        elif item.due < facts.today:
            words = _("{action} was due on {day}.").format(action=item.id, day=short_day(item.due))
            place = f"action:{item.id}/due"
            yield Finding(rule=rules.OVERDUE, words=words, place=place, facts=(item.due.isoformat(),))


def _action(item: ActionItem, rule: Rule, words: str, field: str) -> Finding:
    risks = tuple(sorted(item.risks or ()))
    said = words.format(action=item.id)
    return Finding(rule=rule, words=said, place=f"action:{item.id}/{field}", facts=risks)


def _acceptances(facts: Facts) -> Iterator[Finding]:
    for decision in facts.snapshot.risk_decisions.values():
        place = f"risk:{decision.risk}"
        if decision.risk not in facts.assessment.risks_by_id:
            words = _("A decision is recorded about {risk}, which this review does not have: {decided}.")
            decided = decided_words(decision) or _("no treatment")
            yield Finding(
                rule=rules.DECISION_ABOUT_NOTHING,
                words=words.format(risk=decision.risk, decided=decided),
                place="page:risk_map",
                key=decision.risk,
            )
            continue
        if decision.treatment is not Treatment.ACCEPT:
            continue
        until = decision.accepted_until
        if blank(decision.accepted_by):
            words = _("{risk} is accepted, and nobody is named who accepts it.").format(risk=decision.risk)
            yield Finding(rule=rules.NO_ACCEPTOR, words=words, place=f"{place}/accepted_by")
        if blank(decision.notes):
            words = _("{risk} is accepted, and it is not said why.").format(risk=decision.risk)
            yield Finding(rule=rules.ACCEPTED_WITHOUT_REASON, words=words, place=f"{place}/notes")
        if until is None:
            words = _("{risk} is accepted without an end.").format(risk=decision.risk)
            yield Finding(rule=rules.ACCEPTED_FOR_EVER, words=words, place=f"{place}/accepted_until")
        elif until < facts.today:
            words = _("{risk} was accepted until {day}.").format(risk=decision.risk, day=short_day(until))
            yield Finding(
                rule=rules.ACCEPTANCE_OVER,
                words=words,
                place=f"{place}/accepted_until",
                facts=(until.isoformat(),),
            )


def _exceptions(facts: Facts) -> Iterator[Finding]:
    for key, exception in facts.snapshot.exceptions.items():
        place = f"entry:exceptions/{key}"
        if blank(exception.approved_by):
            words = _("The exception {id} names nobody who approved it.").format(id=key)
            yield Finding(rule=rules.EXCEPTION_WITHOUT_APPROVER, words=words, place=f"{place}/approved_by")
        if exception.expires_on is None:
            words = _("The exception {id} never runs out.").format(id=key)
            yield Finding(rule=rules.EXCEPTION_FOR_EVER, words=words, place=f"{place}/expires_on")
        elif exception.expires_on < facts.today:
            words = _("The exception {id} ran out on {day}.")
            yield _ran_out(rules.EXCEPTION_OVER, words, key, f"{place}/expires_on", exception.expires_on)


def _overrides(facts: Facts) -> Iterator[Finding]:
    for result in facts.assessment.use_cases:
        use = facts.snapshot.use_cases[result.id]
        place = f"entry:use_cases/{result.id}/override"
        if use.override is None:
            continue
        expires = use.override.expires_on
        if result.override is OverrideState.IGNORED:
            words = _("The level of {id} set by hand has no effect: it stays {level}.")
            yield Finding(
                rule=rules.OVERRIDE_IGNORED,
                words=words.format(id=result.id, level=_(result.level.value)),
                place=f"{place}.level",
                facts=(result.level.value, use.override.level.value),
            )
        elif result.override is OverrideState.APPLIED and expires is not None and expires < facts.today:
            words = _("The level of {id} set by hand ran out on {day}.")
            yield _ran_out(rules.OVERRIDE_OVER, words, result.id, f"{place}.expires_on", expires)


def _ran_out(rule: Rule, words: str, key: str, place: str, day: date) -> Finding:
    return Finding(
        rule=rule,
        words=words.format(id=key, day=short_day(day)),
        place=place,
        facts=(day.isoformat(),),
    )


def _ranges(facts: Facts) -> Iterator[Finding]:
    for risk in facts.assessment.risks:
        if risk.has_range and _is_serious(risk):
            words = _("{risk} is {band}; what is not known could make it {best} to {worst}.")
            best, worst = _(risk.best.band.value), _(risk.worst.band.value)
            yield Finding(
                rule=rules.RANGE,
                words=words.format(risk=risk.id, band=_(risk.residual.band.value), best=best, worst=worst),
                place=f"risk:{risk.id}",
                facts=(risk.best.band.value, risk.worst.band.value),
            )
