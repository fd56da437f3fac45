"""Page 6: the exposed systems and data, which rules are broken, and a label for the riskiest tools."""

from collections.abc import Iterable

from app.assessment.scope import is_unapproved
from app.i18n import _
from app.reporting.content.answer import fine_tools
from app.reporting.content.findings import Findings, brief, entry_link, more_words, named
from app.reporting.content.parts import (
    Beside,
    Card,
    Cards,
    Column,
    DataMatrix,
    FormCell,
    Grid,
    Heading,
    Page,
    Paragraph,
    Row,
    Run,
    entry_place,
    quiet,
    words,
)
from models.risk import Band, Risk
from models.values import (
    AITool,
    Approval,
    Autonomy,
    Compliance,
    DataForm,
    Owner,
    Role,
)
from models.values import (
    words as choice_words,
)

MOST_CATEGORIES, MOST_TOOLS, CARDS = 12, 16, 4
_LEGEND = _(
    "R raw, P pseudonymised, A aggregated, N anonymised. A cross marks a broken handling rule, a question "
    "mark that no rule was set or nobody knows. In the tables: act, not approved and all count access grants "
    "(those that can act on live data, those of unapproved tools, all live ones); raw counts those that take "
    "data raw; sensitivity 1 to 5, handling rules decided of 7."
)
_LETTERS = {
    DataForm.RAW: "R",
    DataForm.PSEUDONYMISED: "P",
    DataForm.AGGREGATED: "A",
    DataForm.ANONYMISED: "N",
}


def exposed(findings: Findings) -> Page:
    """Exposed systems and data."""
    left = (Heading(_("Most exposed systems")), _systems(findings))
    middle = (Heading(_("Most exposed data")), _categories(findings))
    legend = (Paragraph(words(quiet(_LEGEND)), size="fine"),) if findings.review.accesses else ()
    right = (Heading(_("Which data reaches which tool")), data_matrix(findings), *legend)
    return Page(
        6,
        _("Exposed systems and data"),
        _lead(findings),
        _("For privacy and security"),
        (
            Beside(((0.25, left), (0.33, middle), (0.42, right))),
            Heading(_("Labels of the riskiest tools")),
            Cards(_cards(findings)),
        ),
    )


def _lead(findings: Findings) -> str:
    broken = [
        key for key, tool in findings.review.tools.items() if tool.data_flow_compliance is Compliance.BREACH
    ]
    if not findings.review.tools:
        return _("No AI tool is on record yet. Once one is, this page shows what it can reach.")
    if not broken:
        return _("No tool is known to break a handling rule.")
    return _("{tools} break handling rules as they are used today.").format(
        tools=named(broken, findings.tool)
    )


def _systems(findings: Findings) -> Grid:
    rows = tuple(
        Row(
            (
                words(findings.system(system.id), " ", entry_link(system.id)),
                words(findings.counted(f"acts-{system.id}")),
                words(findings.counted(f"loose-{system.id}")),
                words(Run(str(system.max_sensitivity), to=entry_place(system.id))),
                words(findings.counted(f"grants-{system.id}")),
            )
        )
        for system in findings.assessment.outcomes.most_exposed.systems
    )
    columns = (
        Column(_("System"), 0.42),
        Column(_("act"), 0.11),
        Column(_("not approved"), 0.25),
        Column(_("max sens."), 0.15),
        Column(_("all"), 0.1),
    )
    return Grid(columns, rows, more=more_words(findings, "B"), empty=_("No live access is on record."))


def _categories(findings: Findings) -> Grid:
    rows = tuple(
        Row(
            (
                words(findings.category(category.id), " ", entry_link(category.id)),
                words(findings.counted(f"raw-loose-{category.id}")),
                words(findings.counted(f"raw-{category.id}")),
                words(Run(str(category.sensitivity), to=entry_place(category.id))),
                words(Run(_rules(findings, category.id), to=entry_place(category.id))),
            )
        )
        for category in findings.assessment.outcomes.most_exposed.data_categories
    )
    columns = (
        Column(_("Data"), 0.47),
        Column(_("raw, not approved"), 0.19),
        Column(_("raw"), 0.11),
        Column(_("sens."), 0.14),
        Column(_("rules"), 0.14),
    )
    return Grid(columns, rows, more=more_words(findings, "A"), empty=_("No data is on record."))


def _rules(findings: Findings, category: str) -> str:
    count = findings.snapshot.data_categories[category].handling_rules_set
    return _("{n}/7").format(n=count) if isinstance(count, int) else "?"


def data_matrix(findings: Findings) -> DataMatrix:
    """Data categories down, tools across; the most exposed first where not all fit."""
    ranked = [category.id for category in findings.assessment.outcomes.most_exposed.data_categories]
    reaching = {access.grant.tool for access in findings.review.accesses}
    tools = sorted(findings.by_risk(reaching)[:MOST_TOOLS])
    flows = {
        (flow.data_category, flow.tool): flow.compliance for flow in findings.snapshot.data_flows.values()
    }
    forms: dict[tuple[str, str], set[str]] = {}
    for access in findings.review.accesses:
        for category in access.grant.data_categories:
            forms.setdefault((category, access.grant.tool), set()).add(_LETTERS[access.grant.form])
    cells = {
        (category, tool): _form_cell(letters, flows.get((category, tool)), findings.review.tools[tool])
        for (category, tool), letters in forms.items()
    }
    more = ""
    if len(ranked) > MOST_CATEGORIES or len(reaching) > MOST_TOOLS:
        more = _("The most exposed are shown; appendix B has all.")
    return DataMatrix(
        tuple((key, findings.category(key)) for key in ranked[:MOST_CATEGORIES]),
        tuple((key, findings.tool(key)) for key in tools),
        cells,
        more,
    )


def _form_cell(letters: Iterable[str], flow: Compliance | None, tool: AITool) -> FormCell:
    """The form as it reaches the tool; a flow's own compliance counts before the tool's."""
    compliance = flow or tool.data_flow_compliance
    return FormCell(
        min(letters, key="RPAN".index),
        breach=compliance is Compliance.BREACH,
        no_rule=compliance in {None, Compliance.NO_RULE, Compliance.UNKNOWN},
    )


def _cards(findings: Findings) -> tuple[Card, ...]:
    fine = fine_tools(findings)
    ranked = [key for key in findings.by_risk(findings.review.tools) if findings.risks_of.get(key)]
    return tuple(_card(findings, key, is_fine=key in fine) for key in ranked[:CARDS])


def _card(findings: Findings, key: str, *, is_fine: bool) -> Card:
    tool = findings.review.tools[key]
    grants = [access.grant for access in findings.review.accesses_of(key)]
    systems = dict.fromkeys(grant.system for grant in grants)
    data = dict.fromkeys(category for grant in grants for category in grant.data_categories)
    uses = [use for use in findings.review.use_cases.values() if key in (use.tools or ())]
    decides = any(use.role is Role.EXECUTE for use in uses) or tool.autonomy is Autonomy.EXECUTE_UNATTENDED
    owner = findings.said(tool.owner_person) or (choice_words(tool.owner) if tool.owner else _("not known"))
    does = ((_("does"), brief(tool.description or _("not recorded"), 90)),)
    first = findings.risks_of[key][0]
    return Card(
        words(findings.tool(key), " ", entry_link(key)),
        first.residual.band,
        (
            *(() if findings.leaves_out(tool.description) else does),
            (_("data"), named(data, findings.category, most=3)),
            (_("system"), named(systems, findings.system, most=3)),
            (_("approved"), _approved(findings, tool)),
            (_("decides"), _("yes, without a person") if decides else _("no, a person does")),
            (_("owner"), brief(owner, 44) if tool.owner is not Owner.NONE else _("nobody")),
        ),
        _verdict(tool, findings.risks_of[key], is_fine=is_fine),
    )


def _approved(findings: Findings, tool: AITool) -> str:
    state = choice_words(tool.approval) if tool.approval else choice_words(Approval.UNKNOWN)
    by = findings.said(tool.approved_by)
    return _("{state}, by {who}").format(state=state, who=brief(by, 30)) if by else state


def _verdict(tool: AITool, risks: tuple[Risk, ...], *, is_fine: bool) -> str:
    if any(risk.stop_rules for risk in risks):
        return _("Block until contained")
    if is_unapproved(tool) or risks[0].residual.band is Band.CRITICAL:
        return _("Do not trust yet")
    return _("Trust") if is_fine else _("Trust with controls")
