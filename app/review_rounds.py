"""Rounds of an engagement: the first review, and later ones that carry answers forward to be confirmed."""

from dataclasses import replace
from types import MappingProxyType

from app.carried import to_confirm
from app.lint.waivers import without_waivers
from app.parking import without_done
from models.pack import QuestionPack
from models.snapshot import Entries, ReviewHeader, Snapshot
from models.values import Engagement, EngagementStatus, Mode, RegisterName


def first_round(pack: QuestionPack, client: str, mode: Mode) -> Snapshot:
    """An empty baseline review for a new client."""
    engagement = Engagement(client=client, mode=mode, status=EngagementStatus.SETUP)
    return Snapshot(pack=pack, engagement=engagement)


def next_round(snapshot: Snapshot, header: ReviewHeader) -> Snapshot:
    """The review after this one: everything is carried forward, answers marked as to be confirmed."""
    answers = {key: to_confirm(answer) for key, answer in snapshot.answers.items()}
    registers: dict[RegisterName, Entries] = {
        **snapshot.registers,
        RegisterName.ANSWERS: MappingProxyType(answers),
    }
    engagement = replace(
        without_waivers(without_done(snapshot.engagement)),
        status=EngagementStatus.SETUP,
        start_date=None,
        end_date=None,
        previous_engagement=snapshot.header.title,
    )
    return replace(
        snapshot,
        engagement=engagement,
        registers=MappingProxyType(registers),
        header=header,
    )
