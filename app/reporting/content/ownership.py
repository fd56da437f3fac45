"""Page 10: who can be asked, what nobody knows, and how far that could move the bands."""

from app.assessment.words import fact_words
from app.i18n import _, ngettext
from app.reporting.content.findings import Findings, brief, entry_link, more_words, risk_link, risk_links
from app.reporting.content.number import number_place
from app.reporting.content.numbers_of_risks import FIND_OUTS
from app.reporting.content.parts import (
    Beside,
    Column,
    Grid,
    Heading,
    Page,
    Paragraph,
    Part,
    RangeMark,
    Row,
    Run,
    Words,
    entry_place,
    filled,
    question_place,
    quiet,
    words,
)
from app.reporting.content.settled import settled_words
from app.settling import settled_questions
from models.risk import PROGRAMME
from models.scores import FindOut
from models.values import Approver, Owner
from models.values import words as choice_words


def ownership(findings: Findings) -> Page:
    """Ownership and what we do not know."""
    left = (
        Heading(_("Tools without a named owner")),
        _tools(findings),
        Heading(_("Vendors whose approver cannot be asked")),
        _vendors(findings),
        Heading(_("Gates without a named approver")),
        _gates(findings),
    )
    right: tuple[Part, ...] = (
        Heading(_("Find out: what nobody knows or nobody has shown")),
        _find_out(findings),
        Heading(_("Where participants differ")),
        *_differences(findings),
    )
    return Page(
        10,
        _("Ownership and what we do not know"),
        _lead(findings),
        _("For heads of team"),
        (Beside(((0.42, left), (0.58, right))),),
    )


def _lead(findings: Findings) -> str | Words:
    if not findings.review.tools:
        return _("No AI tool is on record yet, so nobody can be asked about any.")
    return filled(
        _("{tools} of {all} tools have no named owner; open points that could move a band: {unknown}."),
        tools=findings.counted("unowned"),
        all=findings.counted("tools"),
        unknown=findings.counted("open-facts"),
    )


def _tools(findings: Findings) -> Grid:
    rows = []
    for item in findings.assessment.outcomes.unclear_ownership.tools:
        tool = findings.review.tools[item.id]
        owner = findings.said(tool.owner_person)
        person = f": {brief(owner, 40)}" if owner else ""
        rows.append(
            Row(
                (
                    words(findings.tool(item.id), " ", entry_link(item.id)),
                    words(choice_words(Owner(item.owner)) + person),
                    _first_risk(findings, item.id),
                )
            )
        )
    columns = (Column(_("Tool"), 0.46), Column(_("Owner today"), 0.34), Column(_("First risk"), 0.2))
    return Grid(
        columns,
        tuple(rows),
        more=more_words(findings, "A"),
        empty=_("Every tool on record has a named owner.")
        if findings.review.tools
        else _("No tool is on record."),
    )


def _first_risk(findings: Findings, key: str) -> Words:
    """The first risk of an entry, and how many more it has."""
    risks = findings.risks_of.get(key, ())
    if not risks:
        return words("–")
    more = Run(f"+{len(risks) - 1}", to=entry_place(key))
    return words(risk_link(risks[0].id), *((" ", more) if len(risks) > 1 else ()))


def _vendors(findings: Findings) -> Grid:
    rows = tuple(
        Row(
            (
                words(findings.vendor(item.id), " ", entry_link(item.id)),
                words(choice_words(Approver(item.approver))),
            )
        )
        for item in findings.assessment.outcomes.unclear_ownership.vendors
    )
    columns = (Column(_("Vendor"), 0.55), Column(_("Approver"), 0.45))
    return Grid(
        columns,
        rows,
        more=more_words(findings, "A"),
        empty=_("Every approver on record is known and in role.")
        if findings.review.vendors
        else _("No vendor is on record."),
    )


def _gates(findings: Findings) -> Grid:
    rows = tuple(
        Row((words(findings.gate(key), " ", entry_link(key)),))
        for key in findings.assessment.outcomes.unclear_ownership.gates
    )
    return Grid(
        (Column(_("Gate"), 1.0),),
        rows,
        more=more_words(findings, "A"),
        empty=_("Every gate on record has a named approver.")
        if findings.review.gates
        else _("No gate is on record."),
    )


def _find_out(findings: Findings) -> Grid:
    rows = tuple(
        Row(
            (
                _input(findings, item),
                words(_("not known") if item.reason == "unknown" else _("not shown")),
                words(Run(_risks(len(item.risks)), to=_find_place(index))),
                risk_links(item.risks, most=2, more_to=_find_place(index)),
                _swing(findings, item),
            )
        )
        for index, item in enumerate(findings.assessment.find_out)
    )
    columns = (
        Column(_("Find out"), 0.38),
        Column(_("Why"), 0.12),
        Column(_("Moves"), 0.1),
        Column(_("Risks"), 0.2),
        Column(_("Largest swing"), 0.2),
    )
    return Grid(
        columns,
        rows,
        more=more_words(findings, "C"),
        empty=_("Nothing that is open could move a band."),
    )


def _risks(n: int) -> str:
    return ngettext("{n} risk", "{n} risks", n).format(n=n)


def _find_place(index: int) -> str:
    """Where the risks of an open point are listed; the first ones only, as no page shows more."""
    return number_place(f"find-{index}") if index < FIND_OUTS else ""


def input_words(findings: Findings, name: str) -> str:
    """A find-out input in words: a question, a gate, or a fact about an entry."""
    if name in findings.snapshot.pack:
        return brief(findings.snapshot.pack.question(name).text, 110)
    if name in findings.snapshot.approval_gates:
        return _("The checks of the gate {gate}").format(gate=findings.gate(name))
    subject, colon, fact = name.partition(":")
    if not colon:
        return name
    return _("{subject}: {fact}").format(subject=subject_words(findings, subject), fact=fact_words(fact))


def subject_words(findings: Findings, key: str) -> str:
    """The name of what a risk or an open point is about; of the programme, that word."""
    if key == PROGRAMME:
        return _("The programme")
    for entries, name in (
        (findings.snapshot.ai_tools, findings.tool),
        (findings.snapshot.use_cases, findings.use_case),
        (findings.snapshot.vendors, findings.vendor),
    ):
        if key in entries:
            return name(key)
    return key


def _input(findings: Findings, item: FindOut) -> Words:
    if item.input in findings.snapshot.pack:
        identity = Run(item.input, strong=True, to=question_place(item.input))
        return words(identity, " ", input_words(findings, item.input))
    return words(input_words(findings, item.input))


def _swing(findings: Findings, item: FindOut) -> RangeMark:
    """The range of the risk whose band could move furthest."""
    risks = [findings.assessment.risk(risk) for risk in item.risks]
    widest = max(risks, key=lambda risk: risk.worst.band.rank - risk.best.band.rank)
    return RangeMark(widest.residual.band, widest.best.band, widest.worst.band)


def _differences(findings: Findings) -> tuple[Paragraph, ...]:
    """Where people still differ, and where the room has agreed since."""
    still = Paragraph(_disagreements(findings))
    settled = settled_words(findings)
    return (still, Paragraph(settled)) if settled else (still,)


def _disagreements(findings: Findings) -> Words:
    found = findings.assessment.completeness.disagreements
    if not found and settled_questions(findings.snapshot):
        return words(_("Every question that was answered differently has been settled by the room."))
    if not found:
        return words(
            _(
                "No question was answered differently by two people. Where that happens, the lower "
                "answer counts."
            )
        )
    parts: list[str | Run | Words] = [
        ngettext(
            "{n} question was answered differently; the lower answer counts: ",
            "{n} questions were answered differently; the lower answer counts: ",
            len(found),
        ).format(n=len(found))
    ]
    for index, question in enumerate(found[:8]):
        parts.append(", " if index else "")
        parts.append(Run(question, to=question_place(question)))
    if len(found) > 8:
        more = more_words(findings, "D").format(n=len(found) - 8)
        parts.append(f" {more}")
    return words(*parts, quiet("."))
