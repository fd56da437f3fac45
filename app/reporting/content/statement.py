"""Appendix E: a draft of the statement on automated decisions, for counsel to finish."""

from app.assessment.words import rule_words
from app.i18n import _
from app.reporting.content.findings import Findings, brief, entry_link, named, number
from app.reporting.content.parts import (
    Column,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Part,
    Row,
    Section,
    Words,
    quiet,
    strong,
    words,
)
from models.values import DecisionDomain, Role, Timing, Tri, UseCase, UseCaseLevel
from models.values import words as choice_words

_GAP = _("[to be completed]")
DRAFT = _(
    "Draft for counsel, made from the register. It lists the uses in which AI decides about people or shapes "
    "such decisions: what is decided, from which data, by which logic, what a person does, and how someone "
    "can object. Nothing in it is legal advice."
)
NO_USE = _("No use of AI on record decides about people or shapes such decisions.")
_CONSENT = (DecisionDomain.CONSENT, DecisionDomain.SUPPRESSION, DecisionDomain.ELIGIBILITY)
_NOT_KNOWN = (None, DecisionDomain.UNKNOWN)
_NO_DECISION = (DecisionDomain.NONE, DecisionDomain.INSIGHT)


def statement(findings: Findings) -> Section:
    """E: automated-decision statement, draft."""
    parts: list[Part] = [Paragraph(words(DRAFT))]
    found = deciding(findings)
    screened = [use for use in findings.review.use_cases.values() if _concerns_legal(findings, use)]
    if not found:
        parts.append(Paragraph(words(NO_USE)))
    parts.append(Heading(_("Uses that touch regulated people, consent or automated decisions")))
    parts.append(_screening(findings, screened))
    parts.extend([Heading(_("Statement, use by use"))] if found else [])
    for use in found:
        parts.append(Heading(f"{use.id} {brief(use.name, 120)}", level=2))
        parts.append(Facts(statement_facts(findings, use), label_share=0.2, size="small", whole=True))
    return Section("E", _("Automated-decision statement, draft"), _("For legal and privacy."), tuple(parts))


def deciding(findings: Findings) -> tuple[UseCase, ...]:
    """The use cases that a statement is about, in the order of the register."""
    return tuple(use for use in findings.review.use_cases.values() if _decides(findings, use))


def _decides(findings: Findings, use: UseCase) -> bool:
    """Whether AI acts by itself or shapes a decision about people in this use."""
    shapes = use.decision_domain not in _NO_DECISION
    if _automated(use) is Tri.YES:
        return True
    about_people = use.person_level is not Tri.NO
    high = findings.review.classified(use).level is UseCaseLevel.HIGH
    return about_people and high and (shapes or use.role is Role.EXECUTE)


def _concerns_legal(findings: Findings, use: UseCase) -> bool:
    """Whether a use touches regulated people, consent or automated decisions, or nobody knows."""
    return (
        use.regulated_audience is not Tri.NO
        or _consent(findings, use) is not Tri.NO
        or _automated(use) is not Tri.NO
        or _decides(findings, use)
    )


def _consent(findings: Findings, use: UseCase) -> Tri:
    """Whether a use decides about consent, or its tools reach data about consent."""
    if use.decision_domain in _NOT_KNOWN:
        return Tri.UNKNOWN
    reached = {
        findings.category(category).casefold()
        for tool in findings.review.tools_of(use)
        for access in findings.review.accesses_of(tool)
        for category in access.grant.data_categories
    }
    touches = use.decision_domain in _CONSENT or any(_("consent") in name for name in reached)
    return Tri.YES if touches else Tri.NO


def _automated(use: UseCase) -> Tri:
    """Whether AI decides about people in a use, and not a person."""
    if use.role is None or use.decision_domain in _NOT_KNOWN:
        return Tri.UNKNOWN
    decides = use.role is Role.EXECUTE and use.decision_domain not in _NO_DECISION
    return Tri.YES if decides and use.person_level is not Tri.NO else Tri.NO


def _screening(findings: Findings, uses: list[UseCase]) -> Grid:
    rows = tuple(
        Row(
            (
                words(strong(findings.use_case(use.id)), " ", entry_link(use.id)),
                words(findings.review.classified(use).level.value),
                _state(use.regulated_audience),
                _state(_consent(findings, use)),
                _state(_automated(use)),
                words(brief(use.legal_screening_note, 160) if use.legal_screening_note else quiet(_GAP)),
            )
        )
        for use in uses
    )
    columns = (
        Column(_("Use"), 0.25),
        Column(_("Level"), 0.08),
        Column(_("Regulated audience"), 0.12),
        Column(_("Consent"), 0.09),
        Column(_("Automated decision"), 0.12),
        Column(_("Legal screening"), 0.34),
    )
    return Grid(columns, rows, empty=_("No use on record touches any of the three."))


def _state(value: Tri | None) -> Words:
    return words(quiet(_tri(value)) if value is Tri.NO else strong(_tri(value)))


def statement_facts(findings: Findings, use: UseCase, room: int = 1) -> tuple[tuple[str, Words], ...]:
    """What a statement says of one use case, label by label; texts have `room` times the usual length."""
    domain = choice_words(use.decision_domain).lower() if use.decision_domain else _("not known")
    role = choice_words(use.role).lower() if use.role else _("not known")
    data = dict.fromkeys(
        category
        for tool in findings.review.tools_of(use)
        for access in findings.review.accesses_of(tool)
        for category in access.grant.data_categories
    )
    found = findings.review.classified(use)
    return (
        (
            _("What is decided"),
            words(
                *(() if findings.leaves_out(use.purpose) else (brief(use.purpose or _GAP, 200 * room), " ")),
                _("AI {role}; decision: {domain}.").format(role=role, domain=domain),
            ),
        ),
        (
            _("Why it is listed"),
            words(
                _("{level}, rule {rule}: {words}").format(
                    level=found.auto_level.value, rule=found.rule.id, words=rule_words(found.rule.id)
                ),
                "" if found.level is found.auto_level else _by_hand(found.level),
            ),
        ),
        (
            _("People"),
            words(
                _("{n} people; regulated or vulnerable audience: {state}.").format(
                    n=number(use.people_affected), state=_tri(use.regulated_audience)
                )
            ),
        ),
        (_("Data"), words(named(data, findings.category, most=9 * room) if data else _GAP)),
        (
            _("By which AI"),
            words(named(use.tools or (), findings.tool, most=6 * room) if use.tools else _GAP),
        ),
        (
            _("Logic"),
            words(
                _("Can be explained to the reviewer: {state}. In plain words: {gap}").format(
                    state=_tri(use.explainable), gap=_GAP
                )
            ),
        ),
        (_("Human involvement"), words(_human(findings, use))),
        (
            _("How to object"),
            words(_("Whom to ask, how to be heard, how a person decides again: {gap}").format(gap=_GAP)),
        ),
        (
            _("Legal screening"),
            words(brief(use.legal_screening_note, 300 * room) if use.legal_screening_note else _GAP),
        ),
        (
            _("Business owner"),
            words(brief(use.business_owner, 80)) if use.business_owner else words(quiet(_GAP)),
        ),
    )


def _by_hand(level: UseCaseLevel) -> str:
    return _("; set to {level} by hand").format(level=level.value)


def _human(findings: Findings, use: UseCase) -> str:
    gate = findings.snapshot.approval_gates.get(use.gate or "")
    if gate is None:
        return _("No person checks before the effect.") if use.gate == "none" else _GAP
    if gate.timing is Timing.BEFORE:
        return _("{gate}, before the effect.").format(gate=findings.gate(gate.id))
    if gate.timing is Timing.AFTER:
        return _("{gate}, only after the effect: not meaningful involvement.").format(
            gate=findings.gate(gate.id)
        )
    return _("{gate}; whether before or after the effect is not known.").format(gate=findings.gate(gate.id))


def _tri(value: Tri | None) -> str:
    return {Tri.YES: _("yes"), Tri.NO: _("no")}.get(value or Tri.UNKNOWN, _("not known"))
