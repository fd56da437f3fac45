"""The closed lists that question packs are written in."""

from enum import StrEnum


class RiskType(StrEnum):
    """The five kinds of risk, by the names that people read."""

    DATA_ACCESS = "Data access"
    DECISIONING = "Decisioning"
    EXECUTION = "Execution"
    BRAND_AND_COMPLIANCE = "Brand and compliance"
    OPERATIONAL_DEPENDENCY = "Operational dependency"


class RiskTypeCode(StrEnum):
    """The five kinds of risk, by the codes that packs use for weights."""

    DA = "DA"
    DE = "DE"
    EX = "EX"
    BC = "BC"
    OD = "OD"

    @property
    def risk_type(self) -> RiskType:
        """The kind of risk behind the code."""
        return _RISK_TYPES[self]


_RISK_TYPES = dict(zip(RiskTypeCode, RiskType, strict=True))


class ActionKind(StrEnum):
    """What kind of step an action is."""

    IMMEDIATE_ATTENTION = "immediate attention"
    CLEARER_DOCUMENTATION = "clearer documentation"
    ACCESS_RESTRICTION = "access restriction"
    APPROVAL_WORKFLOW = "approval workflow"
    TRAINING = "training"
    NONE_NEEDED = "none needed"


class Effort(StrEnum):
    """The size of an action."""

    S = "S"
    M = "M"
    L = "L"


class QuestionKind(StrEnum):
    """How a question is answered; register questions are answered by filling the register."""

    MATURITY = "maturity"
    YES_PARTLY_NO = "yes_partly_no"
    MULTI_CHOICE = "multi_choice"
    REGISTER = "register"


class AskedPer(StrEnum):
    """What a question is asked for: once, or for each entry of a register."""

    ENGAGEMENT = "engagement"
    AI_TOOL = "ai_tool"
    ACCESS_GRANT = "access_grant"
    DATA_CATEGORY = "data_category"
    USE_CASE = "use_case"
    APPROVAL_GATE = "approval_gate"
    VENDOR = "vendor"


class ControlRole(StrEnum):
    """Whether what is asked for prevents harm, finds or repairs it, or only informs."""

    PREVENTIVE = "preventive"
    DETECTIVE = "detective"
    INFORMATION = "information"
