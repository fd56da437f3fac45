"""Long numbers as people read them out to each other."""


def grouped(digits: str) -> str:
    """Hex digits in groups of four: "91DA 3097 …"."""
    shown = digits.upper()
    return " ".join(shown[n : n + 4] for n in range(0, len(shown), 4))
