"""A review of any size for benchmarks: the same numbers always give the same review."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from models.snapshot import Snapshot
from models.values import ID_PREFIXES, RegisterName
from tests.changes import with_register
from tests.strategies import Scribe


def big_snapshot(tools: int = 500, grants: int = 2000, seed: int = 1) -> Snapshot:
    """A valid review with this many tools and access grants, and with the rest in proportion."""
    sizes: Mapping[RegisterName, int] = {
        **dict.fromkeys(ID_PREFIXES, 20),
        RegisterName.AI_TOOLS: tools,
        RegisterName.ACCESS_GRANTS: grants,
        RegisterName.USE_CASES: tools // 2,
        RegisterName.VENDORS: tools // 5,
        RegisterName.APPROVAL_GATES: tools // 10,
        RegisterName.SYSTEMS: tools // 10,
        RegisterName.DATA_CATEGORIES: 40,
        RegisterName.DATA_FLOWS: tools,
    }
    snapshot = Scribe(Random(seed), sizes, missing=0.1, unknown=0.1).review(answered=1.0)
    return _all_in_use(snapshot)


def _all_in_use(snapshot: Snapshot) -> Snapshot:
    """Nothing is retired or stopped, so that all of it is assessed."""
    tools = {key: replace(tool, status=None) for key, tool in snapshot.ai_tools.items()}
    use_cases = {key: replace(use, status=None) for key, use in snapshot.use_cases.items()}
    snapshot = with_register(snapshot, RegisterName.AI_TOOLS, tools)
    return with_register(snapshot, RegisterName.USE_CASES, use_cases)
