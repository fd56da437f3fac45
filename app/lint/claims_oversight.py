"""Contradictions about people who watch, and about vendors: sections OVR, LOG and VEN beside the registers.

Left out, because no register says anything about them: LOG-12 (whether a wrong outcome is easily reported).
OVR-02, OVR-03, LOG-01 and VEN-01 to VEN-07 are answered in the registers themselves.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta

from app.i18n import _
from app.lint.claims import BEST, NONE_AT_ALL, YES, Against, Claim, absent, claim
from app.lint.facts import CUSTOMERS, Facts, blank
from models.values import (
    ApprovalGate,
    AuditLog,
    DecisionDomain,
    Monitoring,
    OffSwitch,
    RegisterName,
    TaskPurpose,
    Tested,
    Tri,
    UseCase,
)

_NOTHING: tuple[str, ...] = ()
_SHORTEST_LOG, _CALENDAR, _CRITICAL = 6, 4, 4
_RENEWAL = timedelta(days=30)
_WATCHED = frozenset({Monitoring.THRESHOLD, Monitoring.SAMPLED})
_JUDGING = frozenset({DecisionDomain.SCORING, DecisionDomain.SUPPRESSION})
_MADE = frozenset({TaskPurpose.CONTENT, TaskPurpose.DRAFTING, TaskPurpose.CONVERSATION})


def _ungated(facts: Facts) -> Iterable[str]:
    gates = facts.snapshot.approval_gates
    return (key for key, use in facts.serious_uses.items() if use.gate not in gates)


def _gates_without(check: str) -> Against:
    """The gates in use of which it is known that they lack one of the nine checks."""

    def lacking(facts: Facts) -> Iterable[str]:
        gates = _gates_in_use(facts)
        return (key for key, gate in gates.items() if getattr(gate.checks, check, None) is Tri.NO)

    return lacking


def _gates_in_use(facts: Facts) -> dict[str, ApprovalGate]:
    used = {use.gate for use in facts.uses.values()} | {tool.gate for tool in facts.tools.values()}
    return {key: gate for key, gate in facts.snapshot.approval_gates.items() if key in used}


def _gates_without_counts(facts: Facts) -> Iterable[str]:
    for key, gate in _gates_in_use(facts).items():
        if not isinstance(gate.refused_count, int) or not isinstance(gate.changed_count, int):
            yield key


def _content_ungated(facts: Facts) -> Iterable[str]:
    gates = facts.snapshot.approval_gates
    for key, use in facts.customer_uses.items():
        if use.task_purpose in _MADE and use.gate not in gates:
            yield key


def _cannot_stop(facts: Facts) -> Iterable[str]:
    """Tools that act, and that nobody can switch off, or whose changes nobody can take back."""
    for key in facts.acting_tools:
        tool = facts.tools[key]
        can_stop = tool.off_switch in {OffSwitch.TESTED, OffSwitch.EXISTS}
        if not can_stop or tool.rollback not in {Tested.TESTED, Tested.DOCUMENTED}:
            yield key


def _not_rehearsed(facts: Facts) -> Iterable[str]:
    process = facts.snapshot.incident_process
    return ("incident_process",) if process is None or facts.is_old(process.rehearsed_on) else _NOTHING


def _logs_short(facts: Facts) -> Iterable[str]:
    hosts = {access.grant.system for access in facts.grants.values()}
    hosts |= {tool.host_system for tool in facts.tools.values() if tool.host_system is not None}
    for key, system in facts.snapshot.systems.items():
        months = system.audit_log_retention_months
        is_short = isinstance(months, int) and months < _SHORTEST_LOG
        is_mixed = system.audit_log_separates_ai is Tri.NO
        if key in hosts and (system.audit_log is AuditLog.OFF or is_mixed or is_short):
            yield key


def _not_traced(facts: Facts) -> Iterable[str]:
    return (key for key, use in facts.high_uses.items() if use.trace_items in {0, None})


def _uses_that(fits: Callable[[UseCase], bool]) -> Against:
    """The live use cases that are not watched, of those that fit."""

    def unwatched(facts: Facts) -> Iterable[str]:
        for key, use in facts.uses.items():
            if fits(use) and use.output_monitoring not in _WATCHED:
                yield key

    return unwatched


def _is_judging_or_content(use: UseCase) -> bool:
    return use.decision_domain in _JUDGING or use.task_purpose is TaskPurpose.CONTENT


def _is_for_customers(use: UseCase) -> bool:
    return use.audience in CUSTOMERS


def _no_threshold(facts: Facts) -> Iterable[str]:
    """High uses without a number that triggers anything."""
    with_number = {m.subject for m in facts.snapshot.monitors.values() if not blank(m.threshold)}
    for key, use in facts.high_uses.items():
        if use.output_monitoring is not Monitoring.THRESHOLD and key not in with_number:
            yield key


def _not_validated(facts: Facts) -> Iterable[str]:
    for key, use in facts.uses.items():
        if use.decision_domain in _JUDGING and use.validated_in_six_months is Tri.NO:
            yield key


def _off_calendar(facts: Facts) -> Iterable[str]:
    cadences = facts.snapshot.review_cadences
    if len(cadences) < _CALENDAR:
        return tuple(cadences) or ("review_cadences",)
    return (key for key, cadence in cadences.items() if cadence.next is None)


def _process_incomplete(facts: Facts) -> Iterable[str]:
    process = facts.snapshot.incident_process
    if process is None:
        return ("incident_process",)
    parts = (process.triggers, process.who_is_told, process.pause_authority, process.pause_clock)
    return ("incident_process",) if any(map(blank, parts)) else _NOTHING


def _incidents_bare(facts: Facts) -> Iterable[str]:
    for key, incident in facts.snapshot.incidents.items():
        if blank(incident.cause) or blank(incident.effect) or blank(incident.fixed_at):
            yield key


def _incidents(facts: Facts) -> Iterable[str]:
    return facts.snapshot.incidents


def _no_list(facts: Facts) -> Iterable[str]:
    points = facts.points("USE-01")
    return ("USE-01",) if points is not None and points < 2 else _NOTHING


def _not_levelled(facts: Facts) -> Iterable[str]:
    points = facts.points("UCR-01")
    return ("UCR-01",) if points is not None and points < 2 else _NOTHING


def _nobody_stops(facts: Facts) -> Iterable[str]:
    return ("OVR-11",) if facts.points("OVR-11") == 0 else _NOTHING


def _change_unannounced(facts: Facts) -> Iterable[str]:
    return (key for key, tool in facts.tools.items() if tool.model_change_notice is Tri.NO)


def _integrations_old(facts: Facts) -> Iterable[str]:
    for key, access in facts.grants.items():
        if access.is_connected and facts.is_old(access.grant.last_reviewed):
            yield key


def _vendors_in_use(facts: Facts) -> set[str]:
    used = {tool.vendor for tool in facts.tools.values() if tool.vendor is not None}
    return used & set(facts.snapshot.vendors)


def _approval_stale(facts: Facts) -> Iterable[str]:
    for key in _vendors_in_use(facts):
        approval = facts.snapshot.vendors[key].approval
        if approval is not None and approval.stale is Tri.YES:
            yield key


def _no_exit(facts: Facts) -> Iterable[str]:
    """Vendors of tools that a critical process relies on."""
    critical = {tool.vendor for tool in facts.tools.values() if tool.process_criticality >= _CRITICAL}
    vendors = facts.snapshot.vendors.items()
    return (key for key, vendor in vendors if key in critical and blank(vendor.exit_plan))


def _renewal_unchecked(facts: Facts) -> Iterable[str]:
    for key in _vendors_in_use(facts):
        vendor = facts.snapshot.vendors[key]
        day = vendor.renewal_date
        if day is not None and day - facts.today <= _RENEWAL and blank(vendor.renewal_check):
            yield key


def _no_agencies(facts: Facts) -> Iterable[str]:
    return ("engagement",) if facts.snapshot.engagement.agencies_used is Tri.NO else _NOTHING


def _agencies(facts: Facts) -> Iterable[str]:
    return ("engagement",) if facts.snapshot.engagement.agencies_used is Tri.YES else _NOTHING


def _conversations(facts: Facts) -> Iterable[str]:
    return (key for key, use in facts.uses.items() if use.task_purpose is TaskPurpose.CONVERSATION)


def _to_customers(facts: Facts) -> Iterable[str]:
    return facts.customer_uses


def _vendors(facts: Facts) -> Iterable[str]:
    return _vendors_in_use(facts)


def _systems(facts: Facts) -> Iterable[str]:
    return facts.snapshot.systems


USES, GATES, TOOLS = RegisterName.USE_CASES, RegisterName.APPROVAL_GATES, RegisterName.AI_TOOLS
VENDORS, ENGAGEMENT = RegisterName.VENDORS, RegisterName.ENGAGEMENT
PROCESS, INCIDENTS = RegisterName.INCIDENT_PROCESS, RegisterName.INCIDENTS


CLAIMS: tuple[Claim, ...] = (
    claim("approval_settled", "OVR-01", _(
        "{question} says that serious uses have their point of approval, but no gate stands before {entries}."
    ), _ungated, USES),
    claim("approval_needs_levels", "OVR-01", _(
        "{question} says that every serious use is approved, but by {entries} uses are not sorted at all."
    ), _not_levelled, None),
    claim("logic_standard", "OVR-04", _(
        "{question} says that logic is reviewed by a standard, but there is no checklist at {entries}."
    ), _gates_without("written_checklist"), GATES),
    claim("reviewers_trained", "OVR-05", _(
        "{question} says that reviewers are trained, but time and training are missing at {entries}."
    ), _gates_without("time_and_training"), GATES),
    claim("refusals_counted", "OVR-06", _(
        "{question} says that refusals are counted at each gate, but no counts are recorded for {entries}."
    ), _gates_without_counts, GATES),
    claim("second_reviewer", "OVR-07", _(
        "{question} says that a second reviewer is needed, but there is no rule for one at {entries}."
    ), _gates_without("second_review_rule"), GATES),
    claim("route_named", "OVR-08", _(
        "{question} says that there is a named route for doubts, but there is none at {entries}."
    ), _gates_without("escalation_path"), GATES),
    claim("content_reviewed", "OVR-09", _(
        "{question} says that content for customers has its reviewer, but no gate stands before {entries}."
    ), _content_ungated, USES),
    claim("can_be_stopped", "OVR-11", _(
        "{question} says that AI can be paused and undone, but for {entries} it cannot, or nobody knows."
    ), _cannot_stop, TOOLS),
    claim("pause_rehearsed", "OVR-11", _(
        "{question} says that pausing was rehearsed this year, but the incident process says otherwise."
    ), _not_rehearsed, PROCESS, BEST),
    claim("logs_kept", "LOG-02", _(
        "{question} says that logs are on, apart and kept, but not so in {entries}."
    ), _logs_short, RegisterName.SYSTEMS),
    claim("reconstructed", "LOG-03", _(
        "{question} says that a change can be reconstructed, but no trace is kept of {entries}."
    ), _not_traced, USES),
    claim("outputs_checked", "LOG-04", _(
        "{question} says that outputs are sampled each month, but nobody watches {entries}."
    ), _uses_that(_is_judging_or_content), USES),
    claim("numbers_trigger", "LOG-05", _(
        "{question} says that each high use has its threshold, but there is none for {entries}."
    ), _no_threshold, USES),
    claim("messages_sampled", "LOG-06", _(
        "{question} says that messages to customers are sampled, but nobody watches {entries}."
    ), _uses_that(_is_for_customers), USES),
    claim("revalidated", "LOG-07", _(
        "{question} says that models are validated again, but not in six months for {entries}."
    ), _not_validated, USES),
    claim("on_the_calendar", "LOG-08", _(
        "{question} says that four reviews are on the calendar, but the register lacks them or a next date."
    ), _off_calendar, RegisterName.REVIEW_CADENCES),
    claim("incident_process", "LOG-09", _(
        "{question} says that there is a written process, but it lacks triggers, roles or clocks."
    ), _process_incomplete, PROCESS),
    claim("incident_rehearsed", "LOG-09", _(
        "{question} says that the process was rehearsed this year, but the register says otherwise."
    ), _not_rehearsed, PROCESS, BEST),
    claim("incident_pause", "LOG-09", _(
        "{question} says that somebody pauses AI when it goes wrong, but by {entries} nobody can."
    ), _nobody_stops, None),
    claim("incidents_logged", "LOG-10", _(
        "{question} says that errors are logged with cause and fix, but something is missing in {entries}."
    ), _incidents_bare, INCIDENTS),
    claim("incidents_unknown", "LOG-10", _(
        "{question} says that nobody knows of any errors, but the register holds {entries}."
    ), _incidents, INCIDENTS, NONE_AT_ALL),
    claim("answer_from_register", "LOG-11", _(
        "{question} says that the register answers the same day, but by {entries} there is hardly a list."
    ), _no_list, None),
    claim("model_changes_told", "VEN-08", _(
        "{question} says that vendors give notice of changes, but there is none for {entries}."
    ), _change_unannounced, TOOLS),
    claim("integrations_reviewed", "VEN-09", _(
        "{question} says that integrations were looked at this year, but not {entries}."
    ), _integrations_old, RegisterName.ACCESS_GRANTS),
    claim("approved_again", "VEN-10", _(
        "{question} says that new AI is approved again, but the approval is stale of {entries}."
    ), _approval_stale, VENDORS),
    claim("exit_planned", "VEN-11", _(
        "{question} says that there is an exit plan for critical vendors, but there is none for {entries}."
    ), _no_exit, VENDORS),
    claim("renewal_checked", "VEN-12", _(
        "{question} says that renewals are checked in time, but not so {entries}."
    ), _renewal_unchecked, VENDORS, YES),
    claim("no_agencies", "VEN-13", _(
        "{question} says what agencies have to tell, but the scene says that there are none."
    ), _no_agencies, ENGAGEMENT, range(5)),
    absent("VEN-13", _agencies, ENGAGEMENT),
    absent("OVR-09", _to_customers, USES),
    absent("OVR-10", _conversations, USES),
    absent("LOG-06", _to_customers, USES),
    absent("LOG-02", _systems, RegisterName.SYSTEMS),
    *(absent(f"VEN-0{number}", _vendors, VENDORS) for number in range(1, 8)),
    absent("VEN-11", _vendors, VENDORS),
    absent("LOG-10", _incidents, INCIDENTS),
)  # fmt: skip
