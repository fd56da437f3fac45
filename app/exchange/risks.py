"""The tables of the risks: one with every result, and one with every input that a sceptic can recount."""

from collections.abc import Callable, Mapping

from app.assessment.words import TEMPLATE_WORDS, containment_words, control_words, input_words
from app.exchange.tables import Table, TableCell, TableColumn
from app.i18n import _
from app.risk_words import capital
from app.why import overlay_words
from models.assessment import Assessment
from models.risk import ControlRole, ControlScore, ControlSum, NamedState, Rating, Risk
from models.snapshot import Snapshot
from models.values import RiskDecision, Tri, words

_STATES: Mapping[Tri, str] = {Tri.YES: _("yes"), Tri.NO: _("no"), Tri.UNKNOWN: _("not known")}
_Reader = Callable[[Risk], TableCell]


def risks_table(snapshot: Snapshot, assessment: Assessment) -> Table:
    """All risks in priority order, a risk a row, with what was decided about it."""
    readers = (*_computed(snapshot), *_decided(snapshot))
    columns = (TableColumn(_("Rank"), "rank"), *(column for column, _read in readers))
    rows = tuple(
        (rank, *(read(risk) for _column, read in readers))
        for rank, risk in enumerate(assessment.risks, start=1)
    )
    return Table("risks", _("Risks"), columns, rows)


def risk_inputs_table(snapshot: Snapshot, assessment: Assessment) -> Table:
    """Every driver, modifier and control of every risk, an input a row."""
    titles = {
        "risk": _("Risk"),
        "list": _("List"),
        "name": _("Input"),
        "words": _("Input in words"),
        "state": _("State"),
        "weight": _("Weight"),
        "score": _("Score, 0 to 4"),
        "best_score": _("Score at best"),
        "unknown": _("Not known"),
        "capped": _("Held down for want of evidence"),
        "key": _("Key control"),
    }
    rows = [row for risk in assessment.risks for row in _inputs(snapshot, risk)]
    columns = tuple(TableColumn(title, field) for field, title in titles.items())
    return Table("risk_inputs", _("Risk inputs"), columns, tuple(rows))


def _computed(snapshot: Snapshot) -> tuple[tuple[TableColumn, _Reader], ...]:
    pack = snapshot.pack
    return (
        _one(_("Id"), "id", lambda r: r.id),
        _one(_("Title"), "title", lambda r: r.title),
        _one(_("Type"), "type", lambda r: r.type),
        _one(_("Pattern"), "template", lambda r: f"{r.template}: {TEMPLATE_WORDS[r.template]}"),
        _one(_("Subject"), "subject", lambda r: r.subject),
        _one(_("Band"), "residual.band", lambda r: r.residual.band.value),
        _one(_("Band at best"), "best.band", lambda r: r.best.band.value),
        _one(_("Band at worst"), "worst.band", lambda r: r.worst.band.value),
        _one(_("Band before controls"), "inherent.band", lambda r: r.inherent.band.value),
        *_ratings(_("now"), "residual", lambda r: r.residual),
        *_ratings(_("at best"), "best", lambda r: r.best),
        *_ratings(_("at worst"), "worst", lambda r: r.worst),
        *_ratings(_("before controls"), "inherent", lambda r: r.inherent),
        _one(_("Drivers"), "drivers", lambda r: _states(r.drivers)),
        _one(_("Drivers that hold"), "known_drivers", lambda r: r.known_drivers),
        _one(_("Drivers not known"), "unknown_drivers", lambda r: r.unknown_drivers),
        _one(_("Impact base"), "impact_base.headline", lambda r: r.impact_base.headline),
        _one(_("Impact base at best"), "impact_base.best", lambda r: r.impact_base.best),
        _one(_("What makes the impact worse"), "impact_modifiers", lambda r: _states(r.impact_modifiers)),
        _one(
            _("Controls"),
            "controls",
            lambda r: "\n".join(_control(c, control_words(c.control, pack)) for c in r.controls) or None,
        ),
        *_sums(_("Controls that prevent"), "preventive", lambda r: r.preventive),
        *_sums(_("Controls that recover"), "recovery", lambda r: r.recovery),
        _one(_("Key control"), "key_control", lambda r: r.key_control),
        _one(_("Inputs not known"), "unknown_inputs", lambda r: r.unknown_inputs),
        _one(_("Inputs"), "inputs", lambda r: r.inputs),
        _one(_("Confidence"), "confidence", lambda r: r.confidence.value),
        _one(_("Stop rules"), "stop_rules", lambda r: ", ".join(r.stop_rules) or None),
        _one(_("Within 14 days"), "containment", lambda r: containment_words(r.stop_rules) or None),
        _one(_("When"), "horizon", lambda r: _(words(r.horizon))),
        _one(_("Kind of action"), "action_kind", lambda r: _(words(r.action_kind))),
        _one(_("Find out first"), "find_out", lambda r: _yes(r.find_out)),
        _one(_("Is about"), "linked", lambda r: ", ".join(r.linked) or None),
    )


def _decided(snapshot: Snapshot) -> tuple[tuple[TableColumn, _Reader], ...]:
    def read(from_decision: Callable[[RiskDecision], TableCell]) -> _Reader:
        def reader(risk: Risk) -> TableCell:
            decision = snapshot.risk_decisions.get(risk.id)
            return None if decision is None else from_decision(decision)

        return reader

    return (
        _one(_("Decided"), "treatment", read(lambda d: _(words(d.treatment)) if d.treatment else None)),
        _one(_("Accepted by"), "accepted_by", read(lambda d: d.accepted_by)),
        _one(_("Accepted until"), "accepted_until", read(lambda d: d.accepted_until)),
        _one(
            _("Consultant's overlay, beside the computed band"),
            "overlay",
            lambda r: overlay_words(r, snapshot.risk_decisions.get(r.id)) or None,
        ),
    )


def _one(title: str, field: str, read: _Reader) -> tuple[TableColumn, _Reader]:
    return TableColumn(title, field), read


def _ratings(
    when: str, field: str, rating: Callable[[Risk], Rating]
) -> tuple[tuple[TableColumn, _Reader], ...]:
    likelihood, impact = _("Likelihood {when}").format(when=when), _("Impact {when}").format(when=when)
    return (
        _one(likelihood, f"{field}.likelihood", lambda r: rating(r).likelihood),
        _one(impact, f"{field}.impact", lambda r: rating(r).impact),
    )


def _sums(
    what: str, field: str, total: Callable[[Risk], ControlSum]
) -> tuple[tuple[TableColumn, _Reader], ...]:
    return (
        _one(_("{controls}: points").format(controls=what), f"{field}.num", lambda r: total(r).num),
        _one(_("{controls}: of points").format(controls=what), f"{field}.den", lambda r: total(r).den),
        _one(_("{controls}: steps off").format(controls=what), f"{field}.steps", lambda r: total(r).steps),
    )


def _states(states: tuple[NamedState, ...]) -> str | None:
    return "\n".join(f"{capital(input_words(s.name))}: {_STATES[s.state]}" for s in states) or None


def _control(control: ControlScore, named: str) -> str:
    points = f"{control.weight} × {control.score} = {control.weight * control.score}"
    return _("{list}: {control}: {points}").format(list=_list(control), control=named, points=points)


def _inputs(snapshot: Snapshot, risk: Risk) -> tuple[tuple[TableCell, ...], ...]:
    def state(listed: str, one: NamedState) -> tuple[TableCell, ...]:
        unknown = _yes(one.state is Tri.UNKNOWN)
        known = (one.name, capital(input_words(one.name)), _STATES[one.state])
        return (risk.id, listed, *known, None, None, None, unknown, None, None)

    def control(one: ControlScore) -> tuple[TableCell, ...]:
        named = capital(control_words(one.control, snapshot.pack))
        counted = (one.weight, one.score, one.best_score, _yes(one.unknown), _yes(one.capped))
        is_key = _yes(one.control == risk.key_control)
        return (risk.id, _list(one), one.control, named, None, *counted, is_key)

    return (
        *(state(_("Driver"), one) for one in risk.drivers),
        *(state(_("Makes the impact worse"), one) for one in risk.impact_modifiers),
        *(control(one) for one in risk.controls),
    )


def _list(control: ControlScore) -> str:
    return _("Prevents") if control.role is ControlRole.PREVENTIVE else _("Recovers")


def _yes(is_so: bool) -> str:
    return _("Yes") if is_so else _("No")
