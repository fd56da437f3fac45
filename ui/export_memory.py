"""Remembers what was exported last on this computer: format, variant and options, and no word of a client."""

from PySide6.QtCore import QSettings

from app.exports import Format, NoSuchVariantError, Wanted, refuse_what_there_is_not
from app.map_choice import Maps
from app.redaction import Hidden
from app.variants import Variant

_YES = "yes"


class ExportMemory:
    """Keeps the choice in an INI file; `memory` is that file."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def load(self) -> Wanted:
        """The choice made last; the full report as PDF if there was none, or if it makes no sense."""
        hidden = self._word("hidden")
        try:
            wanted = Wanted(
                format=Format(self._word("format")),
                variant=Variant(self._word("variant")),
                hidden=Hidden(hidden) if hidden else None,
                with_bom=self._word("bom") == _YES,
                maps=Maps(self._word("maps")),
            )
            refuse_what_there_is_not(wanted)
        except (ValueError, NoSuchVariantError):
            return Wanted(format=Format.PDF)
        return wanted

    def keep(self, wanted: Wanted) -> None:
        """Remember a choice."""
        for name, word in (
            ("format", wanted.format.value),
            ("variant", wanted.variant.value),
            ("hidden", wanted.hidden.value if wanted.hidden else ""),
            ("bom", _YES if wanted.with_bom else ""),
            ("maps", wanted.maps.value),
        ):
            self._memory.setValue(f"export/{name}", word)

    def _word(self, name: str) -> str:
        return str(self._memory.value(f"export/{name}", "") or "")
