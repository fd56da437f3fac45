"""The design language: palette roles, type scale, spacing and radii, read from theme files."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

from ui.theme_files import BANDS, band_file, look_file, scale

__all__ = ["BANDS", "CONTROL_HEIGHT", "MARKS", "RADIUS", "BandStyle", "Theme", "theme"]

MARKS = {"circle": "●", "square": "■", "triangle": "▲", "diamond": "◆"}
RADIUS = int(scale().measures["radius.control"])
CONTROL_HEIGHT = int(scale().measures["height.control"])


@dataclass(frozen=True, slots=True)
class BandStyle:
    """How a band looks: fill, text on the fill, and the mark and shape that tell it without colour.

    `tint` is a pale ground for dark text, `cell` the ground of the map's cells in this look; `shape` is one
    of circle, square, triangle, diamond.
    """

    fill: str
    text: str
    mark: str
    shape: str
    tint: str
    cell: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One look. `colors` maps palette roles to #RRGGBB; `scale` is the text size, 1.0 to 2.0.

    `bands` is asked with a `Band`; its keys are the bands' words, in rising order, so that the first page
    need not wait for the risk model to be loaded.
    """

    name: str
    is_dark: bool
    colors: dict[str, str]
    bands: dict[str, BandStyle]
    scale: float = 1.0

    def color(self, role: str) -> QColor:
        """The colour of a palette role; KeyError for a role that the theme does not have."""
        return QColor(self.colors[role])

    def font(self, role: str = "body") -> QFont:
        """The font of a role of the type scale: small, body, strong, heading, title or room."""
        font = QFont()
        wanted = scale().types[role]
        font.setPointSizeF(wanted.points * self.scale)
        font.setWeight(QFont.Weight.DemiBold if wanted.is_bold else QFont.Weight.Normal)
        return font

    def space(self, steps: float = 1) -> int:
        """A distance in pixels, in steps of the scale (8)."""
        return round(scale().measures["space.step"] * steps)

    def radius(self, role: str = "control") -> int:
        """How round a corner is, in pixels: control, inner or cell."""
        return round(scale().measures[f"radius.{role}"])

    def stroke(self, role: str = "hair") -> int:
        """How thick a line is, in pixels: hair, edge or ring."""
        return round(scale().measures[f"stroke.{role}"])

    def height(self, role: str = "control") -> int:
        """How high something is at this text size, in pixels: control, target, bar or scroll."""
        return self.px(scale().measures[f"height.{role}"])

    def px(self, points_at_100: float) -> int:
        """A length in pixels that grows with the text, for row heights and fixed widths."""
        return round(points_at_100 * self.scale)

    def palette(self) -> QPalette:
        """The Qt palette of this look."""
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "surface",
            QPalette.ColorRole.AlternateBase: "raised",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.PlaceholderText: "muted",
            QPalette.ColorRole.Button: "surface",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.ToolTipBase: "surface",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Mid: "border",
            QPalette.ColorRole.Accent: "accent",
        }
        for role, name in roles.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("muted"))
        return palette


def theme(name: str = "light", scale: float = 1.0) -> Theme:
    """A look by name: light, dark or contrast; `scale` is its text size. Raises ThemeFileError."""
    look = look_file(name)
    return Theme(
        name=look.name,
        is_dark=look.is_dark,
        colors=look.colors,
        bands={band: _band_style(style, look.cells[band]) for band, style in band_file().items()},
        scale=scale,
    )


def _band_style(style: dict[str, str], cell: str) -> BandStyle:
    return BandStyle(
        fill=style["fill"],
        text=style["ink"],
        mark=MARKS[style["shape"]],
        shape=style["shape"],
        tint=style["tint"],
        cell=cell,
    )
