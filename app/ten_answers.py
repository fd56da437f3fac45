"""The ten things that the client should know, each answered in one sentence with a place to look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.i18n import _, ngettext
from app.risk_words import caption_of
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import Unknown, UseCaseLevel

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question with its direct answer; `place` leads to more."""

    number: int
    question: str
    answer: str
    place: str


def ten_answers(snapshot: Snapshot, assessment: Assessment) -> tuple[Outcome, ...]:
    """All ten, in their order (risk model rm-1, 10.5)."""
    told: tuple[tuple[str, Callable[[Snapshot, Assessment], str], str], ...] = (
        (_("Where is AI used?"), _where, "page:registers"),
        (_("What is unofficial?"), _unofficial, "page:registers"),
        (_("What is most exposed?"), _exposed, "page:risk_map"),
        (_("What is safe to scale?"), _scale, "page:registers"),
        (_("What needs controls first?"), _controls, "page:registers"),
        (_("Which integrations need review?"), _integrations, "section:ACC"),
        (_("Where is approval required?"), _approvals, "section:OVR"),
        (_("Where is logging missing?"), _logging, "section:LOG"),
        (_("Where is ownership unclear?"), _ownership, "section:USE"),
        (_("What to fix first?"), _first, "page:risk_map"),
    )
    return tuple(
        Outcome(number, question, answer(snapshot, assessment), place)
        for number, (question, answer, place) in enumerate(told, start=1)
    )


def _where(_snapshot: Snapshot, assessment: Assessment) -> str:
    found = assessment.outcomes.where_used
    if not found.tools:
        return _("Nothing is listed yet.")
    high = found.levels.get(UseCaseLevel.HIGH, 0)
    return _("{tools} tools in {systems} systems, for {uses} uses, {high} of them High.").format(
        tools=found.tools, systems=found.systems, uses=found.use_cases, high=high
    )


def _unofficial(snapshot: Snapshot, assessment: Assessment) -> str:
    found = assessment.outcomes.unofficial
    words = _("No tool without approval was found.")
    if found.tools:
        reached = len(found.data_categories)
        words = _("{n} tools without approval, reaching {k} kinds of data: {names}.").format(
            n=len(found.tools), k=reached, names=_names(snapshot, found.tools)
        )
    if isinstance(found.named_by_leaders, Unknown) or isinstance(found.named_by_team, Unknown):
        return words
    gap = _("Leaders named {leaders} tools, the team {team}.")
    return f"{words} {gap.format(leaders=found.named_by_leaders, team=found.named_by_team)}"


def _exposed(snapshot: Snapshot, assessment: Assessment) -> str:
    systems = assessment.outcomes.most_exposed.systems
    if not systems:
        return _("No tool has access to a live system.")
    first = systems[0]
    return _("{system}: {n} ways for AI to act on it live, {k} from unapproved tools.").format(
        system=caption_of(snapshot, first.id), n=first.live_action_grants, k=first.unapproved_grants
    )


def _scale(snapshot: Snapshot, assessment: Assessment) -> str:
    found = assessment.outcomes.safe_to_scale
    both = (*found.scale, *found.scale_keep_controls)
    if not both:
        return _("No use can be scaled yet.")
    words = _("{n} uses, {k} of them with the controls they have: {names}.")
    return words.format(n=len(both), k=len(found.scale_keep_controls), names=_names(snapshot, both))


def _controls(snapshot: Snapshot, assessment: Assessment) -> str:
    found = assessment.outcomes.needs_controls
    if not found.controls_first and not found.pause_or_contain:
        return _("No use.")
    words = _("{n} uses need controls first; {k} should pause or be contained: {names}.")
    return words.format(
        n=len(found.controls_first),
        k=len(found.pause_or_contain),
        names=_names(snapshot, found.pause_or_contain or found.controls_first),
    )


def _integrations(_snapshot: Snapshot, assessment: Assessment) -> str:
    n = len(assessment.outcomes.integrations)
    if not n:
        return _("None that is connected.")
    tools = len({item.tool for item in assessment.outcomes.integrations})
    words = ngettext("{n} connection of {k} tools.", "{n} connections of {k} tools.", n)
    return words.format(n=n, k=tools)


def _approvals(_snapshot: Snapshot, assessment: Assessment) -> str:
    needs = assessment.outcomes.approvals
    if not needs:
        return _("Nowhere: no use is Medium or High.")
    held = sum(need.adequate for need in needs)
    return _("In {n} uses; {k} have a gate that checks enough before the effect.").format(
        n=len(needs), k=held
    )


def _logging(snapshot: Snapshot, assessment: Assessment) -> str:
    found = assessment.outcomes.missing_logging
    if not found.use_cases and not found.systems_log_off:
        return _("Nowhere that was looked at.")
    words = ngettext(
        "{n} use cannot be reconstructed or is not watched.",
        "{n} uses cannot be reconstructed or are not watched.",
        len(found.use_cases),
    ).format(n=len(found.use_cases))
    if found.systems_log_off:
        off = _("The audit log is off in {names}.")
        words += " " + off.format(names=_names(snapshot, found.systems_log_off))
    return words


def _ownership(_snapshot: Snapshot, assessment: Assessment) -> str:
    found = assessment.outcomes.unclear_ownership
    if not found.tools and not found.vendors and not found.gates:
        return _("Nowhere: everything has a person.")
    return _("{tools} tools, {vendors} vendor approvals and {gates} gates have no person to ask.").format(
        tools=len(found.tools), vendors=len(found.vendors), gates=len(found.gates)
    )


def _first(_snapshot: Snapshot, assessment: Assessment) -> str:
    found = assessment.outcomes.fix_first
    if not found.contain_now and not found.actions:
        return _("Nothing.")
    rules = "+".join(fired.rule.value for fired in found.stop_rules)
    now = ngettext("{n} risk to contain now", "{n} risks to contain now", len(found.contain_now))
    words = now.format(n=len(found.contain_now))
    if rules:
        words += " " + _("({rules})").format(rules=rules)
    return _("{now}, then {questions}.").format(now=words, questions=", ".join(found.actions[:MOST_NAMES]))


def _names(snapshot: Snapshot, ids: Sequence[str]) -> str:
    names = ", ".join(caption_of(snapshot, each) for each in ids[:MOST_NAMES])
    more = len(ids) - MOST_NAMES
    return _("{names} and {n} more").format(names=names, n=more) if more > 0 else names
