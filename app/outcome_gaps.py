"""Why outcomes 6 to 9 say what they say: integrations, approvals, logging and ownership."""

from collections.abc import Mapping

from app.i18n import _
from app.levers import entry_words
from app.outcome_lines import Made, line, said
from app.reasons import Part
from app.risk_words import caption_of
from app.why import Input
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import RegisterName

_R = RegisterName
_PLACE_OF_REASON = {"basis": "basis", "identity": "identity", "scope": "scope"}


def integrations(snapshot: Snapshot, assessment: Assessment) -> Made:
    """Outcome 6: which integrations need review."""
    lines = []
    for item in assessment.outcomes.integrations:
        first = item.reasons[0]
        vendor = snapshot.ai_tools[item.tool].vendor or ""
        place = f"entry:{_R.ACCESS_GRANTS}/{item.grant}/{_PLACE_OF_REASON.get(first, '')}".rstrip("/")
        if first == "vendor_gap" and vendor in snapshot.vendors:
            place = f"entry:{_R.VENDORS}/{vendor}/approval.level"
        listed = ", ".join(_(_REASON_WORDS[reason]) for reason in item.reasons)
        about = entry_words(snapshot, _R.ACCESS_GRANTS, item.grant)
        lines.append(Input(words=about, state=listed, tone="bad", place=place))
    return (
        _(
            "A connection (API, connector or plugin) is looked at again when how we know of it is assumed, "
            "its identity is borrowed, its rights are wider than needed, or its vendor's approval falls "
            "short; not known counts too."
        ),
        (Part("", tuple(lines)),),
    )


_REASON_WORDS: Mapping[str, str] = {
    "basis": "assumed, not confirmed",
    "identity": "borrowed or unknown identity",
    "scope": "rights too wide or unknown",
    "vendor_gap": "vendor's approval falls short",
}


def approvals(snapshot: Snapshot, assessment: Assessment) -> Made:
    """Outcome 7: where approval is required."""
    lines = []
    for need in assessment.outcomes.approvals:
        has_gate = need.gate in snapshot.approval_gates
        place = (
            f"entry:{_R.APPROVAL_GATES}/{need.gate}/timing"
            if has_gate
            else f"entry:{_R.USE_CASES}/{need.use_case}/gate"
        )
        gate = snapshot.approval_gates[need.gate].caption if has_gate else _("no gate named")
        state = _("{gate}: {timing}, {met} of 9 checks met, {unknown} not known").format(
            gate=gate, timing=_(need.timing), met=need.checks_met, unknown=need.checks_unknown
        )
        tone = "good" if need.adequate else "bad"
        name = caption_of(snapshot, need.use_case)
        lines.append(Input(words=name, state=state, tone=tone, place=place))
    return (
        _(
            "Every use at level Medium or High needs a gate; it is enough before the effect with five "
            "checks met."
        ),
        (Part("", tuple(lines)),),
    )


def logging(snapshot: Snapshot, assessment: Assessment) -> Made:
    """Outcome 8: where logging is missing."""
    found = assessment.outcomes.missing_logging
    gaps = []
    for gap in found.use_cases:
        path = "trace_items" if gap.reasons[0] == "trace" else "output_monitoring"
        listed = ", ".join(_(_GAP_WORDS[reason]) for reason in gap.reasons)
        gaps.append(line(snapshot, _R.USE_CASES, gap.id, path, listed, "bad"))
    off = [line(snapshot, _R.SYSTEMS, key, "audit_log", _("off"), "bad") for key in found.systems_log_off]
    logs: tuple[Input, ...] = ()
    if found.platform_logs_short and "LOG-02" in snapshot.pack:
        question = snapshot.pack.question("LOG-02")
        logs = (
            Input(
                words=f"{question.id}  {question.text}",
                state=_("scores below 3"),
                tone="bad",
                place=f"question:{question.id}",
            ),
        )
    return (
        _(
            "Uses at level Medium or High with fewer than six of eight trace items, or without monitoring; "
            "platform logs that score below 3; systems with a live grant whose audit log is off."
        ),
        (
            Part(_("Uses"), tuple(gaps)),
            Part(_("Platform logs"), logs),
            Part(_("Systems"), tuple(off)),
        ),
    )


_GAP_WORDS: Mapping[str, str] = {
    "trace": "too few trace items, or not known",
    "monitoring": "no monitoring, or not known",
}


def ownership(snapshot: Snapshot, assessment: Assessment) -> Made:
    """Outcome 9: where ownership is unclear."""
    found = assessment.outcomes.unclear_ownership
    tools = [
        line(snapshot, _R.AI_TOOLS, each.id, "owner", said(snapshot.ai_tools[each.id].owner), "bad")
        for each in found.tools
    ]
    vendors = [
        line(snapshot, _R.VENDORS, each.id, "approval.approver", each.approver.replace("_", " "), "bad")
        for each in found.vendors
    ]
    gates = [
        line(snapshot, _R.APPROVAL_GATES, key, "checks.named_approver", _("no named approver"), "bad")
        for key in found.gates
    ]
    return (
        _(
            "Tools whose owner is not a named person, vendors whose approver cannot be asked, gates without "
            "a named approver."
        ),
        (
            Part(_("Tools"), tuple(tools)),
            Part(_("Vendor approvals"), tuple(vendors)),
            Part(_("Gates"), tuple(gates)),
        ),
    )
