"""Sign-off: the seal, who signs and what it binds, digital signatures, and their verification.

pyHanko imports aiohttp at its first import, for servers that we never ask. What stands in its place here can
be imported and cannot do anything: no signature and no check ever leaves this computer.
"""

import logging
import sys
from types import ModuleType
from typing import Any


class _NoNetwork(ModuleType):
    """A library of which only the names are there."""

    # Any: whatever pyHanko looks for while it is imported, it gets a class that nobody makes anything of.
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})


sys.modules.setdefault("aiohttp", _NoNetwork("aiohttp"))
# What it finds wrong with a file, we say ourselves; its log would name people and places.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).setLevel(logging.CRITICAL + 1)
