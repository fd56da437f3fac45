"""The one style sheet of the application, made from the theme's colours."""

from string import Template

import resources
from ui.theme import Theme

_BAND = """
QLabel[band="$band"] { background: $fill; color: $ink; border: ${hair}px solid $outline;
  border-radius: ${radius}px; padding: ${hair}px ${step}px; }
"""


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    ink, on_ink = ("white", "black") if theme.is_dark else ("black", "white")
    rules = filled(
        resources.read_text("theme", "window.qss"),
        theme,
        rail_edge=theme.colors["border" if theme.is_dark else "rail"],
        ink=ink,
        on_ink=on_ink,
        marks=resources.path("icons", "marks").as_posix(),
    )
    return rules + "".join(_band_rule(theme, band) for band in theme.bands)


def filled(rules: str, theme: Theme, **words: str) -> str:
    """Rules with the theme's colours and measures, and `words`, in place of their $names."""
    return Template(rules).substitute({**theme.colors, **measures(theme), **words})


def measures(theme: Theme) -> dict[str, int]:
    """The measures that style sheets name, in pixels, made from the scale."""
    space, control = theme.space, theme.height()
    hair, edge, ring = (theme.stroke(role) for role in ("hair", "edge", "ring"))
    box = theme.px(16)
    steps = {"quarter": 0.25, "half": 0.5, "step": 1, "step_half": 1.5, "two": 2, "three": 3, "four": 4}
    return {
        **{name: space(share) for name, share in steps.items()},
        **{name: theme.radius(name) for name in ("inner", "cell")},
        "radius": theme.radius(),
        "hair": hair,
        "edge": edge,
        "ring": ring,
        # What is left inside a control of the common height, and the room that a thicker edge takes from it.
        "inside": control - 2 * hair,
        "inside_edge": control - 2 * edge,
        "inside_ring": control - 2 * ring,
        "across": space(2) - hair,
        "across_ring": space(2) - ring,
        "aside": space(1.25) - hair,
        "aside_edge": space(1.25) - edge,
        "above": space(0.75) - hair,
        "above_edge": space(0.75) - edge,
        "arrow": theme.px(24),
        "mark": theme.px(14),
        "small_mark": theme.px(11),
        "box": box,
        "half_box": box // 2 + edge,
        "bar": theme.height("bar"),
        "target": theme.height("target"),
        "scroll": theme.height("scroll"),
        "around": theme.height("scroll") // 4,
        "lift": box // 2 - theme.height("bar") // 2 + edge,
        "knob": box // 2 + edge,
    }


def _band_rule(theme: Theme, band: str) -> str:
    style = theme.bands[band]
    outline = theme.colors["border"] if theme.is_dark else style.fill
    return filled(_BAND, theme, band=band, fill=style.fill, ink=style.text, outline=outline)
