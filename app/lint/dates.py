"""Rules about dates: what lies ahead and cannot have happened, and what ends before it begins."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.day_words import short_day
from app.i18n import _
from app.lint import rules
from app.lint.facts import Facts
from app.lint.finding import Finding
from app.lint.texts import place_of
from app.register_columns import paths_of, spec_at, value_at
from models.values import ENTRY_TYPES, DataCategory, RegisterName

EARLIEST = date(1990, 1, 1)
LATEST_AHEAD = timedelta(days=365 * 25)

R = RegisterName
# What has happened if it is recorded at all.
PAST: tuple[tuple[RegisterName, str], ...] = (
    (R.AI_TOOLS, "activated_on"),
    (R.AI_TOOLS, "approved_on"),
    (R.AI_TOOLS, "last_reviewed"),
    (R.AI_TOOLS, "decision_record.decided_on"),
    (R.ACCESS_GRANTS, "last_used"),
    (R.ACCESS_GRANTS, "last_reviewed"),
    (R.SYSTEMS, "last_integration_review"),
    (R.VENDORS, "approval.approved_on"),
    (R.USE_CASES, "decision_record.decided_on"),
    (R.APPROVAL_GATES, "last_refusal"),
    (R.MONITORS, "last_run"),
    (R.MONITORS, "last_breach"),
    (R.REVIEW_CADENCES, "last"),
    (R.EVIDENCE, "seen_on"),
    (R.INCIDENTS, "found_on"),
    (R.INCIDENTS, "began_on"),
    (R.INCIDENT_PROCESS, "rehearsed_on"),
    (R.SESSIONS, "date"),
    *((R.DATA_CATEGORIES, path) for path in paths_of(DataCategory) if path.endswith(".set_on")),
)
# The first of each pair cannot be later than the second.
ORDERED: tuple[tuple[RegisterName, str, str], ...] = (
    (R.ENGAGEMENT, "start_date", "end_date"),
    (R.AI_TOOLS, "activated_on", "deactivated_on"),
    (R.AI_TOOLS, "last_reviewed", "next_review"),
    (R.AI_TOOLS, "activated_on", "last_reviewed"),
    (R.VENDORS, "contract_start", "contract_end"),
    (R.VENDORS, "approval.approved_on", "approval.expires_on"),
    (R.REVIEW_CADENCES, "last", "next"),
    (R.INCIDENTS, "began_on", "found_on"),
)
# Days that lie ahead, and were typed with a slip where they lie in another age.
AHEAD: tuple[tuple[RegisterName, str], ...] = (
    (R.ENGAGEMENT, "end_date"),
    (R.AI_TOOLS, "next_review"),
    (R.VENDORS, "approval.expires_on"),
    (R.VENDORS, "contract_end"),
    (R.VENDORS, "renewal_date"),
    (R.SYSTEMS, "renewal_date"),
    (R.USE_CASES, "override.expires_on"),
    (R.EXCEPTIONS, "expires_on"),
    (R.RISK_DECISIONS, "accepted_until"),
    (R.ACTION_PLAN, "due"),
    (R.REVIEW_CADENCES, "next"),
)


def date_findings(facts: Facts) -> Iterator[Finding]:
    """Dates that cannot be, one finding a field."""
    for register, path in PAST:
        for key, place, day in _days(facts, register, path):
            if day > facts.today:
                words = _("{entry}: {field} lies ahead, on {day}, though it is about what has happened.")
                yield _impossible(words, register, path, (key, place, day))
            elif day < EARLIEST:
                yield _other_age(register, path, (key, place, day))
    for register, path in AHEAD:
        for key, place, day in _days(facts, register, path):
            if day < EARLIEST or day - facts.today > LATEST_AHEAD:
                yield _other_age(register, path, (key, place, day))
    for register, first, second in ORDERED:
        before = {key: day for key, _place, day in _days(facts, register, first)}
        for key, place, day in _days(facts, register, second):
            if key in before and day < before[key]:
                words = _("{entry}: {field} is {day}, before {other}, which is {before}.")
                yield Finding(
                    rule=rules.IMPOSSIBLE_DATE,
                    words=words.format(
                        entry=key,
                        field=_field(register, second),
                        day=short_day(day),
                        other=_field(register, first),
                        before=short_day(before[key]),
                    ),
                    place=place,
                    key=first,
                    facts=(day.isoformat(), before[key].isoformat()),
                )


def _days(facts: Facts, register: RegisterName, path: str) -> Iterator[tuple[str, str, date]]:
    for key, entry in facts.snapshot.entries(register).items():
        day = value_at(entry, path)
        if isinstance(day, date):
            yield key, f"{place_of(register, entry)}/{path}", day


def _other_age(register: RegisterName, path: str, found: tuple[str, str, date]) -> Finding:
    return _impossible(_("{entry}: {field} is {day}: is the year right?"), register, path, found)


def _impossible(words: str, register: RegisterName, path: str, found: tuple[str, str, date]) -> Finding:
    key, place, day = found
    return Finding(
        rule=rules.IMPOSSIBLE_DATE,
        words=words.format(entry=key, field=_field(register, path), day=short_day(day)),
        place=place,
        facts=(day.isoformat(),),
    )


def _field(register: RegisterName, path: str) -> str:
    return _(spec_at(ENTRY_TYPES[register], path).label).lower()
