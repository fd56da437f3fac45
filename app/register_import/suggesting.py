"""A mapping to keep: all that was found out about an inventory, and all that is left to say."""

from dataclasses import replace

from app.register_import.mapping import FieldMapping
from app.register_import.preview import Preview

MOST_VALUES = 500


def kept_mapping(found: Preview) -> FieldMapping:
    """The mapping of a preview, with a blank for each text that is not read and each missing fact."""
    values: dict[str, dict[str, str]] = {path: dict(given) for path, given in found.mapping.values.items()}
    for use in found.uses:
        given = values.setdefault(use.path, {})
        if (
            not use.meant
            and found.mapping.translated(use.path, use.text) is None
            and len(given) < MOST_VALUES
        ):
            given[use.text] = ""
    return replace(
        found.mapping,
        values={path: given for path, given in values.items() if given},
        defaults={**found.mapping.defaults, **dict.fromkeys(found.missing, "")},
        read_as=found.inventory.read_as,
    )
