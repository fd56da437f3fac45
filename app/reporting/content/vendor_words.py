"""Says in a sentence what a vendor was cleared for, and what it is deployed for beyond that."""

from collections.abc import Sequence

from app.i18n import _
from app.reporting.content.findings import Findings, listed, named
from models.scores import Mismatch, ScopeSets, VendorResult
from models.values import ApprovedScope, Capability, TaskPurpose, Unknown
from models.values import words as choice_words

_MOST = 3
# The verb of each capability, and whether it takes the data as its object.
_VERBS = {
    Capability.SEE: (_("read"), True),
    Capability.INFER: (_("infer from"), True),
    Capability.STORE: (_("store"), True),
    Capability.CHANGE: (_("change records"), False),
    Capability.TRIGGER: (_("trigger actions"), False),
}
_LEVELS = (
    _("nothing"),
    _("purchase only"),
    _("general use with internal data"),
    _("named systems and personal data"),
    _("live actions"),
)


def level_words(level: int | Unknown) -> str:
    """A step of the approval ladder in words."""
    return _LEVELS[level] if isinstance(level, int) else _("not known")


def vendor_sentence(findings: Findings, result: VendorResult) -> str:
    """Approved against deployed in words.

    For example: Cleared to read public information; deployed to store internal free-text notes and trigger
    actions.
    """
    vendor = findings.snapshot.vendors[result.id]
    scope = vendor.approval.scope if vendor.approval else None
    cleared = _cleared(findings, scope, result.approved_level)
    if result.mismatch is Mismatch.NONE and not _deployed(findings, result.missing):
        return _("{cleared}; deployed within that.").format(cleared=cleared)
    deployed = _deployed(findings, result.missing)
    if not deployed:
        return _("{cleared}; deployed within that, but the approval is stale.").format(cleared=cleared)
    return _("{cleared}; deployed {beyond}.").format(cleared=cleared, beyond=deployed)


def over_approval(findings: Findings, over: ScopeSets) -> str:
    """What is approved but not used, to be trimmed; empty if nothing is."""
    parts = _parts(findings, over)
    return _("Approved and not used: {parts}.").format(parts=listed(parts, _MOST)) if parts else ""


def _cleared(findings: Findings, scope: ApprovedScope | None, level: int | Unknown) -> str:
    capabilities = (scope.capabilities if scope else None) or ()
    categories = (scope.data_categories if scope else None) or ()
    if capabilities:
        return _("Cleared to {what}").format(what=_doing(findings, capabilities, categories))
    if level == 0:
        return _("Cleared for nothing")
    if isinstance(level, Unknown):
        return _("Nobody knows what it is cleared for")
    return _("Cleared for {level}").format(level=level_words(level))


def _deployed(findings: Findings, missing: ScopeSets) -> str:
    capabilities = [Capability(value) for value in missing.capabilities]
    if capabilities:
        return _("to {what}").format(what=_doing(findings, capabilities, missing.data_categories))
    if missing.data_categories:
        return _("to reach {data} as well").format(data=_data(findings, missing.data_categories))
    if missing.systems:
        return _("in {systems} as well").format(systems=named(missing.systems, findings.system, _MOST))
    if missing.purposes:
        return _("for {purposes} as well").format(purposes=_purposes(missing.purposes))
    others = [*missing.environments, *missing.regions, *missing.user_groups]
    return _("for {others} as well").format(others=listed(others, _MOST)) if others else ""


def _doing(findings: Findings, capabilities: Sequence[Capability], categories: Sequence[str]) -> str:
    """Verbs with their data: read and store customer data, and trigger actions."""
    rising = [capability for capability in _VERBS if capability in capabilities]
    with_data = [_VERBS[capability][0] for capability in rising if _VERBS[capability][1]]
    acting = [_VERBS[capability][0] for capability in rising if not _VERBS[capability][1]]
    parts: list[str] = []
    if with_data:
        data = _data(findings, categories) if categories else _("data")
        parts.append(_("{verbs} {data}").format(verbs=listed(with_data), data=data))
    text = listed([*parts, *acting], most=9)
    if categories and not with_data:
        text = _("{what} with {data}").format(what=text, data=_data(findings, categories))
    return text


def _data(findings: Findings, categories: Sequence[str]) -> str:
    ranked = sorted(categories, key=lambda key: (-_sensitivity(findings, key), key))
    return listed([_lowered(findings.category(key)) for key in ranked], _MOST)


def _sensitivity(findings: Findings, key: str) -> int:
    category = findings.snapshot.data_categories.get(key)
    return category.sensitivity if category else 0


def _lowered(name: str) -> str:
    """A name inside a sentence: Customer data becomes customer data, CRM notes stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _purposes(purposes: Sequence[str]) -> str:
    return listed([choice_words(TaskPurpose(purpose)).lower() for purpose in purposes], _MOST)


def _parts(findings: Findings, sets: ScopeSets) -> list[str]:
    return [
        *[findings.system(key) for key in sets.systems],
        *[_VERBS[Capability(value)][0] for value in sets.capabilities],
        *[_lowered(findings.category(key)) for key in sets.data_categories],
        *[choice_words(TaskPurpose(value)).lower() for value in sets.purposes],
        *sets.regions,
    ]
