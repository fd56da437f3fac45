"""What a vendor is approved for beside what it is deployed for, in words, set by set."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.assessment import Review
from app.assessment.vendor_scope import approved_scope, deployed_scope
from app.cell_text import Names
from app.i18n import _
from models.values import Capability, ScopeEnvironment, TaskPurpose, Vendor, words

N_ = str  # marks words for translation


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """One set of a vendor's scope. `missing` is deployed and not approved, `unused` approved and not used."""

    what: str
    approved: tuple[str, ...]
    deployed: tuple[str, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The line in one sentence, for those who hear it."""
        said = _("{what}: approved {approved}; deployed {deployed}.").format(
            what=self.what,
            approved=", ".join(self.approved) or _("nothing recorded"),
            deployed=", ".join(self.deployed) or _("nothing"),
        )
        lacking = _("Not approved: {items}.").format(items=", ".join(self.missing)) if self.missing else ""
        idle = (
            _("Approved and not used: {items}.").format(items=", ".join(self.unused)) if self.unused else ""
        )
        return " ".join(filter(None, [said, lacking, idle]))


_SETS: Mapping[str, str] = MappingProxyType(
    {
        "systems": N_("Systems"),
        "capabilities": N_("Capabilities"),
        "data_categories": N_("Data"),
        "purposes": N_("Purposes"),
        "environments": N_("Environments"),
        "regions": N_("Regions"),
        "user_groups": N_("User groups"),
    }
)


def scope_lines(review: Review, vendor: Vendor, names: Names) -> tuple[ScopeLine, ...]:
    """All seven sets of a vendor's scope, those with nothing in them too."""
    approved, deployed = approved_scope(vendor), deployed_scope(review, vendor)
    return tuple(
        _line(name, _(title), getattr(approved, name), getattr(deployed, name), names)
        for name, title in _SETS.items()
    )


def _line(
    name: str, title: str, approved: tuple[str, ...], deployed: tuple[str, ...], names: Names
) -> ScopeLine:
    said = _said(name, names)
    if name == "capabilities":
        approved, deployed = (tuple(item for item in Capability if item in of) for of in (approved, deployed))
    return ScopeLine(
        what=title,
        approved=tuple(map(said, approved)),
        deployed=tuple(map(said, deployed)),
        missing=tuple(said(item) for item in deployed if item not in approved),
        unused=tuple(said(item) for item in approved if item not in deployed),
    )


def _said(name: str, names: Names) -> Callable[[str], str]:
    match name:
        case "capabilities":
            return lambda value: _(words(Capability(value)))
        case "purposes":
            return lambda value: _(words(TaskPurpose(value)))
        case "environments":
            return lambda value: _(words(ScopeEnvironment(value)))
        case _:
            return lambda value: names.get(value, value)
