"""Page 2: the answer on a page. Five risks, three things to do, what is fine, four foundations."""

from dataclasses import replace

from app.assessment.scope import is_unapproved
from app.assessment.words import input_words
from app.i18n import _, ngettext
from app.reporting.content.findings import (
    Findings,
    brief,
    listed,
    number,
    page_link,
    range_mark,
    risk_link,
    risk_links,
)
from app.reporting.content.numbers_of_risks import band_key
from app.reporting.content.parts import (
    Beside,
    Bullets,
    Heading,
    HeadlineRisk,
    HeadlineRisks,
    Page,
    Paragraph,
    Part,
    Run,
    Tile,
    Tiles,
    Words,
    filled,
    question_place,
    quiet,
    risk_place,
    stop_place,
    strong,
    words,
)
from app.reporting.content.plan import PlannedAction, plan
from app.risk_words import range_words
from models.risk import Band, Risk, Template
from models.values import Horizon, Tri

_LEVELS = (_("Absent"), _("Ad hoc"), _("Partial"), _("Managed"), _("Assured"))
_FORTNIGHT = 3


def answer(findings: Findings) -> Page:
    """The answer on a page."""
    left = (
        Heading(_("Five risks to know")),
        HeadlineRisks(_headlines(findings)),
        Heading(_("How sure we are")),
        Paragraph(_confidence(findings)),
    )
    right = (
        Heading(_("Do this fortnight")),
        *_fortnight(findings),
        Heading(_("What is fine")),
        Bullets(_fine(findings)),
        Heading(_("Four foundations")),
        Tiles(_tiles(findings)),
    )
    return Page(
        2,
        _("The answer on a page"),
        _lead(findings),
        _("For the CMO"),
        (Beside(((0.6, left), (0.4, right))),),
    )


def _lead(findings: Findings) -> str | Words:
    counts = findings.assessment.counts
    critical, high = counts.get(Band.CRITICAL, 0), counts.get(Band.HIGH, 0)
    if not findings.review.tools:
        return _("No AI tool is in the register yet; what follows rests on the answers alone.")
    if not critical + high:
        return _("No risk is High or Critical. What is in place should be kept up.")
    return filled(
        _(
            "{critical} of {all} risks are Critical, {high} High; {urgent} are to be "
            "contained within 14 days."
        ),
        critical=findings.counted(band_key(Band.CRITICAL)),
        all=findings.counted("risks"),
        high=findings.counted(band_key(Band.HIGH)),
        urgent=findings.counted("contain"),
    )


def _headlines(findings: Findings) -> tuple[HeadlineRisk, ...]:
    return tuple(
        HeadlineRisk(
            index,
            brief(risk.title, 190) + ".",
            _why(risk),
            risk.residual.band,
            range_mark(risk),
            range_words(risk),
            risk_place(risk.id),
        )
        for index, risk in enumerate(findings.top_risks, start=1)
    )


def _why(risk: Risk) -> Words:
    present = [input_words(driver.name) for driver in risk.drivers if driver.state is Tri.YES]
    unknown = [driver for driver in risk.drivers if driver.state is Tri.UNKNOWN]
    place = risk_place(risk.id)
    parts: list[Run] = [Run(_("{n} of 5 drivers present").format(n=len(present)), to=place)]
    if present:
        parts.append(quiet(f": {listed(present, most=5)}"))
    if unknown:
        open_ = ngettext("{n} not known", "{n} not known", len(unknown)).format(n=len(unknown))
        parts.extend((quiet("; "), Run(open_, to=place)))
    parts.append(quiet("."))
    if risk.stop_rules:
        *first, last = risk.stop_rules
        rules = [
            *(Run(f"{rule.value}+", to=stop_place(rule)) for rule in first),
            Run(last.value, to=stop_place(last)),
        ]
        fired = filled(_(" Stop rule\u00a0{rules}."), rules=words(*rules))
        parts.extend(replace(run, quiet=True) for run in fired.runs)
    return words(risk_link(risk.id), "  ", *parts)


def _fortnight(findings: Findings) -> tuple[Part, ...]:
    actions = [action for action in plan(findings) if action.horizon is Horizon.NOW]
    if not actions:
        return (Paragraph(words(_("Nothing needs containing within 14 days."))),)
    lines = Bullets(tuple(_fortnight_line(action) for action in actions[:_FORTNIGHT]), numbered=True)
    left = len(actions) - _FORTNIGHT
    if left <= 0:
        return (lines,)
    more = ngettext("and {n} more action, ", "and {n} more actions, ", left).format(n=left)
    there = page_link(findings, 11)
    return lines, Paragraph(words(Run(more, to=there.to), there))


def _fortnight_line(action: PlannedAction) -> Words:
    parts: list[str | Run | Words] = [brief(action.text, 170)]
    if action.owner:
        parts.append(quiet(f" {brief(action.owner, 50)}."))
    if action.risks:
        parts.extend((" ", risk_links(action.risks, most=2)))
    return words(*parts)


def _fine(findings: Findings) -> tuple[Words, ...]:
    if not findings.review.tools:
        return (words(_("Nothing can be called fine yet: no AI tool is on record.")),)
    lines: list[Words] = []
    tools = fine_tools(findings)
    if tools:
        names = [findings.tool(tool) for tool in tools]
        lines.append(
            words(
                strong(listed(names, most=5)),
                _(": Low on execution and dependency, nothing needed."),
            )
        )
    safe = findings.assessment.outcomes.safe_to_scale
    for ids, sentence in (
        (safe.scale, _(": may be scaled.")),
        (safe.scale_keep_controls, _(": may be scaled if the controls stay.")),
    ):
        if ids:
            names = [findings.use_case(use) for use in ids]
            lines.append(words(strong(listed(names, most=5)), sentence, " ", page_link(findings, 7)))
    low = findings.assessment.counts.get(Band.LOW, 0)
    if low:
        lines.append(
            filled(
                ngettext("{n} risk is Low as it stands.", "{n} risks are Low as they stand.", low),
                n=findings.counted(band_key(Band.LOW)),
            )
        )
    return tuple(lines) or (words(_("Nothing could be cleared yet: too little is known or in place.")),)


def fine_tools(findings: Findings) -> tuple[str, ...]:
    """The approved tools whose execution and dependency risks are all Low, in id order."""
    found: list[str] = []
    for tool_id, tool in findings.review.tools.items():
        own = [r for r in findings.assessment.risks if r.subject == tool_id]
        bands = {r.residual.band for r in own if r.template in {Template.EX, Template.OD}}
        if not is_unapproved(tool) and bands <= {Band.LOW}:
            found.append(tool_id)
    return tuple(found)


def _confidence(findings: Findings) -> Words:
    sentences = (
        _("{sure} of {all} risks rest mostly on what is known and shown, {unsure} on too many unknowns. "),
        _("{answered} of {questions} questions are answered; {open} nobody could answer or nobody asked; "),
        _("the other {registers} of the {pack} are answered in the registers. "),
        _("{unproven} answers have no evidence and count for no more than 2 of 4. "),
        _("What is not known could move the band of {moving} risks; the bars show how far."),
    )
    gaps = {
        "sure": "sure",
        "all": "risks",
        "unsure": "unsure",
        "answered": "answered",
        "questions": "questions",
        "open": "open-questions",
        "registers": "register-questions",
        "pack": "pack",
        "unproven": "unproven",
        "moving": "moving",
    }
    return filled("".join(sentences), **{gap: findings.counted(key) for gap, key in gaps.items()})


def _tiles(findings: Findings) -> tuple[Tile, ...]:
    counted = findings.counted
    inventory = filled(
        _("{tools} AI tools found; leaders had named {leaders}, the team {team}."),
        tools=counted("tools"),
        leaders=named_by(findings, "leaders"),
        team=named_by(findings, "team"),
    )
    ownership = filled(
        _("{n} of {all} tools have a named owner in role."), n=counted("owned"), all=counted("tools")
    )
    monitoring = filled(
        _("{n} of {all} medium and high uses are watched."), n=counted("watched"), all=counted("guarded")
    )
    if not findings.review.tools:
        ownership = words(_("No tool is on record, so nobody can own one."))
    if not findings.review.medium_and_high:
        monitoring = words(_("No medium or high use is on record to be watched."))
    return (
        _tile(findings, _("Inventory"), "USE-01", inventory),
        _tile(findings, _("Ownership"), "USE-12", ownership),
        _tile(findings, _("Monitoring"), "LOG-04", monitoring),
        _tile(findings, _("Incident response"), "LOG-09", _incidents(findings)),
    )


def named_by(findings: Findings, who: str) -> Run:
    """How many tools the leaders or the team named, or that it is not known."""
    found = findings.assessment.outcomes.unofficial
    value = found.named_by_leaders if who == "leaders" else found.named_by_team
    return findings.counted(who) if isinstance(value, int) else Run(number(value))


def _incidents(findings: Findings) -> Words:
    count = len(findings.snapshot.incidents)
    process = findings.snapshot.incident_process
    if process is None and not count:
        return words(_("No incident and no process are on record; nobody may have been asked."))
    text = ngettext("{n} incident or near miss on record", "{n} incidents or near misses on record", count)
    rehearsed = process is not None and process.rehearsed_on is not None
    end = _("; the process was rehearsed.") if rehearsed else _("; no rehearsal is on record.")
    return words(filled(text, n=findings.counted("incidents")), end)


def _tile(findings: Findings, name: str, question_id: str, fact: Words) -> Tile:
    if question_id not in findings.snapshot.pack:
        return Tile(name, _("Not examined"), None, fact)
    found = findings.review.answers.effective[question_id].score
    to = question_place(question_id)
    if found is None:
        return Tile(name, _("Not examined"), None, fact, to)
    if found.unknown:
        return Tile(name, _("Not known"), 0, fact, to)
    level = min(found.headline, len(_LEVELS) - 1)
    return Tile(name, _LEVELS[level], level, fact, to)
