"""What was found and waived: who says so and why, kept in the review beside its engagement.

A waiver is bound to what was found. When that changes, the waiver lapses and the finding is open again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from app.edits import Edit, put
from app.i18n import ngettext
from app.lint.finding import Finding
from models.snapshot import Snapshot
from models.values import NO_EXTRAS, Engagement, Json, RegisterName

WAIVERS = "x_waivers"
LONGEST_REASON, LONGEST_WHO = 1_000, 120


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Waiver:
    """That a finding may stand: `finding` is its identity and `digest` its content, see `Finding`."""

    finding: str
    digest: str
    reason: str
    who: str
    on: date

    def __repr__(self) -> str:
        """That it is one, without a word of the client."""
        return f"<Waiver {self.digest}>"


def waivers(snapshot: Snapshot) -> Mapping[str, Waiver]:
    """The waivers of a review by the identity of their findings. What cannot be read stays in the file."""
    found = (_waiver(raw) for raw in _kept(snapshot.engagement))
    return {waiver.finding: waiver for waiver in found if waiver is not None}


def waiving(
    snapshot: Snapshot, findings: Sequence[Finding], reason: str, who: str, today: date
) -> Edit | None:
    """Waive findings, all for one reason; None without a reason, without a name, or without findings."""
    why, name = " ".join(reason.split())[:LONGEST_REASON], " ".join(who.split())[:LONGEST_WHO]
    if not why or not name or not findings:
        return None
    anew = {finding.identity for finding in findings}
    made: list[Json] = [
        {
            "finding": finding.identity,
            "digest": finding.digest,
            "reason": why,
            "who": name,
            "on": today.isoformat(),
        }
        for finding in findings
    ]
    label = ngettext("Waive a finding", "Waive {n} findings", len(findings)).format(n=len(findings))
    edit = _kept_as(snapshot, [*_others(snapshot, anew), *made], label)
    return replace(edit, reason=why)


def unwaiving(snapshot: Snapshot, findings: Iterable[Finding]) -> Edit | None:
    """Take waivers back, lapsed ones too; None if there are none."""
    gone = {finding.identity for finding in findings} & set(waivers(snapshot))
    if not gone:
        return None
    label = ngettext("Take a waiver back", "Take {n} waivers back", len(gone)).format(n=len(gone))
    return _kept_as(snapshot, _others(snapshot, gone), label)


def without_waivers(engagement: Engagement) -> Engagement:
    """The engagement for the review after this one: what was waived is looked at anew."""
    return _with(engagement, ())


def _kept(engagement: Engagement) -> tuple[Json, ...]:
    kept = engagement.extras.get(WAIVERS)
    return tuple(kept) if isinstance(kept, list | tuple) else ()


def _others(snapshot: Snapshot, gone: Iterable[str]) -> list[Json]:
    left = set(gone)
    return [
        raw
        for raw in _kept(snapshot.engagement)
        if not (isinstance(raw, Mapping) and str(raw.get("finding")) in left)
    ]


def _kept_as(snapshot: Snapshot, kept: Sequence[Json], label: str) -> Edit:
    return put(snapshot, RegisterName.ENGAGEMENT, _with(snapshot.engagement, kept), label)


def _with(engagement: Engagement, kept: Sequence[Json]) -> Engagement:
    extras = {name: value for name, value in engagement.extras.items() if name != WAIVERS}
    if kept:
        extras[WAIVERS] = list(kept)
    return replace(engagement, extras=MappingProxyType(extras) if extras else NO_EXTRAS)


def _waiver(raw: Json) -> Waiver | None:
    if not isinstance(raw, Mapping):
        return None
    said = {name: raw.get(name) for name in ("finding", "digest", "reason", "who", "on")}
    texts = {name: value for name, value in said.items() if isinstance(value, str) and value.strip()}
    if len(texts) < len(said):
        return None
    try:
        on = date.fromisoformat(texts.pop("on"))
    except ValueError:
        return None
    return Waiver(**texts, on=on)
