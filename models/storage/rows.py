"""The one mapping between values and rows. Rows never leave models.storage."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import Row

from models.pack import QuestionPack, pack_from_json, pack_to_json
from models.snapshot import Entries, ReviewHeader, Snapshot
from models.storage.errors import DamagedFileError
from models.values import ENTRY_TYPES, AnyEntry, Engagement, IncidentProcess, Json, Reading, RegisterName


def to_text(value: object) -> str:
    """A value as JSON in plain ASCII, so that no odd character can trouble the database."""
    return json.dumps(value, separators=(",", ":"), default=dict)


def entry_text(entry: AnyEntry) -> str:
    """The body of an entry's row."""
    return to_text(entry.write())


def entry_from_text(register: str, key: str, body: str) -> AnyEntry:
    """The entry that a body stands for. Raises DamagedFileError."""
    at = Reading()
    entry = None
    if register in RegisterName.__members__.values():
        entry = ENTRY_TYPES[RegisterName(register)].read(_parsed(body, register, key), at)
    if entry is None:
        # Only the places: a problem's message shows what the client said.
        places = ", ".join(problem.pointer or "/" for problem in at.problems)
        raise DamagedFileError(f"An entry of the file cannot be read: {register} {key} {places}".rstrip())
    return cast(AnyEntry, entry)


def same_body(stored: str | None, entry: AnyEntry | None) -> bool:
    """Whether a stored body is that of `entry`; None stands for "there is none"."""
    if stored is None or entry is None:
        return stored is None and entry is None
    # The order of fields may differ from that of the version that wrote it.
    return stored == entry_text(entry) or json.loads(stored) == json.loads(entry_text(entry))


def pack_text(pack: QuestionPack) -> str:
    """The body of a pack's row."""
    return to_text(pack_to_json(pack))


def digest_of(body: str) -> str:
    """What a pack's row goes by: two packs of one version with different words are two rows."""
    return hashlib.sha256(body.encode()).hexdigest()


def review_values(snapshot: Snapshot, pack_digest: str, created: str) -> dict[str, object]:
    """The columns of a review's row."""
    header = snapshot.header
    return {
        "id": header.id,
        "number": header.number,
        "title": header.title,
        "sealed": int(header.sealed),
        "pack": pack_digest,
        "risk_model": snapshot.pack.risk_model,
        "extras": to_text(dict(snapshot.extras)),
        "created": created,
    }


# Any: a row's columns have no type of their own before they are mapped here.
def header_of(row: Row[Any], version: int = 1) -> ReviewHeader:
    """The header in a review's row."""
    return ReviewHeader(
        id=row.id, number=row.number, title=row.title, sealed=bool(row.sealed), version=version
    )


def snapshot_of(review: Row[Any], pack_body: str, entries: Iterable[Row[Any]], version: int = 1) -> Snapshot:
    """The review in these rows; `entries` in the order of their positions. Raises DamagedFileError."""
    found: dict[str, dict[str, AnyEntry]] = {}
    for row in entries:
        entry = entry_from_text(row.register, row.key, row.body)
        if entry.key != row.key:
            raise DamagedFileError(
                f"An entry of the file stands in the wrong place: {row.register} {row.key}"
            )
        found.setdefault(row.register, {})[row.key] = entry
    engagement = _only(found.pop(RegisterName.ENGAGEMENT, {}))
    if not isinstance(engagement, Engagement):
        raise DamagedFileError(f"The engagement of review {review.id} is missing")
    process = _only(found.pop(RegisterName.INCIDENT_PROCESS, {}))
    return Snapshot(
        pack=_pack_of(pack_body),
        engagement=engagement,
        incident_process=process if isinstance(process, IncidentProcess) else None,
        registers=_registers(found),
        header=header_of(review, version),
        extras=MappingProxyType(cast(dict[str, Json], _parsed(review.extras, "review", review.id))),
    )


def _registers(found: Mapping[str, dict[str, AnyEntry]]) -> Mapping[RegisterName, Entries]:
    return MappingProxyType({name: MappingProxyType(found[name]) for name in ENTRY_TYPES if name in found})


def _only(entries: Mapping[str, AnyEntry]) -> AnyEntry | None:
    return next(iter(entries.values()), None)


def _pack_of(body: str) -> QuestionPack:
    try:
        return pack_from_json(json.loads(body))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise DamagedFileError("The question pack in the file cannot be read") from error


def _parsed(body: str, register: str, key: str) -> Json:
    try:
        return cast(Json, json.loads(body))
    except (ValueError, TypeError, RecursionError) as error:
        raise DamagedFileError(f"An entry of the file cannot be read: {register} {key}") from error
