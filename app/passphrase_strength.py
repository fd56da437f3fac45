"""How hard a passphrase is to guess, in words and with plain advice; nothing that was typed is kept.

The estimate is zxcvbn's (Wheeler, USENIX Security 2016): guesses a clever attacker needs. One guess costs
whoever has stolen the file half a core-second and 64 MiB (Argon2id, see models.storage.key), so a machine
with a hundred cores tries about 200 a second.
"""

from dataclasses import dataclass
from enum import IntEnum
from math import log10

from app.i18n import _, ngettext

GUESSES_A_SECOND = 200
LONGEST_LOOKED_AT = 72
_YEAR = 365 * 24 * 3600
_FROM = (6, 8, 10, 13)  # powers of ten


class Strength(IntEnum):
    """From guessed at once to not guessed by anybody; GOOD is what a client's file deserves at least."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """A strength, what it means in words, and what would help; `advice` is empty where nothing is needed."""

    strength: Strength
    words: str
    advice: str


def strength_word(strength: Strength) -> str:
    """A strength in a word or two."""
    return {
        Strength.NONE: _("Very weak"),
        Strength.WEAK: _("Weak"),
        Strength.FAIR: _("Fair"),
        Strength.GOOD: _("Good"),
        Strength.STRONG: _("Strong"),
    }[strength]


def judged(passphrase: str, known: tuple[str, ...] = ()) -> Judgement:
    """How strong a passphrase is; `known` are words that anybody would try first: the client's name."""
    if not passphrase:
        return Judgement(Strength.NONE, _("Type a passphrase."), _advice(Strength.NONE))
    # Here and not at the top: its word lists take a tenth of a second to load.
    from zxcvbn import zxcvbn  # noqa: PLC0415

    hints = [word for name in known for word in (name, *name.split()) if word]
    found = zxcvbn(passphrase[:LONGEST_LOOKED_AT], user_inputs=hints)
    power = log10(float(found["guesses"]))
    strength = Strength(sum(power >= limit for limit in _FROM))
    return Judgement(strength, _time_to_guess(power), _advice(strength))


def _time_to_guess(power: float) -> str:
    """The time until half of all guesses are made on a hundred cores."""
    seconds = 10 ** min(power, 30) / GUESSES_A_SECOND / 2
    if seconds < 60:
        return _("Guessed within a minute by whoever steals the file.")
    if seconds < 24 * 3600:
        return _("Guessed within a day by whoever steals the file.")
    days = round(seconds / (24 * 3600))
    if seconds < _YEAR:
        return ngettext("Guessed in about {n} day.", "Guessed in about {n} days.", days).format(n=days)
    years = round(seconds / _YEAR)
    if years < 1000:
        return ngettext("Guessed in about {n} year.", "Guessed in about {n} years.", years).format(n=years)
    return _("Not guessed in a thousand years.")


def _advice(strength: Strength) -> str:
    if strength >= Strength.GOOD:
        return ""
    return _("Take four or five words that do not belong together, in a row. Spaces are welcome.")
