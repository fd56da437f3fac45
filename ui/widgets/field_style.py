"""The few rules by which toggles, folds and register tabs look, beside the application's style sheet."""

from string import Template

from ui.theme import RADIUS, Theme

_SHEET = """
QPushButton[kind="toggle"] { padding: 3px 10px; min-height: ${line}px; border-radius: ${radius}px; }
QPushButton[kind="toggle"]:focus { border: 2px solid $focus; padding: 2px 9px; }
QPushButton[kind="toggle"]:checked { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind="toggle"]:checked:focus { border: 3px solid $text; padding: 1px 8px; }
QPushButton[kind="toggle"]:checked:disabled { background: $raised; color: $text;
  border: 2px solid $control_border; padding: 2px 9px; }
QPushButton[kind="clear"] { padding: 3px 4px; min-height: ${line}px; border: 1px solid transparent;
  background: transparent; color: $accent; }
QPushButton[kind="clear"]:disabled { color: $muted; border-color: transparent; background: transparent; }
QToolButton[kind="fold"] { padding: 4px 8px 4px 4px; }
QPushButton[kind="tab"] { padding: 5px 10px; min-height: ${line}px; border: 1px solid transparent;
  background: transparent; color: $text; }
QPushButton[kind="tab"]:hover { background: $raised; }
QPushButton[kind="tab"]:checked { background: $accent_soft; border: 1px solid $accent; }
QPushButton[kind="tab"]:focus { border: 2px solid $focus; padding: 4px 9px; }
"""

_TABLE = """
QTableView::item { padding: 0 8px; border: none; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView::section { padding: 6px 11px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""

_LIST = """
QListWidget::item { padding: 0 8px; }
QListWidget::item:hover { background: $raised; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
"""


def field_sheet(theme: Theme) -> str:
    """The rules in the theme's colours."""
    words = {**theme.colors, "line": theme.px(18), "radius": RADIUS}
    return Template(_SHEET).substitute(words)


def table_sheet(theme: Theme) -> str:
    """The rules for grids of rows."""
    return Template(_TABLE).substitute(theme.colors)


def list_sheet(theme: Theme) -> str:
    """The rules for short lists of rows."""
    return Template(_LIST).substitute(theme.colors)
