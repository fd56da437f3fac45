"""Dates that cannot be: ahead though it has happened, in another age, or the wrong way round."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.lint.dates import AHEAD, ORDERED, PAST
from app.register_columns import paths_of, spec_at
from models.snapshot import Snapshot
from models.values import (
    ENTRY_TYPES,
    Day,
    HandlingRule,
    HandlingRules,
    Incident,
    RegisterName,
    ReviewCadence,
    RuleValue,
)
from tests.changes import with_fields
from tests.sound import TODAY, found, found_besides, sound_review

R = RegisterName
TOMORROW = TODAY + timedelta(days=1)


def tool(**values: Any) -> Snapshot:
    return with_fields(sound_review(), R.AI_TOOLS, "T1", **values)


def vendor_until(expires: date) -> Snapshot:
    approval = sound_review().vendors["V1"].approval
    assert approval is not None
    given = replace(approval, approved_on=TODAY, expires_on=expires)
    return with_fields(sound_review(), R.VENDORS, "V1", approval=given)


def handled(set_on: date) -> Snapshot:
    rules = HandlingRules(may_train=HandlingRule(value=RuleValue.NO, set_on=set_on))
    return with_fields(sound_review(), R.DATA_CATEGORIES, "C1", handling_rules=rules)


def with_entry(register: RegisterName, entry: Any) -> Snapshot:
    return sound_review().with_entry(register, entry)


@pytest.mark.parametrize("paths", [PAST, AHEAD, *[((r, a), (r, b)) for r, a, b in ORDERED]])
def test_every_field_of_the_tables_is_a_day(paths: Any) -> None:
    for register, path in paths:
        assert isinstance(spec_at(ENTRY_TYPES[register], path).kind, Day)


def test_every_day_that_people_type_is_looked_at() -> None:
    judged = {*PAST, *AHEAD, *((r, path) for r, *pair in ORDERED for path in pair)}
    days = {
        (register, path)
        for register, kind in ENTRY_TYPES.items()
        for path in paths_of(kind)
        if isinstance(spec_at(kind, path).kind, Day)
    }

    assert {path for _register, path in days - judged} == {"created", "updated"}
    assert judged <= days


@pytest.mark.parametrize(
    ("snapshot", "place"),
    [
        (tool(activated_on=TOMORROW), "entry:ai_tools/T1/activated_on"),
        (tool(activated_on=TODAY), None),
        (tool(activated_on=date(206, 1, 1)), "entry:ai_tools/T1/activated_on"),
        (tool(next_review=date(2062, 1, 1)), "entry:ai_tools/T1/next_review"),
        (tool(next_review=TOMORROW), None),
        (tool(last_reviewed=TODAY, next_review=date(2026, 11, 1)), "entry:ai_tools/T1/next_review"),
        (tool(activated_on=TODAY, last_reviewed=date(2026, 11, 1)), "entry:ai_tools/T1/last_reviewed"),
        (tool(next_review=date(206, 1, 1)), "entry:ai_tools/T1/next_review"),
        (tool(last_reviewed=TODAY, next_review=TODAY), None),
        (vendor_until(TOMORROW), None),
        (vendor_until(TODAY), None),
        (vendor_until(TODAY - timedelta(days=1)), "entry:vendors/V1/approval.expires_on"),
        (
            with_fields(sound_review(), R.ENGAGEMENT, "engagement", start_date=date(2026, 11, 14)),
            "entry:engagement/engagement/end_date",
        ),
        (
            with_entry(R.INCIDENTS, Incident(id="I1", began_on=TODAY, found_on=date(2026, 11, 1))),
            "entry:incidents/I1/found_on",
        ),
        (
            with_entry(R.REVIEW_CADENCES, ReviewCadence(id="RC1", last=TODAY, next=date(2026, 1, 1))),
            "entry:review_cadences/RC1/next",
        ),
        (handled(TODAY), None),
        (handled(TOMORROW), "entry:data_categories/C1/handling_rules.may_train.set_on"),
        (with_fields(sound_review(), R.SESSIONS, "RS1", date=TOMORROW), "entry:sessions/RS1/date"),
    ],
)
def test_it_is_told_at_the_field(snapshot: Snapshot, place: str | None) -> None:
    places = {one.place for one in found(snapshot) if one.rule.id == "impossible_date"}

    assert places == ({place} if place else set())


def test_the_same_date_is_possible_once_its_day_has_come() -> None:
    snapshot = tool(activated_on=TOMORROW)

    assert found_besides(snapshot, today=TOMORROW) == {}


@pytest.mark.parametrize("today", [date.min, date.max])
def test_no_day_is_too_early_or_too_late_to_ask(today: date) -> None:
    assert isinstance(found(tool(next_review=TODAY, activated_on=TODAY), today), tuple)
