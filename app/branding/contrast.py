"""Measures whether words can be read on a ground (WCAG 2.2), and darkens words until they can."""

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


def _scaled(colour: str, share: float) -> str:
    return "#" + "".join(f"{int(part * share):02X}" for part in _parts(colour))


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
