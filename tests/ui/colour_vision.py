"""How colours look to other eyes, and how far two colours are apart.

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
Color Vision Deficiency", IEEE TVCG 15(6), 2009, at severity 1.0; they work on linear RGB. Distances are
CIEDE2000 (Sharma, Wu and Dalal, Color Research and Application 30(1), 2005), of sRGB under D65.
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from PySide6.QtGui import QColor

Triple = tuple[float, float, float]

SIMULATIONS: dict[str, tuple[Triple, Triple, Triple]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def seen(color: QColor, eyes: str) -> Triple:
    """A colour in linear RGB as these eyes see it."""
    return _clipped(_times(SIMULATIONS[eyes], linear(color)))


def linear(color: QColor) -> Triple:
    """A colour in linear RGB."""

    def part(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    return part(color.redF()), part(color.greenF()), part(color.blueF())


def lightness(color: QColor) -> float:
    """How light a colour is in greyscale: CIE L*, 0 to 100."""
    return lab(linear(color))[0]


def lab(rgb: Triple) -> Triple:
    """CIE L*a*b* of linear RGB."""

    def f(share: float) -> float:
        return float(share ** (1 / 3)) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116

    x, y, z = (f(part / white) for part, white in zip(_times(_TO_XYZ, rgb), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Triple, other: Triple) -> float:
    """CIEDE2000 between two colours in L*a*b*; 1 is just seen side by side, 10 at a glance."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)))
    c1, c2 = hypot(a1 * (1 + g), b1), hypot(a2 * (1 + g), b2)
    h1, h2 = (degrees(atan2(b, a * (1 + g))) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    weight_l = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    weight_c, weight_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    by_l = (l2 - l1) / weight_l
    by_c = (c2 - c1) / weight_c
    by_h = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / weight_h
    return sqrt(by_l**2 + by_c**2 + by_h**2 + rotation * by_c * by_h)


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _clipped(rgb: Triple) -> Triple:
    red, green, blue = (min(max(part, 0.0), 1.0) for part in rgb)
    return red, green, blue
