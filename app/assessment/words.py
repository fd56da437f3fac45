"""Words for what the risk model names: drivers, modifiers, controls, templates, stop rules, rules, scales."""

from collections.abc import Mapping

from app.assessment.controls import is_question
from app.assessment.use_case_level import RULES
from app.i18n import _
from models.pack import QuestionPack
from models.risk import Template
from models.values import StopRule, Tri

DRIVER_WORDS: Mapping[str, str] = {
    # EX
    "borrowed_or_broad_identity": _("borrowed or over-broad identity"),
    "acts_unattended": _("acts unattended"),
    "no_test_step": _("no test step before live"),
    "outside_text_uncontained": _("reads text from outsiders, not contained"),
    "heavy_use": _("used weekly or more, or by 10+ people"),
    # DA
    "uncontrolled_route": _("uncontrolled route"),
    "approval_does_not_cover": _("approval does not cover this data"),
    "reach_too_wide": _("reach wider than the use case needs"),
    "vendor_may_train": _("vendor may keep and train on it"),
    # OD
    "arrived_without_decision": _("arrived without a decision"),
    "feeds_live_process": _("feeds a live process automatically"),
    "model_change_without_notice": _("vendor can change the model without notice"),
    "known_by_one_person": _("only one person knows how it works"),
    "daily_use": _("used daily or continuously"),
    # DE
    "not_explainable": _("logic cannot be explained to the reviewer"),
    "no_human_step_before_effect": _("no human step before effect"),
    "poor_input_data": _("input data known to be poor"),
    "high_volume": _("weekly or more, or 10,000+ people"),
    "not_validated": _("not re-validated in six months"),
    # BC
    "too_much_to_read": _("too much to read item by item"),
    "regulated_claims_or_regions": _("regulated claims or several regions"),
    "released_without_person": _("goes out without a person releasing it"),
    "not_grounded": _("not grounded in approved sources"),
    "weekly_use": _("weekly or more"),
    # VS
    "two_levels_short": _("approval two or more levels short"),
    "live_actions_outside_approval": _("live actions outside approval"),
    "sensitive_data_outside_approval": _("sensitive data outside approval"),
    "approver_missing": _("approver not known or has left"),
    "approval_stale": _("approval older than 12 months or before the AI feature"),
    # VT
    "training_not_excluded": _("training on inputs not ruled out"),
    "long_retention": _("kept over 30 days"),
    "outside_region": _("processed outside permitted region"),
    "sub_processors_unlisted": _("sub-processors or model provider not listed"),
    "self_serve_terms": _("consumer or self-serve terms"),
    # PG
    "ten_or_more_tools": _("10+ AI tools in use"),
    "unapproved_tool_in_use": _("unofficial or unknown tool in use"),
    "three_or_more_high_use_cases": _("3+ high use cases"),
    "live_actions": _("AI can act on live data"),
    "raw_sensitive_data": _("raw sensitive data in use"),
}

MODIFIER_WORDS: Mapping[str, str] = {
    "hard_to_undo_at_scale": _("hard to undo and 100,000+ people"),
    "wide_reach": _("reach of 100,000+ people"),
    "regulated_audience": _("regulated or vulnerable audience"),
    "training_on_sensitive_data": _("training on sensitive data not ruled out"),
}

# Controls that are not questions; the long form stands alone, the short one in a column.
CONTROL_WORDS: Mapping[str, str] = {
    "gate": _("approval gate before the effect"),
    "rollback": _("way back, tried out"),
    "trace": _("trace of requests, outputs and decisions"),
    "off_switch": _("off switch"),
    "category_rules": _("handling rules of the data"),
    "owner": _("accountable owner"),
    "decision_record": _("written decision"),
    "documentation": _("documentation"),
    "fallback": _("fallback, tried out"),
    "monitoring": _("monitoring of outputs"),
    "contract_ai_terms": _("AI terms in the contract"),
    "admin_controls": _("vendor's admin controls"),
    "named_owner_share": _("share of tools with a named owner"),
    "trace_share": _("share of use cases that can be traced"),
    "gate_quality": _("checks met over all gates"),
}
SHORT_CONTROL_WORDS: Mapping[str, str] = {
    "gate": _("gate"),
    "rollback": _("rollback"),
    "trace": _("trace"),
    "off_switch": _("off switch"),
    "category_rules": _("data rules"),
    "owner": _("owner"),
    "decision_record": _("decision"),
    "documentation": _("documents"),
    "fallback": _("fallback"),
    "monitoring": _("monitoring"),
    "contract_ai_terms": _("AI terms"),
    "admin_controls": _("admin controls"),
    "named_owner_share": _("owners"),
    "trace_share": _("traces"),
    "gate_quality": _("gate checks"),
}

CONTAINMENT_WORDS: Mapping[StopRule, str] = {
    StopRule.SR1: _("disable its credentials or move it to suggest-only"),
    StopRule.SR2: _("block it and offer the approved tool"),
    StopRule.SR3: _("remove that right"),
    StopRule.SR4: _("pause for counsel"),
    StopRule.SR5: _("suspend the uncleared part"),
    StopRule.SR6: _("add the disclosure (EU duty since 2 August 2026)"),
}

TEMPLATE_WORDS: Mapping[Template, str] = {
    Template.EX: _("tool can act on live data"),
    Template.BC: _("AI content reaches people outside"),
    Template.DE: _("use case shapes decisions"),
    Template.DA: _("tool can reach sensitive data"),
    Template.VS: _("vendor deployed beyond its approval"),
    Template.VT: _("vendor terms leave things open"),
    Template.OD: _("tool is relied on"),
    Template.PG: _("programme risk"),
}

STATE_WORDS: Mapping[Tri, str] = {Tri.YES: _("yes"), Tri.NO: _("no"), Tri.UNKNOWN: _("unknown")}
LIKELIHOOD_WORDS = (_("rare"), _("unlikely"), _("possible"), _("likely"), _("expected or already happening"))
IMPACT_WORDS = (
    _("internal rework under a day"),
    _("one team delayed or an internal report wrong"),
    _("some people wrongly treated, sales trust dented, fixed in a week"),
    _("thousands wrongly contacted, excluded or exposed, pipeline distorted for weeks, contract breach"),
    _("notifiable breach, unlawful processing at scale, regulator or public event, not reversible"),
)

_FACT_WORDS: Mapping[str, str] = {**SHORT_CONTROL_WORDS, **MODIFIER_WORDS, **DRIVER_WORDS}
_RULE_WORDS: Mapping[str, str] = {rule.id: rule.reason for rule in RULES}


def input_words(name: str) -> str:
    """The words for a driver or modifier. KeyError for another name."""
    return DRIVER_WORDS[name] if name in DRIVER_WORDS else MODIFIER_WORDS[name]


def control_words(control: str, pack: QuestionPack) -> str:
    """The words for a control: of a register control its name, of a question its text."""
    return pack.question(control).text if is_question(control) else CONTROL_WORDS[control]


def short_control_words(control: str) -> str:
    """The words for a control where there is little room: of a question its id."""
    return SHORT_CONTROL_WORDS.get(control, control)


def fact_words(name: str) -> str:
    """The words for whatever is open about an entry: an input or a register control, else the name itself."""
    return _FACT_WORDS.get(name) or name.replace("_", " ")


def rule_words(rule_id: str) -> str:
    """Why a use case has its level. KeyError for an unknown rule."""
    return _(_RULE_WORDS[rule_id])


def containment_words(stop_rules: tuple[StopRule, ...]) -> str:
    """What contains a risk on which stop rules fire; empty if none does."""
    return "; ".join(CONTAINMENT_WORDS[rule] for rule in stop_rules)
