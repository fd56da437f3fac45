"""What every entry of a register has: an id, notes, a source, how sure we are, and when it was touched."""

from dataclasses import dataclass
from datetime import date

from models.values import fields
from models.values.enums import Confidence
from models.values.fields import Described


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced(Described):
    """A value that says where it comes from."""

    notes: str | None = fields.text()
    source: str | None = fields.text(help="Who said it, and in which session.")
    confidence: Confidence | None = fields.choice(
        Confidence, help="How sure the reviewer is. Not used by the risk model."
    )
    created: date | None = fields.day()
    updated: date | None = fields.day()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Sourced):
    """A row of a register. `key` is what identifies it within its register."""

    id: str = fields.ident()

    @property
    def key(self) -> str:
        """The id."""
        return self.id

    @property
    def caption(self) -> str:
        """What people call this entry: its name where it has one, else its id."""
        return str(getattr(self, "name", None) or self.id)
