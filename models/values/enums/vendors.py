"""Closed lists of vendors and their approval."""

from models.values.enums.base import Choice


class ScopeEnvironment(Choice):
    """An environment that an approval can name."""

    LIVE = "live"
    SANDBOX = "sandbox"


class TrainingOnInputs(Choice):
    """Whether the vendor trains on what it is given."""

    EXCLUDED_CHECKED = "excluded_checked", "Excluded, checked on screen"
    EXCLUDED_POLICY = "excluded_policy", "Excluded, on paper"
    ALLOWED = "allowed"
    UNKNOWN = "unknown", "Don't know"


class Retention(Choice):
    """How long the vendor keeps inputs."""

    SHORT = "short", "30 days or less"
    LONG = "long", "Over 30 days"
    UNKNOWN = "unknown", "Don't know"


class ProcessingRegion(Choice):
    """Where the vendor processes data, against the permitted region."""

    IN = "in", "Inside the permitted region"
    OUT = "out", "Outside the permitted region"
    UNKNOWN = "unknown", "Don't know"


class SubProcessors(Choice):
    """Whether sub-processors and the model provider are listed."""

    LISTED = "listed"
    UNLISTED = "unlisted", "Not listed"
    UNKNOWN = "unknown", "Don't know"


class TermsType(Choice):
    """The kind of contract."""

    ENTERPRISE = "enterprise"
    SELF_SERVE = "self_serve", "Consumer or self-serve"
    UNKNOWN = "unknown", "Don't know"


class ContractTerms(Choice):
    """How far the contract covers AI."""

    COMPLETE = "complete"
    PARTLY = "partly"
    NONE = "none"
    UNKNOWN = "unknown", "Don't know"


class AdminControls(Choice):
    """What an administrator can restrict."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = "unknown", "Don't know"


class Approver(Choice):
    """Whether the person who approved a vendor can still be asked."""

    KNOWN = "known", "Known and in role"
    LEFT = "left", "Has left"
    NONE = "none", "Nobody"
    UNKNOWN = "unknown", "Don't know"
