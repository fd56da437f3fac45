"""Remembers the columns of the registers between sittings; no word of a client is among them."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings

from models.values import RegisterName

_WIDTH = re.compile(r"[0-9]{1,5}")


class KeptColumns:
    """Keeps columns and their widths in an INI file; `memory` is that file."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def columns(self, register: RegisterName) -> Sequence[str]:
        """The paths of the columns chosen, in order; none: the usual ones."""
        return self._words(f"columns/{register.value}")

    def keep_columns(self, register: RegisterName, paths: Sequence[str]) -> None:
        """Remember columns; none: the usual ones."""
        self._keep(f"columns/{register.value}", paths)

    def widths(self, register: RegisterName) -> Mapping[str, int]:
        """The widths given by hand, by path."""
        pairs = (word.rpartition(":") for word in self._words(f"widths/{register.value}"))
        return {path: int(width) for path, _colon, width in pairs if path and _WIDTH.fullmatch(width)}

    def keep_widths(self, register: RegisterName, widths: Mapping[str, int]) -> None:
        """Remember widths."""
        self._keep(f"widths/{register.value}", [f"{path}:{width}" for path, width in widths.items()])

    def _words(self, name: str) -> tuple[str, ...]:
        kept = str(self._memory.value(f"registers/{name}", "") or "")
        return tuple(word for word in kept.split("|") if word)

    def _keep(self, name: str, words: Sequence[str]) -> None:
        if words:
            self._memory.setValue(f"registers/{name}", "|".join(words))
        else:
            self._memory.remove(f"registers/{name}")
