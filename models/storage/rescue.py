"""Saves what can be saved from a damaged file: every entry on every page that can still be read.

What an entry's own row no longer tells, the newest line of the change log about it does: each is kept twice.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from models.pack import QuestionPack, pack_from_json
from models.snapshot import ReviewHeader, Snapshot
from models.storage.change_log import REVIEW
from models.storage.errors import DamagedFileError, WrongPassphraseError
from models.storage.key import FileKey
from models.storage.pages import readable_pages
from models.storage.records import Value, rows
from models.storage.rows import digest_of, entry_from_text
from models.values import LISTS, AnyEntry, Engagement, IncidentProcess, RegisterName

_ENTRY, _CHANGE, _PACK, _REVIEW = 5, 14, 3, 8
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
_REGISTERS = frozenset(name.value for name in RegisterName)
UNTITLED = "Rescued review"
_Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """What was saved: the reviews, oldest first, and how much of the file could be read.

    `from_the_log` counts the entries that only the change log still told; `lost` names, by review, register
    and id, those of which nothing is left but that they were there; `is_own_pack` is false where the
    question pack had to be stood in for. `attachments` holds the evidence files that are whole, by SHA-256.
    """

    reviews: tuple[Snapshot, ...]
    pages: int
    unreadable_pages: int
    from_the_log: int = 0
    lost: tuple[str, ...] = ()
    is_own_pack: bool = True
    attachments: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(slots=True)
class _Found:
    """The rows that were found, in the state that counts."""

    entries: dict[_Place, tuple[int, str]] = field(default_factory=dict)
    log: dict[_Place, tuple[int, str | None]] = field(default_factory=dict)
    reviews: dict[str, tuple[int, str, bool, str, str]] = field(default_factory=dict)
    packs: dict[str, str] = field(default_factory=dict)
    parts: dict[str, dict[int, bytes]] = field(default_factory=dict)


def rescue(path: Path, key: FileKey, stand_in: QuestionPack) -> Rescued:
    """What a damaged file still holds. `stand_in` is the question pack where the file's own is lost.

    Raises WrongPassphraseError where no page can be read with the key, DamagedFileError where no review is
    left, and OSError.
    """
    pages = readable_pages(path, key)
    if not pages.good:
        raise WrongPassphraseError
    found = _Found()
    for number, values in rows(pages.good):
        _take(found, number, values)
    saved = _bodies(found)
    packs = dict(_packs(found.packs))
    reviews, lost = [], []
    for review_id, (number, title, sealed, digest, extras) in sorted(_headers(found).items(), key=_by_number):
        header = ReviewHeader(id=review_id, number=number, title=title, sealed=sealed)
        bodies = {place[1:]: body for place, body in saved.items() if place[0] == review_id}
        entries, unread = _entries(bodies)
        lost += [f"{review_id}, {register} {entry}" for register, entry in unread]
        reviews.append(_snapshot(header, packs.get(digest, stand_in), entries, extras))
    if not reviews:
        raise DamagedFileError
    return Rescued(
        reviews=tuple(reviews),
        pages=len(pages.good) + len(pages.bad),
        unreadable_pages=len(pages.bad),
        from_the_log=len(saved.keys() - found.entries.keys()),
        lost=tuple(lost),
        is_own_pack=bool(packs),
        attachments=dict(_attachments(found.parts)),
    )


def _take(found: _Found, number: int, values: tuple[Value, ...]) -> None:
    """Put a row where it belongs, by how it is made; rows of other tables are passed over."""
    match values:
        case (str(review), str(register), str(key), int(position), str(body)) if register in _REGISTERS:
            found.entries[review, register, key] = (position, body)
        case (_seq, str(review), str(_at), str(_who), str(_label), str(register), str(key), *_rest) if (
            len(values) == _CHANGE
        ):
            after = values[-1]
            place = (review, register, key)
            if number > found.log.get(place, (0, None))[0]:
                found.log[place] = (number, after if isinstance(after, str) else None)
        case (str(sha256), int(n), bytes(part)):
            found.parts.setdefault(sha256, {})[n] = part
        case (str(digest), str(_version), str(body)):
            found.packs[digest] = body
        case (str(review), int(n), str(title), int(sealed), str(digest), str(), str(extras), str()):
            found.reviews[review] = (n, title, bool(sealed), digest, extras)
        case _:
            return


def _bodies(found: _Found) -> dict[_Place, str]:
    """The body of every entry, in order of position; what has no row any more comes from the log."""
    bodies = {place: body for place, (_position, body) in sorted(found.entries.items(), key=_by_position)}
    for place, (_seq, after) in sorted(found.log.items(), key=lambda item: item[1][0]):
        if after is not None and place not in bodies and place[1] in _REGISTERS:
            bodies[place] = after
    return bodies


def _headers(found: _Found) -> Mapping[str, tuple[int, str, bool, str, str]]:
    """The reviews, from their rows or from the log; a review with entries and neither gets a name of ours."""
    headers = dict(found.reviews)
    for (review, register, _key), (_seq, after) in found.log.items():
        if register == REVIEW and after is not None and review not in headers:
            with suppress(*_UNREADABLE):
                said = json.loads(after)
                headers[review] = (
                    int(said["number"]), str(said["title"]), bool(said["sealed"]), str(said["pack"]),
                    str(said["extras"]),
                )  # fmt: skip
    known = {place[0] for place in (*found.entries, *found.log)}
    taken = {header[0] for header in headers.values()}
    for review in sorted(known - headers.keys()):
        number = max(taken, default=0) + 1
        taken.add(number)
        headers[review] = (number, UNTITLED, False, "", "{}")
    return headers


def _packs(bodies: Mapping[str, str]) -> Iterator[tuple[str, QuestionPack]]:
    for digest, body in bodies.items():
        if body.isascii() and digest_of(body) == digest:
            with suppress(*_UNREADABLE):
                yield digest, pack_from_json(json.loads(body))


def _attachments(parts: Mapping[str, Mapping[int, bytes]]) -> Iterator[tuple[str, bytes]]:
    for sha256, pieces in parts.items():
        content = b"".join(pieces[n] for n in sorted(pieces))
        if hashlib.sha256(content).hexdigest() == sha256:
            yield sha256, content


def _entries(
    bodies: Mapping[tuple[str, str], str],
) -> tuple[list[tuple[str, AnyEntry]], list[tuple[str, str]]]:
    """The entries that can be read, and the places of those that cannot."""
    read: list[tuple[str, AnyEntry]] = []
    unread = []
    for (register, key), body in bodies.items():
        try:
            read.append((register, entry_from_text(register, key, body)))
        except (DamagedFileError, *_UNREADABLE):
            unread.append((register, key))
    return read, unread


def _snapshot(
    header: ReviewHeader, pack: QuestionPack, entries: Iterable[tuple[str, AnyEntry]], extras: str
) -> Snapshot:
    registers: dict[RegisterName, dict[str, AnyEntry]] = {name: {} for name in LISTS}
    engagement, process = Engagement(client=UNTITLED), None
    for register, entry in entries:
        match entry:
            case Engagement():
                engagement = entry
            case IncidentProcess():
                process = entry
            case _:
                registers[RegisterName(register)][entry.key] = entry
    kept: object = {}
    with suppress(*_UNREADABLE):
        kept = json.loads(extras)
    return Snapshot(
        pack=pack,
        engagement=engagement,
        incident_process=process,
        registers=MappingProxyType({n: MappingProxyType(found) for n, found in registers.items() if found}),
        header=header,
        extras=MappingProxyType(kept if isinstance(kept, dict) else {}),
    )


def _by_number(item: tuple[str, tuple[int, str, bool, str, str]]) -> int:
    return item[1][0]


def _by_position(item: tuple[_Place, tuple[int, str]]) -> tuple[str, str, int]:
    (review, register, _key), (position, _body) = item
    return review, register, position
