"""Which risks an answer moves: those in which its question, or its register fields, are read."""

from collections.abc import Mapping
from types import MappingProxyType

from models.assessment import Assessment
from models.pack import Question
from models.risk import Risk

# Beside being a control by its own id, a question can be read as a driver or through the register.
_READ_AS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        question: frozenset(names.split())
        for question, names in {
            "ACC-11": "outside_text_uncontained",
            "USE-05": "unapproved_tool_in_use",
            "USE-06": "arrived_without_decision decision_record",
            "USE-08": "owner named_owner_share",
            "ACC-03": "borrowed_or_broad_identity",
            "ACC-04": "borrowed_or_broad_identity reach_too_wide",
            "DAT-02": "category_rules",
            "DAT-03": "approval_does_not_cover",
            "UCR-02": "not_explainable poor_input_data not_validated high_volume regulated_audience",
            "UCR-09": "fallback",
            "OVR-02": "gate gate_quality",
            "OVR-03": "gate no_human_step_before_effect",
            "LOG-01": "trace trace_share",
            "VEN-01": "two_levels_short approver_missing approval_stale",
            "VEN-02": "two_levels_short live_actions_outside_approval sensitive_data_outside_approval",
            "VEN-03": "long_retention",
            "VEN-04": "training_not_excluded vendor_may_train training_on_sensitive_data",
            "VEN-05": "outside_region sub_processors_unlisted",
            "VEN-06": "contract_ai_terms",
            "VEN-07": "admin_controls",
        }.items()
    }
)


def risks_moved_by(assessment: Assessment, question: Question) -> tuple[Risk, ...]:
    """The risks in which the question is read, in priority order."""
    names = _READ_AS.get(question.id, frozenset()) | {question.id}
    return tuple(risk for risk in assessment.risks if not names.isdisjoint(_inputs(risk)))


def _inputs(risk: Risk) -> frozenset[str]:
    states = (*risk.drivers, *risk.impact_modifiers)
    return frozenset((*(control.control for control in risk.controls), *(state.name for state in states)))
