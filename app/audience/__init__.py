"""What the room may see: values made from an allow-list, so that the audience's window holds nothing else."""

from app.audience.stage import Choices, audience_view, room_sees
from app.audience.values import (
    AudienceAction,
    AudienceAgenda,
    AudienceBlank,
    AudienceCard,
    AudienceHorizon,
    AudienceMap,
    AudiencePlan,
    AudienceQuestion,
    AudienceSection,
    AudienceView,
    Step,
    StepState,
)

__all__ = [
    "AudienceAction",
    "AudienceAgenda",
    "AudienceBlank",
    "AudienceCard",
    "AudienceHorizon",
    "AudienceMap",
    "AudiencePlan",
    "AudienceQuestion",
    "AudienceSection",
    "AudienceView",
    "Choices",
    "Step",
    "StepState",
    "audience_view",
    "room_sees",
]
