"""Says what a sandbox comes to: how many risks move, and which."""

from collections.abc import Iterable

from app.i18n import _, ngettext
from app.kept_actions import step_words
from app.risk_words import band_words
from app.smallest_change import Change
from app.what_if import Moved
from models.snapshot import Snapshot

MOST_NAMED = 4


def moved_words(moved: Iterable[Moved], but_for: str) -> str:
    """How many other risks would move, to which side, and the first of them by name."""
    others = [each for each in moved if each.risk.id != but_for]
    if not others:
        return _("No other band moves.")
    lower = sum(each.steps < 0 for each in others)
    higher = sum(each.steps > 0 for each in others)
    n = len(others)
    said = ngettext("{n} other risk moves", "{n} other risks move", n).format(n=n)
    parts = [_("{n} lower").format(n=lower)] if lower else []
    parts += [_("{n} higher").format(n=higher)] if higher else []
    if n > lower + higher:
        parts.append(_("{n} to or from Low").format(n=n - lower - higher))
    named = [f"{each.risk.id} {shift_words(each)}" for each in others[:MOST_NAMED]]
    more = " …" if n > MOST_NAMED else ""
    return _("{said}: {parts}. {named}{more}").format(
        said=said, parts=", ".join(parts), named=", ".join(named), more=more
    )


def shift_words(moved: Moved) -> str:
    """A risk that moves, in one line: EX-T13 Critical → High."""
    then = band_words(moved.before.residual.band) if moved.before else _("no such risk")
    now = band_words(moved.after.residual.band) if moved.after else _("no such risk")
    return _("{then} → {now}").format(then=then, now=now)


def change_lines(snapshot: Snapshot, change: Change) -> tuple[str, str]:
    """Changes that lower a band: what they are, and where the risk then stands."""
    said = _(" and ").join(step_words(snapshot, each) for each in change.supposed)
    if change.rating is None:
        return said, _("There would be no such risk.")
    return said, _("Then likelihood {l}, impact {i}: {band}.").format(
        l=change.rating.likelihood, i=change.rating.impact, band=band_words(change.rating.band)
    )
