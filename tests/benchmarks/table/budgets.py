"""The limits of budgets.toml, and what is beyond them. They are ratios to floors, never times."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.benchmarks.table.measuring import Measured

FILE = Path(__file__).parent.parent / "budgets.toml"

Budgets = Mapping[str, Mapping[str, float]]


def budgets(path: Path = FILE) -> Budgets:
    """The highest ratio of each job at each size, by their names."""
    found: Budgets = tomllib.loads(path.read_text("utf-8"))
    return found


def is_beyond(found: Measured, limits: Budgets) -> bool:
    """Whether it is further from its floor than its budget allows. KeyError where none is written down."""
    return found.ratio > limits[found.name][found.size]


def complaints(found: Iterable[Measured], limits: Budgets) -> tuple[str, ...]:
    """A line for each that is beyond its budget."""
    return tuple(
        f"{each.name} at size {each.size}: {each.ratio:.1f} times its floor, "
        f"the budget is {limits[each.name][each.size]:g}"
        for each in found
        if is_beyond(each, limits)
    )
