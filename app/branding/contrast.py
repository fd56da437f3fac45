"""Measures whether words can be read on a ground (WCAG 2.2), and darkens words until they can."""

import math

LEAST = 4.5  # WCAG 2.2, 1.4.3, level AA, for text of any size
_STEPS = 64


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written #RRGGBB, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def darkened(words: str, grounds: tuple[str, ...]) -> str:
    """The colour itself if it can be read on every ground, else the lightest darker one of its hue that can.

    Black if none can.
    """
    for step in range(_STEPS, -1, -1):
        tried = _scaled(words, step / _STEPS)
        if all(contrast(tried, ground) >= LEAST for ground in grounds):
            return tried
    return "#000000"


def distance(one: str, other: str) -> float:
    """How far apart two colours look, as CIE 1976 L*a*b* has it: 2 can just be told apart, 100 is far."""
    return math.dist(_lab(one), _lab(other))


def _lab(colour: str) -> tuple[float, float, float]:
    red, green, blue = (_linear(part) for part in _parts(colour))
    x, y, z = (
        share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
        for share in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _scaled(colour: str, share: float) -> str:
    return "#" + "".join(f"{int(part * share):02X}" for part in _parts(colour))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
