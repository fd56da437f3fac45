"""Closed lists used all over the domain model."""

from models.values.enums.base import Choice


class RegisterName(Choice):
    """The lists of a review, named as in the interchange format."""

    PARTICIPANTS = "participants"
    SESSIONS = "sessions"
    EVIDENCE = "evidence"
    DATA_CATEGORIES = "data_categories"
    SYSTEMS = "systems"
    VENDORS = "vendors"
    AI_TOOLS = "ai_tools", "AI tools"
    ACCESS_GRANTS = "access_grants"
    APPROVAL_GATES = "approval_gates"
    USE_CASES = "use_cases"
    ANSWERS = "answers"
    DATA_FLOWS = "data_flows"
    MONITORS = "monitors"
    REVIEW_CADENCES = "review_cadences", "Recurring reviews"
    EXCEPTIONS = "exceptions"
    INCIDENTS = "incidents", "Incidents and near misses"
    RISK_DECISIONS = "risk_decisions"
    ACTION_PLAN = "action_plan"
    ENGAGEMENT = "engagement"
    INCIDENT_PROCESS = "incident_process"


class Unknown(Choice):
    """Asked, and nobody knows."""

    UNKNOWN = "unknown", "Don't know"


class Tri(Choice):
    """A three-valued fact."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown", "Don't know"


class Confidence(Choice):
    """How sure the reviewer is of an entry; not used by the risk model."""

    CONFIRMED = "confirmed"
    STATED = "stated"
    ASSUMED = "assumed"


class Environment(Choice):
    """Where something runs; both counts as live."""

    LIVE = "live"
    SANDBOX = "sandbox"
    BOTH = "both", "Live and sandbox"


class Frequency(Choice):
    """How often something is used; weekly or more is continuous, daily or weekly."""

    CONTINUOUS = "continuous"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    LESS_OFTEN = "less_often"
    UNKNOWN = "unknown", "Don't know"


class Tested(Choice):
    """Whether a fallback or a rollback exists and was tried."""

    TESTED = "tested"
    DOCUMENTED = "documented", "Documented, not tested"
    NONE = "none"
    UNKNOWN = "unknown", "Don't know"


class Monitoring(Choice):
    """How outputs are watched."""

    THRESHOLD = "threshold", "Threshold with alert"
    SAMPLED = "sampled"
    NONE = "none"
    UNKNOWN = "unknown", "Don't know"


class Compliance(Choice):
    """A data flow against the handling rules."""

    OK = "ok", "Within the rules"
    CONDITIONAL = "conditional", "Within the rules, on a condition"
    NO_RULE = "no_rule"
    BREACH = "breach"
    UNKNOWN = "unknown", "Don't know"


class DataForm(Choice):
    """Form in which data reaches a tool."""

    RAW = "raw"
    PSEUDONYMISED = "pseudonymised"
    AGGREGATED = "aggregated"
    ANONYMISED = "anonymised"


class DataFormOrUnknown(Choice):
    """Form in which data reaches a tool, where that may be unknown."""

    RAW = "raw"
    PSEUDONYMISED = "pseudonymised"
    AGGREGATED = "aggregated"
    ANONYMISED = "anonymised"
    UNKNOWN = "unknown", "Don't know"
