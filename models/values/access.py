"""Access grants: what a tool can do with a system, by which route and under whose identity."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.values import fields
from models.values.entry import Entry
from models.values.enums import (
    AccessScope,
    Basis,
    Capability,
    DataForm,
    Environment,
    GrantAction,
    Identity,
    RegisterName,
    Route,
    Tri,
    Unknown,
)
from models.values.fields import MAX_PEOPLE


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessGrant(Entry):
    """One tool's access to one system."""

    noun: ClassVar[str] = "Access grant"

    tool: str = fields.reference(RegisterName.AI_TOOLS, label="AI tool", required=True)
    system: str = fields.reference(
        RegisterName.SYSTEMS,
        reserved=("none",),
        help="None = outside every registered system.",
        required=True,
    )
    capabilities: tuple[Capability, ...] = fields.choices(Capability, required=True, lowest=1)
    actions: tuple[GrantAction, ...] | None = fields.choices(GrantAction)
    route: Route = fields.choice(Route, required=True)
    identity: Identity | None = fields.choice(Identity)
    scope: AccessScope | None = fields.choice(
        AccessScope, help="Rights compared with what the use cases need."
    )
    environment: Environment = fields.choice(Environment, required=True)
    data_categories: tuple[str, ...] = fields.references(
        RegisterName.DATA_CATEGORIES, label="Data", required=True, highest=1000, lowest=1
    )
    form: DataForm = fields.choice(DataForm, help="Form in which the data reaches the tool.", required=True)
    people_reachable: int | Unknown | None = fields.count(
        MAX_PEOPLE, help="People whose data the grant reaches."
    )
    integrity_class: int | None = fields.whole(
        0,
        5,
        help="Highest class of what it can alter: 0 nothing; 1 drafts; 2 unpublished assets, tasks; "
        "3 minor fields, lists, alerts; 4 sends, live assets, scoring, stages, routing; "
        "5 consent, suppression, bulk delete or merge.",
    )
    undo: Tri | None = fields.tri("Can be undone")
    basis: Basis | None = fields.choice(Basis, "How we know")
    last_used: date | None = fields.day()
    last_reviewed: date | None = fields.day()
    approved_by: str | None = fields.name()

    @property
    def caption(self) -> str:
        """The id: a grant has no name of its own."""
        return self.id
