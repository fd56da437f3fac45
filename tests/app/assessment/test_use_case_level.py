"""Use cases are classified as the table of the risk model says (rm-1, 7)."""

from datetime import date, timedelta

import pytest

from app.assessment.use_case_level import RULES, classified
from models.scores import OverrideState
from models.values import (
    Audience,
    DataFormOrUnknown,
    DecisionDomain,
    LevelOverride,
    Role,
    TaskPurpose,
    Tri,
    UseCase,
    UseCaseLevel,
)

LOW, MEDIUM, HIGH = UseCaseLevel.LOW, UseCaseLevel.MEDIUM, UseCaseLevel.HIGH
END = date(2026, 9, 30)
RULE_IDS = ("H1", "H2", "H3", "H4", "H5", "H6", "M0", "M1", "M2", "M3", "M4", "L1")


def use(
    *,
    sensitivity: int = 1,
    purpose: TaskPurpose = TaskPurpose.DRAFTING,
    role: Role = Role.CREATE,
    domain: DecisionDomain = DecisionDomain.NONE,
    form: DataFormOrUnknown = DataFormOrUnknown.RAW,
    person_level: Tri = Tri.NO,
    audience: Audience = Audience.INTERNAL,
    regulated: Tri = Tri.NO,
    override: LevelOverride | None = None,
) -> UseCase:
    return UseCase(
        id="U1",
        name="A use",
        task_purpose=purpose,
        max_sensitivity=sensitivity,
        role=role,
        decision_domain=domain,
        form=form,
        person_level=person_level,
        audience=audience,
        regulated_audience=regulated,
        override=override,
    )


CUSTOMER_ANALYSIS = use(sensitivity=4, purpose=TaskPurpose.ANALYSIS, person_level=Tri.YES)
TABLE = {
    "brainstorming": (use(), LOW, "L1"),
    "summarise public information": (use(), LOW, "L1"),
    "draft internal documentation or campaign notes": (use(sensitivity=2), LOW, "L1"),
    "campaign QA support": (
        use(sensitivity=2, purpose=TaskPurpose.QA, role=Role.RECOMMEND),
        MEDIUM,
        "M2",
    ),
    "performance analysis on totals": (
        use(sensitivity=2, purpose=TaskPurpose.ANALYSIS, form=DataFormOrUnknown.AGGREGATED),
        MEDIUM,
        "M2",
    ),
    "content recommendations, internal": (
        use(
            sensitivity=2,
            purpose=TaskPurpose.RECOMMENDATION,
            domain=DecisionDomain.CONTENT_CHOICE,
            role=Role.RECOMMEND,
        ),
        MEDIUM,
        "M2",
    ),
    "content recommendations, customer-facing": (
        use(
            sensitivity=2,
            purpose=TaskPurpose.RECOMMENDATION,
            domain=DecisionDomain.CONTENT_CHOICE,
            role=Role.RECOMMEND,
            audience=Audience.KNOWN_CONTACTS,
        ),
        MEDIUM,
        "M1",
    ),
    "segmentation": (use(domain=DecisionDomain.SEGMENTATION), HIGH, "H2"),
    "consent logic": (use(domain=DecisionDomain.CONSENT), HIGH, "H2"),
    "scoring model": (use(domain=DecisionDomain.SCORING, role=Role.RECOMMEND), HIGH, "H2"),
    "automated decisioning": (use(role=Role.EXECUTE, domain=DecisionDomain.ELIGIBILITY), HIGH, "H1"),
    "customer data analysis": (CUSTOMER_ANALYSIS, HIGH, "H3"),
    "direct system execution": (use(role=Role.EXECUTE), HIGH, "H1"),
    "recommending segment criteria for a regulated audience": (
        use(domain=DecisionDomain.SEGMENTATION, regulated=Tri.YES),
        HIGH,
        "H2",
    ),
    "subject line help": (
        use(sensitivity=2, purpose=TaskPurpose.CONTENT, audience=Audience.KNOWN_CONTACTS),
        MEDIUM,
        "M1",
    ),
    "rewrite form copy": (use(purpose=TaskPurpose.CONTENT, audience=Audience.BROAD), MEDIUM, "M1"),
    "rewrite form copy with the consent text in scope": (
        use(domain=DecisionDomain.CONSENT, audience=Audience.BROAD),
        HIGH,
        "H2",
    ),
    "paste audience criteria into a chat tool": (use(domain=DecisionDomain.SEGMENTATION), HIGH, "H2"),
    "analyse a CRM export": (CUSTOMER_ANALYSIS, HIGH, "H3"),
    "summarise a public webinar transcript": (use(), LOW, "L1"),
    "draft nurture logic": (use(domain=DecisionDomain.NURTURE), HIGH, "H2"),
    "build and activate a campaign": (
        use(role=Role.EXECUTE, audience=Audience.KNOWN_CONTACTS),
        HIGH,
        "H1",
    ),
    "the performance analysis on person-level rows": (CUSTOMER_ANALYSIS, HIGH, "H3"),
    "unknown role, no write-capable tool": (use(role=Role.UNKNOWN), MEDIUM, "M0"),
    "unknown audience regulation, internal drafting": (use(regulated=Tri.UNKNOWN), MEDIUM, "M0"),
    "channel mix advice": (use(domain=DecisionDomain.CHANNEL_MIX), MEDIUM, "M3"),
    "drafting with internal notes": (use(sensitivity=4), MEDIUM, "M4"),
    "email to a regulated audience": (use(audience=Audience.BROAD, regulated=Tri.YES), HIGH, "H4"),
    "public chat": (use(audience=Audience.PUBLIC_CONVERSATION), HIGH, "H5"),
}


@pytest.mark.parametrize(("use_case", "level", "rule"), TABLE.values(), ids=TABLE.keys())
def test_a_use_is_classified_as_in_the_table(use_case: UseCase, level: UseCaseLevel, rule: str) -> None:
    result = classified(use_case, can_act=False, end_date=None)

    assert (result.level, result.rule.id, result.override) == (level, rule, OverrideState.NONE)


def test_an_unknown_role_with_a_tool_that_can_write_is_high() -> None:
    result = classified(use(role=Role.UNKNOWN), can_act=True, end_date=None)

    assert (result.level, result.rule.id) == (HIGH, "H6")


def test_an_unknown_form_is_not_anonymised() -> None:
    analysis = use(
        sensitivity=3,
        purpose=TaskPurpose.ANALYSIS,
        person_level=Tri.YES,
        form=DataFormOrUnknown.UNKNOWN,
    )

    assert classified(analysis, can_act=False, end_date=None).rule.id == "H3"


def test_every_rule_says_why() -> None:
    assert [rule.id for rule in RULES] == list(RULE_IDS)
    assert all(rule.reason for rule in RULES)


def override(
    level: UseCaseLevel,
    *,
    reason: str | None = "Tried.",
    approver: str | None = "CMO",
    expires_on: date | None = END,
) -> LevelOverride:
    return LevelOverride(level=level, reason=reason, approver=approver, expires_on=expires_on)


@pytest.mark.parametrize(
    ("use_case_role", "given", "end_date", "expected"),
    [
        pytest.param(
            Role.CREATE, override(HIGH, reason=None, approver=None), END, (HIGH, "applied"), id="up"
        ),
        pytest.param(Role.CREATE, override(LOW), END, (LOW, "none"), id="to the same level"),
        pytest.param(Role.EXECUTE, override(MEDIUM), END, (MEDIUM, "applied"), id="one down"),
        pytest.param(Role.EXECUTE, override(MEDIUM), None, (MEDIUM, "applied"), id="no end date"),
        pytest.param(Role.EXECUTE, override(LOW), END, (HIGH, "ignored"), id="two down"),
        pytest.param(Role.EXECUTE, override(MEDIUM, reason=" "), END, (HIGH, "ignored"), id="blank reason"),
        pytest.param(Role.EXECUTE, override(MEDIUM, approver=None), END, (HIGH, "ignored"), id="no approver"),
        pytest.param(Role.EXECUTE, override(MEDIUM, expires_on=None), END, (HIGH, "ignored"), id="no expiry"),
        pytest.param(
            Role.EXECUTE,
            override(MEDIUM, expires_on=END - timedelta(days=1)),
            END,
            (HIGH, "ignored"),
            id="expired",
        ),
    ],
)
def test_an_override_counts_only_with_its_paperwork(
    use_case_role: Role, given: LevelOverride, end_date: date | None, expected: tuple[UseCaseLevel, str]
) -> None:
    result = classified(use(role=use_case_role, override=given), can_act=False, end_date=end_date)

    assert (result.level, result.override.value) == expected
