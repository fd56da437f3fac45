"""Why a risk has its band: every input in words, and the arithmetic that a sceptic can redo by hand."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.assessment.matrix import KEY_CONTROL_FROM
from app.assessment.trace import sources_of
from app.assessment.words import CONTAINMENT_WORDS, IMPACT_WORDS, control_words, input_words
from app.i18n import _, ngettext
from app.risk_words import band_words, capital
from models.risk import ControlRole, ControlScore, ControlSum, NamedState, Rating, Risk
from models.snapshot import Snapshot
from models.values import OverlayDirection, RiskDecision, StopRule, Tri

HIGHEST, SEVERE_FROM = 5, 4
# The tone of a line about a risk, by the rank of its band.
BAND_TONES = ("good", "partly", "bad", "bad")


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A driver, modifier or control: its words, its state in words, its marks, and where it is recorded.

    `tone` is "bad", "partly", "good" or "unknown".
    """

    words: str
    state: str
    tone: str
    marks: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Everything that stands behind one band."""

    drivers: tuple[Input, ...]
    likelihood: str
    modifiers: tuple[Input, ...]
    impact: str
    preventive: tuple[Input, ...]
    likelihood_steps: str
    recovery: tuple[Input, ...]
    impact_steps: str
    step: Input
    range: str
    stop_rules: tuple[str, ...]
    confidence: str


def why(snapshot: Snapshot, risk: Risk) -> Why:
    """The whole reckoning of a risk (risk model rm-1, 3 to 5)."""
    # The most telling place of each input; "" where it has none.
    places = {
        source.name: source.places[0].link if source.places else "" for source in sources_of(snapshot, risk)
    }
    controls = {role: [c for c in risk.controls if c.role is role] for role in ControlRole}
    return Why(
        drivers=tuple(_state(state, places[state.name]) for state in risk.drivers),
        likelihood=_likelihood(risk),
        modifiers=(
            _base(risk, places["impact_base"]),
            *(_state(state, places[state.name]) for state in risk.impact_modifiers),
        ),
        impact=_impact(risk),
        preventive=tuple(
            _control(snapshot, risk, control, places[control.control])
            for control in controls[ControlRole.PREVENTIVE]
        ),
        likelihood_steps=_likelihood_steps(risk),
        recovery=tuple(
            _control(snapshot, risk, control, places[control.control])
            for control in controls[ControlRole.RECOVERY]
        ),
        impact_steps=_impact_steps(risk),
        step=_step(risk),
        range=_range(risk),
        stop_rules=tuple(_stop_rule(rule) for rule in risk.stop_rules),
        confidence=_("Confidence {level}: {n} of {m} inputs are not known.").format(
            level=_(risk.confidence.value).lower(), n=risk.unknown_inputs, m=risk.inputs
        ),
    )


def overlay_words(risk: Risk, decision: RiskDecision | None) -> str:
    """The consultant's own band beside the computed one, with the reason; empty without an overlay."""
    if decision is None or decision.overlay is None:
        return ""
    bands = list(type(risk.residual.band))
    step = 1 if decision.overlay.direction is OverlayDirection.UP else -1
    own = bands[min(max(risk.residual.band.rank + step, 0), len(bands) - 1)]
    return _("Computed {computed}; the consultant says {own}: {reason}").format(
        computed=band_words(risk.residual.band), own=band_words(own), reason=decision.overlay.reason
    )


def _base(risk: Risk, place: str) -> Input:
    base = risk.impact_base
    state = _("{n} of 5").format(n=base.headline)
    marks = (_("{n} at best").format(n=base.best),) if base.best < base.headline else ()
    tone = "unknown" if marks else "bad" if base.headline >= SEVERE_FROM else "partly"
    words = capital(IMPACT_WORDS[base.headline - 1])
    return Input(words=words, state=state, tone=tone, marks=marks, place=place)


def _state(state: NamedState, place: str) -> Input:
    tone = {Tri.YES: "bad", Tri.NO: "good", Tri.UNKNOWN: "unknown"}[state.state]
    words = {Tri.YES: _("yes"), Tri.NO: _("no"), Tri.UNKNOWN: _("not known")}[state.state]
    return Input(words=capital(input_words(state.name)), state=words, tone=tone, place=place)


def _control(snapshot: Snapshot, risk: Risk, control: ControlScore, place: str) -> Input:
    marks = [_("weight {n}").format(n=control.weight)]
    if control.control == risk.key_control:
        marks.append(_("key control"))
    if control.capped:
        marks.append(_("capped at 2 without evidence"))
    if control.unknown:
        marks.append(_("not known, {n} at best").format(n=control.best_score))
    tone = "unknown" if control.unknown else "good" if control.score > KEY_CONTROL_FROM else "bad"
    if not control.unknown and control.score == KEY_CONTROL_FROM:
        tone = "partly"
    words = capital(control_words(control.control, snapshot.pack))
    if control.control in snapshot.pack:
        words = f"{control.control}  {words}"
    state = _("{n} of 4").format(n=control.score)
    return Input(words=words, state=state, tone=tone, marks=tuple(marks), place=place)


def _likelihood(risk: Risk) -> str:
    half = (risk.unknown_drivers + 1) // 2
    plain = 1 + risk.known_drivers + half
    line = _("Likelihood {l} = 1 + {k} that hold + {h} for {u} not known (half, rounded up)").format(
        l=risk.inherent.likelihood, k=risk.known_drivers, h=half, u=risk.unknown_drivers
    )
    return _("{line}, {most} at most.").format(line=line, most=HIGHEST) if plain > HIGHEST else f"{line}."


def _impact(risk: Risk) -> str:
    counted = sum(state.state is not Tri.NO for state in risk.impact_modifiers)
    line = _("Impact {i} = {base} + {m} for what makes it worse").format(
        i=risk.inherent.impact, base=risk.impact_base.headline, m=counted
    )
    if risk.impact_base.headline + counted > HIGHEST:
        line = _("{line}, {most} at most").format(line=line, most=HIGHEST)
    if risk.impact_base.best < risk.impact_base.headline:
        best = _("{line} ({best} at best).")
        return best.format(line=line, best=risk.impact_base.best)
    return f"{line}."


def _likelihood_steps(risk: Risk) -> str:
    if not risk.preventive.den:
        return _("No control that prevents counts here: nothing comes off likelihood.")
    line = _("{share}: {steps} off likelihood.").format(
        share=_share(risk.preventive), steps=_steps(risk.preventive.steps)
    )
    key = next((c for c in risk.controls if c.control == risk.key_control), None)
    if key is None or key.score >= KEY_CONTROL_FROM:
        return line
    limit = _("The key control scores {n} of 4, and below 2 it lets one step through at most.")
    return f"{line} {limit.format(n=key.score)}"


def _impact_steps(risk: Risk) -> str:
    if not risk.recovery.den:
        return _("No control that recovers counts here: nothing comes off impact.")
    return _("{share}: {steps} off impact (one from 50 %).").format(
        share=_share(risk.recovery), steps=_steps(risk.recovery.steps)
    )


def _share(total: ControlSum) -> str:
    percent = 100 * total.num // total.den
    return _("{num} of {den} points, {percent} %").format(num=total.num, den=total.den, percent=percent)


def _steps(n: int) -> str:
    return ngettext("{n} step", "{n} steps", n).format(n=n) if n else _("no step")


def _step(risk: Risk) -> Input:
    """The look-up in the matrix; it leads to the cell and whoever else stands there."""
    words = _("Before controls {before}. With them {after}.").format(
        before=_rating(risk.inherent), after=_rating(risk.residual)
    )
    likelihood, impact = risk.residual.likelihood, risk.residual.impact
    return Input(
        words=words,
        state=_("cell of likelihood {l} and impact {i} in the matrix").format(l=likelihood, i=impact),
        tone=BAND_TONES[risk.residual.band.rank],
        place=f"spot:{likelihood}/{impact}",
    )


def _rating(rating: Rating) -> str:
    return _("likelihood {l}, impact {i}, {band}").format(
        l=rating.likelihood, i=rating.impact, band=band_words(rating.band)
    )


def _range(risk: Risk) -> str:
    if risk.best == risk.worst:
        return _("Nothing that is not known could move it.")
    return _("At best {best}; at worst {worst}.").format(best=_rating(risk.best), worst=_rating(risk.worst))


def _stop_rule(rule: StopRule) -> str:
    return _("{rule}: {meaning}. Within 14 days: {containment}.").format(
        rule=rule.value, meaning=_(rule.label), containment=CONTAINMENT_WORDS[rule]
    )


def related(risk: Risk, risks: Iterable[Risk]) -> tuple[Risk, ...]:
    """The other risks about the same tool, use case or vendor, in priority order."""
    if not risk.linked:
        return ()
    own = set(risk.linked)
    return tuple(other for other in risks if other.id != risk.id and own.intersection(other.linked))
