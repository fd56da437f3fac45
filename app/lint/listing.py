"""Puts the rules together: everything that was found in a review, in one order."""

from collections.abc import Sequence
from datetime import date

from app.lint.answers import answer_findings
from app.lint.contradictions import contradiction_findings
from app.lint.dates import date_findings
from app.lint.facts import Facts
from app.lint.finding import Finding, in_order
from app.lint.plan import plan_findings
from app.lint.registers import register_findings
from app.lint.rules import RULES
from app.lint.wording import wording_findings
from models.assessment import Assessment
from models.snapshot import Snapshot


def lint(
    snapshot: Snapshot, assessment: Assessment, today: date, others: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Everything found, blockers first, waived or not; the order does not depend on that of entries.

    `assessment` is that of the snapshot; `others` are names by which other clients are known here. Of several
    findings with one identity the first counts.
    """
    facts = Facts(snapshot, assessment, today)
    found: dict[str, Finding] = {}
    for finding in in_order(
        (
            *wording_findings(facts, others),
            *answer_findings(facts),
            *plan_findings(facts),
            *register_findings(facts),
            *date_findings(facts),
            *contradiction_findings(facts),
        ),
        RULES,
    ):
        found.setdefault(finding.identity, finding)
    return tuple(found.values())
