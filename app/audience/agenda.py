"""The agenda: the sections of the review, and how far each has come."""

from app.audience.values import AudienceAgenda, AudienceSection
from app.progress import progress
from models.snapshot import Snapshot


def audience_agenda(snapshot: Snapshot, here: str = "") -> AudienceAgenda:
    """The sections for the room; `here` is the id of the section in hand."""
    return AudienceAgenda(
        tuple(
            AudienceSection(
                title=snapshot.pack.section(each.section).title,
                done=each.answered,
                unknown=each.unknown,
                total=each.total,
                is_here=each.section == here,
            )
            for each in progress(snapshot).sections
        )
    )
