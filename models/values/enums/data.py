"""Closed lists of data, systems and access."""

from models.values.enums.base import Choice


class RuleValue(Choice):
    """What a handling rule says; "not decided" is treated as "no" and is not counted as set."""

    YES = "yes"
    NO = "no"
    CONDITIONAL = "conditional", "Under a condition"
    NOT_DECIDED = "not_decided"
    UNKNOWN = "unknown", "Don't know"


class AuditLog(Choice):
    """Whether a system's audit log is switched on."""

    ON = "on"
    OFF = "off"
    UNKNOWN = "unknown", "Don't know"


class Capability(Choice):
    """What a tool can do with a system, the weakest first."""

    SEE = "see"
    INFER = "infer"
    STORE = "store"
    CHANGE = "change"
    TRIGGER = "trigger"


# What acts on a system, where the others read or keep.
ACTING = frozenset({Capability.CHANGE, Capability.TRIGGER})


class GrantAction(Choice):
    """A concrete thing that a grant lets a tool do."""

    CREATE_LISTS = "create_lists"
    UPDATE_FIELDS = "update_fields"
    BUILD_FLOWS = "build_flows"
    CHANGE_RECORDS = "change_records"
    TRIGGER_WORKFLOWS = "trigger_workflows"
    EDIT_ASSETS = "edit_assets"
    SEND_ALERTS = "send_alerts"
    MOVE_LEADS = "move_leads"
    SEND_TO_PEOPLE = "send_to_people"
    DELETE_OR_MERGE = "delete_or_merge"


class Route(Choice):
    """The way data takes between tool and system."""

    API = "api", "API"
    CONNECTOR = "connector"
    PLUGIN = "plugin"
    BROWSER_EXTENSION = "browser_extension"
    USER_LEVEL = "user_level", "User's own rights"
    EXPORTED_FILE = "exported_file"
    SHARED_REPORT = "shared_report"
    COPY_PASTE = "copy_paste", "Copy and paste"


class Identity(Choice):
    """Whose sign-in the tool uses."""

    DEDICATED = "dedicated", "Dedicated service identity"
    USER_OAUTH = "user_oauth", "Signed-in user"
    SHARED = "shared", "Shared account"
    PERSONAL = "personal", "Personal account"
    ADMIN_KEY = "admin_key", "Administrator key"
    NONE = "none"
    UNKNOWN = "unknown", "Don't know"


class AccessScope(Choice):
    """Rights compared with the need."""

    LEAST = "least", "No wider than needed"
    BROAD = "broad", "Wider than needed"
    UNKNOWN = "unknown", "Don't know"


class Basis(Choice):
    """How a grant is known."""

    CONFIRMED = "confirmed", "Confirmed on screen"
    VENDOR_DOC = "vendor_doc", "Vendor's document"
    ASSUMED = "assumed"
    UNKNOWN = "unknown", "Don't know"
