"""Reads a review from JSON: everything is checked before there is a review at all."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import cast

from app.assessment import assess
from app.i18n import _
from app.integrity import Fault, faults
from app.interchange.errors import InterchangeError
from app.interchange.imported import Imported, ImportReport
from app.interchange.json_text import parsed
from app.remarks import Remark, remarks
from models.pack import QuestionPack
from models.snapshot import INTERCHANGE_VERSION, NO_ENTRIES, RISK_MODEL, Entries, Snapshot
from models.values import (
    ENTRY_TYPES,
    LISTS,
    NO_EXTRAS,
    WITH_IDS,
    AnyEntry,
    Engagement,
    IncidentProcess,
    Json,
    Problem,
    Reading,
    RegisterName,
    shown,
)

REVIEW_FORMAT = "plumbline-review"
HEADER = ("format", "version", "question_bank", "risk_model")

_NUMBERED = re.compile(r"[a-z]+-([1-9][0-9]*)")
_ID_FIELDS = {RegisterName.ANSWERS: "question", RegisterName.RISK_DECISIONS: "risk"}


def read_review(data: bytes, pack: QuestionPack) -> Imported:
    """The review in a JSON file of the interchange format, with the report about it.

    `pack` is the question pack that the review's answers must fit. Raises InterchangeError with every problem
    that was found; a file that fails anywhere gives nothing.
    """
    raw = parsed(data)
    at = Reading()
    if not isinstance(raw, Mapping):
        at.problem(raw, _("an object"))
        raise InterchangeError(at.problems)
    _check_header(raw, pack, at)
    _refuse_if_wrong(at)
    snapshot = _snapshot(raw, pack, at)
    if found := _placed(snapshot, faults(snapshot)):
        raise InterchangeError(found)
    report = ImportReport(
        unknown_fields=tuple(at.unknown_fields),
        remarks=_placed(snapshot, remarks(snapshot, assess(snapshot))),
    )
    return Imported(snapshot=snapshot, report=report)


def _refuse_if_wrong(at: Reading) -> None:
    if at.problems:
        raise InterchangeError(at.problems)


def _check_header(raw: Mapping[str, Json], pack: QuestionPack, at: Reading) -> None:
    allowed: tuple[Json, ...] = (REVIEW_FORMAT, INTERCHANGE_VERSION, pack.id, RISK_MODEL)
    for name, value in zip(HEADER, allowed, strict=True):
        if name not in raw:
            at.item(name).report(_("This required field is missing."))
        elif _number(raw[name]) > _number(value):
            message = _("{found} was written by a newer version of Plumbline; this one reads {known}.")
            at.item(name).report(message.format(found=shown(raw[name]), known=shown(value)))
        elif raw[name] != value or type(raw[name]) is not type(value):
            at.item(name).problem(raw[name], shown(value))


def _number(version: Json) -> int:
    """The number of a version such as 1 or qb-1; 0 for everything else."""
    if isinstance(version, str) and (numbered := _NUMBERED.fullmatch(version)):
        return int(numbered[1])
    return version if type(version) is int else 0


def _snapshot(raw: Mapping[str, Json], pack: QuestionPack, at: Reading) -> Snapshot:
    """The review, if every value in it is of the right kind and no id stands twice."""
    engagement = incident_process = None
    if "engagement" in raw:
        engagement = Engagement.read(raw["engagement"], at.item("engagement"))
    else:
        at.item("engagement").report(_("This required field is missing."))
    if "incident_process" in raw:
        incident_process = IncidentProcess.read(raw["incident_process"], at.item("incident_process"))
    first_places: dict[str, str] = {}
    registers = {
        register: _entries(raw[register], register, at.item(register), first_places)
        for register in LISTS
        if register in raw
    }
    extras = {name: value for name, value in raw.items() if name not in {*HEADER, *ENTRY_TYPES}}
    for name in extras:
        at.unknown_field(name)
    if at.problems or engagement is None:
        raise InterchangeError(at.problems)
    return Snapshot(
        pack=pack,
        engagement=engagement,
        incident_process=incident_process,
        registers=MappingProxyType({register: entries for register, entries in registers.items() if entries}),
        extras=MappingProxyType(extras) if extras else NO_EXTRAS,
    )


def _entries(raw: Json, register: RegisterName, at: Reading, first_places: dict[str, str]) -> Entries:
    """The entries of one list; `first_places` says where each id of the file was met first."""
    if not isinstance(raw, list):
        at.problem(raw, _("a list"))
        return NO_ENTRIES
    entries: dict[str, AnyEntry] = {}
    for index, item in enumerate(raw):
        entry = cast("AnyEntry | None", ENTRY_TYPES[register].read(item, at.item(index)))
        if entry is None:
            continue
        place = at.item(index).item(_ID_FIELDS.get(register, "id"))
        known_as = entry.key if register in WITH_IDS else f"{register}/{entry.key}"
        if known_as in first_places:
            message = _("{id} stands twice; the first time at {place}.")
            place.report(message.format(id=shown(entry.key.rstrip("/")), place=first_places[known_as]))
        first_places.setdefault(known_as, place.pointer)
        entries[entry.key] = entry
    return MappingProxyType(entries)


def _placed(snapshot: Snapshot, found: Sequence[Fault | Remark]) -> tuple[Problem, ...]:
    """The faults or remarks with their places in the file."""
    if not found:
        return ()
    places = {
        (register, key): [register.value, str(index)]
        for register in LISTS
        for index, key in enumerate(snapshot.entries(register))
    }
    return tuple(
        Problem(
            _pointer(places.get((one.register, one.key), [one.register.value]), one.field_path), one.message
        )
        for one in found
    )


def _pointer(place: list[str], field_path: str) -> str:
    return "/".join(["", *place, *filter(None, field_path.split("."))])
