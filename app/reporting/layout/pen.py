"""Draws on a page: text, lines, boxes, shapes, links. Distances are in points from the top left corner."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.reporting.inside import SignField, put_field_in
from app.reporting.layout.fonts import Face
from app.reporting.layout.letters import Letters
from app.reporting.layout.text import Line, anchored, one_line

ASCENT = 0.84


@cache
def _colour(code: str) -> Color:
    return HexColor(code)


class Pen:
    """A canvas seen from the top left, `height` points high. `places` are the names that links lead to."""

    def __init__(self, canvas: Canvas, places: frozenset[str], height: float) -> None:
        self._canvas = canvas
        self._places = places
        self._height = height
        self._letters = Letters(canvas)

    def lines(self, rows: Sequence[Line], x: float, top: float, size: float, leading: float) -> None:
        """Set lines of text below `top`, the links in them working."""
        baseline = self._height - top - (leading - size) / 2 - size * ASCENT
        self._letters.begin()
        for row in rows:
            for part in row:
                at = f"1 0 0 1 {x + part.x:.2f} {baseline:.2f}"
                self._letters.show(part.text, part.face, size, part.colour, at)
                if part.to:
                    self._link(part.to, x + part.x, baseline - 0.2 * size, part.width, size)
            baseline -= leading
        self._letters.draw()

    def label(
        self,
        text: str,
        x: float,
        top: float,
        *,
        size: float,
        colour: str,
        face: Face = Face.REGULAR,
        anchor: str = "left",
        to: str = "",
    ) -> float:
        """Set one line with its top at `top`, and return its width; `anchor` is left, middle or right."""
        row, at, width = anchored(text, face, size, x, anchor)
        baseline = self._height - top - size * ASCENT
        self._letters.begin()
        for part in row:
            where = f"1 0 0 1 {at + part.x:.2f} {baseline:.2f}"
            self._letters.show(part.text, part.face, size, colour, where)
        self._letters.draw()
        if to:
            self._link(to, at, baseline - 0.2 * size, width, size)
        return width

    def standing_label(
        self, text: str, x: float, bottom: float, *, size: float, colour: str, face: Face
    ) -> None:
        """Set one line that reads upward, its baseline at `x` and its beginning at `bottom`."""
        self._letters.begin()
        for part in one_line(text, face, size):
            where = f"0 1 -1 0 {x:.2f} {self._height - bottom + part.x:.2f}"
            self._letters.show(part.text, part.face, size, colour, where)
        self._letters.draw()

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: str = "",
        line: float = 0.5,
        radius: float = 0.0,
    ) -> None:
        """A rectangle, filled, outlined or both."""
        self._set(fill, stroke, line)
        y = self._height - top - height
        if radius:
            self._canvas.roundRect(
                x, y, width, height, radius, stroke=int(bool(stroke)), fill=int(bool(fill))
            )
        else:
            self._canvas.rect(x, y, width, height, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def picture(self, png: bytes, x: float, top: float, width: float, height: float) -> None:
        """A picture with its transparency, given as the bytes of a PNG."""
        image = ImageReader(io.BytesIO(png))
        self._canvas.drawImage(image, x, self._height - top - height, width, height, mask="auto")

    def circle(
        self, x: float, y: float, radius: float, *, fill: str = "", stroke: str = "", line: float = 0.6
    ) -> None:
        """A circle around a point."""
        self._set(fill, stroke, line)
        self._canvas.circle(x, self._height - y, radius, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def polygon(
        self, points: Sequence[tuple[float, float]], *, fill: str = "", stroke: str = "", line: float = 0.6
    ) -> None:
        """A closed shape through the points."""
        self._set(fill, stroke, line)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self._height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self._height - y)
        path.close()
        self._canvas.drawPath(path, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def stroke(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        colour: str,
        line: float = 0.5,
        dash: bool = False,
    ) -> None:
        """A straight line."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(line)
        if dash:
            self._canvas.setDash(1.5, 1.5)
        self._canvas.line(x1, self._height - y1, x2, self._height - y2)
        if dash:
            self._canvas.setDash()

    @contextmanager
    def scaled(self, x: float, top: float, scale: float) -> Iterator[None]:
        """Draw smaller, the corner (x, top) staying where it is."""
        y = self._height - top
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.scale(scale, scale)
        self._canvas.translate(-x, -y)
        yield
        self._canvas.restoreState()

    def place(self, name: str, top: float) -> None:
        """Give a place on this page a name that links lead to."""
        self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=self._height - max(0.0, top - 12), zoom=0)

    def sign_field(self, field: SignField, x: float, top: float, width: float, height: float) -> None:
        """Make an area a field that can be signed in."""
        put_field_in(self._canvas, field, x, self._height - top - height, width, height)

    def link(self, to: str, x: float, top: float, width: float, height: float) -> None:
        """Make an area lead to a named place; nothing if there is no such place."""
        self._link(to, x, self._height - top - height, width, height)

    def _link(self, to: str, x: float, y: float, width: float, height: float) -> None:
        if to in self._places:
            self._canvas.linkRect("", to, (x, y, x + width, y + height), relative=1, thickness=0)

    def _set(self, fill: str, stroke: str, line: float) -> None:
        if fill:
            self._canvas.setFillColor(_colour(fill))
        if stroke:
            self._canvas.setStrokeColor(_colour(stroke))
            self._canvas.setLineWidth(line)
