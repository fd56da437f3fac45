"""What there is to say about an import, in words that the window and the command line share."""

from collections.abc import Iterator

from app.cell_text import Names, cell_text
from app.i18n import _, ngettext
from app.offers import Offer
from app.register_columns import value_at
from app.register_import.headings import KEPT, LEFT_OUT, NOTES, fields_of
from app.register_import.preview import Outcome, Preview, PreviewRow
from app.register_import.rows import NAME
from app.register_import.tables import ReadAs
from models.values import RegisterName, words

N_ = str  # marks words for translation
_ENCODINGS = {
    "utf-8": ("UTF-8", ""),
    "utf-8-sig": ("UTF-8", ""),
    "utf-16": ("UTF-16", ""),
    "utf-16-le": ("UTF-16", ""),
    "utf-16-be": ("UTF-16", ""),
    "cp1252": ("Windows-1252", N_("Western European")),
    "cp1250": ("Windows-1250", N_("Central European")),
    "cp1251": ("Windows-1251", N_("Cyrillic")),
    "cp1253": ("Windows-1253", N_("Greek")),
    "cp1254": ("Windows-1254", N_("Turkish")),
    "cp1255": ("Windows-1255", N_("Hebrew")),
    "cp1256": ("Windows-1256", N_("Arabic")),
    "cp1257": ("Windows-1257", N_("Baltic")),
    "cp850": ("DOS 850", N_("Western European, old programs")),
    "mac-roman": ("Mac Roman", N_("Western European, old Macs")),
    "cp932": ("Shift JIS", N_("Japanese")),
    "gb18030": ("GB 18030", N_("Chinese, simplified")),
    "big5": ("Big5", N_("Chinese, traditional")),
    "euc_kr": ("EUC-KR", N_("Korean")),
}
_OFFERED = tuple(name for name in _ENCODINGS if not name.startswith(("utf-8-", "utf-16-")))
_DELIMITERS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "|": N_("bar")}
_CAME_IN = {
    RegisterName.AI_TOOLS: (N_("{n:,} AI tool"), N_("{n:,} AI tools")),
    RegisterName.SYSTEMS: (N_("{n:,} system"), N_("{n:,} systems")),
    RegisterName.VENDORS: (N_("{n:,} vendor"), N_("{n:,} vendors")),
    RegisterName.USE_CASES: (N_("{n:,} use case"), N_("{n:,} use cases")),
}
_OUTCOMES = {
    Outcome.ADD: N_("Comes in"),
    Outcome.MERGE: N_("Fills what is missing"),
    Outcome.SKIP: N_("Skipped"),
    Outcome.UNDECIDED: N_("To be decided"),
    Outcome.INCOMPLETE: N_("A fact is missing"),
    Outcome.NAMELESS: N_("Left out: no name"),
}


def encoding_words(encoding: str) -> str:
    """The usual name of an encoding."""
    return _ENCODINGS.get(encoding, (encoding, ""))[0]


def delimiter_words(delimiter: str) -> str:
    """What separates cells, as a word."""
    return _(_DELIMITERS.get(delimiter, delimiter))


def encoding_offers(found: str) -> tuple[Offer, ...]:
    """The encodings that inventories come in, with who writes them; the one that was found among them."""
    names = [name for name in _OFFERED if encoding_words(name) != encoding_words(found)]
    return tuple(Offer(name, _encoding_offer(name)) for name in (found, *names))


def delimiter_offers(found: str) -> tuple[Offer, ...]:
    """What may separate cells; the separator that was found among it."""
    return tuple(
        Offer(each, delimiter_words(each).capitalize()) for each in dict.fromkeys((*_DELIMITERS, found))
    )


def kind_words(read_as: ReadAs, sheets: int) -> str:
    """What kind of file it was found to be."""
    if read_as.sheet:
        return _("Workbook, sheet {sheet} of {n}").format(sheet=read_as.sheet, n=sheets)
    return _("Text in {encoding}, separated by {delimiter}").format(
        encoding=encoding_words(read_as.encoding), delimiter=delimiter_words(read_as.delimiter)
    )


def field_words(register: RegisterName, path: str) -> str:
    """Where a column goes: the name of its field, the notes, or nowhere."""
    if path == LEFT_OUT:
        return _("Left out")
    if path == KEPT:
        return _("Kept in the notes")
    return _(fields_of(register)[path].label)


def duplicate_words(row: PreviewRow, register: RegisterName) -> str:
    """Whose name a row has, and what becomes of it."""
    if row.same_row:
        words_for = _("Row {row} has the name of row {same}: {outcome}")
        return words_for.format(row=row.number, same=row.same_row, outcome=_(row.outcome))
    words_for = _("Row {row} has the name of {key} in {register}: {outcome}")
    return words_for.format(
        row=row.number, key=row.same_as, register=_(words(register)), outcome=_(row.outcome)
    )


def outcome_words(outcome: Outcome) -> str:
    """What becomes of a row, in the words of a grid."""
    return _(_OUTCOMES[outcome])


def looks_words(row: PreviewRow) -> str:
    """What is to be looked at in a row, on one line: whose name it has, then what could not be read."""
    return " ".join((*_same_name(row), *(finding.message for finding in row.findings)))


def row_lines(found: Preview, row: PreviewRow, names: Names) -> tuple[str, ...]:
    """All that there is to say about a row: every finding with its column, then what it comes in as."""
    findings = (
        _("{column}: {message}").format(column=finding.column, message=finding.message)
        if finding.column
        else finding.message
        for finding in row.findings
    )
    return (*_same_name(row), *findings, *_facts(found, row, names))


def _same_name(row: PreviewRow) -> tuple[str, ...]:
    if row.same_row:
        return (_("Row {n} has the same name.").format(n=row.same_row),)
    return (_("{key} has the same name.").format(key=row.same_as),) if row.same_as else ()


def _facts(found: Preview, row: PreviewRow, names: Names) -> Iterator[str]:
    """What the row comes in as, field by field, the notes last."""
    if row.entry is None:
        return
    for path in dict.fromkeys((*found.mapping.columns.values(), *found.mapping.defaults, NOTES)):
        if path in (KEPT, LEFT_OUT, NAME):
            continue
        spec = fields_of(found.register)[path]
        if text := cell_text(spec.kind, value_at(row.entry, path), names):
            yield _("{field}: {text}").format(field=_(spec.label), text=text)


def count_words(register: RegisterName, n: int) -> str:
    """How many entries of a register."""
    one, several = _CAME_IN[register]
    return ngettext(one, several, n).format(n=n)


def imported_words(found: Preview) -> str:
    """What has come in, once it has."""
    added, filled = (len(found.numbers(outcome)) for outcome in (Outcome.ADD, Outcome.MERGE))
    if not filled:
        return _("{things} imported.").format(things=count_words(found.register, added))
    words_for = ngettext(
        "{things} imported, and {n:,} row filled in what was missing.",
        "{things} imported, and {n:,} rows filled in what was missing.",
        filled,
    )
    return words_for.format(things=count_words(found.register, added), n=filled)


def _encoding_offer(name: str) -> str:
    title, who = _ENCODINGS.get(name, (name, ""))
    return _("{encoding} ({who})").format(encoding=title, who=_(who)) if who else title
