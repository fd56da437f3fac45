"""A review as the rules look at it: what is in use, what acts, what is serious, and what day it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from app.assessment.scope import Access, Review, access_by, is_unapproved
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import (
    AITool,
    Answer,
    AnswerState,
    Audience,
    Autonomy,
    ToolStatus,
    UseCase,
    UseCaseLevel,
    UseCaseStatus,
)

YEAR = timedelta(days=365)
QUARTER = timedelta(days=100)
CUSTOMERS = frozenset({Audience.KNOWN_CONTACTS, Audience.BROAD, Audience.PUBLIC_CONVERSATION})


@dataclass(frozen=True)
class Facts:
    """One review on one day. `assessment` is that of the snapshot. All collections are by id."""

    snapshot: Snapshot
    assessment: Assessment
    today: date

    @cached_property
    def review(self) -> Review:
        """The part of the review that is assessed."""
        return Review(self.snapshot)

    @cached_property
    def tools(self) -> Mapping[str, AITool]:
        """The tools that people can use now: on trial, live or paused."""
        left_out = {ToolStatus.RETIRED, ToolStatus.PLANNED}
        return {key: tool for key, tool in self.review.tools.items() if tool.status not in left_out}

    @cached_property
    def unapproved(self) -> Mapping[str, AITool]:
        """Tools in use that are unofficial, or of which nobody knows."""
        return {key: tool for key, tool in self.tools.items() if is_unapproved(tool)}

    @cached_property
    def grants(self) -> Mapping[str, Access]:
        """The access of tools in use."""
        categories = self.snapshot.data_categories
        return {
            key: access_by(grant, categories)
            for key, grant in self.snapshot.access_grants.items()
            if grant.tool in self.tools
        }

    @cached_property
    def acting_tools(self) -> frozenset[str]:
        """Tools in use that can change or trigger something live."""
        return frozenset(access.grant.tool for access in self.grants.values() if access.can_act)

    @cached_property
    def executing(self) -> Mapping[str, AITool]:
        """Tools in use that act, whether after approval or unattended."""
        acts = {Autonomy.EXECUTE_UNATTENDED, Autonomy.EXECUTE_WITH_APPROVAL}
        return {key: tool for key, tool in self.tools.items() if tool.autonomy in acts}

    @cached_property
    def uses(self) -> Mapping[str, UseCase]:
        """The use cases that are live."""
        planned = UseCaseStatus.PLANNED
        return {key: use for key, use in self.review.use_cases.items() if use.status is not planned}

    @cached_property
    def levels(self) -> Mapping[str, UseCaseLevel]:
        """The final level of every use case in scope."""
        return {result.id: result.level for result in self.assessment.use_cases}

    @cached_property
    def high_uses(self) -> Mapping[str, UseCase]:
        """Live use cases of level High."""
        high = UseCaseLevel.HIGH
        return {key: use for key, use in self.uses.items() if self.levels.get(key) is high}

    @cached_property
    def serious_uses(self) -> Mapping[str, UseCase]:
        """Live use cases of level Medium or High."""
        low = UseCaseLevel.LOW
        return {key: use for key, use in self.uses.items() if self.levels.get(key, low) is not low}

    @cached_property
    def customer_uses(self) -> Mapping[str, UseCase]:
        """Live use cases whose output reaches customers or the public."""
        return {key: use for key, use in self.uses.items() if use.audience in CUSTOMERS}

    def points(self, question: str) -> int | None:
        """What a question's answer counts as, 0 to 4, before the cap for missing evidence; else None."""
        effective = self.review.answers.effective.get(question)
        return effective.points if effective is not None else None

    def state(self, question: str) -> AnswerState | None:
        """What state a question's answer is in; None for a question that the pack does not have."""
        effective = self.review.answers.effective.get(question)
        return effective.state if effective is not None else None

    def answers(self, question: str) -> tuple[Answer, ...]:
        """The entries for a question."""
        return self.snapshot.answers_by_question.get(question, ())

    def is_old(self, day: date | None, age: timedelta = YEAR) -> bool:
        """Whether a day is missing, or longer ago than `age`."""
        return day is None or self.today - day > age


def blank(text: str | None) -> bool:
    """Whether nothing was written."""
    return not (text or "").strip()
