"""Classifies use cases as Low, Medium or High by the first rule that fires (risk model rm-1, 7)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.assessment.facts import YES, is_unknown
from models.scores import OverrideState
from models.values import (
    Audience,
    DataFormOrUnknown,
    DecisionDomain,
    Role,
    TaskPurpose,
    UseCase,
    UseCaseLevel,
)

LEVELS_RISING = (UseCaseLevel.LOW, UseCaseLevel.MEDIUM, UseCaseLevel.HIGH)
_DECIDES_ABOUT_PEOPLE = (
    DecisionDomain.SEGMENTATION,
    DecisionDomain.SUPPRESSION,
    DecisionDomain.CONSENT,
    DecisionDomain.SCORING,
    DecisionDomain.ROUTING,
    DecisionDomain.LIFECYCLE,
    DecisionDomain.NURTURE,
    DecisionDomain.ELIGIBILITY,
)
_RECOMMENDS = (
    DecisionDomain.CONTENT_CHOICE,
    DecisionDomain.CHANNEL_MIX,
    DecisionDomain.CAMPAIGN_PRIORITY,
)
_INFORMS_OPERATIONS = (
    TaskPurpose.ANALYSIS,
    TaskPurpose.QA,
    TaskPurpose.REPORTING,
    TaskPurpose.RECOMMENDATION,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of classification. `fires` gets the use case and whether any of its tools can act live."""

    id: str
    level: UseCaseLevel
    fires: Callable[[UseCase, bool], bool]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """The level of a use case: by rule, and after its override."""

    rule: Rule
    level: UseCaseLevel
    override: OverrideState

    @property
    def auto_level(self) -> UseCaseLevel:
        """The level before any override."""
        return self.rule.level


def _is_external(use: UseCase) -> bool:
    return use.audience is not Audience.INTERNAL


def _analyses_identifiable_people(use: UseCase, _can_act: bool) -> bool:
    return (
        use.task_purpose is TaskPurpose.ANALYSIS
        and use.person_level is YES
        and use.max_sensitivity >= 3
        and use.form is not DataFormOrUnknown.ANONYMISED
    )


def _lacks_a_deciding_fact(use: UseCase, _can_act: bool) -> bool:
    facts = (use.role, use.decision_domain, use.regulated_audience, use.form, use.person_level)
    return any(is_unknown(fact) for fact in facts)


RULES = (
    Rule(
        "H1",
        UseCaseLevel.HIGH,
        lambda use, _: use.role is Role.EXECUTE,
        "AI acts in a live system",
    ),
    Rule(
        "H2",
        UseCaseLevel.HIGH,
        lambda use, _: use.decision_domain in _DECIDES_ABOUT_PEOPLE,
        "shapes who is selected, scored, routed, suppressed or consented",
    ),
    Rule(
        "H3",
        UseCaseLevel.HIGH,
        _analyses_identifiable_people,
        "analysis of identifiable customer data",
    ),
    Rule(
        "H4",
        UseCaseLevel.HIGH,
        lambda use, _: use.regulated_audience is YES and _is_external(use),
        "reaches a regulated or vulnerable audience",
    ),
    Rule(
        "H5",
        UseCaseLevel.HIGH,
        lambda use, _: use.audience is Audience.PUBLIC_CONVERSATION,
        "AI talks to the public directly",
    ),
    Rule(
        "H6",
        UseCaseLevel.HIGH,
        lambda use, can_act: is_unknown(use.role) and can_act,
        "role not known and the tool can act on live data",
    ),
    Rule(
        "M0",
        UseCaseLevel.MEDIUM,
        _lacks_a_deciding_fact,
        "provisional: a deciding fact is not known",
    ),
    Rule(
        "M1",
        UseCaseLevel.MEDIUM,
        lambda use, _: _is_external(use),
        "becomes customer-facing after review",
    ),
    Rule(
        "M2",
        UseCaseLevel.MEDIUM,
        lambda use, _: use.max_sensitivity >= 2 and use.task_purpose in _INFORMS_OPERATIONS,
        "works on internal or campaign data to inform operations",
    ),
    Rule(
        "M3",
        UseCaseLevel.MEDIUM,
        lambda use, _: use.decision_domain in _RECOMMENDS,
        "recommends content, channel or priority",
    ),
    Rule(
        "M4",
        UseCaseLevel.MEDIUM,
        lambda use, _: use.max_sensitivity >= 3,
        "business or personal data in an otherwise simple task",
    ),
    Rule(
        "L1",
        UseCaseLevel.LOW,
        lambda _use, _: True,
        "public or internal material, stays internal, person does the rest",
    ),
)


def automatic_rule(use_case: UseCase, *, can_act: bool) -> Rule:
    """The first rule that fires; `can_act`: any of its tools in scope has a live action grant."""
    return next(rule for rule in RULES if rule.fires(use_case, can_act))


def classified(use_case: UseCase, *, can_act: bool, end_date: date | None) -> Classification:
    """The level by rule and the level after the override; `end_date` is that of the engagement."""
    rule = automatic_rule(use_case, can_act=can_act)
    override = use_case.override
    if override is None or override.level is rule.level:
        return Classification(rule=rule, level=rule.level, override=OverrideState.NONE)
    if _is_allowed(use_case, rule.level, end_date):
        return Classification(rule=rule, level=override.level, override=OverrideState.APPLIED)
    return Classification(rule=rule, level=rule.level, override=OverrideState.IGNORED)


def _is_allowed(use_case: UseCase, automatic: UseCaseLevel, end_date: date | None) -> bool:
    """Upwards always; downwards one level, with a reason, an approver and a date that is not over."""
    override = use_case.override
    if override is None:
        return False
    levels_up = LEVELS_RISING.index(override.level) - LEVELS_RISING.index(automatic)
    if levels_up >= 0:
        return True
    if levels_up < -1 or override.expires_on is None:
        return False
    if not (override.reason or "").strip() or not (override.approver or "").strip():
        return False
    return end_date is None or override.expires_on >= end_date
