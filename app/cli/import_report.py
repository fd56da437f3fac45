"""What an inventory was found to hold and what would become of it, in lines that fit a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from app.i18n import _, ngettext
from app.register_import import KEPT, LEFT_OUT, Finding, Outcome, Preview, ValueUse, fields_of
from app.register_import.wording import duplicate_words, kind_words

MOST_TEXTS = 40
_SHOWN_LENGTH = 70


def import_report(found: Preview) -> Iterator[str]:
    """The file, its columns, its values, everything to say row by row, and the counts."""
    yield _file(found)
    yield from _columns(found)
    yield from _values(found)
    yield from _findings(found)
    yield from _duplicates(found)
    n = len(found.rows)
    rows = ngettext("{n:,} row", "{n:,} rows", n).format(n=n)
    yield _("{rows}: {parts}.").format(rows=rows, parts=_to_do(found))


def done(found: Preview) -> str:
    """What has become of the rows, when the import has been made."""
    labels = {
        Outcome.ADD: _("{n:,} added"),
        Outcome.MERGE: _("{n:,} merged"),
        Outcome.SKIP: _("{n:,} skipped"),
        Outcome.NAMELESS: _("{n:,} without a name left out"),
    }
    return _counts(found, labels)


def _to_do(found: Preview) -> str:
    labels = {
        Outcome.ADD: _("{n:,} to add"),
        Outcome.MERGE: _("{n:,} to merge"),
        Outcome.SKIP: _("{n:,} to skip"),
        Outcome.UNDECIDED: _("{n:,} with a name that is there already"),
        Outcome.INCOMPLETE: _("{n:,} with a fact missing"),
        Outcome.NAMELESS: _("{n:,} without a name, left out"),
    }
    return _counts(found, labels)


def _counts(found: Preview, labels: Mapping[Outcome, str]) -> str:
    counts = {outcome: len(found.numbers(outcome)) for outcome in labels}
    return ", ".join(label.format(n=counts[outcome]) for outcome, label in labels.items() if counts[outcome])


def _file(found: Preview) -> str:
    how = found.inventory.read_as
    kind = kind_words(how, len(found.inventory.sheets))
    return _("{kind}; headings in row {row}, {columns:,} columns, {rows:,} rows below.").format(
        kind=kind, row=how.header_row, columns=len(found.inventory.columns), rows=len(found.inventory.rows)
    )


def _columns(found: Preview) -> Iterator[str]:
    fields = fields_of(found.register)
    yield _("Columns")
    for column, path in found.mapping.columns.items():
        if path == LEFT_OUT:
            meant = _("left out")
        else:
            meant = _("notes") if path == KEPT else f"{_(fields[path].label)} ({path})"
        yield f"  {_short(column)} -> {meant}"
    for path, text in found.mapping.defaults.items():
        if text and path in fields:
            yield _("  (where it is missing) -> {field}: {text}").format(
                field=_(fields[path].label), text=_short(text)
            )


def _values(found: Preview) -> Iterator[str]:
    fields = fields_of(found.register)
    for (column, path), group in groupby(found.uses, lambda use: (use.column, use.path)):
        uses = list(group)
        yield _("Values of {column} -> {field}").format(column=_short(column), field=_(fields[path].label))
        yield from map(_value, uses[:MOST_TEXTS])
        if (more := len(uses) - MOST_TEXTS) > 0:
            yield ngettext("  and {n:,} more text", "  and {n:,} more texts", more).format(n=more)


def _value(use: ValueUse) -> str:
    meant = use.meant or _("unknown; kept in the notes")
    return f"  {use.count:>5,} × {_short(use.text)} -> {meant}"


def _findings(found: Preview) -> Iterator[str]:
    if found.all_findings:
        yield _("To look at")
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in found.all_findings:
        alike.setdefault((finding.column, finding.message), []).append(finding)
    for findings in alike.values():
        yield f"  {_place(findings)}{findings[0].message}"


def _place(findings: Sequence[Finding]) -> str:
    """Where the same is to be said: one place, or the rows of one column."""
    column = _short(findings[0].column)
    numbers = [f"{finding.row:,}" for finding in findings if finding.row]
    if not numbers:
        return f"{column}: " if column else ""
    rows = ngettext("Row {rows}", "Rows {rows}", len(numbers)).format(rows=", ".join(numbers))
    return f"{rows}; {column}: " if column else f"{rows}: "


def _duplicates(found: Preview) -> Iterator[str]:
    if found.duplicates:
        yield _("Names that are there already")
    for row in found.duplicates:
        yield f"  {duplicate_words(row, found.register)}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_LENGTH else f"{text[: _SHOWN_LENGTH - 1]}…"
