"""DA: a tool can reach sensitive data (risk model rm-1, 6.2)."""

from collections.abc import Iterable, Iterator, Sequence

from app.assessment.control_scores import category_rules_score
from app.assessment.controls import Weights, counted_controls
from app.assessment.draft import Draft, firing, same_base, states
from app.assessment.facts import NO, UNKNOWN, any_of, at_least, fact, heavy_use, is_in
from app.assessment.scope import NOTHING, Access, Review
from models.pack import RiskType
from models.risk import Template
from models.values import (
    AccessScope,
    AITool,
    Approval,
    Capability,
    DataCategory,
    Route,
    TrainingOnInputs,
    Tri,
)

MANY_PEOPLE = 100_000
SENSITIVE_FROM = 3
NAMED_CATEGORIES = 2

RECOVERY = {"LOG-02": 2, "LOG-09": 2, "DAT-12": 1, "ACC-09": 1}
_ALWAYS = {"DAT-01": 2, "ACC-01": 2, "category_rules": 2, "DAT-11": 1}
_ANY_MANUAL_ROUTE = {"DAT-07": 2, "ACC-08": 2}
_IN_THE_BROWSER = {"ACC-06": 2}
_THROUGH_FILES = {"ACC-07": 2}
_ANY_CONNECTED_ROUTE = {"ACC-05": 2, "DAT-06": 1}

_READS = (Capability.SEE, Capability.INFER, Capability.STORE)
_NOT_FOR_SENSITIVE_DATA = (Approval.APPROVED_GENERAL, Approval.TRIAL, Approval.UNOFFICIAL)


def drafts(review: Review) -> Iterator[Draft]:
    """One risk for each tool that can see, infer or store data of adjusted sensitivity 3 or more."""
    for tool in review.tools.values():
        accesses = sensitive_accesses(review.accesses_of(tool.id))
        if accesses:
            yield _draft(review, tool, accesses)


def sensitive_accesses(accesses: Iterable[Access]) -> list[Access]:
    """The grants that make the risk: reading or keeping sensitive data, in any environment."""
    return [
        access
        for access in accesses
        if access.sensitivity >= SENSITIVE_FROM
        and any(capability in _READS for capability in access.grant.capabilities)
    ]


def _draft(review: Review, tool: AITool, accesses: Sequence[Access]) -> Draft:
    categories = _categories(review, accesses)
    may_train = vendor_may_train(review, tool)
    is_unofficial = tool.approval is Approval.UNOFFICIAL
    is_raw = any(access.is_raw_and_sensitive for access in accesses)
    return Draft(
        template=Template.DA,
        subject=tool.id,
        type=RiskType.DATA_ACCESS,
        title=f"{'Unapproved: ' if is_unofficial else ''}{tool.name} can reach {_listed(categories)}",
        drivers=states(
            uncontrolled_route=fact(not all(access.is_connected for access in accesses)),
            approval_does_not_cover=is_in(tool.approval, *_NOT_FOR_SENSITIVE_DATA),
            reach_too_wide=any_of(is_in(access.grant.scope, AccessScope.BROAD) for access in accesses),
            vendor_may_train=may_train,
            heavy_use=heavy_use(tool.frequency, tool.users),
        ),
        impact_base=same_base(max(access.sensitivity for access in accesses)),
        modifiers=states(
            wide_reach=any_of(at_least(access.grant.people_reachable, MANY_PEOPLE) for access in accesses)
        ),
        controls=counted_controls(
            review,
            _preventive(accesses),
            RECOVERY,
            {"category_rules": category_rules_score(categories)},
        ),
        key_control="ACC-01" if any(access.is_connected for access in accesses) else "DAT-01",
        stop_rules=firing(SR2=is_unofficial and may_train is not NO and is_raw),
        linked=(tool.id,),
    )


def _preventive(accesses: Sequence[Access]) -> Weights:
    routes = {access.grant.route for access in accesses}
    weights = dict(_ALWAYS)
    if not all(access.is_connected for access in accesses):
        weights |= _ANY_MANUAL_ROUTE
    if routes & {Route.BROWSER_EXTENSION, Route.USER_LEVEL}:
        weights |= _IN_THE_BROWSER
    if routes & {Route.EXPORTED_FILE, Route.SHARED_REPORT}:
        weights |= _THROUGH_FILES
    if any(access.is_connected for access in accesses):
        weights |= _ANY_CONNECTED_ROUTE
    return weights


def vendor_may_train(review: Review, tool: AITool) -> Tri:
    """Whether inputs may be trained on: the tool's own fact if there is one, else the vendor's."""
    if tool.training_on_inputs is not None:
        return is_in(tool.training_on_inputs, TrainingOnInputs.ALLOWED)
    if tool.vendor == NOTHING:
        return NO
    vendor = review.vendors.get(tool.vendor or "")
    return UNKNOWN if vendor is None else is_in(vendor.training_on_inputs, TrainingOnInputs.ALLOWED)


def _categories(review: Review, accesses: Sequence[Access]) -> list[DataCategory]:
    ids = {category for access in accesses for category in access.grant.data_categories}
    return [review.categories[category] for category in sorted(ids)]


def _listed(categories: Sequence[DataCategory]) -> str:
    highest = max(category.sensitivity for category in categories)
    names = [_mid_sentence(category.name) for category in categories if category.sensitivity == highest]
    named = ", ".join(names[:NAMED_CATEGORIES])
    left = len(names) - NAMED_CATEGORIES
    return f"{named} and {left} more" if left > 0 else named


def _mid_sentence(name: str) -> str:
    """The name as it stands inside a sentence: `Customer data` loses its capital, `CRM notes` keeps it."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name
