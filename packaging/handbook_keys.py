"""The sheet of keys: one page of A4, made from the table of keys."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph

from app.i18n import _
from app.reporting.palette import palette
from app.risk_words import capital
from app.version import VERSION
from handbook_words import plain, style
from ui.key_table import KeyGroup, KeyLine, key_groups, shown_keys

WIDTH, HEIGHT = landscape(A4)
SIDE, TOP, FOOT, GAP = 28.0, 52.0, 22.0, 14.0
COLUMNS = 4
KEYS_SHARE = 0.36  # of a column
LARGEST, SMALLEST, STEP = 8.0, 5.5, 0.1  # points; below, nobody can read it


class TooManyKeysError(Exception):
    """The keys do not fit one page in letters that can be read."""


def keys_pdf() -> bytes:
    """The sheet as a PDF file's bytes, in the largest letters that fit. Raises TooManyKeysError."""
    size = LARGEST
    while size >= SMALLEST:
        if made := _sheet(size):
            return made
        size -= STEP
    raise TooManyKeysError


class _Keys(Flowable):
    """One line: the keys at the left, what they do beside them."""

    def __init__(self, line: KeyLine, size: float) -> None:
        super().__init__()
        look = ParagraphStyle("line", style("cell"), fontSize=size, leading=size * 1.2)
        self._keys = Paragraph(f"<b>{plain(shown_keys(line))}</b>", look)
        self._words = Paragraph(plain(capital(_(line.words))), look)
        self._width = self._height = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as the higher of both."""
        self._width = width
        _across, first = self._keys.wrap(width * KEYS_SHARE - 4, height)
        _across, second = self._words.wrap(width * (1 - KEYS_SHARE), height)
        self._height = max(first, second) + 1.2
        return width, self._height

    def draw(self) -> None:
        """Both begin at the same height."""
        for part, left in ((self._keys, 0.0), (self._words, self._width * KEYS_SHARE)):
            part.drawOn(self.canv, left, self._height - part.height)


class _Together(Flowable):
    """What a group is called, and its first line: neither stands at the foot of a column alone."""

    def __init__(self, head: Paragraph, line: _Keys) -> None:
        super().__init__()
        self._head, self._line = head, line
        self._above = self._below = 0.0

    def getSpaceBefore(self) -> float:  # noqa: N802  (ReportLab's name)
        """Air between groups; a frame leaves it out at its top."""
        return float(self._head.style.leading) * 0.5

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Both, one below the other."""
        self._above = self._head.wrap(width, height)[1]
        self._below = self._line.wrap(width, height)[1]
        return width, self._above + self._below

    def draw(self) -> None:
        """The head above the line."""
        self._head.drawOn(self.canv, 0, self._below)
        self._line.drawOn(self.canv, 0, 0)


def _sheet(size: float) -> bytes:
    """The sheet in letters of that size; empty if it does not fit."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1, lang="en-GB")
    canvas.setTitle(_("Plumbline {version}: keys").format(version=VERSION))
    _draw_head(canvas)
    rest = [part for group in key_groups() for part in _group(group, size)]
    across = (WIDTH - 2 * SIDE - (COLUMNS - 1) * GAP) / COLUMNS
    for column in range(COLUMNS):
        left = SIDE + column * (across + GAP)
        Frame(left, FOOT, across, HEIGHT - TOP - FOOT, 0, 0, 0, 0).addFromList(rest, canvas)
    canvas.showPage()
    canvas.save()
    return b"" if rest else buffer.getvalue()


def _group(group: KeyGroup, size: float) -> list[Flowable]:
    look = ParagraphStyle(
        "group",
        style("head"),
        fontSize=size * 1.15,
        leading=size * 1.5,
        spaceAfter=size * 0.2,
    )
    first, *others = (_Keys(line, size) for line in group.lines)
    return [_Together(Paragraph(plain(_(group.words)), look), first), *others]


def _draw_head(canvas: Canvas) -> None:
    house = palette().house
    canvas.setFillColor(HexColor(house.ink))
    canvas.setFont(style("h1").fontName, 15)
    canvas.drawString(SIDE, HEIGHT - 34, _("Plumbline: keys"))
    canvas.setFillColor(HexColor(house.quiet))
    canvas.setFont(style("body").fontName, 8)
    words = _("Version {version}. Everything works without a mouse; Ctrl+K finds the key of anything else.")
    canvas.drawRightString(WIDTH - SIDE, HEIGHT - 34, words.format(version=VERSION))
