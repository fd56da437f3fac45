"""Appendix A and B: the register as it was recorded, every field of it, and the access grants."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from app.day_words import day
from app.i18n import _
from app.reporting.content.findings import Findings, number
from app.reporting.content.parts import (
    Column,
    Grid,
    Heading,
    Paragraph,
    Part,
    Row,
    Run,
    Section,
    entry_place,
    quiet,
    risk_place,
    strong,
    words,
)
from models.values import (
    AITool,
    Described,
    FieldSpec,
    Group,
    ListOf,
    Reference,
    RegisterName,
    Unknown,
    specs_of,
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
    parts.extend((Heading(_("Engagement")), Paragraph(words(*_fields(findings, engagement)), size="small")))
    if findings.snapshot.incident_process is not None:
        parts.append(Heading(_("Incident process")))
        process = findings.snapshot.incident_process
        parts.append(Paragraph(words(*_fields(findings, process)), size="small"))
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
    lead = _("Connectors with their identities and scopes, for IT: one row for each tool and system.")
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
    rows = tuple(_tool_row(findings, tool) for tool in findings.snapshot.ai_tools.values())
    columns = (
        Column(_("Tool"), 0.19),
        Column(_("Vendor; host"), 0.12),
        Column(_("What it does"), 0.25),
        Column(_("Origin; approval"), 0.13),
        Column(_("Owner"), 0.11),
        Column(_("Acts; used"), 0.12),
        Column(_("Risks"), 0.08),
    )
    return Grid(columns, rows, empty=_("No AI tool is on record."))


def _tool_row(findings: Findings, tool: AITool) -> Row:
    users = _("{n} users").format(n=number(tool.users))
    risks = findings.risks_of.get(tool.id, ())
    links: list[str | Run] = []
    for index, risk in enumerate([r for r in risks if r.subject == tool.id]):
        links.extend(("\n" if index else "", Run(risk.id, to=risk_place(risk.id))))
    status = choice_words(tool.status) if tool.status else _("Live")
    return Row(
        (
            words(
                strong(tool.id),
                " ",
                strong(tool.name),
                "\n",
                quiet(f"{tool.kind or _('kind not recorded')}, {status.lower()}"),
            ),
            words(findings.vendor(tool.vendor), "\n", quiet(findings.system(tool.host_system))),
            words(tool.description or quiet("–")),
            words(_choice(tool.origin), "\n", _choice(tool.approval)),
            words(_choice(tool.owner), "\n", quiet(tool.owner_person or "")),
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
            (words(strong(key), "\n", getattr(entry, "name", "")), words(*_rest(findings, entry, leave_out))),
            entry_place(key) if placed else "",
        )
        for key, entry in entries.items()
    )
    return Grid((Column("", 0.2), Column("", 0.8)), rows)


def _rest(findings: Findings, entry: Described, leave_out: frozenset[str]) -> list[str | Run]:
    return list(_fields(findings, entry, leave_out)) or [quiet("–")]


def _fields(
    findings: Findings, entry: Described, leave_out: frozenset[str] = frozenset()
) -> Iterator[str | Run]:
    first = True
    for spec in specs_of(type(entry)):
        value = getattr(entry, spec.name)
        if value is None or spec.name in leave_out:
            continue
        if not first:
            yield quiet("  ·  ")
        first = False
        yield quiet(f"{spec.label}: ")
        if isinstance(spec.kind, Group):
            yield "("
            yield from _fields(findings, value)
            yield ")"
        else:
            yield _shown(findings, spec, value)


def _shown(findings: Findings, spec: FieldSpec, value: object) -> str:
    if isinstance(value, tuple):
        item = spec.kind.item if isinstance(spec.kind, ListOf) else spec.kind
        return ", ".join(_one(findings, item, part) for part in value) or _("none")
    return _one(findings, spec.kind, value)


def _one(findings: Findings, kind: object, value: object) -> str:
    if isinstance(kind, Reference) and isinstance(value, str):
        return _referred(findings, kind, value)
    if isinstance(value, Unknown):
        return _("not known")
    if isinstance(value, StrEnum):
        return choice_words(value)
    if isinstance(value, date):
        return day(value)
    return f"{value:,}" if isinstance(value, int) else str(value)


def _referred(findings: Findings, kind: Reference, key: str) -> str:
    for register in kind.registers:
        entry = findings.snapshot.entry(register, key)
        if entry is not None:
            caption = getattr(entry, "caption", key)
            return key if caption == key else f"{caption} ({key})"
    return _("not known") if key == "unknown" else key


def _choice(value: StrEnum | None) -> str:
    return choice_words(value) if value is not None else _("Not recorded")
