"""The days that a review puts on a calendar: due dates of the plan, and reviews that come back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.i18n import _, ngettext
from app.plan_dates import deadline, is_open, review_day
from app.recurrence import Recurrence, recurrence
from models.pack import Effort
from models.snapshot import Snapshot
from models.values import ActionItem, ActionStatus, RegisterName, ReviewCadence

MOST_STEPS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One day, or one that comes back. `lines` say more; nobody is named in them, only roles."""

    register: RegisterName
    key: str
    day: date
    title: str
    lines: tuple[str, ...] = ()
    repeats: Recurrence | None = None


def calendar_days(snapshot: Snapshot) -> tuple[CalendarDay, ...]:
    """Due dates of open actions and then reviews, each by day.

    An action without an agreed day is due at the end of its horizon. A review without a next day comes back
    one interval after its last, or after this review, and never before this review.
    """
    due = sorted(_due(snapshot), key=lambda found: (found.day, found.key))
    reviews = sorted(_reviews(snapshot), key=lambda found: (found.day, found.key))
    return (*due, *reviews)


def without_a_day(snapshot: Snapshot) -> tuple[str, ...]:
    """What cannot be put on a calendar, by id: open actions and reviews that have no day."""
    placed = {(found.register, found.key) for found in calendar_days(snapshot)}
    actions = [action for action in snapshot.action_plan.values() if is_open(action)]
    return tuple(
        entry.id
        for register, entries in (
            (RegisterName.ACTION_PLAN, actions),
            (RegisterName.REVIEW_CADENCES, list(snapshot.review_cadences.values())),
        )
        for entry in entries
        if (register, entry.id) not in placed
    )


def calendar_words(snapshot: Snapshot) -> str:
    """How much of the plan is on the calendar, in a sentence."""
    n, missing = len(calendar_days(snapshot)), without_a_day(snapshot)
    said = ngettext("{n} day is in the file.", "{n} days are in the file.", n).format(n=n)
    if not missing:
        return said
    words = ngettext("No date is known for {names}.", "No date is known for {names}.", len(missing))
    return f"{said} {words.format(names=', '.join(missing))}"


def _due(snapshot: Snapshot) -> Iterator[CalendarDay]:
    for action in snapshot.action_plan.values():
        day = deadline(snapshot, action)
        if day is None or not is_open(action):
            continue
        yield CalendarDay(
            register=RegisterName.ACTION_PLAN,
            key=action.id,
            day=day,
            title=_("Due: {action}").format(action=action.text),
            lines=tuple(_action_lines(action)),
        )


def _action_lines(action: ActionItem) -> Iterator[str]:
    yield _("Action {id} of the AI risk plan.").format(id=action.id)
    if action.due is None and action.horizon is not None:
        yield _("No date is agreed yet: this is the end of “{horizon}”.").format(
            horizon=_(action.horizon.label)
        )
    if action.proposed_owner_role:
        yield _("Proposed owner: {role}.").format(role=action.proposed_owner_role)
    if action.effort is not None:
        yield _("Effort: {size}.").format(size=_effort(action.effort))
    status = action.status or ActionStatus.PROPOSED
    yield _("Status: {status}.").format(status=_(status.label).lower())


def _effort(effort: Effort) -> str:
    return {Effort.S: _("small"), Effort.M: _("medium"), Effort.L: _("large")}[effort]


def _reviews(snapshot: Snapshot) -> Iterator[CalendarDay]:
    for review in snapshot.review_cadences.values():
        rhythm = recurrence(review.interval)
        day = review.next or _first(review, rhythm, review_day(snapshot))
        if day is None:
            continue
        yield CalendarDay(
            register=RegisterName.REVIEW_CADENCES,
            key=review.id,
            day=day,
            title=_("Review: {subject}").format(subject=review.subject or review.id),
            lines=tuple(_review_lines(review)),
            repeats=rhythm,
        )


def _review_lines(review: ReviewCadence) -> Iterator[str]:
    yield _("Recurring review {id} of the AI risk plan.").format(id=review.id)
    if review.interval:
        yield _("How often: {interval}.").format(interval=review.interval)
    if review.next is None:
        yield _("No next day is agreed yet: this one is worked out from how often it comes back.")


def _first(review: ReviewCadence, rhythm: Recurrence | None, begun: date | None) -> date | None:
    if rhythm is None or (review.last is None and begun is None):
        return None
    day = review.last or begun
    try:
        for _step in range(MOST_STEPS):
            day = rhythm.after(day) if day is not None else day
            if day is None or begun is None or day >= begun:
                return day
    except ValueError:
        return None
    return None
