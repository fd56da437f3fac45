"""Appendix A and B: the register as it was recorded, every field of it, and the access grants."""

from collections.abc import Mapping
from enum import StrEnum

from app.i18n import _
from app.reporting.content.findings import Findings, number, one_line
from app.reporting.content.parts import (
    Column,
    Grid,
    Heading,
    Paragraph,
    Part,
    Row,
    Run,
    Section,
    Words,
    entry_place,
    quiet,
    risk_place,
    strong,
    words,
)
from app.reporting.content.recorded import recorded
from models.values import (
    AITool,
    Described,
    RegisterName,
)
from models.values import (
    words as choice_words,
)

_SHEETS = (
    RegisterName.SYSTEMS,
    RegisterName.DATA_CATEGORIES,
    RegisterName.USE_CASES,
    RegisterName.APPROVAL_GATES,
    RegisterName.VENDORS,
    RegisterName.DATA_FLOWS,
    RegisterName.MONITORS,
    RegisterName.REVIEW_CADENCES,
    RegisterName.EXCEPTIONS,
    RegisterName.INCIDENTS,
    RegisterName.ACTION_PLAN,
)
_IN_TABLE = frozenset(
    {
        "id",
        "name",
        "kind",
        "vendor",
        "host_system",
        "status",
        "origin",
        "approval",
        "owner",
        "owner_person",
        "autonomy",
        "frequency",
        "users",
        "description",
    }
)


def ai_register(findings: Findings) -> Section:
    """A: the AI register, and the other registers behind it."""
    engagement = findings.snapshot.engagement
    parts: list[Part] = [Heading(_("AI tools")), _tools(findings)]
    if findings.snapshot.ai_tools:
        parts.append(Heading(_("AI tools: everything else that was recorded"), level=2))
        parts.append(_sheet(findings, findings.snapshot.ai_tools, leave_out=_IN_TABLE, placed=False))
    for register in _SHEETS:
        entries = findings.snapshot.entries(register)
        if entries:
            parts.append(Heading(register.label))
            parts.append(_sheet(findings, entries))
    parts.extend((Heading(_("Sessions")), _sessions(findings)) if findings.snapshot.sessions else ())
    parts.extend((Heading(_("Engagement")), Paragraph(words(*recorded(findings, engagement)), size="small")))
    if findings.snapshot.incident_process is not None:
        parts.append(Heading(_("Incident process")))
        process = findings.snapshot.incident_process
        parts.append(Paragraph(words(*recorded(findings, process)), size="small"))
    lead = _("As recorded; people stand here only as owners and approvers. Also given as JSON.")
    return Section("A", _("AI register"), lead, tuple(parts))


def _sessions(findings: Findings) -> Grid:
    """The sessions; who was there stands on the cover, by role only."""
    return _sheet(findings, findings.snapshot.sessions, leave_out=frozenset({"id", "participants"}))


def access_register(findings: Findings) -> Section:
    """B: the access grants."""
    rows = []
    for grant in findings.snapshot.access_grants.values():
        data = "\n".join(f"{findings.category(key)} ({key})" for key in grant.data_categories)
        rows.append(
            Row(
                (
                    words(strong(grant.id)),
                    words(findings.tool(grant.tool), " ", quiet(grant.tool, entry_place(grant.tool))),
                    words(findings.system(grant.system)),
                    words(", ".join(choice_words(capability).lower() for capability in grant.capabilities)),
                    words("\n".join((_choice(grant.route), _choice(grant.identity), _choice(grant.scope)))),
                    words(data, "\n", quiet(choice_words(grant.form).lower())),
                    words(number(grant.people_reachable)),
                    words(
                        _("class {n}").format(n=grant.integrity_class or 0),
                        "\n",
                        _("undo: {state}").format(state=_choice(grant.undo).lower()),
                    ),
                    words("\n".join((_choice(grant.environment), _choice(grant.basis)))),
                    words(*_rest(findings, grant, _GRANT_COLUMNS)),
                ),
                entry_place(grant.id),
            )
        )
    columns = (
        Column(_("Grant"), 0.06),
        Column(_("Tool"), 0.12),
        Column(_("System"), 0.1),
        Column(_("Can"), 0.08),
        Column(_("Route; identity; scope"), 0.13),
        Column(_("Data; form"), 0.17),
        Column(_("People"), 0.07),
        Column(_("Alters"), 0.08),
        Column(_("Where; basis"), 0.09),
        Column(_("More"), 0.1),
    )
    grid = Grid(columns, tuple(rows), empty=_("No access grant is on record."))
    lead = _(
        "Connectors with their identities and scopes, for IT: one row for each tool and system. Alters: the "
        "highest class of what it can change, from 0 nothing and 1 drafts to 4 sends, scores and routing, "
        "5 consent, suppression and deletion."
    )
    return Section("B", _("Access grants"), lead, (grid,))


_GRANT_COLUMNS = frozenset(
    {
        "id",
        "tool",
        "system",
        "capabilities",
        "route",
        "identity",
        "scope",
        "environment",
        "data_categories",
        "form",
        "people_reachable",
        "integrity_class",
        "undo",
        "basis",
    }
)


def _tools(findings: Findings) -> Grid:
    tools = findings.snapshot.ai_tools.values()
    described = not any(findings.leaves_out(tool.description) for tool in tools)
    rows = tuple(_tool_row(findings, tool, described=described) for tool in tools)
    columns = (
        Column(_("Tool"), 0.19),
        Column(_("Vendor; host"), 0.12),
        *((Column(_("What it does"), 0.25),) if described else ()),
        Column(_("Origin; approval"), 0.13),
        Column(_("Owner"), 0.11),
        Column(_("Acts; used"), 0.12),
        Column(_("Risks"), 0.08),
    )
    return Grid(columns, rows, empty=_("No AI tool is on record."))


def _tool_row(findings: Findings, tool: AITool, *, described: bool) -> Row:
    users = _("{n} users").format(n=number(tool.users))
    risks = findings.risks_of.get(tool.id, ())
    links: list[str | Run] = []
    for index, risk in enumerate([r for r in risks if r.subject == tool.id]):
        links.extend(("\n" if index else "", Run(risk.id, to=risk_place(risk.id))))
    status = choice_words(tool.status) if tool.status else _("Live")
    if not findings.leaves_out(tool.kind):
        status = f"{tool.kind or _('kind not recorded')}, {status.lower()}"
    return Row(
        (
            words(
                strong(tool.id),
                " ",
                strong(one_line(tool.name)),
                "\n",
                quiet(one_line(status)),
            ),
            words(findings.vendor(tool.vendor), "\n", quiet(findings.system(tool.host_system))),
            *((words(tool.description or quiet("–")),) if described else ()),
            words(_choice(tool.origin), "\n", _choice(tool.approval)),
            words(_choice(tool.owner), "\n", quiet(findings.said(tool.owner_person) or "")),
            words(_choice(tool.autonomy), "\n", quiet(f"{_choice(tool.frequency)}, {users}")),
            words(*links) if links else words(quiet("–")),
        ),
        entry_place(tool.id),
    )


def _sheet(
    findings: Findings,
    entries: Mapping[str, Described],
    leave_out: frozenset[str] = frozenset({"id", "name"}),
    *,
    placed: bool = True,
) -> Grid:
    """Every recorded field of every entry, label by label."""
    rows = tuple(
        Row(
            (_called(key, entry), words(*_rest(findings, entry, leave_out))),
            entry_place(key) if placed else "",
        )
        for key, entry in entries.items()
    )
    return Grid((Column("", 0.2), Column("", 0.8)), rows)


def _called(key: str, entry: Described) -> Words:
    """An entry's id, and below it its name where it has one."""
    name = one_line(getattr(entry, "name", ""))
    return words(strong(key), "\n", name) if name else words(strong(key))


def _rest(findings: Findings, entry: Described, leave_out: frozenset[str]) -> list[str | Run]:
    return list(recorded(findings, entry, leave_out)) or [quiet("–")]


def _choice(value: StrEnum | None) -> str:
    return choice_words(value) if value is not None else _("Not recorded")
