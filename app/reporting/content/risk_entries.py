"""Appendix C: all risks, each with everything that a sceptic needs to rebuild its band with a pencil."""

from collections.abc import Sequence

from app.assessment.words import STATE_WORDS, containment_words, input_words, short_control_words
from app.day_words import day
from app.i18n import _, ngettext
from app.reporting.content.findings import Findings, brief, range_mark
from app.reporting.content.parts import (
    Heading,
    Paragraph,
    Part,
    RiskEntry,
    Run,
    Section,
    Words,
    entry_place,
    page_place,
    quiet,
    risk_place,
    strong,
    words,
)
from app.reporting.content.rebuilding import rebuilding
from app.risk_words import range_words, rules_words
from models.risk import Band, ControlRole, ControlScore, ControlSum, Rating, Risk
from models.values import Horizon, RiskDecision, Tri
from models.values import words as choice_words

_HORIZONS = {
    Horizon.NOW: _("now, within 14 days"),
    Horizon.NEXT: _("next, within 45 days"),
    Horizon.THEN: _("then, within 90 days"),
    Horizon.WATCH: _("watch"),
}
_MAX_LIKELIHOOD = 5


def all_risks(findings: Findings) -> Section:
    """C: all risks in priority order, under their band."""
    parts: list[Part] = list(rebuilding()) if findings.assessment.risks else []
    for band in reversed(Band):
        mine = [risk for risk in findings.assessment.risks if risk.residual.band is band]
        if mine:
            title = ngettext("{band}: {n} risk", "{band}: {n} risks", len(mine)).format(
                band=band.value, n=len(mine)
            )
            parts.append(Heading(title))
            for risk in mine:
                parts.extend((risk_entry(findings, risk), *_remarks(findings, risk.id)))
    parts.extend(_orphans(findings))
    if findings.assessment.not_examined:
        title = _("Not examined in this mode: {risks}").format(
            risks=", ".join(findings.assessment.not_examined)
        )
        parts.append(Heading(title, level=2))
    lead = _(
        "In priority order. Each entry holds its drivers, its impact, and every control with weight × score. "
        "A control marked ? is not known, one marked * was said but not shown; best is its score at best."
    )
    return Section("C", _("All risks"), lead, tuple(parts))


def risk_entry(findings: Findings, risk: Risk) -> RiskEntry:
    """One risk, so that L, I, steps and bands can be recomputed from what is printed."""
    preventive = [control for control in risk.controls if control.role is ControlRole.PREVENTIVE]
    recovery = [control for control in risk.controls if control.role is ControlRole.RECOVERY]
    return RiskEntry(
        id=risk.id,
        title=risk.title,
        place=risk_place(risk.id),
        band=risk.residual.band,
        range=range_mark(risk),
        range_words=range_words(risk),
        back=_back(findings, risk),
        likelihood=_likelihood(risk),
        impact=_impact(risk),
        preventive=tuple(_control(control, risk.key_control) for control in preventive),
        preventive_sum=_sum_words("P", risk.preventive, preventive, _("L")),
        recovery=tuple(_control(control, risk.key_control) for control in recovery),
        recovery_sum=_sum_words("R", risk.recovery, recovery, _("I")),
        result=_result(findings, risk, preventive, recovery),
    )


def _back(findings: Findings, risk: Risk) -> Words:
    top = risk.id in findings.assessment.headline[:5]
    page = 2 if top else 4
    parts: list[str | Run] = [
        quiet(risk.type),
        quiet(" · "),
        Run(_("page {n}").format(n=page), to=page_place(page)),
    ]
    for key in dict.fromkeys(risk.linked):
        parts.extend((quiet(" · "), Run(key, to=entry_place(key))))
    return words(*parts)


def _likelihood(risk: Risk) -> tuple[Words, ...]:
    lines = [words(_mark(driver.state), " ", input_words(driver.name)) for driver in risk.drivers]
    half = (risk.unknown_drivers + 1) // 2
    formula = _("L = min(5, 1 + {known} + {half}) = {result}").format(
        known=risk.known_drivers, half=half, result=risk.inherent.likelihood
    )
    extremes = _("best {best}, worst {worst}").format(
        best=min(_MAX_LIKELIHOOD, 1 + risk.known_drivers),
        worst=min(_MAX_LIKELIHOOD, 1 + risk.known_drivers + risk.unknown_drivers),
    )
    return (*lines, words(strong(formula), quiet(f" ({extremes})")))


def _impact(risk: Risk) -> tuple[Words, ...]:
    base = str(risk.impact_base.headline)
    if risk.impact_base.best != risk.impact_base.headline:
        base = _("{headline} (best {best})").format(headline=base, best=risk.impact_base.best)
    lines = [words(_("base {base}").format(base=base))]
    lines.extend(words(_mark(item.state), " ", input_words(item.name)) for item in risk.impact_modifiers)
    added = sum(item.state is not Tri.NO for item in risk.impact_modifiers)
    formula = _("I = {base} + {added} = {result}, within 1 to 5").format(
        base=risk.impact_base.headline, added=added, result=risk.inherent.impact
    )
    before = _("before controls: {rating}").format(rating=_rating(risk.inherent))
    return (*lines, words(strong(formula)), words(strong(before)))


def _mark(state: Tri) -> Run:
    return Run(f"[{STATE_WORDS[state]}]", strong=state is Tri.YES, quiet=state is Tri.NO)


def _control(control: ControlScore, key: str) -> tuple[str, str]:
    name = short_control_words(control.control)
    if control.control == key:
        name = _("{control} (key)").format(control=name)
    sum_words = f"{control.weight} × {control.score} = {control.weight * control.score}"
    if control.unknown:
        sum_words += _(" ? best {best}").format(best=control.best_score)
    elif control.capped:
        sum_words += _(" * best {best}").format(best=control.best_score)
    return name, sum_words


def _sum_words(letter: str, total: ControlSum, controls: Sequence[ControlScore], axis: str) -> str:
    if not controls:
        return _("{letter}: no control counts, no step").format(letter=letter)
    best = sum(control.weight * control.best_score for control in controls)
    steps = ngettext("{n} step off {axis}", "{n} steps off {axis}", total.steps).format(
        n=total.steps, axis=axis
    )
    share = 100 * total.num // total.den if total.den else 0
    text = _("{letter} = {num} of {den} ({share} %): {steps}").format(
        letter=letter, num=total.num, den=total.den, share=share, steps=steps
    )
    return text if best == total.num else _("{text}; at best {best}").format(text=text, best=best)


def _result(
    findings: Findings, risk: Risk, preventive: Sequence[ControlScore], recovery: Sequence[ControlScore]
) -> tuple[Words, ...]:
    residual = _("Residual L{l0} − {p} = {l}, I{i0} − {r} = {i}: {band}").format(
        l0=risk.inherent.likelihood,
        p=risk.preventive.steps,
        l=risk.residual.likelihood,
        i0=risk.inherent.impact,
        r=risk.recovery.steps,
        i=risk.residual.impact,
        band=risk.residual.band.value,
    )
    lines = [
        words(strong(residual)),
        words(_("best {best}; worst {worst}").format(best=_rating(risk.best), worst=_rating(risk.worst))),
        words(
            _("{confidence} confidence: {unknown} of {inputs} inputs not known").format(
                confidence=risk.confidence.value, unknown=risk.unknown_inputs, inputs=risk.inputs
            )
        ),
    ]
    key = next((c for c in (*preventive, *recovery) if c.control == risk.key_control), None)
    if key is not None and key.score < 2:
        limit = _("key control {control} is below 2: at most 1 step off L").format(
            control=short_control_words(key.control)
        )
        lines.append(words(limit))
    if risk.stop_rules:
        rules = _("stop rule {rules}: {what}").format(
            rules=rules_words(risk.stop_rules), what=containment_words(risk.stop_rules)
        )
        lines.append(words(strong(rules)))
    lines.append(words(_first_step(risk)))
    decision = findings.snapshot.risk_decisions.get(risk.id)
    if decision is not None:
        lines.append(words(*_decided(decision)))
    return tuple(lines)


def _first_step(risk: Risk) -> str:
    when = _HORIZONS[risk.horizon]
    if risk.find_out:
        return _("first step: find out within 14 days; {when}").format(when=when)
    return _("first step: {kind}; {when}").format(kind=risk.action_kind.value, when=when)


def _decided(decision: RiskDecision) -> tuple[str, ...]:
    parts: list[str] = []
    if decision.treatment:
        parts.append(_("decided: {treatment}").format(treatment=choice_words(decision.treatment).lower()))
    if decision.accepted_by:
        until = _(" until {date}").format(date=day(decision.accepted_until))
        parts.append(
            _(", by {name}{until}").format(
                name=brief(decision.accepted_by, 60),
                until=until if decision.accepted_until else _(", no end date"),
            )
        )
    if decision.locus:
        parts.append(_("; where it lives: {locus}").format(locus=choice_words(decision.locus).lower()))
    return tuple(parts)


def _remarks(findings: Findings, risk_id: str) -> tuple[Part, ...]:
    """What the consultant wrote about a risk: may be long, so it stands below the entry."""
    decision = findings.snapshot.risk_decisions.get(risk_id)
    if decision is None:
        return ()
    parts: list[Part] = []
    if decision.overlay:
        overlay = _(
            "Consultant's overlay on {risk}, beside the computed band: {direction}. Reason: {reason}"
        ).format(
            risk=decision.risk,
            direction=choice_words(decision.overlay.direction).lower(),
            reason=decision.overlay.reason,
        )
        parts.append(Paragraph(words(strong(overlay)), size="small"))
    notes = findings.said(decision.notes)
    if notes:
        parts.append(Paragraph(words(_("Note on {risk}: ").format(risk=decision.risk), notes), size="small"))
    return tuple(parts)


def _orphans(findings: Findings) -> tuple[Part, ...]:
    """Decisions about risks that the assessment no longer finds: said, not dropped."""
    lost = [
        d for d in findings.snapshot.risk_decisions.values() if d.risk not in findings.assessment.risks_by_id
    ]
    if not lost:
        return ()
    parts: list[Part] = [Heading(_("Decisions about risks that are no longer found"))]
    for decision in lost:
        parts.append(Paragraph(words(strong(decision.risk), " ", *_decided(decision)), size="small"))
        parts.extend(_remarks(findings, decision.risk))
    return tuple(parts)


def _rating(rating: Rating) -> str:
    return f"L{rating.likelihood} I{rating.impact} {rating.band.value}"
