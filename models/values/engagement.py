"""The work for one client: its scene, the people in it, and the sessions held."""

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  (an entry has a field of that name)
from typing import ClassVar

from models.months import MONTHS
from models.values import fields
from models.values.entry import Entry, Sourced
from models.values.enums import EngagementStatus, Mode, RegisterName, SessionType, Tri, Unknown
from models.values.fields import MAX_PEOPLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Sourced):
    """The scene of one review."""

    noun: ClassVar[str] = "Engagement"

    client: str = fields.name(required=True)
    sector: str | None = fields.name()
    headcount_band: str | None = fields.name("Headcount", "For example 1,000 to 4,999.")
    regions: tuple[str, ...] | None = fields.names()
    jurisdictions: tuple[str, ...] | None = fields.names()
    mode: Mode | None = fields.choice(
        Mode, help="Express asks the 28 express questions; a missing mode means standard."
    )
    scope: str | None = fields.text("Scope", "Systems, teams and uses that the review covers.")
    exclusions: str | None = fields.text("Exclusions", "What the review leaves out, and why.")
    start_date: Date | None = fields.day("Start")
    end_date: Date | None = fields.day("End", "Also the date against which overrides expire.")
    consultants: tuple[str, ...] | None = fields.names()
    agencies_used: Tri | None = fields.tri(
        "Agencies used", "Agencies or partners work on the client's data or content."
    )
    contact_population: int | Unknown | None = fields.count(
        MAX_PEOPLE, "Contacts", "People in the contact base."
    )
    policy_exists: Tri | None = fields.tri("AI policy exists")
    accountable_leader: str | None = fields.name()
    previous_engagement: str | None = fields.text(help="Reference to an earlier review, for trend.")
    report_version: str | None = fields.name()
    confidentiality: str | None = fields.name("Confidentiality mark")
    limitations: str | None = fields.text(help="Printed on the report's last page.")
    status: EngagementStatus | None = fields.choice(EngagementStatus)
    background: str | None = fields.text(help="What led to the review.")
    tools_named_by_leaders: int | Unknown | None = fields.count(
        100_000, "Tools named by leaders", "How many AI tools leadership named before the review."
    )
    tools_named_by_team: int | Unknown | None = fields.count(
        100_000, "Tools named by the team", "How many AI tools practitioners named."
    )
    unofficial_tools_named_by_team: int | Unknown | None = fields.count(
        100_000, "Unofficial tools named by the team", "How many of those were unofficial."
    )

    @property
    def key(self) -> str:
        """There is one engagement in a review."""
        return "engagement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Entry):
    """Someone who took part."""

    noun: ClassVar[str] = "Participant"

    name: str = fields.name(required=True, help="Or 'anonymous'.")
    role: str | None = fields.name(
        help="CMO, MOPs lead, MAP admin, CRM owner, legal, privacy, IT, security …"
    )
    sessions_attended: tuple[str, ...] | None = fields.references(RegisterName.SESSIONS)
    areas_known: tuple[str, ...] | None = fields.names()
    owns: tuple[str, ...] | None = fields.references(help="Register entries that this person owns.")
    findings_reviewed: Tri | None = fields.tri()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Entry):
    """A meeting, a document review or a poll."""

    noun: ClassVar[str] = "Session"

    date: Date | None = fields.day("Date")
    type: SessionType | None = fields.choice(SessionType)
    participants: tuple[str, ...] | None = fields.references(RegisterName.PARTICIPANTS)
    questions: tuple[str, ...] | None = fields.questions("Questions covered")
    minutes: int | Unknown | None = fields.count(100_000)

    @property
    def caption(self) -> str:
        """Type and date, as far as they are known."""
        day = self.date
        # As on every page, and without the words of a language that only the layers above know.
        said = f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else ""
        parts = (self.type.label if self.type else "", said)
        return ", ".join(part for part in parts if part) or self.id
