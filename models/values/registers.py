"""Which kind of entry each list of a review holds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, TypeAlias

from models.values.access import AccessGrant
from models.values.answers import Answer, EvidenceItem
from models.values.data import DataCategory, DataFlow
from models.values.engagement import Engagement, Participant, Session
from models.values.enums import RegisterName
from models.values.fields import Described
from models.values.incidents import Incident, IncidentProcess, RuleException
from models.values.oversight import ApprovalGate, Monitor, ReviewCadence
from models.values.plan import ActionItem, RiskDecision
from models.values.systems import System
from models.values.tools import AITool
from models.values.use_cases import UseCase
from models.values.vendors import Vendor


class Keyed(Protocol):
    """Anything that a register holds."""

    @property
    def key(self) -> str:
        """What identifies it within its register."""


AnyEntry: TypeAlias = (
    AccessGrant
    | ActionItem
    | AITool
    | Answer
    | ApprovalGate
    | DataCategory
    | DataFlow
    | Engagement
    | EvidenceItem
    | Incident
    | IncidentProcess
    | Monitor
    | Participant
    | ReviewCadence
    | RiskDecision
    | RuleException
    | Session
    | System
    | UseCase
    | Vendor
)

ENTRY_TYPES: Mapping[RegisterName, type[Described]] = MappingProxyType(
    {
        RegisterName.PARTICIPANTS: Participant,
        RegisterName.SESSIONS: Session,
        RegisterName.EVIDENCE: EvidenceItem,
        RegisterName.DATA_CATEGORIES: DataCategory,
        RegisterName.SYSTEMS: System,
        RegisterName.VENDORS: Vendor,
        RegisterName.AI_TOOLS: AITool,
        RegisterName.ACCESS_GRANTS: AccessGrant,
        RegisterName.APPROVAL_GATES: ApprovalGate,
        RegisterName.USE_CASES: UseCase,
        RegisterName.ANSWERS: Answer,
        RegisterName.DATA_FLOWS: DataFlow,
        RegisterName.MONITORS: Monitor,
        RegisterName.REVIEW_CADENCES: ReviewCadence,
        RegisterName.EXCEPTIONS: RuleException,
        RegisterName.INCIDENTS: Incident,
        RegisterName.RISK_DECISIONS: RiskDecision,
        RegisterName.ACTION_PLAN: ActionItem,
        RegisterName.ENGAGEMENT: Engagement,
        RegisterName.INCIDENT_PROCESS: IncidentProcess,
    }
)

SINGLETONS = frozenset({RegisterName.ENGAGEMENT, RegisterName.INCIDENT_PROCESS})
LISTS: tuple[RegisterName, ...] = tuple(name for name in ENTRY_TYPES if name not in SINGLETONS)

# The letters with which a new entry's id begins.
ID_PREFIXES: Mapping[RegisterName, str] = MappingProxyType(
    {
        RegisterName.PARTICIPANTS: "P",
        RegisterName.SESSIONS: "RS",
        RegisterName.EVIDENCE: "E",
        RegisterName.DATA_CATEGORIES: "C",
        RegisterName.SYSTEMS: "S",
        RegisterName.VENDORS: "V",
        RegisterName.AI_TOOLS: "T",
        RegisterName.ACCESS_GRANTS: "A",
        RegisterName.APPROVAL_GATES: "G",
        RegisterName.USE_CASES: "U",
        RegisterName.DATA_FLOWS: "F",
        RegisterName.MONITORS: "M",
        RegisterName.REVIEW_CADENCES: "RC",
        RegisterName.EXCEPTIONS: "X",
        RegisterName.INCIDENTS: "I",
        RegisterName.ACTION_PLAN: "N",
    }
)

# Answers and risk decisions go by what they are about; the entries of every other list have ids of their own.
WITH_IDS: tuple[RegisterName, ...] = tuple(ID_PREFIXES)
