"""Rules about entries by themselves: complete, in accord with their own fields, and still in force."""

from collections.abc import Iterator

from app.day_words import short_day
from app.i18n import _, ngettext
from app.item_counts import odd_counts
from app.lint import rules
from app.lint.facts import Facts, blank
from app.lint.finding import Finding, named
from app.parking import open_points
from models.values import (
    LISTS,
    AITool,
    Approval,
    Autonomy,
    Owner,
    RegisterName,
    Sourced,
    ToolStatus,
    Tri,
)

LIBRARY_SOURCE = "Library, as known on "
_APPROVED = frozenset({Approval.APPROVED_SCOPED, Approval.APPROVED_GENERAL})


def register_findings(facts: Facts) -> Iterator[Finding]:
    """What the registers lack, or say twice and differently."""
    yield from _scene(facts)
    for key, tool in facts.review.tools.items():
        yield from _tool(key, tool)
    yield from _tools_against_themselves(facts)
    yield from _uses_against_tools(facts)
    yield from _gates(facts)
    yield from _counts(facts)
    yield from _approvals(facts)
    yield from _library(facts)
    yield from _parked(facts)


def _scene(facts: Facts) -> Iterator[Finding]:
    said = facts.snapshot.engagement
    if blank(said.scope):
        words = _("The scope is empty: the cover cannot say what was looked at.")
        yield Finding(rule=rules.SCOPE_MISSING, words=words, place="entry:engagement/engagement/scope")
    if not facts.snapshot.ai_tools:
        words = _("No AI tool is listed, so the map has nothing to show.")
        yield Finding(rule=rules.NO_TOOLS, words=words, place="register:ai_tools")
    team, unofficial = said.tools_named_by_team, said.unofficial_tools_named_by_team
    if isinstance(team, int) and isinstance(unofficial, int) and unofficial > team:
        words = _("The team named {team} tools, and {unofficial} unofficial ones among them.")
        yield _against_itself(
            words.format(team=team, unofficial=unofficial),
            "entry:engagement/engagement/unofficial_tools_named_by_team",
            "counts",
            str(team),
            str(unofficial),
        )


def _tool(key: str, tool: AITool) -> Iterator[Finding]:
    if tool.owner is not Owner.NAMED:
        words = _("{tool} has no named owner.").format(tool=key)
        place = f"entry:ai_tools/{key}/owner"
        said = tool.owner.value if tool.owner is not None else ""
        yield Finding(rule=rules.TOOL_WITHOUT_OWNER, words=words, place=place, facts=(said,))
    if tool.approval in _APPROVED and blank(tool.approved_by):
        words = _("{tool} is approved, and nobody says by whom.").format(tool=key)
        yield Finding(
            rule=rules.APPROVAL_WITHOUT_NAME,
            words=words,
            place=f"entry:ai_tools/{key}/approved_by",
            facts=(str(tool.approval),),
        )


def _tools_against_themselves(facts: Facts) -> Iterator[Finding]:
    for key, tool in facts.snapshot.ai_tools.items():
        place = f"entry:ai_tools/{key}"
        if tool.owner is Owner.NAMED and blank(tool.owner_person):
            words = _("{tool} is said to have a named owner, but no name stands there.").format(tool=key)
            yield _against_itself(words, f"{place}/owner_person", "owner")
        if tool.owner is Owner.NONE and not blank(tool.owner_person):
            words = _("{tool} is said to have no owner, but a name stands there.").format(tool=key)
            yield _against_itself(words, f"{place}/owner_person", "no_owner")
        off = tool.deactivated_on
        if tool.status is not ToolStatus.RETIRED and off is not None and off <= facts.today:
            words = _("{tool} is not retired, but was switched off on {day}.")
            yield _against_itself(words.format(tool=key, day=short_day(off)), f"{place}/status", "off")
        if key in facts.tools and tool.autonomy is Autonomy.EXECUTE_WITH_APPROVAL and tool.gate == "none":
            words = _("{tool} is said to act after approval, but it has no approval gate.").format(tool=key)
            yield _against_itself(words, f"{place}/gate", "no_gate")
        if tool.approval is Approval.APPROVED_SCOPED and blank(tool.approved_scope):
            words = _("{tool} is approved with a written scope, but none is written down.").format(tool=key)
            yield _against_itself(words, f"{place}/approved_scope", "scope")


def _uses_against_tools(facts: Facts) -> Iterator[Finding]:
    for key, use in facts.review.use_cases.items():
        listed = [facts.snapshot.ai_tools.get(tool) for tool in use.tools or ()]
        retired = [tool.id for tool in listed if tool is not None and tool.status is ToolStatus.RETIRED]
        if retired:
            words = _("{use} still lists {tools}, which are retired.").format(use=key, tools=named(retired))
            yield _against_itself(words, f"entry:use_cases/{key}/tools", "retired", *sorted(retired))


def _gates(facts: Facts) -> Iterator[Finding]:
    for key, gate in facts.snapshot.approval_gates.items():
        if gate.checks is not None and gate.checks.named_approver is Tri.YES and not gate.approvers:
            words = _("{gate} is said to have a named approver, but no name stands there.").format(gate=key)
            yield _against_itself(words, f"entry:approval_gates/{key}/approvers", "approver")


def _against_itself(words: str, place: str, key: str, *said: str) -> Finding:
    return Finding(rule=rules.REGISTERS_DISAGREE, words=words, place=place, key=key, facts=said)


def _counts(facts: Facts) -> Iterator[Finding]:
    """Counts that disagree with the items listed below them; the count is what the risk model uses."""
    registers = (RegisterName.DATA_CATEGORIES, RegisterName.AI_TOOLS, RegisterName.USE_CASES)
    for register in registers:
        for key, entry in facts.snapshot.entries(register).items():
            for count, said, there in odd_counts(entry):
                number = str(said) if isinstance(said, int) else _("not recorded")
                words = _("{entry}: the count is {said}, but the items listed come to {there}.")
                yield Finding(
                    rule=rules.COUNT_DISAGREES,
                    words=words.format(entry=key, said=number, there=there),
                    place=f"entry:{register.value}/{key}/{count}",
                    facts=(str(said), str(there)),
                )


def _approvals(facts: Facts) -> Iterator[Finding]:
    for key, vendor in facts.snapshot.vendors.items():
        approval = vendor.approval
        if approval is None or approval.expires_on is None or approval.expires_on >= facts.today:
            continue
        words = _("The approval of {vendor} ran out on {day}.")
        yield Finding(
            rule=rules.APPROVAL_OVER,
            words=words.format(vendor=key, day=short_day(approval.expires_on)),
            place=f"entry:vendors/{key}/approval.expires_on",
            facts=(approval.expires_on.isoformat(),),
        )


def _library(facts: Facts) -> Iterator[Finding]:
    """Rows that still say of themselves that they come from the library and are to be confirmed."""
    for register in LISTS:
        for key, entry in facts.snapshot.entries(register).items():
            if isinstance(entry, Sourced) and (entry.source or "").startswith(LIBRARY_SOURCE):
                words = _("{entry} is as the library has it, to be confirmed on the client's screen.")
                yield Finding(
                    rule=rules.FROM_LIBRARY,
                    words=words.format(entry=key),
                    place=f"entry:{register.value}/{key}/source",
                )


def _parked(facts: Facts) -> Iterator[Finding]:
    waiting = open_points(facts.snapshot)
    if waiting:
        words = ngettext(
            "{n} point on the parking lot is still open.",
            "{n} points on the parking lot are still open.",
            len(waiting),
        ).format(n=len(waiting))
        asked = next((point.question for point in waiting if point.question in facts.snapshot.pack), "")
        place = f"question:{asked}" if asked else "page:section"
        facts_of = tuple(f"{point.id} {point.text}" for point in waiting)
        yield Finding(rule=rules.PARKED, words=words, place=place, key="parked", facts=facts_of)
