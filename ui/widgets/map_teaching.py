"""What the risk map says while it has nothing to show."""

from PySide6.QtWidgets import QPushButton, QWidget

from app.i18n import _
from ui.theme import Theme
from ui.widgets.basics import EmptyState, button, primary_button


def nothing_listed(theme: Theme, parent: QWidget) -> tuple[EmptyState, QPushButton]:
    """Before any AI tool is listed: how the map comes about, and the way to the registers."""
    words = _(
        "List the AI tools and the systems they reach, and say what each can see, infer, store, "
        "change or trigger. Each tool becomes a column here, each system a row; what nobody "
        "knows gets a question mark and widens the range of the risk."
    )
    empty = EmptyState(theme, _("The map draws itself from the registers"), words, "map", parent)
    add = primary_button(_("Go to the registers"), theme, "table-2", "go_to_registers", empty)
    empty.add_action(add)
    return empty, add


def nothing_found(theme: Theme, parent: QWidget) -> tuple[EmptyState, QPushButton]:
    """While the filters let nothing through: that this is so, and the way back to everything."""
    words = _(
        "The risks are still there, but the filters above let none of them through. Take one of them back, "
        "or show everything again."
    )
    none = EmptyState(theme, _("No risk fits these filters"), words, "funnel", parent)
    show = button(_("Show all risks"), theme, "x", "show_all_risks", none)
    none.add_action(show)
    return none, show
