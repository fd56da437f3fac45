"""The cover of the tables: whose they are, what state the review is in, and how to read a cell."""

from app.exchange.registers import as_json
from app.exchange.tables import Table, TableCell, TableColumn
from app.i18n import _
from app.signing.seal import seal
from app.variants import EDITIONS, Variant, exists_words
from models.assessment import Assessment
from models.risk import Band
from models.snapshot import Snapshot
from models.values import words


def cover_table(snapshot: Snapshot, assessment: Assessment, variant: Variant = Variant.FULL) -> Table:
    """Client, mark, date, completeness and seal, a fact a row, then how to read the tables."""
    columns = (TableColumn(_("Field"), "field"), TableColumn(_("Value"), "value"))
    rows = (*_which(variant), *_whose(snapshot), *_results(snapshot, assessment), *_reading(snapshot))
    return Table("cover", _("Cover"), columns, rows)


def _which(variant: Variant) -> tuple[tuple[TableCell, ...], ...]:
    """Which variant it is, and what it leaves out; nothing in the full one."""
    if variant is Variant.FULL:
        return ()
    edition = EDITIONS[variant]
    return (
        (_("Variant"), edition.title),
        (_("What it leaves out"), f"{edition.left_out} {exists_words(variant)}"),
    )


def _whose(snapshot: Snapshot) -> tuple[tuple[TableCell, ...], ...]:
    engagement, header = snapshot.engagement, snapshot.header
    review = _("{id}, {title}, review {n} of this engagement").format(
        id=header.id, title=header.title, n=header.number
    )
    return (
        (_("Client"), engagement.client),
        (_("Confidentiality"), engagement.confidentiality or _("Confidential")),
        (_("Version"), engagement.report_version or "0.1"),
        (_("Begun"), engagement.start_date),
        (_("Date"), engagement.end_date),
        (_("Review"), review),
        (_("Mode"), _(words(snapshot.mode))),
        (_("Read-only"), _("Yes") if header.sealed else _("No")),
        (_("Scope"), engagement.scope),
        (_("Left out"), engagement.exclusions),
    )


def _results(snapshot: Snapshot, assessment: Assessment) -> tuple[tuple[TableCell, ...], ...]:
    done = assessment.completeness
    complete = _("{answered} of {questions} questions answered, {unknown} unknown").format(
        answered=done.answered, questions=done.questions, unknown=done.unknown
    )
    return (
        (_("Completeness"), complete),
        (_("Questions answered"), done.answered),
        (_("Questions"), done.questions),
        (_("Unknown"), done.unknown),
        (_("Not asked yet"), done.not_asked),
        (_("Not applicable"), done.not_applicable),
        (_("Left out in this mode"), done.out_of_mode),
        *(
            (_("Risks: {band}").format(band=_(band.value)), assessment.counts.get(band, 0))
            for band in reversed(Band)
        ),
        (_("Not examined"), ", ".join(assessment.not_examined) or None),
        (_("Question pack"), assessment.question_bank),
        (_("Risk model"), assessment.risk_model),
        (_("Seal (SHA-256)"), seal(snapshot, assessment)),
    )


def _reading(snapshot: Snapshot) -> tuple[tuple[TableCell, ...], ...]:
    other = as_json(dict(snapshot.extras))
    return (
        (_("An empty cell"), _("Not recorded. What was asked and nobody knows is said in words.")),
        (_("Changes made here"), _("They stay here. JSON is the format that takes all of it back.")),
        *(((_("Other fields (JSON)"), other),) if other else ()),
    )
