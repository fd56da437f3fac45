"""Closed lists of decisions about risks, and of the plan."""

from models.values.enums.base import Choice


class Locus(Choice):
    """Where a risk lives."""

    POLICY = "policy"
    FIELD_MAPPING = "field_mapping"
    CAMPAIGN_BUILD = "campaign_build"
    AUDIENCE_CRITERIA = "audience_criteria"
    API_CONNECTION = "api_connection", "API connection"
    WORKFLOW = "workflow"
    CONTENT = "content"
    VENDOR_TERMS = "vendor_terms"
    PEOPLE = "people"


class Treatment(Choice):
    """What is done about a risk (ISO 31000)."""

    AVOID = "avoid"
    REDUCE = "reduce"
    SHARE = "share"
    ACCEPT = "accept"


class OverlayDirection(Choice):
    """The consultant's overlay of one band."""

    UP = "up", "One band up"
    DOWN = "down", "One band down"


class Horizon(Choice):
    """When something should be done."""

    NOW = "now", "Now, 14 days"
    NEXT = "next", "Next, 45 days"
    THEN = "then", "Then, 90 days"
    WATCH = "watch"


class ActionStatus(Choice):
    """How far an action has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class StopRule(Choice):
    """Contain within 14 days, whatever the band (risk model rm-1, 9.1)."""

    SR1 = "SR1", "Unofficial or unknown tool with live change or trigger"
    SR2 = "SR2", "Unofficial tool taking raw sensitive data where training is allowed or unknown"
    SR3 = "SR3", "AI can alter consent or suppression without an effective gate"
    SR4 = "SR4", "Use case flagged possible in the banned-practice screen"
    SR5 = "SR5", "Vendor two or more levels short, with live actions"
    SR6 = "SR6", "Public conversation with no AI disclosure"
