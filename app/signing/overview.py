"""What the sign-off page says: how far it has come, who signs, what that accepts, what has changed. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.day_words import day
from app.i18n import _, ngettext
from app.role_words import role_words
from app.signing.accepting import acceptances
from app.signing.changes import Changes, changes_between
from app.signing.standing import (
    SignOffStanding,
    SignState,
    earlier_versions,
    sign_off_standing,
)
from models.assessment import Assessment
from models.risk import Band
from models.sign_off import Acceptance, ReadyToSign, Signatory, Signed, SignOffRecord, SignRole, SignWay
from models.snapshot import ReviewHeader, Snapshot

SHORT = 16  # hex digits of a seal that tell it from others at a glance


@dataclass(frozen=True, slots=True)
class AcceptedRisk:
    """A risk that a signature accepts as it stands; `missing` says what nobody has recorded, or nothing."""

    risk: str
    title: str
    band: Band
    by: str
    until: str
    missing: str
    place: str


@dataclass(frozen=True, slots=True)
class SigningLine:
    """One who signs: as what, who, and the newest signature; None where it is still to come."""

    role: str
    name: str
    position: str
    signed: Signed | None


@dataclass(frozen=True, slots=True)
class SealedState:
    """A version of a review as it was when it was sealed."""

    ready: ReadyToSign
    snapshot: Snapshot
    assessment: Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffOverview:
    """Everything that the page shows. `changes` is None where no version was sealed before this draft.

    `seal` is that of the version shown, or of the newest that was sealed; `is_closed` where the review was
    sealed without signatures, as the next one was begun; `may_reopen` where no later one goes on from it.
    """

    standing: SignOffStanding
    earlier: tuple[SignOffStanding, ...]
    lines: tuple[SigningLine, ...]
    accepted: tuple[AcceptedRisk, ...]
    seal: str
    changes: Changes | None
    is_closed: bool
    may_reopen: bool


def overview(
    snapshot: Snapshot,
    assessment: Assessment,
    records: Sequence[SignOffRecord],
    reviews: Sequence[ReviewHeader],
    sealed: SealedState | None = None,
) -> SignOffOverview:
    """The state of the sign-off; `sealed` is the newest version before this draft, see `sealed_before`.

    A review that a later one goes on from is superseded once it was sealed.
    """
    header = snapshot.header
    is_latest = not any(other.number > header.number for other in reviews)
    standing = sign_off_standing(header, records, is_followed=not is_latest)
    earlier = earlier_versions(header, records)
    shown = standing.ready or (earlier[0].ready if earlier else None)
    return SignOffOverview(
        standing=standing,
        earlier=earlier,
        lines=tuple(_lines(standing)),
        accepted=tuple(_accepted(snapshot, assessment, standing.ready)),
        seal=shown.seal if shown is not None else "",
        changes=changes_since(sealed, snapshot, assessment) if sealed is not None else None,
        is_closed=header.sealed and standing.ready is None,
        may_reopen=header.sealed and is_latest,
    )


def sealed_before(snapshot: Snapshot, records: Sequence[SignOffRecord]) -> ReadyToSign | None:
    """The newest version that was sealed before this draft; None for one that was never opened again."""
    header = snapshot.header
    if sign_off_standing(header, records).state is not SignState.DRAFT:
        return None
    earlier = earlier_versions(header, records)
    return earlier[0].ready if earlier else None


def changes_since(sealed: SealedState, snapshot: Snapshot, assessment: Assessment) -> Changes:
    """What has changed since a version was sealed."""
    return changes_between((sealed.snapshot, sealed.assessment), (snapshot, assessment))


def way_words(signed: Signed) -> str:
    """How somebody signed, in words that claim no more than is so."""
    if signed.way is SignWay.DIGITAL:
        return _("digital signature, certificate {digits}…").format(digits=signed.certificate[:8].upper())
    return _("by hand, kept as a picture: not a digital signature")


def named_signatories(*named: tuple[SignRole, str, str]) -> tuple[Signatory, ...]:
    """Those who are to sign, of role, name and position as typed; others without a name are left out."""
    made: dict[tuple[SignRole, str], Signatory] = {}
    for role, name, position in named:
        who, job = " ".join(name.split()), " ".join(position.split())
        if who or role is SignRole.SPONSOR:
            made.setdefault(
                (role, who if role is SignRole.OTHER else ""), Signatory(role=role, name=who, position=job)
            )
    return tuple(made.values())


def state_title(overview: SignOffOverview) -> str:
    """The state of the version shown, in a few words for its head line."""
    n = overview.standing.version
    match overview.standing.state:
        case SignState.DRAFT:
            return _("Version {n} is a draft: nobody has signed it").format(n=n)
        case SignState.READY:
            left = len(overview.standing.missing)
            words = ngettext(
                "Version {n} is sealed and waits for {left} signature",
                "Version {n} is sealed and waits for {left} signatures",
                left,
            )
            return words.format(n=n, left=left)
        case SignState.SIGNED:
            return _("Version {n} is signed by everybody").format(n=n)
        case SignState.SUPERSEDED:
            return _("Version {n} is superseded: a later review goes on from it").format(n=n)


def _lines(standing: SignOffStanding) -> Iterator[SigningLine]:
    ready = standing.ready
    if ready is None:
        return
    for one in ready.signatories:
        signed = _signature(standing, one)
        name, position = (signed.name, signed.position) if signed is not None else (one.name, one.position)
        yield SigningLine(role_words(one.role), name, position or one.position, signed)


def _signature(standing: SignOffStanding, one: Signatory) -> Signed | None:
    if one.role is not SignRole.OTHER:
        return standing.signature_of(one.role)
    found = (s for s in reversed(standing.signed) if s.role is one.role and s.name == one.name)
    return next(found, None)


def _accepted(
    snapshot: Snapshot, assessment: Assessment, ready: ReadyToSign | None
) -> Iterator[AcceptedRisk]:
    titles = {risk.id: " ".join(risk.title.split()) for risk in assessment.risks}
    accepted = ready.acceptances if ready is not None else acceptances(snapshot, assessment)
    yield from (_accepted_risk(one, titles) for one in accepted)


def _accepted_risk(one: Acceptance, titles: dict[str, str]) -> AcceptedRisk:
    return AcceptedRisk(
        risk=one.risk,
        title=titles.get(one.risk, ""),
        band=one.band,
        by=one.accepted_by,
        until=day(one.until) if one.until is not None else "",
        missing=_missing(one.accepted_by, one.until),
        place=f"risk:{one.risk}{_missing_field(one.accepted_by, one.until)}",
    )


def _missing_field(by: str, until: date | None) -> str:
    """What a link to the decision adds, so that it leads to the first field that is missing."""
    if not by:
        return "/accepted_by"
    return "" if until is not None else "/accepted_until"


def _missing(by: str, until: date | None) -> str:
    if not by and until is None:
        return _("nobody is named who accepts it, and no date until when")
    if not by:
        return _("nobody is named who accepts it")
    return "" if until is not None else _("no date until when")
