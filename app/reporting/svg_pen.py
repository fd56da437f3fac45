"""Draws what the report draws as SVG: text stays text, and stands alone without our fonts.

Each stretch of text holds its width, so that another font on another computer moves nothing.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from app.exchange.legible import legible
from app.reporting.inside import SignField
from app.reporting.layout.fonts import Face
from app.reporting.layout.pen import ASCENT, Pen
from app.reporting.layout.text import Line, Placed, anchored, one_line
from app.reporting.palette import palette

_NAMESPACE = "http://www.w3.org/2000/svg"
_FAMILY = "Noto Sans, DejaVu Sans, Segoe UI, Helvetica, Arial, sans-serif"
_STYLES = {Face.BOLD: {"font-weight": "bold"}, Face.ITALIC: {"font-style": "italic"}}


class SvgPen(Pen):
    """A drawing of `width` times `height` points, seen from the top left. Links lead nowhere in it."""

    def __init__(self, width: float, height: float, title: str, told: str) -> None:
        self._root = ET.Element(
            "svg",
            {
                "xmlns": _NAMESPACE,
                "width": f"{width:.0f}pt",
                "height": f"{height:.0f}pt",
                "viewBox": f"0 0 {width:.0f} {height:.0f}",
                "role": "img",
                "font-family": _FAMILY,
            },
        )
        self._at = self._root
        ET.SubElement(self._root, "title").text = legible(title)
        ET.SubElement(self._root, "desc").text = legible(told)

    def svg(self) -> bytes:
        """The drawing so far, as a file."""
        body: bytes = ET.tostring(self._root, encoding="utf-8", xml_declaration=True)
        return body + b"\n"

    def lines(self, rows: Sequence[Line], x: float, top: float, size: float, leading: float) -> None:
        baseline = top + (leading - size) / 2 + size * ASCENT
        for row in rows:
            for part in row:
                self._show(part, x + part.x, baseline, size, part.colour)
            baseline += leading

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
        row, at, width = anchored(text, face, size, x, anchor)
        for part in row:
            self._show(part, at + part.x, top + size * ASCENT, size, colour)
        return width

    def standing_label(
        self, text: str, x: float, bottom: float, *, size: float, colour: str, face: Face
    ) -> None:
        for part in one_line(text, face, size):
            shown = self._show(part, x, bottom - part.x, size, colour)
            shown.set("transform", f"rotate(-90 {x:.2f} {bottom - part.x:.2f})")

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
        shape = self._shape("rect", fill, stroke, line, x=x, y=top, width=width, height=height)
        if radius:
            shape.set("rx", f"{radius:.2f}")

    def circle(
        self, x: float, y: float, radius: float, *, fill: str = "", stroke: str = "", line: float = 0.6
    ) -> None:
        self._shape("circle", fill, stroke, line, cx=x, cy=y, r=radius)

    def polygon(
        self, points: Sequence[tuple[float, float]], *, fill: str = "", stroke: str = "", line: float = 0.6
    ) -> None:
        shape = self._shape("polygon", fill, stroke, line)
        shape.set("points", " ".join(f"{x:.2f},{y:.2f}" for x, y in points))

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
        shape = self._shape("line", "", colour, line, x1=x1, y1=y1, x2=x2, y2=y2)
        if dash:
            shape.set("stroke-dasharray", "1.5")

    @contextmanager
    def scaled(self, x: float, top: float, scale: float) -> Iterator[None]:
        outside = self._at
        about = f"translate({x:.2f} {top:.2f}) scale({scale:.4f}) translate({-x:.2f} {-top:.2f})"
        self._at = ET.SubElement(outside, "g", {"transform": about})
        yield
        self._at = outside

    def place(self, name: str, top: float) -> None:
        """Nothing leads here."""

    def sign_field(self, field: SignField, x: float, top: float, width: float, height: float) -> None:
        """Nobody signs a picture."""

    def link(self, to: str, x: float, top: float, width: float, height: float) -> None:
        """Nothing leads away."""

    def _show(self, part: Placed, x: float, baseline: float, size: float, colour: str) -> ET.Element:
        shown = ET.SubElement(
            self._at,
            "text",
            {
                "x": f"{x:.2f}",
                "y": f"{baseline:.2f}",
                "font-size": f"{size:.2f}",
                "fill": colour or palette().house.ink,
                # Letters stand in the order in which they are drawn, those from the right too.
                "style": "white-space:pre;direction:ltr;unicode-bidi:bidi-override",
                **_STYLES.get(part.face, {}),
            },
        )
        if part.width and len(part.text) > 1:
            shown.set("textLength", f"{part.width:.2f}")
            shown.set("lengthAdjust", "spacingAndGlyphs")
        shown.text = legible(part.text)
        return shown

    def _shape(self, kind: str, fill: str, stroke: str, line: float, **where: float) -> ET.Element:
        look = {"fill": fill or "none"}
        if stroke:
            look |= {"stroke": stroke, "stroke-width": f"{line:.2f}"}
        return ET.SubElement(self._at, kind, {**{name: f"{at:.2f}" for name, at in where.items()}, **look})
