"""Says in tables what the report draws: tiles, maps, matrices, bars, cards and a risk's reckoning."""

from app.exchange.document_words import DocumentTable
from app.i18n import _
from app.reporting.content.parts import (
    Bar,
    Bars,
    Cards,
    DataMatrix,
    FormCell,
    HeadlineRisks,
    Lane,
    Lengths,
    MapCell,
    RiskEntry,
    RiskMatrix,
    Run,
    SignBoxes,
    SignLines,
    SystemMap,
    Tiles,
    Words,
    quiet,
    strong,
    words,
)
from models.risk import Band
from models.values import words as choice_words

_Drawn = (
    Tiles
    | HeadlineRisks
    | SystemMap
    | RiskMatrix
    | Bars
    | Lengths
    | DataMatrix
    | Cards
    | SignBoxes
    | SignLines
)
_Rows = tuple[tuple[tuple[Words, ...], ...], ...]
_STEPS = range(1, 6)


def drawn_table(part: _Drawn, about: str) -> tuple[DocumentTable, str]:  # noqa: PLR0911  (one for each)
    """The table that says what a drawing shows, and what stands below it."""
    match part:
        case Tiles():
            rows = tuple(_line(strong(t.name), words(Run(t.word, to=t.to)), t.fact) for t in part.tiles)
            return _table((_("Foundation"), _("State"), _("Fact")), rows, (0.25, 0.2, 0.55), about), ""
        case HeadlineRisks():
            return _headline(part, about), ""
        case SystemMap():
            return _system_map(part, about), part.more
        case RiskMatrix():
            return _matrix(part, about), _moves(part)
        case Bars():
            return _bars(part, about), ""
        case Lengths():
            known = [
                (label, words(_("not known") if n is None else Run(f"{n:,}", to=to)))
                for label, n, to in part.items
            ]
            return _table((), tuple(_line(strong(a), b) for a, b in known), (0.6, 0.4), about), ""
        case DataMatrix():
            return _data_matrix(part, about), part.more
        case Cards():
            return _cards(part, about), ""
        case SignBoxes():
            rows = tuple(_line(strong(box.role), box.name, "") for box in part.boxes)
            return _table((_("Who"), _("Name"), _("Signature")), rows, (0.25, 0.3, 0.45), about), ""
        case SignLines():
            if part.room > 1:
                space = "\n" * (part.room - 1)
                rows = tuple(_line(strong(what), space) for what, _nothing in part.lines)
                return _table((_("What"), _("Text")), rows, (0.25, 0.75), about), ""
            rows = tuple(_line(strong(who), what, "") for who, what in part.lines)
            return _table((_("Who"), _("What"), _("Signature")), rows, (0.25, 0.3, 0.45), about), ""


def board_lines(lane: Lane) -> tuple[Words, ...]:
    """The tickets of a lane, a line each."""
    return tuple(
        words(ticket.title, quiet(f" ({ticket.level}) ") if ticket.level else " ", ticket.detail)
        for ticket in lane.tickets
    )


def risk_entry_table(entry: RiskEntry) -> DocumentTable:
    """Everything from which a risk's band can be rebuilt by hand."""

    def controls(rows: tuple[tuple[str, str], ...], total: str) -> tuple[Words, ...]:
        lines = [words(_("{control}: {points}").format(control=name, points=points)) for name, points in rows]
        return (*lines, words(strong(total)))

    titles = (
        _("Likelihood"),
        _("Impact"),
        _("Preventive, off likelihood"),
        _("Recovery, off impact"),
        _("Result"),
    )
    cells = (
        entry.likelihood,
        entry.impact,
        controls(entry.preventive, entry.preventive_sum),
        controls(entry.recovery, entry.recovery_sum),
        entry.result,
    )
    about = _("How the band of {risk} is made").format(risk=entry.id)
    return _table(titles, (cells,), (0.22, 0.16, 0.2, 0.2, 0.22), about, "Fine")


def _headline(part: HeadlineRisks, about: str) -> DocumentTable:
    rows = tuple(
        (
            (words(Run(str(risk.number), strong=True, to=risk.to)),),
            (words(strong(risk.sentence)), risk.why),
            (words(Run(risk.range_words, strong=True, to=risk.to)),),
        )
        for risk in part.risks
    )
    return _table((_("No."), _("Risk"), _("Band")), rows, (0.06, 0.7, 0.24), about)


def _system_map(part: SystemMap, about: str) -> DocumentTable:
    if not part.tools:
        return _table((), (), (1.0,), about)
    titles = (_("System"), *(f"{tool.id} {tool.name}" for tool in part.tools))
    rows = [
        _line(strong(_named(key, name)), *(_map_cell(part.cells.get((key, tool.id))) for tool in part.tools))
        for key, name in part.systems
    ]
    for index, kind in enumerate(part.types):
        bands = (tool.bands[index] for tool in part.tools)
        label = _("Highest band: {type}").format(type=kind)
        rows.append(_line(strong(label), *(band.value if band else "–" for band in bands)))
    return _table(titles, tuple(rows), (1.5, *(1.0 for _tool in part.tools)), about, "Fine")


def _named(key: str, name: str) -> str:
    """The map has a row for access to no system."""
    return name if key == "none" else f"{key} {name}"


def _map_cell(cell: MapCell | None) -> str:
    if cell is None:
        return "–"
    capability = choice_words(cell.capability) if cell.capability else _("access")
    marks = [_("not approved")] if cell.unapproved else []
    if cell.unknown:
        marks.append(_("not known"))
    return f"{capability} ({', '.join(marks)})" if marks else capability


def _matrix(part: RiskMatrix, about: str) -> DocumentTable:
    titles = ("", *(_("Impact {n}").format(n=n) for n in _STEPS))
    rows = tuple(
        _line(
            strong(_("Likelihood {n}").format(n=up)),
            *(_matrix_cell(part, (up, across)) for across in _STEPS),
        )
        for up in reversed(_STEPS)
    )
    return _table(titles, rows, (1.0,) * 6, about)


def _matrix_cell(part: RiskMatrix, cell: tuple[int, int]) -> Words:
    band, count = part.bands[cell], part.counts.get(cell, 0)
    return words(strong(f"{band.value}: {count}", part.to[cell])) if count else words(quiet(band.value))


def _moves(part: RiskMatrix) -> str:
    move = _("{number} {risk}: from likelihood {l0}, impact {i0} to likelihood {l1}, impact {i1}")
    said = [
        move.format(number=m.number, risk=m.id, l0=m.before[0], i0=m.before[1], l1=m.now[0], i1=m.now[1])
        for m in part.moves
    ]
    return "; ".join(said)


def _bars(part: Bars, about: str) -> DocumentTable:
    bands = list(dict.fromkeys(band for bar in part.bars for band, _n, _to in bar.counts))
    titles = ("", *(band.value for band in bands), _("Remark"))
    rows = tuple(
        _line(strong(bar.label), *(_bar_cell(bar, band) for band in bands), _remark(bar)) for bar in part.bars
    )
    return _table(titles, rows, (2.5, *(1.0 for _band in bands), 2.5), about)


def _bar_cell(bar: Bar, band: Band) -> Words:
    found = next(((n, to) for one, n, to in bar.counts if one is band), (0, ""))
    return words(Run(str(found[0]), to=found[1] if found[0] else ""))


def _remark(bar: Bar) -> Words:
    return words(Run(bar.remark, to=bar.remark_to))


def _data_matrix(part: DataMatrix, about: str) -> DocumentTable:
    if not part.tools or not part.categories:
        return _table((), (), (1.0,), about)
    titles = (_("Data"), *(f"{key} {name}" for key, name in part.tools))
    rows = []
    for key, name in part.categories:
        cells = []
        for tool, _name in part.tools:
            cell = part.cells.get((key, tool))
            cells.append(_form(cell) if cell else "–")
        rows.append(_line(strong(f"{key} {name}"), *cells))
    return _table(titles, tuple(rows), (1.8, *(1.0 for _tool in part.tools)), about, "Fine")


def _form(cell: FormCell) -> str:
    if cell.breach:
        return _("{letter}, breach").format(letter=cell.letter)
    return _("{letter}, no rule").format(letter=cell.letter) if cell.no_rule else cell.letter


def _cards(part: Cards, about: str) -> DocumentTable:
    rows = tuple(
        (
            (card.title,),
            (words(strong(card.band.value if card.band else _("no risk"))),),
            tuple(words(quiet(f"{label}: "), fact) for label, fact in card.facts),
            (words(card.verdict),),
        )
        for card in part.cards
    )
    return _table((_("Tool"), _("Band"), _("Facts"), _("Verdict")), rows, (0.2, 0.12, 0.4, 0.28), about)


def _line(*cells: str | Run | Words) -> tuple[tuple[Words, ...], ...]:
    return tuple((words(cell),) for cell in cells)


def _table(
    titles: tuple[str, ...], rows: _Rows, shares: tuple[float, ...], about: str, style: str = "Small"
) -> DocumentTable:
    return DocumentTable(titles=titles, rows=rows, shares=shares, about=about, style=style)
