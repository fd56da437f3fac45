"""What the parts of a risk are called: drivers, modifiers, controls, templates, stop rules."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from app.i18n import _, ngettext
from models.risk import PROGRAMME, Band, Risk, Template
from models.snapshot import Snapshot
from models.values import StopRule

DRIVERS: Mapping[str, str] = MappingProxyType(
    {
        "borrowed_or_broad_identity": "borrowed or over-broad identity",
        "acts_unattended": "acts unattended",
        "no_test_step": "no test step before live",
        "outside_text_uncontained": "reads text from outsiders, not contained",
        "heavy_use": "used weekly or more, or by 10+ people",
        "uncontrolled_route": "uncontrolled route",
        "approval_does_not_cover": "approval does not cover this data",
        "reach_too_wide": "reach wider than the use case needs",
        "vendor_may_train": "vendor may keep and train on it",
        "arrived_without_decision": "arrived without a decision",
        "feeds_live_process": "feeds a live process automatically",
        "model_change_without_notice": "vendor can change the model without notice",
        "known_by_one_person": "only one person knows how it works",
        "daily_use": "used daily or continuously",
        "not_explainable": "logic cannot be explained to the reviewer",
        "no_human_step_before_effect": "no human step before effect",
        "poor_input_data": "input data known to be poor",
        "high_volume": "weekly or more, or 10,000+ people",
        "not_validated": "not re-validated in six months",
        "too_much_to_read": "too much to read item by item",
        "regulated_claims_or_regions": "regulated claims or several regions",
        "released_without_person": "goes out without a person releasing it",
        "not_grounded": "not grounded in approved sources",
        "weekly_use": "weekly or more",
        "two_levels_short": "approval two or more levels short",
        "live_actions_outside_approval": "live actions outside approval",
        "sensitive_data_outside_approval": "sensitive data outside approval",
        "approver_missing": "approver not known or has left",
        "approval_stale": "approval older than 12 months or before the AI feature",
        "training_not_excluded": "training on inputs not ruled out",
        "long_retention": "kept over 30 days",
        "outside_region": "processed outside permitted region",
        "sub_processors_unlisted": "sub-processors or model provider not listed",
        "self_serve_terms": "consumer or self-serve terms",
        "ten_or_more_tools": "10+ AI tools in use",
        "unapproved_tool_in_use": "unofficial or unknown tool in use",
        "three_or_more_high_use_cases": "3+ high use cases",
        "live_actions": "AI can act on live data",
        "raw_sensitive_data": "raw sensitive data in use",
        "hard_to_undo_at_scale": "hard to undo and 100,000+ people",
        "wide_reach": "reach of 100,000+ people",
        "regulated_audience": "regulated or vulnerable audience",
        "training_on_sensitive_data": "training on sensitive data not ruled out",
    }
)

CONTROLS: Mapping[str, str] = MappingProxyType(
    {
        "gate": "approval gate",
        "rollback": "rollback",
        "trace": "trace items",
        "off_switch": "off switch",
        "owner": "named owner",
        "documentation": "documentation",
        "decision_record": "decision record",
        "fallback": "fallback",
        "monitoring": "output monitoring",
        "category_rules": "handling rules of its data",
        "contract_ai_terms": "AI terms in the contract",
        "admin_controls": "admin controls",
        "named_owner_share": "tools with a named owner",
        "trace_share": "uses that can be traced",
        "gate_quality": "quality of the gates",
    }
)

PROGRAMME_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "PG-1": "No complete AI list",
        "PG-2": "Nobody accountable by name",
        "PG-3": "Unclear what stays out of AI",
        "PG-4": "Changes not traceable",
        "PG-5": "Failure found late",
        "PG-6": "Consent rules misapplied",
        "PG-7": "Approvals test nothing",
        "PG-8": "New uses start unsized",
        "PG-9": "Agencies' AI unseen",
    }
)

TEMPLATES: Mapping[Template, str] = MappingProxyType(
    {
        Template.EX: "tool can act on live data",
        Template.BC: "AI content reaches people outside",
        Template.DE: "use case shapes decisions",
        Template.DA: "tool can reach sensitive data",
        Template.VS: "vendor deployed beyond its approval",
        Template.VT: "vendor terms leave things open",
        Template.OD: "tool is relied on",
        Template.PG: "programme risk",
    }
)

CONTAINMENT: Mapping[StopRule, str] = MappingProxyType(
    {
        StopRule.SR1: "Disable its credentials or move it to suggest-only",
        StopRule.SR2: "Block it and offer the approved tool",
        StopRule.SR3: "Remove its right to change consent and suppression",
        StopRule.SR4: "Pause it for counsel",
        StopRule.SR5: "Suspend the part that was not cleared",
        StopRule.SR6: "Add the disclosure that people are talking to AI",
    }
)


def caption_of(snapshot: Snapshot, entry_id: str) -> str:
    """What people call a tool, use case, vendor or system; its id if it is gone."""
    for names in (snapshot.ai_tools, snapshot.use_cases, snapshot.vendors, snapshot.systems):
        if entry_id in names:
            return names[entry_id].caption
    return entry_id


def short_name(snapshot: Snapshot, risk: Risk) -> str:
    """Two to five words for a mark on the map: the subject, or the programme risk's short name."""
    if risk.subject == PROGRAMME:
        return _(PROGRAMME_NAMES.get(risk.id, risk.id))
    return caption_of(snapshot, risk.subject)


def band_words(band: Band) -> str:
    """The band's word."""
    return _(band.value)


def range_words(risk: Risk) -> str:
    """The band, with its range where what is not known could change it: `Critical (High to Critical)`."""
    if not risk.has_range:
        return band_words(risk.residual.band)
    return _("{band} ({best} to {worst})").format(
        band=band_words(risk.residual.band),
        best=band_words(risk.best.band),
        worst=band_words(risk.worst.band),
    )


def rules_words(rules: Sequence[StopRule]) -> str:
    """Stop rules as they are printed: SR1+SR3."""
    return "+".join(rule.value for rule in rules)


def containment(rule: StopRule) -> str:
    """What to do within 14 days when a stop rule fires."""
    return _(CONTAINMENT[rule])


def template_words(template: Template) -> str:
    """What a template is about."""
    return _(TEMPLATES[template])


def driver_words(name: str) -> str:
    """A driver or modifier in words."""
    return _(DRIVERS.get(name, name.replace("_", " ")))


def control_words(control: str) -> str:
    """A register control in words; a question keeps its id."""
    return _(CONTROLS[control]) if control in CONTROLS else control


def capital(words: str) -> str:
    """Words as the beginning of a line."""
    return words[:1].upper() + words[1:]


def because(snapshot: Snapshot, risk: Risk) -> str:
    """Why the band is what it is, in one line."""
    drivers = _("{n} of {all} exposure drivers hold").format(n=risk.known_drivers, all=len(risk.drivers))
    steps = _("controls take {likelihood} off likelihood and {impact} off impact").format(
        likelihood=risk.inherent.likelihood - risk.residual.likelihood,
        impact=risk.inherent.impact - risk.residual.impact,
    )
    line = _("because {drivers} at impact {impact}, and {steps}").format(
        drivers=drivers, impact=risk.inherent.impact, steps=steps
    )
    if not risk.unknown_inputs:
        return f"{line}."
    unknown = ngettext("{n} input is not known", "{n} inputs are not known", risk.unknown_inputs)
    return f"{line}; {unknown.format(n=risk.unknown_inputs)}."


def sentence(risk: Risk) -> str:
    """What a mark on the map says when it is pointed at."""
    parts = [
        _("{title}: {band}.").format(title=risk.title, band=range_words(risk)),
        _("Likelihood {before} before controls, {after} with them; impact {first} and {then}.").format(
            before=risk.inherent.likelihood,
            after=risk.residual.likelihood,
            first=risk.inherent.impact,
            then=risk.residual.impact,
        ),
    ]
    if risk.stop_rules:
        parts.append(
            _("Stop rule {rules}: contain within 14 days.").format(rules=rules_words(risk.stop_rules))
        )
    return " ".join(parts)
