"""What a template says about one subject: a risk before it is rated."""

from dataclasses import dataclass

from app.assessment.matrix import Cases, impact_of, likelihood_of
from models.pack import RiskType
from models.risk import ControlScore, ImpactBase, NamedState, Template
from models.values import StopRule, Tri


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A risk before it is rated: five drivers, an impact base, at most one modifier, and its controls."""

    template: Template
    subject: str
    type: RiskType
    title: str
    drivers: tuple[NamedState, ...]
    impact_base: ImpactBase
    modifiers: tuple[NamedState, ...] = ()
    controls: tuple[ControlScore, ...]
    key_control: str
    stop_rules: tuple[StopRule, ...] = ()
    linked: tuple[str, ...]
    number: int | None = None

    @property
    def id(self) -> str:
        """Template and subject; programme risks are numbered."""
        return f"{self.template.value}-{self.subject if self.number is None else self.number}"

    @property
    def likelihood(self) -> Cases:
        """Likelihood before controls."""
        return likelihood_of(tuple(driver.state for driver in self.drivers))

    @property
    def impact(self) -> Cases:
        """Impact before controls."""
        states = tuple(modifier.state for modifier in self.modifiers)
        return impact_of(self.impact_base.headline, self.impact_base.best, states)


def states(**facts: Tri) -> tuple[NamedState, ...]:
    """Drivers or modifiers by name, in the order given."""
    return tuple(NamedState(name, state) for name, state in facts.items())


def same_base(impact: int) -> ImpactBase:
    """An impact base whose best case is the headline."""
    return ImpactBase(impact, impact)


def firing(**rules: bool) -> tuple[StopRule, ...]:
    """The stop rules that fire, in the order given."""
    return tuple(StopRule(rule) for rule, fires in rules.items() if fires)
