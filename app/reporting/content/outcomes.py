"""Page 3: the ten things that the client should know, each with a direct answer."""

from collections import Counter

from app.i18n import _, ngettext
from app.reporting.content.answer import named_by
from app.reporting.content.findings import Findings, brief, inside, listed, named, page_link, risk_links
from app.reporting.content.number import number_place
from app.reporting.content.numbers_of_registers import ON_PAGE_THREE, level_key
from app.reporting.content.numbers_of_risks import stop_key
from app.reporting.content.ownership import subject_words
from app.reporting.content.parts import (
    Column,
    Grid,
    Page,
    Row,
    Run,
    Words,
    filled,
    question_place,
    spread,
    strong,
    words,
)
from app.reporting.content.reasons import reason_words
from models.values import UseCaseLevel


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
                words(Run(count, strong=True, to=number_place(key))),
                words(page_link(findings, page)),
            )
        )
        for index, (question, answer, count, key, page) in enumerate(found, start=1)
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


_SUBJECTS, _ACTIONS, _ACTION_SHOWN = 4, 3, 60
_NO_TOOL = _("No AI tool is on record yet.")
_NO_USE = _("No use of AI is on record yet.")
_NO_GRANT = _("No access grant is on record yet.")
_Answer = tuple[str, Words, str, str, int]


def _tools(n: int) -> str:
    return ngettext("{n} tool", "{n} tools", n).format(n=n)


def _uses(n: int) -> str:
    return ngettext("{n} use", "{n} uses", n).format(n=n)


def _where(findings: Findings) -> _Answer:
    where, counted = findings.assessment.outcomes.where_used, findings.counted
    text = filled(
        _("AI tools: {tools}. Systems: {systems}. Uses: {uses}, {high} High, {medium} Medium, {low} Low."),
        tools=counted("tools"),
        systems=counted("systems"),
        uses=counted("uses"),
        high=counted(level_key(UseCaseLevel.HIGH)),
        medium=counted(level_key(UseCaseLevel.MEDIUM)),
        low=counted(level_key(UseCaseLevel.LOW)),
    )
    if where.planned:
        text = words(text, " ", _("Planned: {things}.").format(things=listed(where.planned)))
    return _("Where is AI used?"), text, _tools(where.tools), "tools", 5


def _unofficial(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.unofficial
    if found.tools:
        text = filled(
            _("Without an approval on record: {tools}. They reach {n} kinds of data."),
            tools=named(found.tools, findings.tool, most=6),
            n=findings.counted("unapproved-data"),
        )
    else:
        text = words(_("No tool without approval was found.") if findings.review.tools else _NO_TOOL)
    pictures = filled(
        _("Number of tools that leaders named: {leaders}; that the team named: {team}."),
        leaders=named_by(findings, "leaders"),
        team=named_by(findings, "team"),
    )
    return _("What is unofficial?"), words(text, " ", pictures), _tools(len(found.tools)), "unapproved", 5


def _exposed(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.most_exposed
    parts: list[Words | Run | str] = [
        filled(
            _("{system} (grants that can act: {acting}; held by unapproved tools: {unapproved})"),
            system=findings.system(system.id),
            acting=findings.counted(f"acts-{system.id}"),
            unapproved=findings.counted(f"loose-{system.id}"),
        )
        for system in found.systems[:ON_PAGE_THREE]
    ]
    text = words(spread(parts, _(" and ")), ".") if parts else words(_("No live access is on record."))
    if found.data_categories:
        names = named([category.id for category in found.data_categories[:3]], findings.category)
        text = words(text, " ", _("Data: {names}.").format(names=names))
    count = sum(system.live_action_grants > 0 for system in found.systems)
    return (
        _("What is most exposed?"),
        text,
        ngettext("{n} system AI can act on", "{n} systems AI can act on", count).format(n=count),
        "acting",
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
    nothing = _("No use can be cleared yet.") if findings.review.use_cases else _NO_USE
    text = " ".join(parts) or nothing
    count = len(found.scale) + len(found.scale_keep_controls)
    return _("What is safe to scale?"), words(text), _uses(count), "go", 7


def _controls(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.needs_controls
    parts = []
    if found.pause_or_contain:
        uses = named(found.pause_or_contain, findings.use_case, most=6)
        parts.append(_("Pause or contain: {uses}.").format(uses=uses))
    if found.controls_first:
        uses = named(found.controls_first, findings.use_case, most=6)
        parts.append(_("Controls first: {uses}.").format(uses=uses))
    nothing = _("No use is held back.") if findings.review.use_cases else _NO_USE
    text = " ".join(parts) or nothing
    count = len(found.controls_first) + len(found.pause_or_contain)
    return _("What needs controls first?"), words(text), _uses(count), "held", 7


def _integrations(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.integrations
    reasons = Counter(reason for item in found for reason in item.reasons)
    parts: list[Words | Run | str] = [
        words(reason_words(reason), " (", findings.counted(f"reason-{reason}"), ")")
        for reason, _n in reasons.most_common()
    ]
    if found:
        text = filled(
            _("{n} of {all} access grants: {reasons}."),
            n=findings.counted("review-grants"),
            all=findings.counted("grants"),
            reasons=spread(parts),
        )
    else:
        text = words(_("No connector stands out.") if findings.review.accesses else _NO_GRANT)
    return (
        _("Which integrations need review?"),
        text,
        ngettext("{n} grant", "{n} grants", len(found)).format(n=len(found)),
        "review-grants",
        9,
    )


def _approval(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.approvals
    adequate = sum(item.adequate for item in found)
    text = filled(
        _(
            "For {all} medium and high uses. {adequate} have a gate that holds; {missing} have none, {late} "
            "check only after the effect, the others check too little."
        ),
        all=findings.counted("guarded"),
        adequate=findings.counted("gate-holds"),
        missing=findings.counted("gate-missing"),
        late=findings.counted("gate-late"),
    )
    if not found:
        text = words(_("No use is Medium or High.") if findings.review.use_cases else _NO_USE)
    return (
        _("Where is approval required?"),
        text,
        _("{n} without a gate that holds").format(n=len(found) - adequate),
        "gate-fails",
        8,
    )


def _logging(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.missing_logging
    parts: list[Words | Run | str] = []
    if found.use_cases:
        uses = named([gap.id for gap in found.use_cases], findings.use_case, most=5)
        parts.append(_("Cannot be traced or watched: {uses}.").format(uses=uses))
    if found.platform_logs_short:
        logs = Run("LOG-02", to=question_place("LOG-02"))
        parts.append(
            filled(_("Platform logs are too short, too thin or not known ({question})."), question=logs)
        )
    if found.systems_log_off:
        parts.append(_("Audit log off: {names}.").format(names=named(found.systems_log_off, findings.system)))
    text = spread(parts or [_("Nowhere that was found.")], " ")
    return _("Where is logging missing?"), text, _uses(len(found.use_cases)), "unlogged", 8


def _ownership(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.unclear_ownership
    parts: list[Words | Run | str] = []
    for ids, key, sentence in (
        (found.tools, "unowned", _("tools without a named owner: {n}")),
        (found.vendors, "unanswered", _("vendors whose approver cannot be asked: {n}")),
        (found.gates, "unnamed", _("gates without a named approver: {n}")),
    ):
        if ids:
            parts.append(filled(sentence, n=findings.counted(key)))
    whole = filled(_("Nobody can be asked for {n} things"), n=findings.counted("nobody"))
    text = words(whole, ": ", spread(parts, "; "), ".")
    if not parts:
        good = _("Every tool, vendor approval and gate on record has a person.")
        text = words(good if findings.review.tools else _NO_TOOL)
    return _("Where is ownership unclear?"), text, _tools(len(found.tools)), "unowned", 10


def _contained(findings: Findings) -> Words:
    """What is to be contained, by name, each with its risks; how many risks more."""
    by_subject: dict[str, list[str]] = {}
    for risk_id in findings.assessment.outcomes.fix_first.contain_now:
        by_subject.setdefault(findings.assessment.risk(risk_id).subject, []).append(risk_id)
    shown = list(by_subject.items())[:_SUBJECTS]
    told: list[Words | Run | str] = [
        words(subject_words(findings, subject), " (", risk_links(risks, most=2), ")")
        for subject, risks in shown
    ]
    left = sum(len(risks) for risks in list(by_subject.values())[_SUBJECTS:])
    if left:
        more = ngettext("{n} more risk", "{n} more risks", left).format(n=left)
        told.append(Run(more, to=number_place("contain")))
    return spread(told)


def _next_actions(findings: Findings) -> Words:
    """The actions with most leverage in words, each with its question; how many more."""
    keys = findings.assessment.outcomes.fix_first.actions
    told: list[Words | Run | str] = []
    for key in keys[:_ACTIONS]:
        text = brief(findings.snapshot.pack.question(key).action.text, _ACTION_SHOWN).rstrip(".")
        told.append(words(inside(text), " (", Run(key, to=question_place(key)), ")"))
    if len(keys) > _ACTIONS:
        more = _("{n} more").format(n=len(keys) - _ACTIONS)
        told.append(Run(more, to=number_place("actions")))
    return spread(told, "; ")


def _first(findings: Findings) -> _Answer:
    found = findings.assessment.outcomes.fix_first
    parts: list[str | Run | Words] = []
    if found.contain_now:
        fired: list[Words | Run | str] = [
            Run(one.rule.value, to=number_place(stop_key(one.rule))) for one in found.stop_rules
        ]
        sentence = (
            _("Contain within 14 days (stop rules {rules}): ") if fired else _("Contain within 14 days: ")
        )
        parts.append(filled(sentence, rules=spread(fired)))
        parts.append(_contained(findings))
        parts.append(". ")
    if found.actions:
        parts.append(filled(_("Then, by leverage: {actions}."), actions=_next_actions(findings)))
    count = len(found.contain_now)
    label = ngettext("{n} risk to contain", "{n} risks to contain", count).format(n=count)
    return (
        _("What to fix first?"),
        words(*(parts or [_("Nothing.") if findings.review.tools else _NO_TOOL])),
        label,
        "contain",
        11,
    )
