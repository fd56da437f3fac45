"""Closed lists of use cases and approval gates."""

from models.values.enums.base import Choice


class Timing(Choice):
    """Whether a gate stands before or after the output takes effect."""

    BEFORE = "before", "Before the effect"
    AFTER = "after", "After the effect"
    UNKNOWN = "unknown", "Don't know"


class UseCaseStatus(Choice):
    """Where a use case stands; stopped ones are left out of the assessment."""

    LIVE = "live"
    PLANNED = "planned"
    STOPPED = "stopped"


class Role(Choice):
    """What the AI does in a use case."""

    CREATE = "create", "Creates"
    RECOMMEND = "recommend", "Recommends"
    EXECUTE = "execute", "Executes"
    UNKNOWN = "unknown", "Don't know"


class DecisionDomain(Choice):
    """The decision that AI shapes."""

    NONE = "none"
    INSIGHT = "insight"
    CONTENT_CHOICE = "content_choice"
    CHANNEL_MIX = "channel_mix"
    CAMPAIGN_PRIORITY = "campaign_priority"
    SCORING = "scoring"
    ROUTING = "routing"
    SEGMENTATION = "segmentation"
    SUPPRESSION = "suppression"
    NURTURE = "nurture"
    LIFECYCLE = "lifecycle"
    CONSENT = "consent"
    ELIGIBILITY = "eligibility"
    UNKNOWN = "unknown", "Don't know"


class TaskPurpose(Choice):
    """The kind of work that AI is used for."""

    DRAFTING = "drafting"
    CONTENT = "content"
    QA = "qa", "QA"
    ANALYSIS = "analysis"
    REPORTING = "reporting"
    RECOMMENDATION = "recommendation"
    AUTOMATION = "automation"
    CONVERSATION = "conversation"


class Audience(Choice):
    """Whom the output reaches."""

    INTERNAL = "internal"
    SALES = "sales"
    KNOWN_CONTACTS = "known_contacts"
    BROAD = "broad", "Broad audience"
    PUBLIC_CONVERSATION = "public_conversation"


class DataQuality(Choice):
    """Quality of what goes in."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    UNKNOWN = "unknown", "Don't know"


class BannedPracticeScreen(Choice):
    """Result of the screen against banned practices."""

    NOT_SCREENED = "not_screened"
    SCREENED = "screened", "Screened, nothing found"
    POSSIBLE = "possible", "Possibly banned"
    UNKNOWN = "unknown", "Don't know"


class UseCaseLevel(Choice):
    """Level of a use case; never mixed with bands."""

    LOW = "Low"
    MEDIUM = "Medium"
    HIGH = "High"
