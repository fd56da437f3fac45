"""What an empty register teaches: what belongs there, and one example row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from models.values import RegisterName

N_ = str  # marks words for translation; the page translates them when it shows them


@dataclass(frozen=True, slots=True)
class Teaching:
    """What one row is called, what belongs in the register, and an example row by the grid's columns."""

    one: str
    what: str
    example: Mapping[str, str] = field(default_factory=dict)


_EXAMPLE_TOOL = N_("Subject line helper")
_EXAMPLE_SYSTEM = N_("Marketing platform")

_TEACHING: Mapping[RegisterName, Teaching] = MappingProxyType(
    {
        RegisterName.AI_TOOLS: Teaching(
            N_("AI tool"),
            N_(
                "Every tool, embedded feature, agent, assistant, connector or extension that touches "
                "marketing work: the approved ones, the unofficial ones, and those that arrived unasked."
            ),
            {
                "name": _EXAMPLE_TOOL,
                "status": N_("Live"),
                "approval": N_("Unofficial"),
                "owner": N_("A team"),
                "origin": N_("One person's click"),
                "autonomy": N_("Assists"),
            },
        ),
        RegisterName.ACCESS_GRANTS: Teaching(
            N_("access grant"),
            N_(
                "What each tool can see, infer, store, change or trigger in each system, by which route and "
                "under whose identity. Exports, shared reports and pasting count as access too."
            ),
            {
                "tool": _EXAMPLE_TOOL,
                "system": _EXAMPLE_SYSTEM,
                "capabilities": N_("See, Store"),
                "route": N_("Copy and paste"),
                "identity": N_("Personal account"),
                "environment": N_("Live"),
                "form": N_("Raw"),
            },
        ),
        RegisterName.SYSTEMS: Teaching(
            N_("system"),
            N_("The platforms in which AI sits or which it reaches: CRM, marketing automation, chat, web."),
            {
                "name": _EXAMPLE_SYSTEM,
                "category": "MAP",
                "environment": N_("Live"),
                "criticality": "4",
                "people_records": "250,000",
                "audit_log": N_("On"),
            },
        ),
        RegisterName.DATA_CATEGORIES: Teaching(
            N_("data category"),
            N_("The kinds of data that AI may meet, from public pages to credentials, each with its rules."),
            {
                "name": N_("Contact details"),
                "sensitivity": "3",
                "handling_rules_set": "4",
                "examples": N_("Names, addresses"),
            },
        ),
        RegisterName.USE_CASES: Teaching(
            N_("use case"),
            N_(
                "What people use AI for, one job a row. The level, Low, Medium or High, follows from "
                "the facts by stated rules."
            ),
            {
                "name": N_("Lead scoring"),
                "tools": _EXAMPLE_TOOL,
                "role": N_("Recommends"),
                "decision_domain": N_("Scoring"),
                "task_purpose": N_("Automation"),
                "audience": N_("Internal"),
                "max_sensitivity": "4",
            },
        ),
        RegisterName.APPROVAL_GATES: Teaching(
            N_("approval gate"),
            N_("Points in a flow where a named person can say no before, or after, something takes effect."),
            {
                "name": N_("Campaign release"),
                "timing": N_("Before the effect"),
                "approvers": N_("Campaign lead"),
                "enforced_by_system": N_("Yes"),
                "response_hours": "24",
            },
        ),
        RegisterName.VENDORS: Teaching(
            N_("vendor"),
            N_(
                "The firms behind the tools: what was approved in writing, what the contract says about our "
                "data, and who can still be asked."
            ),
            {
                "name": N_("Platform maker"),
                "approval.level": "2",
                "approval.approver": N_("Has left"),
                "training_on_inputs": N_("Excluded, on paper"),
                "retention": N_("Don't know"),
            },
        ),
        RegisterName.DATA_FLOWS: Teaching(
            N_("data flow"),
            N_("Which data really goes into which tool, and whether the handling rules allow it."),
            {
                "tool": _EXAMPLE_TOOL,
                "data_category": N_("Contact details"),
                "form": N_("Raw"),
                "route": N_("paste"),
                "compliance": N_("No rule"),
            },
        ),
        RegisterName.PARTICIPANTS: Teaching(
            N_("participant"),
            N_("Who takes part: marketing operations, but also sales, legal, privacy, IT and procurement."),
            {"name": N_("A. Example"), "role": N_("MOPs lead"), "areas_known": N_("Scoring")},
        ),
        RegisterName.SESSIONS: Teaching(
            N_("session"),
            N_("Interviews, workshops, screen-shares and document reviews, and the questions they covered."),
            {"date": N_("2 Mar 2026"), "type": N_("Practitioner workshop"), "minutes": "90"},
        ),
        RegisterName.EVIDENCE: Teaching(
            N_("evidence"),
            N_("What was seen: a screen, a policy, an export. Say where the client keeps it, copy no data."),
            {"title": N_("AI policy, version 3"), "type": N_("policy"), "seen_on": N_("2 Mar 2026")},
        ),
        RegisterName.MONITORS: Teaching(
            N_("monitor"),
            N_("Numbers that somebody watches: a threshold, the person who is told, and how soon they act."),
            {
                "metric": N_("Sales refusal of scored leads"),
                "threshold": N_("over 40 percent"),
                "person_told": N_("Scoring owner"),
                "clock_hours": "48",
            },
        ),
        RegisterName.REVIEW_CADENCES: Teaching(
            N_("recurring review"),
            N_("Reviews that come back: what is looked at, how often, and who holds the chair."),
            {"subject": N_("AI register"), "interval": N_("quarterly"), "chair": N_("MOPs lead")},
        ),
        RegisterName.EXCEPTIONS: Teaching(
            N_("exception"),
            N_("Rules that are waived for a time, with a reason, an approver and an expiry date."),
            {
                "rule_waived": N_("No personal data in chat tools"),
                "approved_by": N_("Privacy lead"),
                "expires_on": N_("30 Sep 2026"),
            },
        ),
        RegisterName.INCIDENTS: Teaching(
            N_("incident or near miss"),
            N_("What went wrong or nearly did: nobody is blamed, the lesson is kept."),
            {
                "found_on": N_("11 Feb 2026"),
                "tool": _EXAMPLE_TOOL,
                "effect": N_("Wrong greeting in one mailing"),
                "people_affected": "1,200",
            },
        ),
        RegisterName.ACTION_PLAN: Teaching(
            N_("action"),
            N_("The agreed plan: what is done, by whom and until when."),
            {"text": N_("Name an owner for lead scoring"), "horizon": N_("Now"), "effort": "S"},
        ),
    }
)


def teaching(register: RegisterName) -> Teaching:
    """What a register teaches while it is empty."""
    return _TEACHING.get(register, Teaching(register.label, ""))
