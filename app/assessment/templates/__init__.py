"""The risks of a review before they are rated: the fifteen templates of risk model rm-1, 6."""

from collections.abc import Iterable

from app.assessment.draft import Draft
from app.assessment.scope import Review
from app.assessment.templates import (
    content,
    data_access,
    decisions,
    dependency,
    execution,
    programme,
    vendor_approval,
    vendor_terms,
)
from models.risk import Template

TEMPLATE_ORDER = {template: place for place, template in enumerate(Template)}

__all__ = ["TEMPLATE_ORDER", "drafts"]


def drafts(review: Review) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """All risks before rating, and the ids of those not examined: their key control is out of mode.

    A risk that is not examined does not exist for any other rule, so vendors look only at the examined
    risks of tools, and programme risks only at the examined rest.
    """
    examined: list[Draft] = []
    not_examined: list[Draft] = []

    def take(found: Iterable[Draft]) -> None:
        for draft in found:
            is_out = review.answers.is_out_of_mode(draft.key_control)
            (not_examined if is_out else examined).append(draft)

    for template in (execution, data_access, dependency, decisions, content, vendor_terms):
        take(template.drafts(review))
    take(list(vendor_approval.drafts(review, examined)))
    take(list(programme.drafts(review, examined)))
    not_examined.sort(key=lambda draft: (TEMPLATE_ORDER[draft.template], draft.id))
    return tuple(examined), tuple(draft.id for draft in not_examined)
