"""For every contradiction an answer that claims it, registers that deny it, and registers that do not."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from models.snapshot import Snapshot
from models.values import (
    AccessScope,
    Approval,
    Audience,
    AuditLog,
    Autonomy,
    BannedPracticeScreen,
    Basis,
    Capability,
    DataForm,
    DataQuality,
    DecisionDomain,
    DecisionRecord,
    Environment,
    GateChecks,
    HandlingRule,
    HandlingRules,
    Identity,
    Incident,
    IncidentProcess,
    LevelOverride,
    Monitor,
    Monitoring,
    OffSwitch,
    Origin,
    Owner,
    ProcessingRegion,
    RegisterName,
    ReviewCadence,
    Route,
    RuleValue,
    TaskPurpose,
    Tri,
    UseCaseLevel,
    YesPartlyNo,
)
from tests.changes import with_fields
from tests.sound import TODAY, answered

Change = Callable[[Snapshot], Snapshot]
YES = YesPartlyNo.YES
LAST_WEEK, LONG_AGO = TODAY - timedelta(days=7), TODAY - timedelta(days=800)
R = RegisterName


def same(snapshot: Snapshot) -> Snapshot:
    return snapshot


def put(register: RegisterName, key: str, **values: Any) -> Change:
    return lambda snapshot: with_fields(snapshot, register, key, **values)


def tool(**values: Any) -> Change:
    return put(R.AI_TOOLS, "T1", **values)


def grant(**values: Any) -> Change:
    return put(R.ACCESS_GRANTS, "A1", **values)


def use(**values: Any) -> Change:
    return put(R.USE_CASES, "U1", **values)


def scene(**values: Any) -> Change:
    return put(R.ENGAGEMENT, "engagement", **values)


def vendor(**values: Any) -> Change:
    return put(R.VENDORS, "V1", **values)


def category(**values: Any) -> Change:
    return put(R.DATA_CATEGORIES, "C1", **values)


def checks(**values: Any) -> Change:
    def change(snapshot: Snapshot) -> Snapshot:
        gate = snapshot.approval_gates["G1"]
        return with_fields(
            snapshot, R.APPROVAL_GATES, "G1", checks=replace(gate.checks or GateChecks(), **values)
        )

    return change


def all_of(*changes: Change) -> Change:
    def change(snapshot: Snapshot) -> Snapshot:
        for one in changes:
            snapshot = one(snapshot)
        return snapshot

    return change


def more(register: RegisterName, entry: Any) -> Change:
    return lambda snapshot: snapshot.with_entry(register, entry)


def also(question: str, value: Any) -> Change:
    return lambda snapshot: answered(snapshot, question, value)


def approval(**values: Any) -> Change:
    def change(snapshot: Snapshot) -> Snapshot:
        given = snapshot.vendors["V1"].approval
        assert given is not None
        return with_fields(snapshot, R.VENDORS, "V1", approval=replace(given, **values))

    return change


UNOFFICIAL = tool(approval=Approval.UNOFFICIAL)
SENDS = use(audience=Audience.KNOWN_CONTACTS, task_purpose=TaskPurpose.CONTENT)
CRITICAL = tool(process_criticality=4)
UNWATCHED = use(output_monitoring=Monitoring.NONE)
CADENCES = all_of(
    *(more(R.REVIEW_CADENCES, ReviewCadence(id=f"RC{n}", subject="x", next=TODAY)) for n in range(4))
)
PROCESS = IncidentProcess(triggers="a", who_is_told="b", pause_authority="c", pause_clock="d")
REHEARSED = more(R.INCIDENT_PROCESS, replace(PROCESS, rehearsed_on=LAST_WEEK))
NOT_REHEARSED = more(R.INCIDENT_PROCESS, replace(PROCESS, rehearsed_on=LONG_AGO))
RECORD = {"description": "Fills fields.", "data_used": "Contacts.", "activated_on": LONG_AGO}
OPEN_RULE = HandlingRules(consent_checked=HandlingRule(value=RuleValue.NOT_DECIDED))
CHECKED_RULE = HandlingRules(consent_checked=HandlingRule(value=RuleValue.YES))
LOWERED = LevelOverride(
    level=UseCaseLevel.MEDIUM, reason="Reversible.", approver="Legal", expires_on=TODAY + timedelta(days=90)
)
COPY_PASTE = {"route": Route.COPY_PASTE, "capabilities": (Capability.SEE,), "integrity_class": None}


@dataclass(frozen=True)
class Case:
    """The answer that claims it, registers that deny it, and registers that do not."""

    question: str
    value: Any
    bad: Change
    good: Change = same


CASES: dict[str, Case] = {
    "register_is_living": Case(
        "USE-01", 3, tool(**RECORD, last_reviewed=LONG_AGO), tool(**RECORD, last_reviewed=LAST_WEEK)
    ),
    "compared": Case("USE-02", YES, scene(tools_named_by_team=None)),
    "every_find_decided": Case("USE-03", 4, UNOFFICIAL),
    "upgrades_checked": Case(
        "USE-07", 3, all_of(UNOFFICIAL, tool(origin=Origin.UPGRADE)), tool(origin=Origin.UPGRADE)
    ),
    "policy_missing": Case("USE-09", 1, scene(policy_exists=Tri.NO), scene(policy_exists=Tri.YES)),
    "policy_there": Case("USE-09", 0, scene(policy_exists=Tri.YES), scene(policy_exists=Tri.NO)),
    "only_permitted_tools": Case("USE-11", 3, UNOFFICIAL),
    "leader_named": Case(
        "USE-12", YES, scene(accountable_leader=" "), scene(accountable_leader="The CMO")
    ),
    "levels_need_a_gate": Case("UCR-04", 3, use(gate="none")),
    "agents_match_permissions": Case("UCR-05", 3, grant(scope=AccessScope.BROAD)),
    "regulated_is_high": Case(
        "UCR-06",
        3,
        use(regulated_audience=Tri.YES, override=LOWERED),
        use(regulated_audience=Tri.YES),
    ),
    "high_is_screened": Case(
        "UCR-07",
        3,
        use(banned_practice_screen=BannedPracticeScreen.NOT_SCREENED),
        use(banned_practice_screen=BannedPracticeScreen.SCREENED),
    ),
    "compared_with_baseline": Case(
        "UCR-08",
        3,
        use(decision_record=DecisionRecord(purpose="p")),
        use(decision_record=DecisionRecord(baseline="18 percent")),
    ),
    "intake_before_use": Case(
        "UCR-10", 3, all_of(UNOFFICIAL, tool(origin=Origin.INDIVIDUAL)), tool(origin=Origin.INDIVIDUAL)
    ),
    "access_confirmed": Case("ACC-01", 3, grant(basis=Basis.ASSUMED)),
    "connectors_recorded": Case("ACC-05", 3, grant(approved_by=None), grant(approved_by="IT")),
    "connectors_certified": Case(
        "ACC-05", 4, grant(last_reviewed=TODAY - timedelta(days=120)), grant(last_reviewed=LAST_WEEK)
    ),
    "extensions_controlled": Case(
        "ACC-06",
        3,
        all_of(UNOFFICIAL, grant(route=Route.BROWSER_EXTENSION)),
        grant(route=Route.BROWSER_EXTENSION),
    ),
    "exports_limited": Case(
        "ACC-07", YES, all_of(UNOFFICIAL, grant(route=Route.SHARED_REPORT)), grant(route=Route.SHARED_REPORT)
    ),
    "pasting_stopped": Case("ACC-08", 3, all_of(UNOFFICIAL, grant(**COPY_PASTE)), grant(**COPY_PASTE)),
    "leavers_closed": Case("ACC-09", 3, tool(owner=Owner.NAMED_LEFT)),
    "leavers_keys": Case("ACC-09", 3, grant(identity=Identity.PERSONAL)),
    "never_touch": Case("ACC-10", 3, grant(integrity_class=5)),
    "outside_text": Case(
        "ACC-11",
        3,
        tool(reads_outside_text=Tri.YES),
        tool(reads_outside_text=Tri.YES, autonomy=Autonomy.EXECUTE_WITH_APPROVAL),
    ),
    "sandbox_first": Case("ACC-12", YES, tool(sandbox_first=Tri.NO)),
    "rules_decided": Case("DAT-01", 3, same, category(handling_rules_set=7)),
    "consent_obeyed": Case(
        "DAT-04",
        3,
        category(regulated=Tri.YES, handling_rules=OPEN_RULE),
        category(regulated=Tri.YES, handling_rules=CHECKED_RULE),
    ),
    "consent_reconciled": Case(
        "DAT-05",
        3,
        more(R.REVIEW_CADENCES, ReviewCadence(id="RC9", subject="Consent rules", last=LONG_AGO)),
        more(R.REVIEW_CADENCES, ReviewCadence(id="RC9", subject="Consent rules", last=LAST_WEEK)),
    ),
    "fields_flagged": Case("DAT-06", YES, same, category(sensitive_fields=("consent_status",))),
    "data_is_fit": Case("DAT-09", 3, use(input_data_quality=DataQuality.POOR)),
    "regions_known": Case("DAT-10", YES, vendor(processing_region=ProcessingRegion.UNKNOWN)),
    "regions_hold": Case("DAT-10", YES, vendor(processing_region=ProcessingRegion.OUT)),
    "masked_tests": Case(
        "DAT-11",
        YES,
        grant(environment=Environment.SANDBOX),
        grant(environment=Environment.SANDBOX, form=DataForm.ANONYMISED),
    ),
    "masked_prompts": Case(
        "DAT-11", YES, grant(**COPY_PASTE), grant(**COPY_PASTE, form=DataForm.AGGREGATED)
    ),
    "approval_settled": Case("OVR-01", 3, use(gate="none")),
    "approval_needs_levels": Case("OVR-01", 3, also("UCR-01", 1)),
    "logic_standard": Case("OVR-04", 3, checks(written_checklist=Tri.NO)),
    "reviewers_trained": Case("OVR-05", 3, checks(time_and_training=Tri.NO)),
    "refusals_counted": Case(
        "OVR-06", 3, same, put(R.APPROVAL_GATES, "G1", refused_count=0, changed_count=3)
    ),
    "second_reviewer": Case("OVR-07", 3, same, checks(second_review_rule=Tri.YES)),
    "route_named": Case("OVR-08", 3, checks(escalation_path=Tri.NO)),
    "content_reviewed": Case("OVR-09", 3, all_of(SENDS, use(gate="none")), SENDS),
    "can_be_stopped": Case("OVR-11", 3, tool(off_switch=OffSwitch.NONE)),
    "pause_rehearsed": Case("OVR-11", 4, NOT_REHEARSED, REHEARSED),
    "logs_kept": Case("LOG-02", 3, put(R.SYSTEMS, "S1", audit_log=AuditLog.OFF)),
    "reconstructed": Case("LOG-03", 3, use(trace_items=0)),
    "outputs_checked": Case(
        "LOG-04", 3, all_of(use(decision_domain=DecisionDomain.SCORING), UNWATCHED), UNWATCHED
    ),
    "numbers_trigger": Case(
        "LOG-05", 3, same, more(R.MONITORS, Monitor(id="M1", subject="U1", threshold="40 percent"))
    ),
    "messages_sampled": Case("LOG-06", 3, all_of(SENDS, UNWATCHED), SENDS),
    "revalidated": Case(
        "LOG-07",
        3,
        use(decision_domain=DecisionDomain.SUPPRESSION, validated_in_six_months=Tri.NO),
        use(decision_domain=DecisionDomain.SUPPRESSION),
    ),
    "on_the_calendar": Case("LOG-08", 3, same, CADENCES),
    "incident_process": Case("LOG-09", 3, same, more(R.INCIDENT_PROCESS, PROCESS)),
    "incident_rehearsed": Case("LOG-09", 4, NOT_REHEARSED, REHEARSED),
    "incident_pause": Case("LOG-09", 3, also("OVR-11", 0)),
    "incidents_logged": Case(
        "LOG-10",
        3,
        more(R.INCIDENTS, Incident(id="I1", effect="Wrong leads")),
        more(R.INCIDENTS, Incident(id="I1", effect="Wrong leads", cause="A list", fixed_at="At once")),
    ),
    "incidents_unknown": Case("LOG-10", 0, more(R.INCIDENTS, Incident(id="I1", effect="Wrong leads"))),
    "answer_from_register": Case("LOG-11", 3, also("USE-01", 1)),
    "model_changes_told": Case("VEN-08", 3, tool(model_change_notice=Tri.NO)),
    "integrations_reviewed": Case(
        "VEN-09", 3, grant(last_reviewed=LONG_AGO), grant(last_reviewed=LAST_WEEK)
    ),
    "approved_again": Case("VEN-10", 3, approval(stale=Tri.YES)),
    "exit_planned": Case(
        "VEN-11", 3, CRITICAL, all_of(CRITICAL, vendor(exit_plan="Back to lists"))
    ),
    "renewal_checked": Case(
        "VEN-12",
        YES,
        vendor(renewal_date=TODAY + timedelta(days=20)),
        vendor(renewal_date=TODAY + timedelta(days=40)),
    ),
    "no_agencies": Case("VEN-13", YES, scene(agencies_used=Tri.NO)),
}  # fmt: skip

# What has to be there so that "not applicable" contradicts it, beside what the sound review has.
EXTENSION, EXPORT = grant(route=Route.BROWSER_EXTENSION), grant(route=Route.EXPORTED_FILE)
THERE: dict[str, Change] = {
    "ACC-06": EXTENSION,
    "ACC-07": EXPORT,
    "ACC-08": grant(**COPY_PASTE),
    "ACC-10": grant(integrity_class=5),
    "ACC-11": tool(reads_outside_text=Tri.YES),
    "UCR-06": use(regulated_audience=Tri.YES),
    "OVR-09": SENDS,
    "OVR-10": use(task_purpose=TaskPurpose.CONVERSATION),
    "LOG-06": SENDS,
    "LOG-10": more(R.INCIDENTS, Incident(id="I1", effect="Wrong leads")),
}
