"""The calendar file is what RFC 5545 asks for, is always the same, and names nobody."""

from datetime import date

import pytest
from hypothesis import given, settings

from app.calendar_days import calendar_days, calendar_words, without_a_day
from app.calendar_file import calendar_file, folded
from app.recurrence import Frequency, Recurrence, recurrence
from models.snapshot import Snapshot
from models.values import ActionStatus, RegisterName
from tests.app.calendar_reading import Event, read_calendar
from tests.changes import with_fields
from tests.specified import specified_review
from tests.strategies import snapshots

PLAN, REVIEWS, SCENE = RegisterName.ACTION_PLAN, RegisterName.REVIEW_CADENCES, RegisterName.ENGAGEMENT


def events(snapshot: Snapshot) -> dict[str, Event]:
    """The events by the first words of what they say."""
    return {event.values["SUMMARY"]: event for event in read_calendar(calendar_file(snapshot))}


def test_an_action_without_an_agreed_day_is_due_at_the_end_of_its_horizon() -> None:
    found = events(specified_review("ferrowick"))

    event = found["Due: Disable the Patchbay credentials and hand suppression to a person."]

    assert event.day == date(2026, 11, 27)
    assert "No date is agreed yet: this is the end of “Now, 14 days”." in event.values["DESCRIPTION"]
    assert "Proposed owner: MAP admin and security." in event.values["DESCRIPTION"]


def test_the_agreed_day_goes_before_the_horizon() -> None:
    snapshot = with_fields(specified_review("ferrowick"), PLAN, "N1", due=date(2026, 11, 20))

    days = {found.key: found.day for found in calendar_days(snapshot)}

    assert days["N1"] == date(2026, 11, 20)


def test_what_is_done_or_dropped_is_not_on_the_calendar() -> None:
    snapshot = with_fields(specified_review("ferrowick"), PLAN, "N1", status=ActionStatus.DONE)
    snapshot = with_fields(snapshot, PLAN, "N2", status=ActionStatus.DROPPED)

    keys = {found.key for found in calendar_days(snapshot) if found.register is PLAN}

    assert keys == {"N3", "N4", "N5"}


def test_reviews_come_back_as_often_as_their_words_say() -> None:
    found = events(specified_review("ferrowick"))

    rules = {title: event.values.get("RRULE") for title, event in found.items() if "Review: " in title}

    assert rules == {
        "Review: Lead scoring": "FREQ=MONTHLY",
        "Review: Consent and preference rules": "FREQ=YEARLY",
        "Review: AI register": "FREQ=MONTHLY;INTERVAL=3",
    }
    assert found["Review: Lead scoring"].day == date(2026, 12, 13)
    assert found["Review: Consent and preference rules"].day == date(2027, 1, 20)


def test_a_review_without_a_rhythm_or_a_day_is_said_to_be_missing() -> None:
    snapshot = specified_review("ferrowick")

    assert without_a_day(snapshot) == ("RC4",)
    assert calendar_words(snapshot) == "8 days are in the file. No date is known for RC4."


def test_a_review_with_a_next_day_and_no_rhythm_is_there_once() -> None:
    snapshot = with_fields(specified_review("ferrowick"), REVIEWS, "RC4", next=date(2027, 1, 5))

    event = events(snapshot)["Review: Platform upgrades"]

    assert event.day == date(2027, 1, 5)
    assert "RRULE" not in event.values


def test_nobody_and_no_client_is_named() -> None:
    snapshot = with_fields(specified_review("ferrowick"), PLAN, "N1", client_owner="Zoë Quist")

    text = calendar_file(snapshot).decode().replace("\r\n ", "")

    assert "Zoë Quist" not in text
    assert "Amara Osei-Bonsu" not in text
    assert "Ferrowick" not in text


def test_events_keep_their_ids_when_the_plan_changes_and_another_client_has_others() -> None:
    snapshot = specified_review("ferrowick")
    changed = with_fields(snapshot, PLAN, "N1", text="Something else", due=date(2027, 1, 1))
    other = with_fields(snapshot, SCENE, snapshot.engagement.key, client="Somebody else")

    ids = [
        {event.values["UID"] for event in read_calendar(calendar_file(each))}
        for each in (snapshot, changed, other)
    ]

    assert ids[0] == ids[1]
    assert ids[0].isdisjoint(ids[2])


def test_texts_are_escaped_and_folded_and_come_back_as_they_were() -> None:
    text = "Ömer; comma, back\\slash\r\nnew line \U0001f98a " + "ü" * 80
    snapshot = with_fields(specified_review("ferrowick"), PLAN, "N1", text=text)

    assert f"Due: {text}".replace("\r\n", "\n") in events(snapshot)


def test_what_the_format_does_not_allow_becomes_a_space() -> None:
    snapshot = with_fields(specified_review("ferrowick"), PLAN, "N1", text="Bell\x07 tab\t end\x9b")

    assert "Due: Bell  tab  end " in events(snapshot)


def test_a_line_is_broken_between_characters_only() -> None:
    parts = folded("SUMMARY:" + "\U0001f98a" * 40).split("\r\n")

    assert all(len(part.encode()) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])


def test_the_last_days_of_a_month_come_back_in_shorter_months_too() -> None:
    snapshot = with_fields(specified_review("ferrowick"), REVIEWS, "RC2", next=date(2027, 1, 31))

    rule = events(snapshot)["Review: Lead scoring"].values["RRULE"]

    assert rule == "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"


def test_a_review_without_dates_has_a_calendar_of_what_was_agreed() -> None:
    snapshot = specified_review("ferrowick")
    snapshot = with_fields(snapshot, SCENE, snapshot.engagement.key, start_date=None, end_date=None)
    snapshot = with_fields(snapshot, PLAN, "N1", due=date(2027, 2, 1))

    assert [found.key for found in calendar_days(snapshot)] == ["N1", "RC3"]
    assert len(read_calendar(calendar_file(snapshot))) == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("quarterly", Recurrence(Frequency.MONTHLY, 3)),
        ("Every quarter, with legal", Recurrence(Frequency.MONTHLY, 3)),
        ("yearly and on change", Recurrence(Frequency.YEARLY)),
        ("half-yearly", Recurrence(Frequency.MONTHLY, 6)),
        ("every two weeks", Recurrence(Frequency.WEEKLY, 2)),
        ("every 10 days", Recurrence(Frequency.DAILY, 10)),
        ("every 0 days", None),
        ("within 7 days of each release", None),
        ("", None),
        (None, None),
    ],
)
def test_words_for_a_rhythm_are_understood(words: str | None, expected: Recurrence | None) -> None:
    assert recurrence(words) == expected


def test_a_month_after_the_31st_is_the_last_day_of_the_next() -> None:
    assert Recurrence(Frequency.MONTHLY).after(date(2027, 1, 31)) == date(2027, 2, 28)
    assert Recurrence(Frequency.YEARLY).after(date(2028, 2, 29)) == date(2029, 2, 28)
    with pytest.raises(ValueError, match="9999"):
        Recurrence(Frequency.YEARLY).after(date(9999, 1, 1))


@settings(max_examples=60, derandomize=True)
@given(snapshots())
def test_any_review_gives_a_calendar_that_can_be_read_and_is_always_the_same(snapshot: Snapshot) -> None:
    data = calendar_file(snapshot)

    assert data == calendar_file(snapshot)
    assert len(read_calendar(data)) == len(calendar_days(snapshot))
