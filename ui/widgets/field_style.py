"""The few rules by which toggles, folds and register tabs look, beside the application's style sheet."""

from ui.theme import Theme
from ui.widgets.style import filled

_SHEET = """
QPushButton[kind="toggle"] { padding: 0 ${step_half}px; min-height: ${inside}px;
  border-radius: ${radius}px; }
QPushButton[kind="toggle"]:focus { border: ${edge}px solid $focus; min-height: ${inside_edge}px; }
QPushButton[kind="toggle"]:checked { background: $accent; color: $on_accent;
  border: ${hair}px solid $accent; }
QPushButton[kind="toggle"]:checked:focus { border: ${ring}px solid $text; min-height: ${inside_ring}px; }
QPushButton[kind="toggle"]:checked:disabled { background: $raised; color: $text;
  border: ${edge}px solid $control_border; min-height: ${inside_edge}px; }
QPushButton[kind="clear"] { padding: 0 ${half}px; min-height: ${inside}px;
  border: ${hair}px solid transparent; background: transparent; color: $accent; }
QPushButton[kind="clear"]:disabled { color: $muted; border-color: transparent; background: transparent; }
QToolButton[kind="fold"] { padding: ${half}px ${step}px ${half}px ${half}px; }
QPushButton[kind="tab"] { padding: 0 ${step_half}px; min-height: ${inside}px;
  border: ${hair}px solid transparent; background: transparent; color: $text; }
QPushButton[kind="tab"]:hover { background: $raised; }
QPushButton[kind="tab"]:checked { background: $accent_soft; border: ${hair}px solid $accent; }
QPushButton[kind="tab"]:focus { border: ${edge}px solid $focus; min-height: ${inside_edge}px; }
"""

_TABLE = """
QTableView::item { padding: 0 ${step}px; border: none; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView::section { padding: ${half}px ${step_half}px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""

_LIST = """
QListWidget::item { padding: 0 ${step}px; }
QListWidget::item:hover { background: $raised; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
"""


def field_sheet(theme: Theme) -> str:
    """The rules in the theme's colours."""
    return filled(_SHEET, theme)


def table_sheet(theme: Theme) -> str:
    """The rules for grids of rows."""
    return filled(_TABLE, theme)


def list_sheet(theme: Theme) -> str:
    """The rules for short lists of rows."""
    return filled(_LIST, theme)
