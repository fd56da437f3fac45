"""Page 8: for each medium and high use, whether a person can stop it and whether it can be traced."""

from app.assessment.control_scores import GATE_CHECKS, TRACE_ITEMS
from app.day_words import day
from app.i18n import _
from app.reporting.content.findings import Findings, entry_link, more_words, named
from app.reporting.content.parts import (
    Cell,
    Column,
    Figures,
    Grid,
    Met,
    Page,
    Paragraph,
    Row,
    Run,
    Words,
    entry_place,
    filled,
    question_place,
    quiet,
    strong,
    words,
)
from models.outcomes import ApprovalNeed
from models.values import Monitoring
from models.values import words as choice_words

_TIMING = {
    "before": _("before the effect"),
    "after": _("after the effect"),
    "unknown": _("not known"),
    "none": _("no gate"),
}


def approval(findings: Findings) -> Page:
    """Human approval and logging."""
    rows = tuple(_row(findings, need) for need in _ordered(findings))
    columns = (
        Column(_("Use"), 0.2),
        Column(_("Level"), 0.07),
        Column(_("Gate"), 0.18),
        Column(_("Timing"), 0.1),
        Column(_("Checks met, of 9"), 0.13),
        Column(_("Holds?"), 0.06),
        Column(_("Trace items, of 8"), 0.12),
        Column(_("Watched"), 0.08),
        Column(_("Last refusal"), 0.09),
    )
    return Page(
        8,
        _("Human approval and logging"),
        _lead(findings),
        _("For operations and audit"),
        (
            _figures(findings),
            Grid(columns, rows, more=more_words(findings, "A"), empty=_("No use is Medium or High.")),
            Paragraph(
                words(
                    quiet(
                        _(
                            "A gate holds when it stands before the effect and meets at least 5 of 9 "
                            "checks. A full "
                            "box is met, a question mark not known. A check after the effect is "
                            "discovery, not "
                            "prevention. A gate that has never refused anything may not be one."
                        )
                    )
                ),
                size="small",
            ),
            Paragraph(_logs(findings)),
        ),
    )


def _lead(findings: Findings) -> str | Words:
    found = findings.assessment.outcomes.approvals
    if not findings.review.use_cases:
        return _(
            "No use of AI is on record yet. Once one is Medium or High, its gate and its trace stand here."
        )
    if not found:
        return _("No use is Medium or High, so no approval is required.")
    return filled(
        _("{n} of {all} medium and high uses pass a gate that holds before they take effect."),
        n=findings.counted("gate-holds"),
        all=findings.counted("guarded"),
    )


def _ordered(findings: Findings) -> list[ApprovalNeed]:
    last = len(findings.assessment.risks)
    return sorted(
        findings.assessment.outcomes.approvals,
        key=lambda need: (findings.rank.get(need.use_case, last), need.use_case),
    )


def _row(findings: Findings, need: ApprovalNeed) -> Row:
    use = findings.review.use_cases[need.use_case]
    gate = findings.snapshot.approval_gates.get(need.gate)
    gate_words: Words = words(_("none")) if need.gate == "none" else words(_("not known"))
    if gate is not None:
        gate_words = words(findings.gate(need.gate), " ", entry_link(need.gate))
    checks: Cell = (
        Met(need.checks_met, len(GATE_CHECKS), need.checks_unknown, entry_place(need.gate))
        if need.gate != "none"
        else words("–")
    )
    trace: Cell = words(_("not known"))
    if isinstance(use.trace_items, int):
        trace = Met(use.trace_items, TRACE_ITEMS, to=entry_place(use.id))
    watched = (
        choice_words(use.output_monitoring) if use.output_monitoring else choice_words(Monitoring.UNKNOWN)
    )
    return Row(
        (
            words(findings.use_case(need.use_case), " ", entry_link(need.use_case)),
            words(findings.review.classified(use).level.value),
            gate_words,
            words(_TIMING.get(need.timing, need.timing)),
            checks,
            words(strong(_("yes")) if need.adequate else strong(_("no"))),
            trace,
            words(watched),
            words(day(gate.last_refusal) if gate and gate.last_refusal else _("none known") if gate else "–"),
        )
    )


def _figures(findings: Findings) -> Figures:
    counted = findings.counted
    return Figures(
        (
            (counted("gate-holds"), _("uses with a gate that holds")),
            (counted("gate-late"), _("uses checked only after the effect")),
            (counted("gate-none"), _("uses without any gate")),
            (counted("untraced"), _("uses with fewer than 6 trace items")),
            (counted("unwatched"), _("uses that nobody watches")),
        )
    )


def _logs(findings: Findings) -> Words:
    found = findings.assessment.outcomes.missing_logging
    score = findings.review.answers.scores.get("LOG-02")
    logs = _("Platform logs: long enough, or not examined ({question}).")
    if found.platform_logs_short:
        logs = _("Platform logs: too short, or AI cannot be told apart ({question}).")
    if score is not None and score.unknown:
        logs = _("Platform logs: not known, so they count as missing ({question}).")
    off = _("No system that AI reaches live is known to have its audit log off.")
    if found.systems_log_off:
        off = _("Audit log off in {systems}.").format(systems=named(found.systems_log_off, findings.system))
    return words(filled(logs, question=Run("LOG-02", to=question_place("LOG-02"))), " ", off)
