"""The papers that a report is laid out for."""

from enum import StrEnum

# Unicode CLDR, supplemental data, paperSize "US-Letter"; everywhere else it is A4.
_LETTER_TERRITORIES = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)


class Paper(StrEnum):
    """A paper, lying on its long side; the value is its name on the command line and in the settings."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def width(self) -> float:
        """In points, 1/72 inch."""
        return _SIZES[self][0]

    @property
    def height(self) -> float:
        """In points, 1/72 inch."""
        return _SIZES[self][1]


_SIZES = {Paper.A4: (841.89, 595.28), Paper.LETTER: (792.0, 612.0)}


def usual_paper(territory: str) -> Paper:
    """What offices in a territory print on; `territory` is an ISO 3166 code of two letters, or empty."""
    return Paper.LETTER if territory.upper() in _LETTER_TERRITORIES else Paper.A4
