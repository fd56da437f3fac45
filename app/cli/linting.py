"""Checks a review before its report, and prints what was found."""

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from app.assessment import assess
from app.cli.errors import about
from app.cli.files import opened
from app.cli.output import say, write_out
from app.cli.reading import bytes_of, is_json
from app.day_words import short_day
from app.errors import ReviewError
from app.i18n import _
from app.interchange import read_review
from app.lint import Checked, Finding, Waiver, blockers, checked
from app.other_clients import OtherClients
from app.packs import built_in_pack
from app.recent import recent_files
from models.assessment import Assessment
from models.snapshot import Snapshot

AddCommand: TypeAlias = Callable[[str, str, str], ArgumentParser]
LINT_FORMAT = "plumbline-lint"


class BlockersOpenError(ReviewError):
    """Something was found with which a review should not be sealed."""

    title = "There are blockers"
    advice = "Mend each at its place, or waive it with a reason in the window, under “Before the report”."


def add_linting(command: AddCommand, add_passphrase: Callable[[ArgumentParser], None]) -> None:
    """Add the command: lint."""
    lint = command(
        "lint",
        _("check a review before its report: what is missing, left over or contradictory"),
        "plumbline lint acme.plumbline --format text",
    )
    lint.description = _(
        "{purpose} Blockers come first, then warnings; what was waived is listed with its reason. The exit"
        " code is 1 as long as there are blockers that are neither mended nor waived."
    ).format(purpose=lint.description)
    lint.add_argument(
        "file", metavar="FILE", type=Path, help=_("a client's review file, or a review in JSON")
    )
    lint.add_argument("--format", choices=["text", "json"], default="text")
    lint.add_argument(
        "--today",
        metavar="YYYY-MM-DD",
        type=_day,
        help=_("the day against which dates are held (if not given: today)"),
    )
    lint.add_argument("--review", metavar="ID", help=_("which review (if not given: the newest)"))
    add_passphrase(lint)


def lint_review(asked: Namespace) -> None:
    """Print the findings. Raises BlockersOpenError, after all is printed, if blockers are open."""
    snapshot = _source(asked)
    today = asked.today or date.today()  # noqa: DTZ011  (the day of whoever asks)
    others = OtherClients().names(asked.file, (file.path for file in recent_files()))
    found = checked(snapshot, assess(snapshot), today, others)
    if asked.format == "json":
        write_out(_as_json(found, today))
    else:
        for line in _lines(found):
            say(line)
    if found.blockers:
        with about(asked.file):
            raise BlockersOpenError


def open_blockers(snapshot: Snapshot, assessment: Assessment, file: Path) -> tuple[Finding, ...]:
    """The blockers of a review file today, neither mended nor waived, in the order of the check."""
    today = date.today()  # noqa: DTZ011  (the day of whoever asks)
    others = OtherClients().names(file, (each.path for each in recent_files()))
    return blockers(snapshot, assessment, today, others)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(_("a day as 2026-11-28 is wanted")) from error


def _source(asked: Namespace) -> Snapshot:
    if is_json(asked.file):
        data = bytes_of(asked.file)
        with about(asked.file):
            return read_review(data, built_in_pack()).snapshot
    with opened(asked.file, asked.passphrase_file, read_only=True) as store, about(asked.file):
        return store.load(asked.review or store.reviews()[-1].id)


def _lines(found: Checked) -> Iterator[str]:
    """Findings under the title of their rule, then what was waived, then how many there are."""
    title = ""
    for finding in found.open:
        if finding.rule.title != title:
            title = finding.rule.title
            kind = _("blocker") if finding in found.blockers else _("warning")
            yield f"{title} ({kind}). {finding.rule.todo}"
        yield f"  {finding.words}"
        if (lapsed := found.lapsed.get(finding.identity)) is not None:
            yield _("    It was waived before it changed: {reason}").format(reason=lapsed.reason)
    if found.waived:
        yield _("Waived")
    for one in found.waived:
        yield f"  {one.finding.words}"
        why = _("    {who}, {day}: {reason}")
        yield why.format(who=one.waiver.who, day=short_day(one.waiver.on), reason=one.waiver.reason)
    yield found.summary


def _as_json(found: Checked, today: date) -> bytes:
    body = {
        "format": LINT_FORMAT,
        "version": 1,
        "today": today.isoformat(),
        "blockers": len(found.blockers),
        "warnings": len(found.warnings),
        "waived": len(found.waived),
        "findings": [
            *(_finding(one, None, found.lapsed.get(one.identity)) for one in found.open),
            *(_finding(one.finding, one.waiver, None) for one in found.waived),
        ],
    }
    return f"{json.dumps(body, ensure_ascii=False, indent=1)}\n".encode()


def _finding(finding: Finding, waiver: Waiver | None, lapsed: Waiver | None) -> dict[str, object]:
    return {
        "rule": finding.rule.id,
        "severity": finding.severity.value,
        "words": finding.words,
        "todo": finding.rule.todo,
        "place": finding.place,
        "also": finding.also or None,
        "digest": finding.digest,
        "waived": _waiver(waiver),
        "lapsed": _waiver(lapsed),
    }


def _waiver(waiver: Waiver | None) -> dict[str, str] | None:
    if waiver is None:
        return None
    return {"reason": waiver.reason, "who": waiver.who, "on": waiver.on.isoformat()}
