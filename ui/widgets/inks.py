"""Colours made from the theme's: mixtures, grounds of bands, and ink that reads on any ground."""

from PySide6.QtGui import QColor

from models.risk import Band
from ui.theme import Theme


def mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    """`ground` with `share` (0 to 1) of `ink` in it."""
    keep = 1.0 - share
    return QColor(
        round(ground.red() * keep + ink.red() * share),
        round(ground.green() * keep + ink.green() * share),
        round(ground.blue() * keep + ink.blue() * share),
    )


def band_ground(theme: Theme, band: Band) -> QColor:
    """The ground of a map cell of this band, pale on light themes and deep on dark ones."""
    return QColor(theme.bands[band].cell)


def capability_ground(theme: Theme, strength: int) -> QColor:
    """The ground of a capability, 1 see to 5 trigger: the stronger, the more of the accent."""
    share = (0.0, 0.14, 0.3, 0.5, 0.76, 1.0)[strength]
    return mixed(theme.color("surface"), theme.color("accent"), share)


def ink_on(theme: Theme, ground: QColor) -> QColor:
    """The theme's text or surface colour, whichever reads better on the ground."""
    return max((theme.color("text"), theme.color("surface")), key=lambda ink: _contrast(ink, ground))


def _contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
