"""Sentences beside computed results: why a use case has its level, how a vendor is deployed."""

from collections.abc import Iterable, Sequence

from app.assessment.vendor_scope import is_empty
from app.assessment.words import rule_words
from app.i18n import _
from models.scores import Mismatch, VendorResult
from models.snapshot import Snapshot
from models.values import Capability, TaskPurpose, Unknown, Vendor, words

_LADDER = (
    "nothing",
    "purchase only",
    "general use with internal data",
    "named systems and personal data",
    "named live actions",
)


def level_reason(rule: str) -> str:
    """Why a use case has its level: the rule that fired and its reason."""
    return _("{rule}: {reason}").format(rule=rule, reason=rule_words(rule))


def approval_words(level: int | Unknown) -> str:
    """A step of the approval ladder in words."""
    if isinstance(level, Unknown):
        return _("level not known")
    return _("level {n}, {meaning}").format(n=level, meaning=_(_LADDER[level]))


def mismatch_words(result: VendorResult) -> str:
    """The mismatch in a few words for a narrow column."""
    if result.mismatch is Mismatch.NONE:
        return _("Within approval") if result.required_level else _("Not deployed")
    approved = _("not known") if isinstance(result.approved_level, Unknown) else str(result.approved_level)
    words = _("{mismatch}: level {approved}, needs {required}")
    return words.format(mismatch=_(result.mismatch.value), approved=approved, required=result.required_level)


def vendor_sentence(snapshot: Snapshot, vendor: Vendor, result: VendorResult) -> str:
    """What was approved beside what is deployed, in words."""
    if result.required_level == 0:
        return _("No AI tool in scope comes from this vendor.")
    scope = vendor.approval.scope if vendor.approval else None
    cleared = _abilities((scope.capabilities or ()) if scope else ())
    approved = _("Approved: {level}").format(level=approval_words(result.approved_level))
    if cleared:
        approved = _("{approved}; cleared to {verbs}").format(approved=approved, verbs=cleared)
    deployed = _("Deployed use needs {level}.").format(level=approval_words(result.required_level))
    outside = _outside(snapshot, result)
    return " ".join(filter(None, [f"{approved}.", deployed, outside, _trim(result)]))


def _outside(snapshot: Snapshot, result: VendorResult) -> str:
    missing = result.missing
    parts = [
        _abilities(Capability(item) for item in missing.capabilities),
        _listed(_("systems"), (_named(snapshot, item) for item in missing.systems)),
        _listed(_("data"), (_named(snapshot, item) for item in missing.data_categories)),
        _listed(_("purposes"), (_(words(TaskPurpose(item))).lower() for item in missing.purposes)),
        _listed(_("environments"), missing.environments),
        _listed(_("regions"), missing.regions),
        _listed(_("user groups"), missing.user_groups),
    ]
    said = [part for part in parts if part]
    return _("Outside the approval: {parts}.").format(parts="; ".join(said)) if said else ""


def _trim(result: VendorResult) -> str:
    return "" if is_empty(result.over_approved) else _("Approved for more than is used: trim.")


def _abilities(capabilities: Iterable[Capability]) -> str:
    chosen: Sequence[Capability] = sorted(capabilities, key=list(Capability).index)
    return ", ".join(_(words(capability)).lower() for capability in chosen)


def _listed(what: str, items: Iterable[str]) -> str:
    listed = ", ".join(items)
    return f"{what} {listed}" if listed else ""


def _named(snapshot: Snapshot, key: str) -> str:
    entry = snapshot.systems.get(key) or snapshot.data_categories.get(key)
    return entry.name if entry else key
