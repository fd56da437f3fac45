"""Page 9: what was approved beside what is deployed, the vendors' terms, and the connectors to review."""

from enum import StrEnum

from app.i18n import _
from app.reporting.content.findings import Findings, entry_link, more_words
from app.reporting.content.parts import (
    Beside,
    Column,
    Grid,
    Heading,
    Page,
    Row,
    Run,
    Words,
    entry_place,
    filled,
    quiet,
    strong,
    words,
)
from app.reporting.content.reasons import reason_words
from app.reporting.content.vendor_words import over_approval, vendor_sentence
from models.scores import Mismatch, VendorResult
from models.values import AccessScope, Identity, Vendor
from models.values import words as choice_words

_RANK = (Mismatch.SEVERE, Mismatch.UNKNOWN, Mismatch.MATERIAL, Mismatch.MINOR, Mismatch.NONE)
_SHORT = {
    "excluded_checked": _("no, checked"),
    "excluded_policy": _("no, on paper"),
    "allowed": _("allowed"),
    "short": _("≤ 30 days"),
    "long": _("> 30 days"),
    "in": _("inside"),
    "out": _("outside"),
    "self_serve": _("self-serve"),
    "unlisted": _("not listed"),
    "unknown": _("not known"),
}


_IDENTITY = {
    Identity.DEDICATED: _("dedicated"),
    Identity.USER_OAUTH: _("signed-in user"),
    Identity.SHARED: _("shared account"),
    Identity.PERSONAL: _("personal account"),
    Identity.ADMIN_KEY: _("administrator key"),
    Identity.NONE: _("no identity"),
    Identity.UNKNOWN: _("identity not known"),
}
_RIGHTS = {
    AccessScope.LEAST: _("least rights"),
    AccessScope.BROAD: _("broad rights"),
    AccessScope.UNKNOWN: _("rights not known"),
}


def vendors(findings: Findings) -> Page:
    """Vendors and integrations."""
    left = (
        Heading(_("Approved against deployed")),
        _approved(findings),
        Heading(_("Terms")),
        _terms(findings),
    )
    right = (Heading(_("Connectors to review")), _connectors(findings))
    return Page(
        9,
        _("Vendors and integrations"),
        _lead(findings),
        _("For procurement, legal and IT"),
        (Beside(((0.62, left), (0.38, right))),),
    )


def _lead(findings: Findings) -> str | Words:
    used = [r for r in findings.assessment.vendors if findings.review.tools_of_vendor(r.id)]
    if not used:
        return _(
            "No vendor with an AI tool is on record yet. Once one is, its approval stands beside its use."
        )
    beyond, every = findings.counted("beyond"), findings.counted("vendors")
    return filled(_("{n} of {all} vendors do more than anyone approved."), n=beyond, all=every)


def _ordered(findings: Findings) -> list[VendorResult]:
    last = len(findings.assessment.risks)
    return sorted(
        findings.assessment.vendors,
        key=lambda r: (_RANK.index(r.mismatch), findings.rank.get(r.id, last), r.id),
    )


def _approved(findings: Findings) -> Grid:
    rows = tuple(
        Row(
            (
                words(strong(findings.vendor(result.id)), " ", entry_link(result.id)),
                words(
                    Run(
                        _("{have} / {need}").format(have=_level(result), need=result.required_level),
                        to=entry_place(result.id),
                    )
                ),
                words(strong(result.mismatch.value)),
                _sentence(findings, result),
            )
        )
        for result in _ordered(findings)
    )
    columns = (
        Column(_("Vendor"), 0.16),
        Column(_("Has / needs"), 0.12),
        Column(_("Mismatch"), 0.11),
        Column(_("In words"), 0.61),
    )
    return Grid(columns, rows, more=more_words(findings, "A"), empty=_("No vendor is on record."))


def _level(result: VendorResult) -> str:
    return str(result.approved_level) if isinstance(result.approved_level, int) else "?"


def _sentence(findings: Findings, result: VendorResult) -> Words:
    over = over_approval(findings, result.over_approved)
    sentence = vendor_sentence(findings, result)
    return words(sentence, quiet(f" {over}")) if over else words(sentence)


def _terms(findings: Findings) -> Grid:
    rows = tuple(_terms_row(findings, findings.snapshot.vendors[result.id]) for result in _ordered(findings))
    columns = (
        Column(_("Vendor"), 0.17),
        Column(_("Trains on inputs"), 0.15),
        Column(_("Keeps"), 0.12),
        Column(_("Region"), 0.11),
        Column(_("Sub-processors"), 0.14),
        Column(_("Contract"), 0.11),
        Column(_("AI terms"), 0.1),
        Column(_("Admin"), 0.1),
    )
    return Grid(
        columns, rows, more=more_words(findings, "A"), empty=_("No vendor is on record."), size="fine"
    )


def _terms_row(findings: Findings, vendor: Vendor) -> Row:
    values = (
        vendor.training_on_inputs,
        vendor.retention,
        vendor.processing_region,
        vendor.sub_processors,
        vendor.terms_type,
        vendor.contract_ai_terms,
        vendor.admin_controls,
    )
    return Row((words(findings.vendor(vendor.id)), *(_term(value) for value in values)))


def _term(value: StrEnum | None) -> Words:
    key = value.value if value is not None else "unknown"
    text = _SHORT.get(key) or choice_words(value).lower() if value is not None else _SHORT["unknown"]
    return words(
        strong(text)
        if key in {"unknown", "allowed", "long", "out", "unlisted", "self_serve", "none"}
        else text
    )


def _connectors(findings: Findings) -> Grid:
    rows = []
    for item in findings.assessment.outcomes.integrations:
        grant = findings.snapshot.access_grants[item.grant]
        reach = words(
            findings.tool(item.tool), quiet(" → "), findings.system(item.system), " ", entry_link(item.grant)
        )
        identity = _IDENTITY[grant.identity or Identity.UNKNOWN]
        scope = _RIGHTS[grant.scope or AccessScope.UNKNOWN]
        rows.append(
            Row(
                (
                    reach,
                    words(f"{identity}; {scope}"),
                    words("; ".join(reason_words(reason) for reason in item.reasons)),
                )
            )
        )
    columns = (
        Column(_("Tool → system"), 0.4),
        Column(_("Identity; scope"), 0.29),
        Column(_("Review because"), 0.31),
    )
    return Grid(
        columns,
        tuple(rows),
        more=more_words(findings, "B"),
        empty=_("No connector stands out.")
        if findings.review.accesses
        else _("No access grant is on record."),
    )
