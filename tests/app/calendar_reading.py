"""Reads calendar files as RFC 5545 writes them, strictly: what a calendar would refuse fails here."""

import re
from dataclasses import dataclass, field
from datetime import date

LONGEST = 75
NEEDED = {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}
ONCE = {*NEEDED, "DTEND", "DESCRIPTION", "RRULE", "TRANSP"}
RULE = re.compile(
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;INTERVAL=[1-9]\d*)?"
    r"(;BYMONTHDAY=\d+(,\d+)*;BYSETPOS=-1|;BYMONTH=2;BYMONTHDAY=-1)?"
)


@dataclass
class Event:
    """What stands between BEGIN:VEVENT and END:VEVENT; texts with their escapes undone."""

    values: dict[str, str] = field(default_factory=dict)

    @property
    def day(self) -> date:
        found = self.values["DTSTART"]
        return date(int(found[:4]), int(found[4:6]), int(found[6:]))


def read_calendar(data: bytes) -> list[Event]:
    """The events of a file. AssertionError for what RFC 5545 does not allow."""
    assert data.endswith(b"\r\n")
    raw = data[:-2].split(b"\r\n")
    assert all(len(line) <= LONGEST and b"\n" not in line and b"\r" not in line for line in raw)
    lines = data[:-2].replace(b"\r\n ", b"").decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    head = {line.partition(":")[0] for line in lines[1 : events(lines)[0] if events(lines) else -1]}
    assert head >= {"VERSION", "PRODID"}
    found = [_event(lines, at) for at in events(lines)]
    assert len({event.values["UID"] for event in found}) == len(found)
    return found


def events(lines: list[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if line == "BEGIN:VEVENT"]


def _event(lines: list[str], at: int) -> Event:
    event, end = Event(), lines.index("END:VEVENT", at)
    for line in lines[at + 1 : end]:
        name, colon, value = line.partition(":")
        assert colon
        name, _semicolon, parameter = name.partition(";")
        assert re.fullmatch(r"[A-Z-]+", name)
        assert not any(ord(c) < 32 or ord(c) == 127 for c in value)
        assert name not in ONCE or name not in event.values
        assert parameter == ("VALUE=DATE" if name in {"DTSTART", "DTEND"} else "")
        event.values[name] = _text(value) if name in {"SUMMARY", "DESCRIPTION", "CATEGORIES"} else value
    assert event.values.keys() >= NEEDED
    assert re.fullmatch(r"\d{8}T\d{6}Z", event.values["DTSTAMP"])
    assert re.fullmatch(r"\d{8}", event.values["DTSTART"])
    assert event.values.get("DTEND", "99999999") > event.values["DTSTART"]
    assert "RRULE" not in event.values or RULE.fullmatch(event.values["RRULE"])
    return event


def _text(value: str) -> str:
    assert not re.search(r"(?<!\\)(\\\\)*[;,]", value), "a comma or semicolon is not escaped"
    assert not re.search(r"\\(?![\\;,nN])", value.replace("\\\\", "")), "an escape is not known"
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)
