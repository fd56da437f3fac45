"""Contradictions about access and data: sections ACC and DAT beside the registers.

Left out, because no register says anything about them: DAT-07 (whether people know), DAT-08 (privacy's own
assessment), DAT-12 (finding and erasing a person). ACC-02 to ACC-04, DAT-02 and DAT-03 are answered in the
registers themselves.
"""

from collections.abc import Iterable

from app.i18n import _
from app.lint.claims import BEST, YES, Claim, absent, claim
from app.lint.facts import QUARTER, Facts, blank
from models.values import (
    Autonomy,
    Basis,
    Capability,
    DataForm,
    DataQuality,
    Environment,
    Identity,
    Owner,
    ProcessingRegion,
    RegisterName,
    Route,
    RuleValue,
    Tri,
)

_SENSITIVE, _VERY_SENSITIVE, _CONSENT_CLASS = 3, 4, 5
_UNDECIDED = frozenset({None, RuleValue.NO, RuleValue.NOT_DECIDED, RuleValue.UNKNOWN})
_LOST = frozenset({Basis.ASSUMED, Basis.UNKNOWN, None})
_KNOWN_REGIONS = frozenset({ProcessingRegion.IN, ProcessingRegion.OUT})


def _not_confirmed(facts: Facts) -> Iterable[str]:
    return (key for key, access in facts.grants.items() if access.grant.basis in _LOST)


def _connected_unrecorded(facts: Facts) -> Iterable[str]:
    for key, access in facts.grants.items():
        if access.is_connected and blank(access.grant.approved_by):
            yield key


def _not_certified(facts: Facts) -> Iterable[str]:
    for key, access in facts.grants.items():
        if access.is_connected and facts.is_old(access.grant.last_reviewed, QUARTER):
            yield key


def _by_route(facts: Facts, *routes: Route) -> Iterable[str]:
    return (key for key, access in facts.grants.items() if access.grant.route in routes)


def _unapproved_by_route(facts: Facts, *routes: Route) -> Iterable[str]:
    return (key for key in _by_route(facts, *routes) if facts.grants[key].grant.tool in facts.unapproved)


def _extensions(facts: Facts) -> Iterable[str]:
    return _unapproved_by_route(facts, Route.BROWSER_EXTENSION)


def _exports(facts: Facts) -> Iterable[str]:
    return _unapproved_by_route(facts, Route.EXPORTED_FILE, Route.SHARED_REPORT)


def _pasted(facts: Facts) -> Iterable[str]:
    for key in _unapproved_by_route(facts, Route.COPY_PASTE):
        if facts.grants[key].own_sensitivity >= _SENSITIVE:
            yield key


def _owner_left(facts: Facts) -> Iterable[str]:
    return (key for key, tool in facts.tools.items() if tool.owner is Owner.NAMED_LEFT)


def _touches_consent(facts: Facts) -> Iterable[str]:
    for key, access in facts.grants.items():
        if access.can_act and access.grant.integrity_class == _CONSENT_CLASS:
            yield key


def _acts_on_outside_text(facts: Facts) -> Iterable[str]:
    for key, tool in facts.tools.items():
        unattended = tool.autonomy is Autonomy.EXECUTE_UNATTENDED
        if tool.reads_outside_text is Tri.YES and unattended and key in facts.acting_tools:
            yield key


def _no_sandbox(facts: Facts) -> Iterable[str]:
    return (key for key in facts.acting_tools if facts.tools[key].sandbox_first is Tri.NO)


def _rules_open(facts: Facts) -> Iterable[str]:
    categories = facts.snapshot.data_categories
    return (key for key, category in categories.items() if category.handling_rules_set != 7)


def _consent_open(facts: Facts) -> Iterable[str]:
    """Regulated data that reaches a tool in use, and whose consent rule is no or not decided."""
    reached = {key for access in facts.grants.values() for key in access.grant.data_categories}
    for key, category in facts.snapshot.data_categories.items():
        if key in reached and category.regulated is Tri.YES and category.handling_rules is not None:
            rule = category.handling_rules.consent_checked
            if (rule.value if rule is not None else None) in _UNDECIDED:
                yield key


def _consent_review_old(facts: Facts) -> Iterable[str]:
    for key, cadence in facts.snapshot.review_cadences.items():
        if "consent" in (cadence.subject or "").casefold() and facts.is_old(cadence.last):
            yield key


def _no_field_flagged(facts: Facts) -> Iterable[str]:
    for key, category in facts.snapshot.data_categories.items():
        if category.sensitivity >= _VERY_SENSITIVE and not category.sensitive_fields:
            yield key


def _poor_data(facts: Facts) -> Iterable[str]:
    return (key for key, use in facts.uses.items() if use.input_data_quality is DataQuality.POOR)


def _region_unknown(facts: Facts) -> Iterable[str]:
    used = {tool.vendor for tool in facts.tools.values()}
    for key, vendor in facts.snapshot.vendors.items():
        if key in used and vendor.processing_region not in _KNOWN_REGIONS:
            yield key


def _region_out(facts: Facts) -> Iterable[str]:
    used = {tool.vendor for tool in facts.tools.values()}
    for key, vendor in facts.snapshot.vendors.items():
        if key in used and vendor.processing_region is ProcessingRegion.OUT:
            yield key


def _raw_tests(facts: Facts) -> Iterable[str]:
    """Raw data of people in a sandbox."""
    for key, access in facts.grants.items():
        in_sandbox = access.grant.environment is Environment.SANDBOX
        if in_sandbox and access.grant.form is DataForm.RAW and access.own_sensitivity >= _SENSITIVE:
            yield key


def _raw_pasted(facts: Facts) -> Iterable[str]:
    for key in _by_route(facts, Route.COPY_PASTE):
        access = facts.grants[key]
        if access.grant.form is DataForm.RAW and access.own_sensitivity >= _SENSITIVE:
            yield key


def _any_extension(facts: Facts) -> Iterable[str]:
    return _by_route(facts, Route.BROWSER_EXTENSION)


def _any_export(facts: Facts) -> Iterable[str]:
    return _by_route(facts, Route.EXPORTED_FILE, Route.SHARED_REPORT)


def _any_paste(facts: Facts) -> Iterable[str]:
    return _by_route(facts, Route.COPY_PASTE)


def _outside_readers(facts: Facts) -> Iterable[str]:
    return (key for key, tool in facts.tools.items() if tool.reads_outside_text is Tri.YES)


def _changers(facts: Facts) -> Iterable[str]:
    return facts.acting_tools


def _any_grant(facts: Facts) -> Iterable[str]:
    return facts.grants


def _any_category(facts: Facts) -> Iterable[str]:
    return facts.snapshot.data_categories


def _personal_keys(facts: Facts) -> Iterable[str]:
    """Connected access under a personal login: nobody takes it away with a checklist."""
    for key, access in facts.grants.items():
        if access.is_connected and access.grant.identity is Identity.PERSONAL:
            yield key


def _infers(facts: Facts) -> Iterable[str]:
    return (key for key, access in facts.grants.items() if Capability.INFER in access.grant.capabilities)


TOOLS, GRANTS = RegisterName.AI_TOOLS, RegisterName.ACCESS_GRANTS
CATEGORIES, VENDORS = RegisterName.DATA_CATEGORIES, RegisterName.VENDORS

CLAIMS: tuple[Claim, ...] = (
    claim("access_confirmed", "ACC-01", _(
        "{question} says that all access is confirmed on screens, but not so {entries}."
    ), _not_confirmed, GRANTS),
    claim("connectors_recorded", "ACC-05", _(
        "{question} says that each connector is approved and recorded, but nobody is for {entries}."
    ), _connected_unrecorded, GRANTS),
    claim("connectors_certified", "ACC-05", _(
        "{question} says that access is certified each quarter, but not so {entries}."
    ), _not_certified, GRANTS, BEST),
    claim("extensions_controlled", "ACC-06", _(
        "{question} says that only listed extensions can be installed, but not so by {entries}."
    ), _extensions, GRANTS),
    claim("exports_limited", "ACC-07", _(
        "{question} says that exports are limited, but unapproved tools get them by {entries}."
    ), _exports, GRANTS, YES),
    claim("pasting_stopped", "ACC-08", _(
        "{question} says that pasting is held back, but unapproved tools get data by {entries}."
    ), _pasted, GRANTS),
    claim("leavers_closed", "ACC-09", _(
        "{question} says that access ends with the person, but the owner has left of {entries}."
    ), _owner_left, TOOLS),
    claim("leavers_keys", "ACC-09", _(
        "{question} says that access ends with the person, but there is a personal login behind {entries}."
    ), _personal_keys, GRANTS),
    claim("never_touch", "ACC-10", _(
        "{question} says that consent is out of AI's reach, but it can be changed or triggered by {entries}."
    ), _touches_consent, GRANTS),
    claim("outside_text", "ACC-11", _(
        "{question} says that outsiders' text triggers nothing, but it is acted on unattended by {entries}."
    ), _acts_on_outside_text, TOOLS),
    claim("sandbox_first", "ACC-12", _(
        "{question} says that changes run in a sandbox first, but not so those of {entries}."
    ), _no_sandbox, TOOLS, YES),
    claim("rules_decided", "DAT-01", _(
        "{question} says that every category has its rules, but some are open for {entries}."
    ), _rules_open, CATEGORIES),
    claim("consent_obeyed", "DAT-04", _(
        "{question} says that AI obeys consent, but for {entries} checking it is not decided."
    ), _consent_open, CATEGORIES),
    claim("consent_reconciled", "DAT-05", _(
        "{question} says that consent is reconciled each year, but the last date is older in {entries}."
    ), _consent_review_old, RegisterName.REVIEW_CADENCES),
    claim("fields_flagged", "DAT-06", _(
        "{question} says that sensitive fields are flagged one by one, but no field is listed for {entries}."
    ), _no_field_flagged, CATEGORIES, YES),
    claim("data_is_fit", "DAT-09", _(
        "{question} says that the data is measured and owned, but it is poor for {entries}."
    ), _poor_data, RegisterName.USE_CASES),
    claim("regions_known", "DAT-10", _(
        "{question} says that it is known where data is processed, but for {entries} it is not."
    ), _region_unknown, VENDORS, YES),
    claim("regions_hold", "DAT-10", _(
        "{question} says that regional limits hold, but data is processed outside by {entries}."
    ), _region_out, VENDORS, YES),
    claim("masked_tests", "DAT-11", _(
        "{question} says that tests use masked data, but raw data gets into a sandbox by {entries}."
    ), _raw_tests, GRANTS, YES),
    claim("masked_prompts", "DAT-11", _(
        "{question} says that prompts use masked data, but raw data is pasted by {entries}."
    ), _raw_pasted, GRANTS, YES),
    *(
        absent(question, against, register)
        for question, against, register in (
            ("ACC-02", _any_grant, GRANTS),
            ("ACC-03", _any_grant, GRANTS),
            ("ACC-04", _any_grant, GRANTS),
            ("ACC-06", _any_extension, GRANTS),
            ("ACC-07", _any_export, GRANTS),
            ("ACC-08", _any_paste, GRANTS),
            ("ACC-10", _touches_consent, GRANTS),
            ("ACC-11", _outside_readers, TOOLS),
            ("ACC-12", _changers, TOOLS),
            ("DAT-01", _any_category, CATEGORIES),
            ("DAT-02", _any_category, CATEGORIES),
            ("DAT-12", _infers, GRANTS),
        )
    ),
)  # fmt: skip
