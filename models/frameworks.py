"""Frameworks and law beside the questions: editions, names, dates, and how far each was checked.

Not legal advice. ISO texts are copyrighted: only control ids and short names stand here.
"""

from dataclasses import dataclass
from datetime import date

from models.library import Known, LibraryItem


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkEdition(LibraryItem):
    """A framework or law in the edition that references name; `id` is the prefix of those references."""

    title: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkRow(Known):
    """What the frameworks say about one section of the review, one printed cell for each column."""

    section: str
    nist_ai_rmf: str
    nist_ai_600_1: str
    iso_42001: str
    eu_ai_act: str
    privacy: str
    owasp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace(LibraryItem):
    """A place in a framework with its short name; `id` is a whole reference, `OWASP-LLM-2025:LLM06`."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionStep(Known):
    """Where an entry of an older edition stands in the newer one."""

    older: str
    newer: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LawDate(LibraryItem):
    """One row of the law-date table. `applies` is printed, `applies_from` are its dates for comparing.

    `questions` are ids of questions that the row bears on.
    """

    law: str
    articles: str
    matter: str
    who: str
    applies: str
    applies_from: tuple[date, ...]
    meaning: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LawNote(LibraryItem):
    """A statement about a law, with its own mark."""

    jurisdiction: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frameworks(Known):
    """All framework knowledge that the report prints, as of one day."""

    disclaimer: str
    columns: tuple[str, ...]
    editions: tuple[FrameworkEdition, ...]
    crosswalk: tuple[CrosswalkRow, ...]
    places: tuple[NamedPlace, ...]
    edition_steps: tuple[EditionStep, ...]
    law_dates: tuple[LawDate, ...]
    law_notes: tuple[LawNote, ...]
    sector_switches: tuple[LawNote, ...]

    def edition_of(self, reference: str) -> FrameworkEdition | None:
        """The edition that a reference such as `GDPR:Art 30` points into."""
        prefix = reference.partition(":")[0]
        return next((edition for edition in self.editions if edition.id == prefix), None)

    def name_of(self, reference: str) -> str:
        """The short name of the place a reference points to, or an empty text where none is kept."""
        return next((place.name for place in self.places if place.id == reference), "")

    def newer(self, reference: str) -> str | None:
        """The same entry in the newer edition, or None where it has none."""
        return next((step.newer for step in self.edition_steps if step.older == reference), None)
