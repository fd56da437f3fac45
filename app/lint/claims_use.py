"""Contradictions about what is used and who answers for it: sections USE and UCR beside the registers.

Left out: USE-10, for no register says anything about a route to ask. USE-05, USE-06, USE-08, UCR-02, UCR-03
and UCR-09 are answered in the registers themselves, so that only "not applicable" can contradict them.
"""

from collections.abc import Iterable, Iterator

from app.i18n import _
from app.lint.claims import BEST, NONE_AT_ALL, YES, Claim, absent, claim
from app.lint.facts import Facts, blank
from models.values import (
    AccessScope,
    BannedPracticeScreen,
    DecisionDomain,
    Origin,
    Owner,
    RegisterName,
    TaskPurpose,
    Tri,
    UseCase,
    UseCaseLevel,
)

_ENGAGEMENT = ("engagement",)
_NOTHING: tuple[str, ...] = ()


def _incomplete_rows(facts: Facts) -> Iterable[str]:
    """Tools that lack one of the columns of a living register, or were last looked at over a year ago."""
    for key, tool in facts.tools.items():
        is_told = not blank(tool.description) and not blank(tool.data_used)
        is_known = is_told and tool.activated_on is not None and tool.owner is Owner.NAMED
        if not is_known or facts.is_old(tool.last_reviewed):
            yield key


def _uncompared(facts: Facts) -> Iterable[str]:
    said = facts.snapshot.engagement
    both = (said.tools_named_by_leaders, said.tools_named_by_team)
    return _ENGAGEMENT if any(not isinstance(one, int) for one in both) else _NOTHING


def _arrived_unapproved(facts: Facts) -> Iterable[str]:
    return (key for key, tool in facts.unapproved.items() if tool.origin is Origin.UPGRADE)


def _no_policy(facts: Facts) -> Iterable[str]:
    return _ENGAGEMENT if facts.snapshot.engagement.policy_exists is Tri.NO else _NOTHING


def _policy(facts: Facts) -> Iterable[str]:
    return _ENGAGEMENT if facts.snapshot.engagement.policy_exists is Tri.YES else _NOTHING


def _no_leader(facts: Facts) -> Iterable[str]:
    return _ENGAGEMENT if blank(facts.snapshot.engagement.accountable_leader) else _NOTHING


def _high_without_gate(facts: Facts) -> Iterable[str]:
    return (key for key, use in facts.high_uses.items() if use.gate not in facts.snapshot.approval_gates)


def _beyond_need(facts: Facts) -> Iterable[str]:
    """Grants of tools that act, wider than needed or of a width that nobody knows."""
    for key, access in facts.grants.items():
        acts = access.can_act and access.grant.tool in facts.executing
        if acts and access.grant.scope is not AccessScope.LEAST:
            yield key


def _regulated_not_high(facts: Facts) -> Iterable[str]:
    for key, use in facts.uses.items():
        if use.regulated_audience is Tri.YES and facts.levels.get(key) is not UseCaseLevel.HIGH:
            yield key


def _not_screened(facts: Facts) -> Iterable[str]:
    screened = {BannedPracticeScreen.SCREENED, BannedPracticeScreen.POSSIBLE}
    return (key for key, use in facts.high_uses.items() if use.banned_practice_screen not in screened)


def _without_baseline(facts: Facts) -> Iterable[str]:
    """Serious uses without a written baseline; a count of all items stands for it."""
    for key, use in facts.serious_uses.items():
        record = use.decision_record
        if use.decision_record_items != 5 and (record is None or blank(record.baseline)):
            yield key


def _begun_by_one(facts: Facts) -> Iterable[str]:
    return (key for key, tool in facts.unapproved.items() if tool.origin is Origin.INDIVIDUAL)


def _unapproved(facts: Facts) -> Iterable[str]:
    return facts.unapproved


def _tools(facts: Facts) -> Iterable[str]:
    return facts.tools


def _uses(facts: Facts) -> Iterable[str]:
    return facts.uses


def _agents(facts: Facts) -> Iterable[str]:
    return facts.executing


def _regulated(facts: Facts) -> Iterable[str]:
    return (key for key, use in facts.uses.items() if use.regulated_audience is Tri.YES)


TOOLS, USES, ENGAGEMENT = RegisterName.AI_TOOLS, RegisterName.USE_CASES, RegisterName.ENGAGEMENT

CLAIMS: tuple[Claim, ...] = (
    claim("register_is_living", "USE-01", _(
        "{question} says that a living register is kept, but columns are empty or old for {entries}."
    ), _incomplete_rows, TOOLS),
    claim("compared", "USE-02", _(
        "{question} says that leaders and team were compared, but the scene lacks the two counts."
    ), _uncompared, ENGAGEMENT, YES),
    claim("every_find_decided", "USE-03", _(
        "{question} says that every find is decided on, but these are in use unapproved: {entries}."
    ), _unapproved, TOOLS, BEST),
    claim("upgrades_checked", "USE-07", _(
        "{question} says that upgrades are checked, but these came with one, unapproved: {entries}."
    ), _arrived_unapproved, TOOLS),
    claim("policy_missing", "USE-09", _(
        "{question} says that there is a policy, but the scene says that there is none."
    ), _no_policy, ENGAGEMENT, range(1, 5)),
    claim("policy_there", "USE-09", _(
        "{question} says that there is no policy, but the scene says that there is one."
    ), _policy, ENGAGEMENT, NONE_AT_ALL),
    claim("only_permitted_tools", "USE-11", _(
        "{question} says that it is published who may use what, but these are unapproved: {entries}."
    ), _unapproved, TOOLS),
    claim("leader_named", "USE-12", _(
        "{question} says that one leader is accountable, but the scene names nobody."
    ), _no_leader, ENGAGEMENT, YES),
    claim("levels_need_a_gate", "UCR-04", _(
        "{question} says that every level has its conditions, but there is no gate for {entries}."
    ), _high_without_gate, USES),
    claim("agents_match_permissions", "UCR-05", _(
        "{question} says that agents are held to what is written, but not by these grants: {entries}."
    ), _beyond_need, RegisterName.ACCESS_GRANTS),
    claim("regulated_is_high", "UCR-06", _(
        "{question} says that regulated audiences are always treated as high, but not so {entries}."
    ), _regulated_not_high, USES),
    claim("high_is_screened", "UCR-07", _(
        "{question} says that every high use case was screened, but not so {entries}."
    ), _not_screened, USES),
    claim("compared_with_baseline", "UCR-08", _(
        "{question} says that uses are compared with a baseline, but there is none for {entries}."
    ), _without_baseline, USES),
    claim("intake_before_use", "UCR-10", _(
        "{question} says that uses pass an intake first, but one person's click began {entries}."
    ), _begun_by_one, TOOLS),
    *(
        absent(question, _tools, TOOLS)
        for question in ("USE-01", "USE-05", "USE-06", "USE-08", "ACC-01", "DAT-03", "OVR-11")
    ),
    *(
        absent(question, _uses, USES)
        for question in ("UCR-01", "UCR-02", "UCR-03", "UCR-09", "LOG-01", "OVR-03")
    ),
    absent("UCR-05", _agents, TOOLS),
    absent("UCR-06", _regulated, USES),
)  # fmt: skip

# The jobs of USE-04 that a use case can be held against: by its kind of work, or by its decision.
_BY_PURPOSE = {
    "reporting": {TaskPurpose.REPORTING},
    "content": {TaskPurpose.CONTENT, TaskPurpose.DRAFTING},
    "qa": {TaskPurpose.QA},
    "data_analysis": {TaskPurpose.ANALYSIS},
    "talking_to_customers": {TaskPurpose.CONVERSATION},
}
_SEGMENTING = {DecisionDomain.SEGMENTATION, DecisionDomain.SUPPRESSION}
JOBS = (*_BY_PURPOSE, "segmentation")


def does_job(use: UseCase, job: str) -> bool:
    """Whether a use case is of a job that USE-04 offers."""
    if job == "segmentation":
        return use.decision_domain in _SEGMENTING
    return use.task_purpose in _BY_PURPOSE[job]


def jobs_ticked(facts: Facts) -> frozenset[str]:
    """The jobs that anybody ticked in USE-04."""
    return frozenset(_ticked(facts))


def _ticked(facts: Facts) -> Iterator[str]:
    for answer in facts.answers("USE-04"):
        if isinstance(answer.value, tuple):
            yield from answer.value
