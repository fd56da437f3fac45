"""Headings: of a page, of a section, inside a page."""

from app.i18n import _
from app.reporting.content.parts import Heading, Words, words
from app.reporting.layout.block import Block
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import Pen
from app.reporting.layout.text import shortened, width_of
from app.reporting.palette import firm, palette
from app.reporting.styles import SIZES, plain, text

_TITLE_GAP = 12.0


class Outlined(Block):
    """A block that stands in the document's outline: its title there, and how deep (0 is the top)."""

    outline = ""
    depth = 0


class PageHead(Outlined):
    """The title of a page or section, with its lead and its readers."""

    keeps_with_next = True

    def __init__(self, *, title: str, lead: str | Words, readers: str, place: str, outline: str) -> None:
        self.place = place
        self.outline = outline

        self._title = title
        self._readers = readers
        self._lead_text = words(lead).text
        self._lead = text(words(lead), "lead", colour=palette().house.quiet) if lead else None

    def height(self, width: float) -> float:
        lead = self._lead.height(width * 0.86) if self._lead else 0.0
        gap = _TITLE_GAP if self._lead else _TITLE_GAP / 2
        return SIZES["title"].leading + lead + gap

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, size = palette().house, SIZES["title"].size
        pen.place(self.place, top)
        room = width - (width_of(self._readers, Face.REGULAR, 8.4) + 20 if self._readers else 0)
        pen.label(
            shortened(self._title, Face.BOLD, size, room), x, top, size=size, colour=house.ink, face=Face.BOLD
        )
        if self._readers:
            pen.label(self._readers, x + width, top + 11, size=8.4, colour=house.quiet, anchor="right")
        if self._lead:
            self._lead.draw(pen, x, top + SIZES["title"].leading, width * 0.86)


class CoverHead(PageHead):
    """The head of the cover: the client's name on the house's colour, with a firm's name, logo and words."""

    _HEIGHT, _PAD = 104.0, 22.0
    _LOGO_WIDE, _LOGO_HIGH, _LOGO_PAD = 150.0, 56.0, 9.0

    def height(self, width: float) -> float:
        return self._HEIGHT + 16

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house, template = palette().house, firm()
        pen.place(self.place, top)
        pen.box(x, top, width, self._HEIGHT, fill=house.accent, radius=3)
        room = width - 2 * self._PAD - self._draw_logo(pen, x + width, top)
        left = x + self._PAD
        kind = _("AI governance risk review")
        if template is not None:
            kind = f"{kind}  ·  {template.name}"
        pen.label(shortened(kind, Face.REGULAR, 9, room), left, top + 18, size=9, colour=house.paper)
        name = shortened(self._title, Face.BOLD, 31, room)
        pen.label(name, left, top + 31, size=31, colour=house.paper, face=Face.BOLD)
        pen.label(self._lead_text, left, top + 70, size=12, colour=house.paper)
        if template is not None and template.cover:
            words = shortened(template.cover, Face.REGULAR, 8.6, room)
            pen.label(words, left, top + 87, size=8.6, colour=house.paper)

    def _draw_logo(self, pen: Pen, right: float, top: float) -> float:
        """On paper's white, since nobody knows what a logo looks like on another colour; gives its room."""
        template = firm()
        if template is None or template.logo is None:
            return 0.0
        wide, high = template.logo.fitting(self._LOGO_WIDE, self._LOGO_HIGH)
        card_wide, card_high = wide + 2 * self._LOGO_PAD, high + 2 * self._LOGO_PAD
        left, at = right - self._PAD - card_wide, top + (self._HEIGHT - card_high) / 2
        pen.box(left, at, card_wide, card_high, fill=palette().house.paper, radius=3)
        pen.picture(template.logo.png, left + self._LOGO_PAD, at + self._LOGO_PAD, wide, high)
        return card_wide + self._PAD


class OpeningHead(CoverHead):
    """The head of a document that begins with its contents: the client's name and what this is, in a band."""

    _HEIGHT = 52.0

    def height(self, width: float) -> float:
        return self._HEIGHT + 10

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        house = palette().house
        pen.place(self.place, top)
        pen.box(x, top, width, self._HEIGHT, fill=house.accent, radius=3)
        name = shortened(self._title, Face.BOLD, 20, width - 36)
        pen.label(name, x + 18, top + 7, size=20, colour=house.paper, face=Face.BOLD)
        lead = shortened(self._lead_text, Face.REGULAR, 10, width - 36)
        pen.label(lead, x + 18, top + 33, size=10, colour=house.paper)


class HeadingBlock(Outlined):
    """A heading inside a page."""

    keeps_with_next = True
    depth = 1

    def __init__(self, heading: Heading, *, outlined: bool) -> None:
        self.place = heading.place
        self.outline = heading.text if outlined else ""
        main = heading.level == 1
        size = "heading" if main else "subheading"
        house = palette().house
        self._text = plain(heading.text, size, face=Face.BOLD, colour=house.accent if main else house.ink)
        self._after = 3.5 if main else 1.0

    def height(self, width: float) -> float:
        return self._text.height(width) + self._after

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        if self.place:
            pen.place(self.place, top)
        self._text.draw(pen, x, top, width)
