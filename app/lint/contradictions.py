"""The contradictions of all sections, and the jobs of USE-04 beside the use cases."""

from collections.abc import Iterator

from app.i18n import _
from app.lint import claims_data, claims_oversight, claims_use, rules
from app.lint.claims import Claim, contradictions
from app.lint.claims_use import JOBS, does_job, jobs_ticked
from app.lint.facts import Facts
from app.lint.finding import Finding, named

CLAIMS: tuple[Claim, ...] = (*claims_use.CLAIMS, *claims_data.CLAIMS, *claims_oversight.CLAIMS)


def contradiction_findings(facts: Facts) -> Iterator[Finding]:
    """What answers claim and registers deny."""
    yield from contradictions(CLAIMS, facts)
    yield from _jobs(facts)


def _jobs(facts: Facts) -> Iterator[Finding]:
    ticked = jobs_ticked(facts)
    if not ticked or not facts.uses:
        return
    options = {option.id: option.label for option in facts.snapshot.pack.question("USE-04").options}
    for job in JOBS:
        doing = sorted(key for key, use in facts.uses.items() if does_job(use, job))
        if job in ticked and not doing:
            words = _("USE-04 says that AI is used for {job}, but no live use case is for it.")
        elif job not in ticked and doing:
            words = _("USE-04 does not name {job}, but {uses} are for it.")
        else:
            continue
        yield Finding(
            rule=rules.CONTRADICTION,
            words=words.format(job=options.get(job, job), uses=named(doing)),
            place="question:USE-04",
            also=f"entry:use_cases/{doing[0]}" if doing else "register:use_cases",
            key=f"job_{job}",
            facts=(str(job in ticked), *doing),
        )
