"""What a file records about its sign-off, line by line: sealed for signature, signed, opened again."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from models.risk import Band


class SignRole(StrEnum):
    """In which part somebody signs. Reviewer and sponsor have a field in the report."""

    REVIEWER = "reviewer"
    SPONSOR = "sponsor"
    OTHER = "other"


class SignWay(StrEnum):
    """How somebody signed: with a certificate, or by hand on paper or a touch screen, kept as a scan."""

    DIGITAL = "digital"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Somebody who is to sign. `name` is empty where it is not known yet; `position` is a job title."""

    role: SignRole
    name: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A risk that is accepted as it stands: who accepts it, until when; empty or None where nobody said."""

    risk: str
    band: Band
    accepted_by: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyToSign:
    """The review was sealed for signature: this is what a signature binds.

    `version` counts from 1 and grows whenever the review is opened again; `seal` has 64 hex digits.
    """

    version: int
    seal: str
    at: datetime
    signatories: tuple[Signatory, ...]
    acceptances: tuple[Acceptance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Somebody signed. `file` is the SHA-256 of the signed report, or of the scan where it was by hand.

    `certificate` is the SHA-256 of the certificate, empty without one. `at` is what the clock here said.
    """

    version: int
    seal: str
    at: datetime
    role: SignRole
    name: str
    way: SignWay
    file: str
    position: str = ""
    certificate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """The review was opened for edits again: `version` and `seal` are those that no longer hold."""

    version: int
    seal: str
    at: datetime


SignOffRecord: TypeAlias = ReadyToSign | Signed | Reopened
KINDS: Mapping[str, type[ReadyToSign | Signed | Reopened]] = {
    "ready": ReadyToSign,
    "signed": Signed,
    "reopened": Reopened,
}


def kind_of(record: SignOffRecord) -> str:
    """The name of a record's kind, as files have it."""
    return next(name for name, kind in KINDS.items() if isinstance(record, kind))


def sign_off_to_json(record: SignOffRecord) -> dict[str, Any]:
    """A record as plain JSON values."""
    return {"kind": kind_of(record), **{name: _plain(value) for name, value in asdict(record).items()}}


# Any: it is what stands in a file, and every value is looked at here.
def sign_off_from_json(raw: Mapping[str, Any]) -> SignOffRecord:
    """The record in plain JSON values. Raises KeyError, TypeError or ValueError where it is none."""
    values = {name: value for name, value in raw.items() if name != "kind"}
    values["at"] = datetime.fromisoformat(values["at"])
    if raw["kind"] == "ready":
        values["signatories"] = tuple(
            Signatory(**{**item, "role": SignRole(item["role"])}) for item in values["signatories"]
        )
        values["acceptances"] = tuple(_acceptance(item) for item in values["acceptances"])
    elif raw["kind"] == "signed":
        values |= {"role": SignRole(values["role"]), "way": SignWay(values["way"])}
    return KINDS[raw["kind"]](**values)


def _acceptance(raw: Mapping[str, Any]) -> Acceptance:
    until = raw["until"]
    return Acceptance(
        **{**raw, "band": Band(raw["band"]), "until": date.fromisoformat(until) if until else None}
    )


def _plain(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case date():  # a moment too
            return value.isoformat()
        case Mapping():
            return {name: _plain(item) for name, item in value.items()}
        case str():
            return value
        case Iterable():
            return [_plain(item) for item in value]
    return value
