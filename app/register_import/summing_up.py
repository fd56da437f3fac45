"""Sums up what an import is about to do, in sentences, before it is done."""

from collections.abc import Iterator

from app.i18n import _, ngettext
from app.register_import.headings import KEPT, LEFT_OUT, NOTES, fields_of
from app.register_import.preview import Outcome, Preview
from app.register_import.wording import count_words
from models.snapshot import Snapshot


def summary(found: Preview, snapshot: Snapshot) -> tuple[str, ...]:
    """What comes in, what is left out, what becomes of the columns, and what stays unknown."""
    return (*_rows(found, snapshot), *_columns(found), *_facts(found), *_unread(found))


def problem_rows(found: Preview) -> tuple[int, ...]:
    """The numbers of the rows worth a look: something was not read, is missing, or is there already."""
    fine = {Outcome.ADD, Outcome.MERGE, Outcome.SKIP}
    return tuple(
        row.number
        for row in found.rows
        if row.findings or row.same_as or row.same_row or row.outcome not in fine
    )


def _rows(found: Preview, snapshot: Snapshot) -> Iterator[str]:
    counts = {outcome: len(found.numbers(outcome)) for outcome in Outcome}
    there = len(snapshot.entries(found.register))
    words_for = _("{new} are added to the {n:,} that are there.") if there else _("{new} are added.")
    yield words_for.format(new=count_words(found.register, counts[Outcome.ADD]), n=there)
    if n := counts[Outcome.MERGE]:
        words_for = ngettext(
            "{n:,} row fills in what is missing in an entry of the same name.",
            "{n:,} rows fill in what is missing in entries of the same name.",
            n,
        )
        yield words_for.format(n=n)
    if n := counts[Outcome.SKIP]:
        words_for = ngettext(
            "{n:,} row is skipped: its name is there already.",
            "{n:,} rows are skipped: their names are there already.",
            n,
        )
        yield words_for.format(n=n)
    if n := counts[Outcome.NAMELESS]:
        words_for = ngettext(
            "{n:,} row is left out: it has no name.", "{n:,} rows are left out: they have no name.", n
        )
        yield words_for.format(n=n)


def _columns(found: Preview) -> Iterator[str]:
    paths = list(found.mapping.columns.values())
    kept, left = sum(path in (KEPT, NOTES) for path in paths), paths.count(LEFT_OUT)
    fields = len(paths) - kept - left
    words_for = ngettext("{n:,} column goes to a field.", "{n:,} columns go to fields.", fields)
    yield words_for.format(n=fields)
    if kept:
        words_for = ngettext(
            "{n:,} column has no field and is kept in the notes.",
            "{n:,} columns have no field and are kept in the notes.",
            kept,
        )
        yield words_for.format(n=kept)
    if left:
        yield ngettext("{n:,} column is left out.", "{n:,} columns are left out.", left).format(n=left)


def _facts(found: Preview) -> Iterator[str]:
    for path, text in found.mapping.defaults.items():
        words_for = _("{field} is “{value}” for every row that does not say it.")
        yield words_for.format(field=_(fields_of(found.register)[path].label), value=text)


def _unread(found: Preview) -> Iterator[str]:
    texts = sum(use.count for use in found.uses if not use.meant)
    if texts:
        words_for = ngettext(
            "{n:,} text has no value that Plumbline knows: it stays unknown, and is in the notes.",
            "{n:,} texts have no value that Plumbline knows: they stay unknown, and are in the notes.",
            texts,
        )
        yield words_for.format(n=texts)
    n = len({finding.row for row in found.rows for finding in row.findings})
    if n:
        words_for = ngettext(
            "{n:,} row has something to look at; nothing of it is lost.",
            "{n:,} rows have something to look at; nothing of them is lost.",
            n,
        )
        yield words_for.format(n=n)
