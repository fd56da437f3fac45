"""A review in which roles stand for people, so that its report can go round among the client's own. Pure.

It goes out from the review without persons' names, notes and free text, and puts back what names nobody:
roles, a version in figures, how often a review comes back, and for each action what its stop rule, question
or kind says by itself.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from app.assessment.words import CONTAINMENT_WORDS
from app.held_on import SHORTEST_NAME
from app.i18n import _
from app.library import usual_cadence
from app.recurrence import says_only_how_often
from app.redaction import REMOVED, Hidden, redacted
from app.risk_words import capital
from models.snapshot import Snapshot
from models.values import ActionItem, AnyEntry, Participant, RegisterName, specs_of

_WORD = re.compile(r"\w+")
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")
# Where a person is named in a field of its own; what is typed there becomes that person's role.
_PEOPLE: Mapping[RegisterName, tuple[str, ...]] = MappingProxyType(
    {
        RegisterName.AI_TOOLS: ("owner_person", "deputy", "approved_by"),
        RegisterName.ACCESS_GRANTS: ("approved_by",),
        RegisterName.DATA_CATEGORIES: ("owner",),
        RegisterName.USE_CASES: ("business_owner",),
        RegisterName.APPROVAL_GATES: ("approvers",),
        RegisterName.ACTION_PLAN: ("client_owner",),
        RegisterName.RISK_DECISIONS: ("accepted_by",),
        RegisterName.REVIEW_CADENCES: ("chair",),
        RegisterName.EXCEPTIONS: ("requested_by", "approved_by"),
        RegisterName.MONITORS: ("person_told",),
    }
)


def client_safe(snapshot: Snapshot) -> Snapshot:
    """The review with roles in place of people; ids, facts, dates, answers and numbers stay."""
    shared = redacted(snapshot, Hidden.PEOPLE)
    roles = _Roles(snapshot)
    for key, person in snapshot.participants.items():
        shared = _with(shared, RegisterName.PARTICIPANTS, key, role=roles.kept(person.role))
    for register, names in _PEOPLE.items():
        for key, entry in snapshot.entries(register).items():
            found = {name: roles.instead_of(getattr(entry, name)) for name in names}
            shared = _with(shared, register, key, **{name: value for name, value in found.items() if value})
    for key, action in snapshot.action_plan.items():
        said = {
            "text": _action_words(snapshot, action),
            "proposed_owner_role": roles.kept(action.proposed_owner_role),
        }
        shared = _with(shared, RegisterName.ACTION_PLAN, key, **said)
    for key, cadence in snapshot.review_cadences.items():
        kept: dict[str, object] = {}
        if cadence.subject:
            usual = usual_cadence(cadence.subject)
            kept["subject"] = (
                usual.subject if usual else _("{kind} {id}").format(kind=_(cadence.noun), id=key)
            )
        if cadence.interval and says_only_how_often(cadence.interval):
            kept["interval"] = cadence.interval
        shared = _with(shared, RegisterName.REVIEW_CADENCES, key, **kept)
    for key, monitor in snapshot.monitors.items():
        if monitor.cadence and says_only_how_often(monitor.cadence):
            shared = _with(shared, RegisterName.MONITORS, key, cadence=monitor.cadence)
    version = snapshot.engagement.report_version
    engagement = shared.engagement.with_values(
        confidentiality=None, report_version=version if version and _VERSION.fullmatch(version) else None
    )
    return shared.with_entry(RegisterName.ENGAGEMENT, engagement)


class _Roles:
    """Who has which role, by the names of the participants."""

    def __init__(self, snapshot: Snapshot) -> None:
        people = snapshot.participants.values()
        self._names = frozenset(
            word for person in people if _is_named(person) for word in _words(person.name)
        )
        self._by_name = {_folded(person.name): self.kept(person.role) for person in people}

    def kept(self, role: str | None) -> str | None:
        """A role as it was typed, unless a part of somebody's name is in it."""
        if role is None:
            return None
        return REMOVED if self._names & _words(role) else role

    def instead_of(self, people: object) -> object:
        """The roles of one or of several people; None where nobody is known by what was typed."""
        if isinstance(people, str):
            return self._by_name.get(_folded(people))
        if isinstance(people, tuple):
            return tuple(dict.fromkeys(self.instead_of(one) or REMOVED for one in people))
        return None


def _is_named(person: Participant) -> bool:
    return len(person.name.strip()) > 1 and _folded(person.name) != "anonymous"


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(_folded(text)) if len(word) >= SHORTEST_NAME)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _action_words(snapshot: Snapshot, action: ActionItem) -> str:
    """What the action says without the words that somebody wrote."""
    if action.stop_rule is not None:
        subject = _subject(snapshot, action)
        told = capital(CONTAINMENT_WORDS[action.stop_rule])
        return f"{subject}: {told}." if subject else f"{told}."
    if action.question is not None and action.question in snapshot.pack:
        return snapshot.pack.question(action.question).action.text
    return capital(action.kind.value) if action.kind is not None else REMOVED


def _subject(snapshot: Snapshot, action: ActionItem) -> str:
    """The name of what the action's first risk is about: the id of a risk ends with the id of its subject."""
    for risk in action.risks or ():
        key = risk.partition("-")[2]
        for entries in (snapshot.ai_tools, snapshot.use_cases, snapshot.vendors):
            if key in entries:
                return entries[key].name
    return ""


def _with(snapshot: Snapshot, register: RegisterName, key: str, **values: object) -> Snapshot:
    entry: AnyEntry | None = snapshot.entry(register, key)
    if entry is None or not values:
        return snapshot
    known = {spec.name for spec in specs_of(type(entry))}
    return snapshot.with_entry(register, entry.with_values(**{k: v for k, v in values.items() if k in known}))
