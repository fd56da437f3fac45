"""The smallest parts of a page, under one roof: labels, buttons, surfaces, notices, badges."""

from ui.widgets.badge import BandBadge, Chip
from ui.widgets.buttons import button, icon_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import body, heading, label, muted, restyle, set_tone, small, strong, title
from ui.widgets.notice import Notice
from ui.widgets.surfaces import card, hairline, reading_column, scrolled

__all__ = [
    "BandBadge",
    "Chip",
    "EmptyState",
    "Notice",
    "body",
    "button",
    "card",
    "hairline",
    "heading",
    "icon_button",
    "label",
    "muted",
    "primary_button",
    "quiet_button",
    "reading_column",
    "restyle",
    "scrolled",
    "set_tone",
    "small",
    "strong",
    "title",
]
