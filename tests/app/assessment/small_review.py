"""A review small enough to be understood at a glance, and what its tests ask of it."""

from app.assessment import assess
from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import (
    AccessGrant,
    AITool,
    Answer,
    AnswerState,
    Approval,
    Audience,
    Capability,
    DataCategory,
    DataForm,
    Engagement,
    Environment,
    EvidenceGrade,
    Origin,
    Participant,
    RegisterName,
    Route,
    System,
    TaskPurpose,
    Tri,
    UseCase,
    Value,
    Vendor,
    VendorApproval,
)

R = RegisterName


def small_review() -> Snapshot:
    """One tool of one vendor with one harmless grant that reaches sensitive data, in one use case."""
    snapshot = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Small", agencies_used=Tri.NO))
    for register, entry in (
        (R.DATA_CATEGORIES, DataCategory(id="C1", name="Customer data", sensitivity=4)),
        (R.SYSTEMS, System(id="S1", name="Sample MAP")),
        (R.VENDORS, Vendor(id="V1", name="Sample Vendor", approval=VendorApproval(level=4))),
        (
            R.AI_TOOLS,
            AITool(
                id="T1",
                name="Sample Tool",
                vendor="V1",
                process_criticality=1,
                origin=Origin.DELIBERATE,
                approval=Approval.APPROVED_SCOPED,
            ),
        ),
        (R.ACCESS_GRANTS, sandbox_grant()),
        (
            R.USE_CASES,
            UseCase(
                id="U1",
                name="Sample Use",
                tools=("T1",),
                task_purpose=TaskPurpose.DRAFTING,
                max_sensitivity=1,
                audience=Audience.INTERNAL,
            ),
        ),
        (R.PARTICIPANTS, Participant(id="P1", name="Ada")),
    ):
        snapshot = snapshot.with_entry(register, entry)
    return snapshot


def sandbox_grant() -> AccessGrant:
    return AccessGrant(
        id="A1",
        tool="T1",
        system="S1",
        capabilities=(Capability.TRIGGER,),
        route=Route.API,
        environment=Environment.SANDBOX,
        data_categories=("C1",),
        form=DataForm.RAW,
        integrity_class=1,
    )


def answer(
    question: str,
    value: Value | None,
    evidence: EvidenceGrade | None = None,
    respondent: str | None = None,
    state: AnswerState | None = None,
) -> Answer:
    return Answer(
        question=question,
        state=state or (AnswerState.UNKNOWN if value is None else AnswerState.VALUE),
        value=value,
        evidence=evidence,
        respondent=respondent,
    )


def ids(snapshot: Snapshot) -> set[str]:
    return set(assess(snapshot).risks_by_id)
