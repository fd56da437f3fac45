"""Everything that a review file holds on one participant, for a person who asks what is kept about them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.errors import ReviewError
from app.history import HistoryLine
from models.snapshot import Snapshot
from models.values import LISTS, AnyEntry, Json, RegisterName

SHORTEST_NAME = 3


class NoSuchParticipantError(ReviewError):
    """The review has no participant with this id."""

    title = "There is no such participant in this review"
    advice = "Give the id of a row of the participants' register, for example P04."


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOn:
    """What is held: the participant's own row, entries that refer to it, and texts that mention the name.

    `mentions` may name somebody else who is called so: a person has to look. `log` are the lines of the
    change log that the person signed, or that are about the row.
    """

    participant: AnyEntry
    references: tuple[tuple[RegisterName, AnyEntry], ...]
    mentions: tuple[tuple[RegisterName, AnyEntry], ...]
    log: tuple[HistoryLine, ...]

    def as_json(self) -> bytes:
        """All of it as JSON, readable by people too."""
        found: dict[str, Json] = {
            "participant": self.participant.write(),
            "refers_to_the_participant": list(_written(self.references)),
            "mentions_the_name": list(_written(self.mentions)),
            "change_log": [
                {
                    "line": line.seq,
                    "at": line.at.isoformat(timespec="seconds"),
                    "who": line.who,
                    "what": line.label,
                    "entry": line.what,
                }
                for line in self.log
            ],
        }
        return (json.dumps(found, indent=1, ensure_ascii=False) + "\n").encode()


def held_on(snapshot: Snapshot, participant_id: str, log: Iterable[HistoryLine]) -> HeldOn:
    """What a review holds on a participant. Raises NoSuchParticipantError."""
    participant = snapshot.participants.get(participant_id)
    if participant is None:
        raise NoSuchParticipantError
    name = (participant.name or "").strip().casefold()
    referring, mentioning = [], []
    for register, entry in _all_entries(snapshot):
        if entry is participant:
            continue
        texts = list(_texts(entry.write()))
        if participant_id in texts:
            referring.append((register, entry))
        elif len(name) >= SHORTEST_NAME and any(name in text.casefold() for text in texts):
            mentioning.append((register, entry))
    place = f"entry:{RegisterName.PARTICIPANTS.value}/{participant_id}"
    return HeldOn(
        participant=participant,
        references=tuple(referring),
        mentions=tuple(mentioning),
        log=tuple(line for line in log if line.place == place or (name and line.who.casefold() == name)),
    )


def _all_entries(snapshot: Snapshot) -> Iterator[tuple[RegisterName, AnyEntry]]:
    yield RegisterName.ENGAGEMENT, snapshot.engagement
    if snapshot.incident_process is not None:
        yield RegisterName.INCIDENT_PROCESS, snapshot.incident_process
    for register in LISTS:
        for entry in snapshot.entries(register).values():
            yield register, entry


def _texts(value: Json) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from _texts(item)
        case dict():
            for item in value.values():
                yield from _texts(item)
        case _:
            return


def _written(found: Iterable[tuple[RegisterName, AnyEntry]]) -> Iterator[Json]:
    for register, entry in found:
        yield {"register": register.value, "entry": entry.write()}
