"""Page 3: the ten things that the client should know, each with a direct answer."""

from collections import Counter

from app.i18n import _, ngettext
from app.reporting.content.findings import Findings, listed, named, number, page_link, risk_links
from app.reporting.content.parts import Column, Grid, Page, Row, Run, Words, strong, words
from models.values import UseCaseLevel

_REASONS = {
    "basis": _("only assumed"),
    "identity": _("identity"),
    "scope": _("scope too wide or unknown"),
    "vendor_gap": _("vendor not cleared"),
}


def reason_words(reason: str) -> str:
    """Why an integration needs review, in words."""
    return _REASONS.get(reason, reason)


def outcomes(findings: Findings) -> Page:
    """Ten outcomes."""
    found = (
        _where(findings),
        _unofficial(findings),
        _exposed(findings),
        _scale(findings),
        _controls(findings),
        _integrations(findings),
        _approval(findings),
        _logging(findings),
        _ownership(findings),
        _first(findings),
    )
    rows = tuple(
        Row(
            (
                words(strong(str(index))),
                words(strong(question)),
                answer,
                words(Run(count, strong=True)),
                words(page_link(findings, page)),
            )
        )
        for index, (question, answer, count, page) in enumerate(found, start=1)
    )
    columns = (
        Column("", 0.03),
        Column(_("Question"), 0.17),
        Column(_("Answer"), 0.62),
        Column(_("Count"), 0.1),
        Column(_("More on"), 0.08),
    )
    return Page(
        3,
        _("Ten questions, ten answers"),
        _("What a leader should be able to say about AI in marketing operations, as things stand."),
        _("For everyone"),
        (Grid(columns, rows, size="body"),),
    )


_Answer = tuple[str, Words, str, int]


def _tools(n: int) -> str:
    return ngettext("{n} tool", "{n} tools", n).format(n=n)


def _uses(n: int) -> str:
    return ngettext("{n} use", "{n} uses", n).format(n=n)


def _where(findings: Findings) -> _Answer:
    where = findings.assessment.outcomes.where_used
    levels = where.levels
    text = _(
        "AI tools: {tools}. Systems: {systems}. Uses: {uses}, {high} High, {medium} Medium, {low} Low."
    ).format(
        tools=where.tools,
        systems=where.systems,
        uses=where.use_cases,
        high=levels.get(UseCaseLevel.HIGH, 0),
        medium=levels.get(UseCaseLevel.MEDIUM, 0),
        low=levels.get(UseCaseLevel.LOW, 0),
    )
    if where.planned:
        text += " " + _("Planned: {things}.").format(things=listed(where.planned))
    return _("Where is AI used?"), words(text), _tools(where.tools), 5


def _unofficial(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.unofficial
    if found.tools:
        text = _("Without an approval on record: {tools}. They reach {n} kinds of data.").format(
            tools=named(found.tools, findings.tool, most=6), n=len(found.data_categories)
        )
    else:
        text = _("No tool without approval was found.")
    text += " " + _("Number of tools that leaders named: {leaders}; that the team named: {team}.").format(
        leaders=number(found.named_by_leaders), team=number(found.named_by_team)
    )
    return _("What is unofficial?"), words(text), _tools(len(found.tools)), 5


def _exposed(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.most_exposed
    parts = [
        _("{system} (grants that can act: {acting}; held by unapproved tools: {unapproved})").format(
            system=findings.system(system.id),
            acting=system.live_action_grants,
            unapproved=system.unapproved_grants,
        )
        for system in found.systems[:2]
    ]
    text = listed(parts) + "." if parts else _("No live access is on record.")
    if found.data_categories:
        names = named([category.id for category in found.data_categories[:3]], findings.category)
        text += " " + _("Data: {names}.").format(names=names)
    count = sum(system.live_action_grants > 0 for system in found.systems)
    return (
        _("What is most exposed?"),
        words(text),
        ngettext("{n} system AI can act on", "{n} systems AI can act on", count).format(n=count),
        6,
    )


def _scale(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.safe_to_scale
    parts = []
    if found.scale:
        parts.append(_("Scale: {uses}.").format(uses=named(found.scale, findings.use_case, most=6)))
    if found.scale_keep_controls:
        parts.append(
            _("Scale and keep the controls: {uses}.").format(
                uses=named(found.scale_keep_controls, findings.use_case, most=6)
            )
        )
    text = " ".join(parts) or _("No use can be cleared yet.")
    count = len(found.scale) + len(found.scale_keep_controls)
    return _("What is safe to scale?"), words(text), _uses(count), 7


def _controls(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.needs_controls
    parts = []
    if found.pause_or_contain:
        uses = named(found.pause_or_contain, findings.use_case, most=6)
        parts.append(_("Pause or contain: {uses}.").format(uses=uses))
    if found.controls_first:
        uses = named(found.controls_first, findings.use_case, most=6)
        parts.append(_("Controls first: {uses}.").format(uses=uses))
    text = " ".join(parts) or _("No use is held back.")
    count = len(found.controls_first) + len(found.pause_or_contain)
    return _("What needs controls first?"), words(text), _uses(count), 7


def _integrations(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.integrations
    reasons = Counter(reason for item in found for reason in item.reasons)
    parts = [f"{reason_words(reason)} ({n})" for reason, n in reasons.most_common()]
    if found:
        text = _("{n} of {all} access grants: {reasons}.").format(
            n=len(found), all=len(findings.review.accesses), reasons=listed(parts)
        )
    else:
        text = _("No connector stands out.")
    return (
        _("Which integrations need review?"),
        words(text),
        ngettext("{n} grant", "{n} grants", len(found)).format(n=len(found)),
        9,
    )


def _approval(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.approvals
    adequate = sum(item.adequate for item in found)
    missing = sum(item.gate in {"none", "unknown"} for item in found)
    late = sum(item.timing == "after" for item in found)
    text = _(
        "For {all} medium and high uses. {adequate} have a gate that holds; {missing} have none, "
        "{late} check "
        "only after the effect, the others check too little."
    ).format(all=len(found), adequate=adequate, missing=missing, late=late)
    if not found:
        text = _("No use is Medium or High.")
    return (
        _("Where is approval required?"),
        words(text),
        _("{n} without a gate that holds").format(n=len(found) - adequate),
        8,
    )


def _logging(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.missing_logging
    parts = []
    if found.use_cases:
        uses = named([gap.id for gap in found.use_cases], findings.use_case, most=5)
        parts.append(_("Cannot be traced or watched: {uses}.").format(uses=uses))
    if found.platform_logs_short:
        parts.append(_("Platform logs are too short, too thin or not known."))
    if found.systems_log_off:
        parts.append(_("Audit log off: {names}.").format(names=named(found.systems_log_off, findings.system)))
    text = " ".join(parts) or _("Nowhere that was found.")
    return _("Where is logging missing?"), words(text), _uses(len(found.use_cases)), 8


def _ownership(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.unclear_ownership
    parts = []
    if found.tools:
        parts.append(_("tools without a named owner: {n}").format(n=len(found.tools)))
    if found.vendors:
        parts.append(_("vendors whose approver cannot be asked: {n}").format(n=len(found.vendors)))
    if found.gates:
        parts.append(_("gates without a named approver: {n}").format(n=len(found.gates)))
    text = _("Nobody can be asked for {n} things").format(
        n=sum(map(len, (found.tools, found.vendors, found.gates)))
    )
    text = (
        f"{text}: {'; '.join(parts)}."
        if parts
        else _("Every tool, vendor approval and gate on record has a person.")
    )
    return _("Where is ownership unclear?"), words(text), _tools(len(found.tools)), 10


def _first(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.fix_first
    parts: list[str | Run | Words] = []
    if found.contain_now:
        rules = listed([fired.rule.value for fired in found.stop_rules], most=6)
        parts.append(_("Contain within 14 days (stop rules {rules}): ").format(rules=rules))
        parts.append(risk_links(found.contain_now, most=6))
        parts.append(". ")
    if found.actions:
        parts.append(_("Then, by leverage: {questions}.").format(questions=listed(found.actions, most=6)))
    count = len(found.contain_now)
    label = ngettext("{n} risk to contain", "{n} risks to contain", count).format(n=count)
    return _("What to fix first?"), words(*(parts or [_("Nothing.")])), label, 11
