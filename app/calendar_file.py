"""Writes the days of a review as a calendar file (iCalendar, RFC 5545): the same review, the same bytes."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from unicodedata import category

from app.calendar_days import CalendarDay, calendar_days
from app.i18n import _
from app.plan_dates import review_day
from app.recurrence import Frequency, Recurrence
from app.version import VERSION
from models.snapshot import Snapshot
from models.values import RegisterName

LONGEST_LINE = 75  # octets, without the line end (RFC 5545, 3.1)
LINE_END = "\r\n"
_SHORTEST_MONTH = 28
_EPOCH = date(1970, 1, 1)


def calendar_file(snapshot: Snapshot) -> bytes:
    """Due dates and recurring reviews as all-day events.

    Nobody is named and the client is not: the file holds texts of actions, subjects of reviews, and roles.
    An event keeps its UID from export to export, so that a calendar replaces it. The time stamp is the
    review's day, not the clock's.
    """
    stamp = review_day(snapshot) or _EPOCH
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Plumbline//Plumbline {VERSION}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(_('AI risk plan'))}",
    ]
    for found in calendar_days(snapshot):
        lines.extend(_event(found, snapshot.engagement.client, stamp))
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + LINE_END for line in lines).encode()


def folded(line: str) -> str:
    """A line broken so that no part is over 75 octets; never inside a character."""
    parts, part, octets, room = [], "", 0, LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if octets + size > room:
            parts.append(part)
            part, octets, room = "", 0, LONGEST_LINE - 1  # the space that begins a continued line
        part += character
        octets += size
    return (LINE_END + " ").join([*parts, part])


def _event(found: CalendarDay, client: str, stamp: date) -> Iterator[str]:
    is_due = found.register is RegisterName.ACTION_PLAN
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(found, client)}"
    yield f"DTSTAMP:{_date(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_date(found.day)}"
    if found.day < date.max:
        yield f"DTEND;VALUE=DATE:{_date(found.day + timedelta(days=1))}"
    if found.repeats is not None:
        yield f"RRULE:{_rule(found.repeats, found.day)}"
    yield f"SUMMARY:{_escaped(found.title)}"
    yield f"DESCRIPTION:{_escaped(chr(10).join(found.lines))}"
    yield f"CATEGORIES:{_escaped(_('Due date') if is_due else _('Recurring review'))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(found: CalendarDay, client: str) -> str:
    """Another client's action of the same id is another event; the client cannot be read from it."""
    seed = f"{client}\0{found.register.value}\0{found.key}"
    return f"{hashlib.sha256(seed.encode()).hexdigest()[:32]}@plumbline.invalid"


def _date(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _rule(repeats: Recurrence, first: date) -> str:
    """The rule of a recurrence. After the 28th, shorter months take their last day instead of none."""
    parts = [f"FREQ={repeats.frequency.upper()}"]
    if repeats.interval > 1:
        parts.append(f"INTERVAL={repeats.interval}")
    if first.day > _SHORTEST_MONTH and repeats.frequency is Frequency.MONTHLY:
        days = ",".join(map(str, range(_SHORTEST_MONTH, first.day + 1)))
        parts += [f"BYMONTHDAY={days}", "BYSETPOS=-1"]
    elif (first.month, first.day) == (2, 29) and repeats.frequency is Frequency.YEARLY:
        parts += ["BYMONTH=2", "BYMONTHDAY=-1"]
    return ";".join(parts)


def _escaped(text: str) -> str:
    """Text as RFC 5545 (3.3.11) writes it; control characters, which it does not allow, become spaces."""
    lines = text.replace("\r\n", "\n")
    plain = "".join(" " if category(c) == "Cc" and c != "\n" else c for c in lines)
    for raw, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        plain = plain.replace(raw, written)
    return plain
