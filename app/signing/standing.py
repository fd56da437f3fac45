"""How far the sign-off of a review has come: draft, ready, signed or superseded. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.i18n import _
from models.sign_off import ReadyToSign, Signatory, Signed, SignOffRecord, SignRole, SignWay
from models.snapshot import ReviewHeader


class SignState(StrEnum):
    """What a version of a review is to its readers."""

    DRAFT = "draft"
    READY = "ready"
    SIGNED = "signed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffStanding:
    """One version of a review: what was sealed, who has signed it, and who has not."""

    version: int
    state: SignState
    ready: ReadyToSign | None = None
    signed: tuple[Signed, ...] = ()
    missing: tuple[Signatory, ...] = ()

    def signature_of(self, role: SignRole) -> Signed | None:
        """The newest signature in a role: who signs again, because a file was lost, replaces the earlier."""
        return next((one for one in reversed(self.signed) if one.role is role), None)


def sign_off_standing(
    header: ReviewHeader, records: Sequence[SignOffRecord], *, is_followed: bool = False
) -> SignOffStanding:
    """The present version of a review; `is_followed` where a later review of the engagement was signed."""
    standing = _of_version(header.version, records)
    if is_followed and standing.state is not SignState.DRAFT:
        return _superseded(standing)
    return standing


def earlier_versions(header: ReviewHeader, records: Sequence[SignOffRecord]) -> tuple[SignOffStanding, ...]:
    """The versions that were sealed before the present one, the newest first; all are superseded."""
    found = (_of_version(version, records) for version in range(header.version - 1, 0, -1))
    return tuple(_superseded(one) for one in found)


def state_words(standing: SignOffStanding) -> str:
    """The state in one sentence."""
    n = standing.version
    match standing.state:
        case SignState.DRAFT:
            return _("Version {n} is a draft.").format(n=n)
        case SignState.SIGNED:
            return _("Version {n} is signed by everybody who was to sign it.").format(n=n)
        case SignState.SUPERSEDED:
            return _("Version {n} is superseded by a later one.").format(n=n)
        case SignState.READY:
            waiting = ", ".join(one.name or one.role.value for one in standing.missing)
            return _("Version {n} is sealed and waits for: {names}.").format(n=n, names=waiting)


def signed_words(signed: Signed) -> str:
    """One signature in one line: who, as what, when by the clock here, how, and which file."""
    way = _("digitally") if signed.way is SignWay.DIGITAL else _("by hand, kept as a scan")
    return _("{role}: {name}, {at:%Y-%m-%d %H:%M} UTC, {way}, SHA-256 {file}").format(
        role=signed.role.value, name=signed.name, at=signed.at, way=way, file=signed.file
    )


def _of_version(version: int, records: Sequence[SignOffRecord]) -> SignOffStanding:
    of_version = [one for one in records if one.version == version]
    ready = next((one for one in of_version if isinstance(one, ReadyToSign)), None)
    if ready is None:
        return SignOffStanding(version=version, state=SignState.DRAFT)
    signed = tuple(one for one in of_version if isinstance(one, Signed))
    missing = tuple(one for one in ready.signatories if not any(_is_by(s, one) for s in signed))
    return SignOffStanding(
        version=version,
        state=SignState.READY if missing else SignState.SIGNED,
        ready=ready,
        signed=signed,
        missing=missing,
    )


def _is_by(signed: Signed, signatory: Signatory) -> bool:
    return signed.role is signatory.role and (
        signed.role is not SignRole.OTHER or signed.name == signatory.name
    )


def _superseded(standing: SignOffStanding) -> SignOffStanding:
    return replace(standing, state=SignState.SUPERSEDED)
