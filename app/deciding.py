"""What is decided about a risk, in words; what an acceptance still lacks; and the edits that decide. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from app.day_words import short_day
from app.edits import Edit, put, remove, set_field
from app.i18n import _
from app.risk_words import listed
from models.snapshot import Snapshot
from models.values import RegisterName, RiskDecision, Treatment

DECISIONS = RegisterName.RISK_DECISIONS
DECIDED_MARK = "✓"
# What has to be recorded for a risk that is accepted, by its field.
ACCEPTANCE: Mapping[str, str] = MappingProxyType(
    {"accepted_by": _("who accepts it"), "accepted_until": _("until when"), "notes": _("why")}
)
_NEXT: Mapping[Treatment, str] = MappingProxyType(
    {
        Treatment.AVOID: _("Avoid: stop what brings the risk about. Say in the plan who does so, and when."),
        Treatment.REDUCE: _("Reduce: what is done, by whom and when stands in the plan, under Fix first."),
        Treatment.SHARE: _("Share: by contract, insurance or with a partner. Say under “Why” with whom."),
        Treatment.ACCEPT: _("Whoever signs the report accepts this risk with it."),
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a decision stands: a sentence, and the tone in which it is said (a palette role)."""

    words: str
    tone: str = "muted"


def decided_words(decision: RiskDecision | None, *, with_name: bool = False) -> str:
    """The treatment, until when it is accepted and, if wanted, by whom: `Accept, until 31 May 2027`.

    Nothing where no treatment is recorded. The name is left out of what others may see.
    """
    if decision is None or decision.treatment is None:
        return ""
    said = _(decision.treatment.label)
    if decision.treatment is not Treatment.ACCEPT:
        return said
    if with_name and decision.accepted_by:
        said = _("{treatment}, by {name}").format(treatment=said, name=" ".join(decision.accepted_by.split()))
    if decision.accepted_until is None:
        return said
    return _("{treatment}, until {day}").format(treatment=said, day=short_day(decision.accepted_until))


def decided_mark(decision: RiskDecision | None) -> str:
    """The quiet mark with its word beside a risk: `✓ Accept`; nothing where nothing is decided."""
    if decision is None or decision.treatment is None:
        return ""
    return f"{DECIDED_MARK} {_(decision.treatment.label)}"


def lacking(decision: RiskDecision) -> tuple[str, ...]:
    """The fields that an acceptance lacks, in the order of the form; none for another treatment."""
    return tuple(_lacking(decision)) if decision.treatment is Treatment.ACCEPT else ()


def standing(decision: RiskDecision | None, today: date) -> Standing:
    """How a decision stands today, and what to do next."""
    if decision is None or decision.treatment is None:
        words = _("Nothing is decided. Choose what is done about this risk; “Accept” also wants {fields}.")
        return Standing(words.format(fields=listed(list(ACCEPTANCE.values()))))
    if missing := lacking(decision):
        words = _("Accepted, and not recorded: {fields}.")
        return Standing(words.format(fields=listed([_(ACCEPTANCE[name]) for name in missing])), "warn")
    until = decision.accepted_until
    if decision.treatment is Treatment.ACCEPT and until is not None and until < today:
        words = _("This ran out on {day}: have it accepted again until a later day, or decide otherwise.")
        return Standing(words.format(day=short_day(until)), "danger")
    if decision.treatment is not Treatment.ACCEPT and (decision.accepted_by or until):
        words = _("{next} Who accepts it and until when count only for “Accept”.")
        return Standing(words.format(next=_(_NEXT[decision.treatment])))
    return Standing(_(_NEXT[decision.treatment]))


def decision_edit(snapshot: Snapshot, risk: str, path: str, value: object) -> Edit:
    """The edit that records one field of a decision: the first begins it, clearing the last takes it back.

    Raises KeyError if decisions have no such field.
    """
    if risk not in snapshot.risk_decisions:
        begun = snapshot.with_entry(DECISIONS, RiskDecision(risk=risk))
        filled = set_field(begun, DECISIONS, risk, path, value).changes[0].after
        assert isinstance(filled, RiskDecision)  # noqa: S101  (just made)
        return put(snapshot, DECISIONS, filled, _("Decide about {risk}").format(risk=risk))
    edit = set_field(snapshot, DECISIONS, risk, path, value)
    if edit.changes[0].after != RiskDecision(risk=risk):
        return edit
    label = _("Take back what was decided about {risk}").format(risk=risk)
    return replace(remove(snapshot, DECISIONS, [risk]), label=label)


def dropping(snapshot: Snapshot, risk: str) -> Edit | None:
    """The edit that removes all that was decided about a risk; None where nothing was."""
    if risk not in snapshot.risk_decisions:
        return None
    label = _("Remove the decision about {risk}").format(risk=risk)
    return replace(remove(snapshot, DECISIONS, [risk]), label=label)


def _lacking(decision: RiskDecision) -> Iterator[str]:
    if not (decision.accepted_by or "").strip():
        yield "accepted_by"
    if decision.accepted_until is None:
        yield "accepted_until"
    if not (decision.notes or "").strip():
        yield "notes"
