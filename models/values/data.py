"""Data that AI may meet: categories with their handling rules, and flows into tools."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from models.values import fields
from models.values.entry import Entry
from models.values.enums import Compliance, DataFormOrUnknown, RegisterName, RuleValue, Tri, Unknown
from models.values.fields import Described


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingRule(Described):
    """What is decided about one category and one handling question."""

    noun: ClassVar[str] = "Handling rule"

    value: RuleValue | None = fields.choice(RuleValue, "Rule")
    condition: str | None = fields.text()
    allowed_tools: tuple[str, ...] | None = fields.references(RegisterName.AI_TOOLS)
    set_by: str | None = fields.name()
    set_on: date | None = fields.day()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandlingRules(Described):
    """The seven handling rules of a data category."""

    noun: ClassVar[str] = "Handling rules"

    may_upload: HandlingRule | None = fields.group(HandlingRule, "May be uploaded")
    may_retain: HandlingRule | None = fields.group(HandlingRule, "May be kept by the tool")
    may_train: HandlingRule | None = fields.group(HandlingRule, "May be used for training")
    must_anonymise: HandlingRule | None = fields.group(HandlingRule, "Must be anonymised")
    region_limit: HandlingRule | None = fields.group(HandlingRule, "Region limit")
    consent_checked: HandlingRule | None = fields.group(HandlingRule, "Consent is checked")
    never_share_fields: HandlingRule | None = fields.group(HandlingRule, "Fields never to share")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCategory(Entry):
    """A kind of data, with how sensitive it is and what may be done with it."""

    noun: ClassVar[str] = "Data category"

    name: str = fields.name(required=True)
    sensitivity: int = fields.whole(
        1,
        5,
        help="1 public; 5 special category, regulated financial or health, children, credentials.",
        required=True,
    )
    handling_rules_set: int | Unknown | None = fields.count(
        7, "Handling rules set", "How many of the seven handling rules are decided."
    )
    handling_rules: HandlingRules | None = fields.group(HandlingRules)
    examples: str | None = fields.text(help="Mapped to the client's fields.")
    sensitive_fields: tuple[str, ...] | None = fields.names()
    regulated: Tri | None = fields.tri()
    owner: str | None = fields.name()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFlow(Entry):
    """A category of data that actually goes into a tool."""

    noun: ClassVar[str] = "Data flow"

    tool: str = fields.reference(RegisterName.AI_TOOLS, label="AI tool", required=True)
    data_category: str = fields.reference(RegisterName.DATA_CATEGORIES, label="Data category", required=True)
    form: DataFormOrUnknown | None = fields.choice(DataFormOrUnknown)
    route: str | None = fields.name()
    volume: str | None = fields.name()
    compliance: Compliance | None = fields.choice(Compliance, help="Against the handling rules.")
    evidence: str | None = fields.text()
