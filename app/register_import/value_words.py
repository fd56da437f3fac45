"""The words with which clients say what Plumbline has values for."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from app.register_import.cleaning import plain_words
from models.values import (
    Approval,
    AuditLog,
    Documentation,
    Environment,
    Frequency,
    Owner,
    ToolStatus,
    Tri,
    UseCaseStatus,
    words,
)

YES = frozenset({"yes", "y", "true", "x", "1", "✓", "✔", "☑", "ja", "oui"})
NO = frozenset({"no", "n", "false", "0", "✗", "✘", "nein", "non"})
NOT_KNOWN = frozenset(
    plain_words(text)
    for text in (
        "unknown", "don't know", "do not know", "not known", "tbd", "tbc", "to be confirmed", "unclear",
        "not sure", "unsure", "to be determined", "unbekannt", "unklar", "offen", "inconnu", "à confirmer",
    )
)  # fmt: skip

_LIVE = (
    "in use", "in production", "production", "active", "deployed", "operational", "in operation", "released",
    "implemented", "rolled out", "in betrieb", "aktiv", "produktiv", "im einsatz", "en production", "actif",
    "en service",
)  # fmt: skip
_ENDED = ("decommissioned", "discontinued", "sunset", "withdrawn", "switched off", "deactivated", "ended")
_PLANNED = ("proposed", "in planning", "planning", "idea", "backlog", "not started", "requested")

_SAID: Mapping[type[StrEnum], Mapping[StrEnum, tuple[str, ...]]] = {
    ToolStatus: {
        ToolStatus.LIVE: _LIVE,
        ToolStatus.PLANNED: _PLANNED,
        ToolStatus.TRIAL: ("pilot", "in pilot", "proof of concept", "poc", "testing", "in testing", "beta"),
        ToolStatus.PAUSED: ("on hold", "suspended", "paused"),
        ToolStatus.RETIRED: _ENDED,
    },
    UseCaseStatus: {
        UseCaseStatus.LIVE: _LIVE,
        UseCaseStatus.PLANNED: _PLANNED,
        UseCaseStatus.STOPPED: ("retired", *_ENDED),
    },
    # A plain yes says nothing of a scope.
    Approval: {
        Approval.APPROVED_GENERAL: (
            "approved",
            "yes",
            "sanctioned",
            "authorised",
            "authorized",
            "freigegeben",
            "genehmigt",
            "zugelassen",
            "ja",
            "approuvé",
            "autorisé",
            "validé",
            "oui",
        ),
        Approval.TRIAL: ("trial", "pilot"),
        Approval.UNOFFICIAL: ("no", "not approved", "unapproved", "shadow", "shadow it", "unsanctioned"),
    },
    Owner: {Owner.NONE: ("nobody", "no owner", "no one", "none", "unowned")},
    Environment: {
        Environment.LIVE: ("production", "prod"),
        Environment.SANDBOX: ("test", "testing", "staging", "development", "dev", "uat"),
    },
    Frequency: {
        Frequency.CONTINUOUS: ("always", "real time", "continuously", "always on"),
        Frequency.DAILY: ("every day", "several times a day"),
        Frequency.WEEKLY: ("every week",),
        Frequency.MONTHLY: ("every month",),
        Frequency.LESS_OFTEN: ("rarely", "quarterly", "yearly", "annually", "ad hoc", "occasionally"),
    },
    AuditLog: {AuditLog.ON: ("yes", "enabled"), AuditLog.OFF: ("no", "disabled")},
    Documentation: {Documentation.PARTLY: ("partial", "partially", "in part")},
    Tri: {},
}


def member_for(choices: type[StrEnum], text: str) -> StrEnum | None:
    """The value of a closed list that a text stands for, by its value, its label, or words that are usual."""
    by_words = _by_words(choices)
    found = by_words.get(plain_words(text))
    if found is not None:
        return found
    said, values = text.strip().casefold(), {member.value: member for member in choices}
    for meant, usual in (("yes", YES), ("no", NO), ("unknown", NOT_KNOWN | {"?"})):
        if meant in values and (said in usual or plain_words(text) in usual):
            return values[meant]
    return None


_KNOWN: dict[type[StrEnum], Mapping[str, StrEnum]] = {}


def _by_words(choices: type[StrEnum]) -> Mapping[str, StrEnum]:
    if choices not in _KNOWN:
        known: dict[str, StrEnum] = {}
        for member in choices:
            known.setdefault(plain_words(member.value), member)
            known.setdefault(plain_words(words(member)), member)
        for member, said in _SAID.get(choices, {}).items():
            for text in said:
                known.setdefault(plain_words(text), member)
        _KNOWN[choices] = MappingProxyType(known)
    return _KNOWN[choices]
