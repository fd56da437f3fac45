"""The menu over the rows of a grid: all that can be done with them, each with its key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuState:
    """What the menu is about: how many rows are chosen, which column, and what may be done there."""

    rows: int
    column: str
    can_edit_cell: bool
    can_change: bool
    can_fill: bool
    is_filtered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuWork:
    """What each of its entries does."""

    open: Callable[[], object]
    edit: Callable[[], object]
    set_all: Callable[[], object]
    fill: Callable[[], object]
    repeat: Callable[[], object]
    remove: Callable[[], object]
    copy: Callable[[], object]
    paste: Callable[[], object]
    only_like: Callable[[], object]
    show_all: Callable[[], object]
    sort: Callable[[bool], object]
    unsort: Callable[[], object]
    hide_column: Callable[[], object]
    columns: Callable[[], object]


def row_menu(state: MenuState, work: MenuWork, parent: QWidget) -> QMenu:
    """The menu for the rows and the column under the cursor."""
    menu = QMenu(parent)
    menu.setObjectName("row_menu")

    def add(name: str, words: str, key: str, what: Callable[[], object], *, is_on: bool = True) -> None:
        action = menu.addAction(f"{words.replace('&', '&&')}\t{key}" if key else words.replace("&", "&&"))
        action.setObjectName(name)
        action.setEnabled(is_on)
        action.triggered.connect(lambda _checked=False: what())

    several = state.rows > 1
    add("menu_open", _("Open as a card"), _("Enter"), work.open)
    add("menu_edit", _("Edit the cell"), "F2", work.edit, is_on=state.can_edit_cell)
    if state.can_change:
        n = f"{state.rows:,}"
        add("menu_set", _("Set in all chosen rows…"), _("Ctrl+Enter"), work.set_all, is_on=several)
        add("menu_fill", _("Fill down"), "Ctrl+D", work.fill, is_on=state.can_fill)
        words = ngettext("Duplicate {n} row", "Duplicate {n} rows", state.rows).format(n=n)
        add("menu_repeat", words, "Ctrl+Shift+D", work.repeat)
        words = ngettext("Remove {n} row", "Remove {n} rows", state.rows).format(n=n)
        add("menu_remove", words, _("Del"), work.remove)
    menu.addSeparator()
    add("menu_copy", _("Copy"), "Ctrl+C", work.copy)
    add("menu_paste", _("Paste"), "Ctrl+V", work.paste, is_on=state.can_change)
    menu.addSeparator()
    column = state.column
    add("menu_only", _("Only rows like this in {column}").format(column=column), "Ctrl+L", work.only_like)
    add("menu_all", _("Show all rows"), "Ctrl+Shift+L", work.show_all, is_on=state.is_filtered)
    menu.addSeparator()
    add("menu_rising", _("Sort by {column}, rising").format(column=column), "", lambda: work.sort(False))
    add("menu_falling", _("Sort by {column}, falling").format(column=column), "", lambda: work.sort(True))
    add("menu_unsort", _("In the order of recording"), "", work.unsort)
    menu.addSeparator()
    add("menu_hide", _("Hide the column {column}").format(column=column), "", work.hide_column)
    add("menu_columns", _("Columns…"), "", work.columns)
    return menu
