"""The table of the settings file for administrators, made from the settings themselves."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields

from app.i18n import _
from app.paper import Paper
from app.settings import (
    FEWEST_COPIES,
    LARGEST_TEXT,
    MOST_COPIES,
    MOST_MINUTES,
    NEVER,
    SMALLEST_TEXT,
    Look,
    Settings,
)
from ui.help_annex import markdown_table


def settings_table() -> str:
    """Each key of the file in Markdown: what it holds, what it is at first, what it does."""
    said = _said()
    rows = (
        (f"`{item.name}`", said[item.name][0], _at_first(item), said[item.name][1])
        for item in fields(Settings)
    )
    return markdown_table((_("Key"), _("Values"), _("At first"), _("What it does")), rows)


def _said() -> Mapping[str, tuple[str, str]]:
    """Values and meaning of each key; a key of the settings that is missing here stops the table."""
    on = _("true, false")
    number = _("{least} to {most}")
    return {
        "look": (_strings(Look), _("colours of the window; system follows the desktop")),
        "text_size": (number.format(least=SMALLEST_TEXT, most=LARGEST_TEXT), _("text size in per cent")),
        "mask_names": (on, _("shows clients and files by their initials")),
        "name": (_("text"), _("signs each line of the change log; empty means the account's name")),
        "hints_done": (_("list"), _("hints that are not shown any more")),
        "copies_kept": (
            number.format(least=FEWEST_COPIES, most=MOST_COPIES),
            _("automatic copies that stay in each place"),
        ),
        "copies_beside": (on, _("keeps copies beside the review file")),
        "copies_in_data_folder": (on, _("keeps copies in the person's data folder")),
        "lock_after": (
            number.format(least=NEVER, most=MOST_MINUTES),
            _("minutes without a touch after which an open file is locked; 0 means never"),
        ),
        "paper": (_strings(Paper), _("paper of reports; without the line, what is usual in the country")),
        "template": (_("path"), _("a firm's template; empty means none")),
    }


def _strings(values: type[Look] | type[Paper]) -> str:
    return ", ".join(f'`"{each.value}"`' for each in values)


def _at_first(item: "Field[object]") -> str:
    if item.default is MISSING or item.default is None:
        return "–"
    return f"`{json.dumps(item.default)}`"
