"""Closed lists of AI tools."""

from models.values.enums.base import Choice


class ToolStatus(Choice):
    """Where a tool is in its life; retired tools are left out of the assessment."""

    PLANNED = "planned"
    TRIAL = "trial"
    LIVE = "live"
    PAUSED = "paused"
    RETIRED = "retired"


class Origin(Choice):
    """How a tool came to be on."""

    DELIBERATE = "deliberate", "Deliberate choice"
    UPGRADE = "upgrade", "Came with an upgrade"
    VENDOR_ENABLED = "vendor_enabled", "Switched on by the vendor"
    INDIVIDUAL = "individual", "One person's click"
    UNKNOWN = "unknown", "Don't know"


class Approval(Choice):
    """How a tool was approved."""

    APPROVED_SCOPED = "approved_scoped", "Approved, written scope"
    APPROVED_GENERAL = "approved_general", "Approved in general"
    TRIAL = "trial", "On trial"
    UNOFFICIAL = "unofficial"
    UNKNOWN = "unknown", "Don't know"


class Owner(Choice):
    """Who answers for a tool."""

    NAMED = "named", "Named person"
    NAMED_LEFT = "named_left", "Named person has left"
    TEAM = "team", "A team"
    NONE = "none", "Nobody"
    UNKNOWN = "unknown", "Don't know"


class Autonomy(Choice):
    """How far a tool acts by itself."""

    ASSIST = "assist", "Assists"
    RECOMMEND = "recommend", "Recommends"
    EXECUTE_WITH_APPROVAL = "execute_with_approval", "Acts after approval"
    EXECUTE_UNATTENDED = "execute_unattended", "Acts unattended"
    UNKNOWN = "unknown", "Don't know"


class Documentation(Choice):
    """Whether a tool is documented."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown", "Don't know"


class OffSwitch(Choice):
    """Whether a tool can be switched off."""

    TESTED = "tested"
    EXISTS = "exists", "Exists, not tested"
    NONE = "none"
    UNKNOWN = "unknown", "Don't know"


class ReviewOutcome(Choice):
    """What the last review of a decision said."""

    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"
