"""VT: a vendor's terms leave things open (risk model rm-1, 6.7)."""

from collections.abc import Iterator

from app.assessment.control_scores import CONTRACT_TERMS, field_score
from app.assessment.controls import counted_controls
from app.assessment.draft import Draft, same_base, states
from app.assessment.facts import NO, is_in
from app.assessment.scope import Review
from app.assessment.vendor_scope import standing
from models.pack import RiskType
from models.risk import NamedState, Template
from models.values import ProcessingRegion, Retention, SubProcessors, TermsType, TrainingOnInputs, Vendor

SENSITIVE_FROM = 3
VERY_SENSITIVE_FROM = 4

PREVENTIVE = {"contract_ai_terms": 3, "DAT-08": 2, "VEN-10": 2, "DAT-10": 1}
RECOVERY = {"DAT-12": 2, "VEN-11": 1, "LOG-09": 1}
KEY_CONTROL = "contract_ai_terms"


def drafts(review: Review) -> Iterator[Draft]:
    """One risk for each vendor whose tools meet sensitive data under terms that are not all closed."""
    for vendor in review.vendors.values():
        sensitivity = standing(review, vendor).sensitivity
        drivers = _drivers(vendor)
        is_open = any(driver.state is not NO for driver in drivers)
        if sensitivity >= SENSITIVE_FROM and is_open:
            yield _draft(review, vendor, sensitivity, drivers)


def _drivers(vendor: Vendor) -> tuple[NamedState, ...]:
    return states(
        training_not_excluded=is_in(vendor.training_on_inputs, TrainingOnInputs.ALLOWED),
        long_retention=is_in(vendor.retention, Retention.LONG),
        outside_region=is_in(vendor.processing_region, ProcessingRegion.OUT),
        sub_processors_unlisted=is_in(vendor.sub_processors, SubProcessors.UNLISTED),
        self_serve_terms=is_in(vendor.terms_type, TermsType.SELF_SERVE),
    )


def _draft(review: Review, vendor: Vendor, sensitivity: int, drivers: tuple[NamedState, ...]) -> Draft:
    training = is_in(vendor.training_on_inputs, TrainingOnInputs.ALLOWED)
    return Draft(
        template=Template.VT,
        subject=vendor.id,
        type=RiskType.DATA_ACCESS,
        title=f"{vendor.name}: terms leave retention, training, region or model provider open",
        drivers=drivers,
        impact_base=same_base(sensitivity),
        modifiers=states(training_on_sensitive_data=training if sensitivity >= VERY_SENSITIVE_FROM else NO),
        controls=counted_controls(
            review,
            PREVENTIVE,
            RECOVERY,
            {"contract_ai_terms": field_score(vendor.contract_ai_terms, CONTRACT_TERMS)},
        ),
        key_control=KEY_CONTROL,
        linked=(vendor.id, *(tool.id for tool in review.tools_of_vendor(vendor.id))),
    )
