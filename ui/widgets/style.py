"""The one style sheet of the application, made from the theme's colours."""

from string import Template

import resources
from ui.theme import CONTROL_HEIGHT, RADIUS, Theme

_SHEET = """
QToolTip { background: $surface; color: $text; border: 1px solid $control_border; padding: 4px; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="danger"] { color: $danger; }
QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[kind="hairline"] { background: $border; border: none; }
#rail { background: $rail; border: none; border-right: 1px solid $rail_edge; }
#rail_heading { color: $rail_muted; }
QFrame[kind="notice_danger"] { background: $danger_soft; border-left: 4px solid $danger; }
QFrame[kind="notice_warn"] { background: $warn_soft; border-left: 4px solid $warn; }
QFrame[kind="notice_ok"] { background: $ok_soft; border-left: 4px solid $ok; }
QFrame[kind="notice_info"] { background: $accent_soft; border-left: 4px solid $accent; }
#chip { border-radius: ${radius}px; border: 1px solid transparent; background: $raised; }
#chip[chip="accent"] { background: $accent_soft; }
#chip[chip="ok"] { background: $ok_soft; }
#chip[chip="warn"] { background: $warn_soft; }
#chip[chip="danger"] { background: $danger_soft; }
#chip:focus { border: 1px solid $focus; }

QPushButton { background: $surface; color: $text; border: 1px solid $control_border;
  border-radius: ${radius}px; padding: 7px 15px; min-height: ${line}px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:disabled { color: $muted; border-color: $border; background: $window; }
QPushButton:focus { border: 3px solid $focus; padding: 5px 13px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 3px solid $text; }
QPushButton[kind="primary"]:disabled { background: $raised; color: $muted; border-color: $border; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[kind="quiet"]:hover { background: $raised; }
QPushButton[kind="quiet"]:focus { border: 3px solid $focus; }
QPushButton[kind="quiet"]:disabled { color: $muted; }
QPushButton::menu-indicator { image: url("$marks/chevron-down-$ink.svg"); width: ${small_mark}px;
  height: ${small_mark}px; subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }
QPushButton[has_menu="true"] { padding-right: ${arrow}px; }
QPushButton[kind="row"] { background: $surface; border-color: $border; padding: 0; }
QPushButton[kind="row"]:hover { border-color: $accent; background: $accent_soft; }
QPushButton[kind="row"]:focus { border: 3px solid $focus; padding: 0; }
QToolButton { background: transparent; color: $text; border: 2px solid transparent;
  border-radius: ${radius}px; padding: 4px; }
QToolButton:hover { background: $raised; }
QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:focus { border-color: $focus; }
QToolButton:disabled { color: $muted; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $surface; color: $text;
  border: 1px solid $control_border; border-radius: ${radius}px; padding: 5px 9px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${line}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $focus; padding: 4px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: $muted; background: $window; border-color: $border; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $danger; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $window; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: ${arrow}px;
  background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$marks/chevron-up-$ink.svg"); width: ${small_mark}px; }
QAbstractSpinBox::down-arrow { image: url("$marks/chevron-down-$ink.svg"); width: ${small_mark}px; }
QAbstractItemView QLineEdit { padding: 0 2px; min-height: 0; border-radius: 0; }
QComboBox::drop-down { border: none; width: ${arrow}px; }
QComboBox::down-arrow { image: url("$marks/chevron-down-$ink.svg"); width: ${mark}px; height: ${mark}px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control_border;
  selection-background-color: $accent; selection-color: $on_accent; outline: none; }

QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: 4px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox::indicator, QRadioButton::indicator, QGroupBox::indicator, QAbstractItemView::indicator {
  width: ${box}px; height: ${box}px; border: 2px solid $control_border; background: $surface; }
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${half_box}px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
  border-color: $accent; image: url("$marks/check-$on_ink.svg"); }
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent;
  image: url("$marks/minus-$on_ink.svg"); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
  image: url("$marks/dot-$on_ink.svg"); }

QSlider { min-height: ${arrow}px; border: 2px solid transparent; border-radius: 4px; }
QSlider:focus { border-color: $focus; }
QSlider::groove:horizontal { height: 4px; background: $control_border; border-radius: 2px; }
QSlider::sub-page:horizontal { height: 4px; background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: ${box}px; margin: -${half_box}px 0; background: $accent;
  border: 2px solid $surface; border-radius: ${half_box}px; }
QMenuBar { background: $window; color: $text; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu { background: $surface; color: $text; border: 1px solid $control_border; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QAbstractItemView { background: $surface; color: $text; alternate-background-color: $raised;
  border: 1px solid $border; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; }
QAbstractItemView:focus { border: 2px solid $focus; }
QListWidget::item { padding: 6px 8px; }
QTextBrowser { border-color: $border; }
QTableView { gridline-color: $border; }
QHeaderView { background: $window; border: none; }
QHeaderView::section { background: $window; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: 6px 8px; }
QTableCornerButton::section { background: $window; border: none; }
QTabBar::tab { padding: 8px 16px; color: $muted; border: none; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $text; background: $raised; }
QTabWidget::pane { border: none; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $control_border; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $raised; border: none; border-radius: 3px; color: $text; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
"""

# The room: fields that stand in one row with buttons are as high as these.
_ROOM = """
#go_to, #speaker, #add_evidence, #reason, #parked_line { min-height: ${in_row}px; }
#section_clock { min-height: 0; padding: 0; border: none; background: transparent; }
#parking_sheet { background: $surface; border: 1px solid $control_border; border-radius: ${radius}px; }
"""
_AROUND_A_LINE = 12

_BAND = """
QLabel[band="$band"] { background: $fill; color: $text; border: 1px solid $edge;
  border-radius: ${radius}px; padding: 1px 8px; }
"""


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    box = theme.px(16)
    in_row = theme.px(CONTROL_HEIGHT) - _AROUND_A_LINE
    ink, on_ink = ("white", "black") if theme.is_dark else ("black", "white")
    words = {
        **theme.colors,
        "radius": RADIUS,
        "rail_edge": theme.colors["border" if theme.is_dark else "rail"],
        "line": theme.px(20),
        "in_row": in_row,
        "arrow": theme.px(24),
        "mark": theme.px(14),
        "small_mark": theme.px(11),
        "box": box,
        "half_box": box // 2 + 2,
        "ink": ink,
        "on_ink": on_ink,
        "marks": resources.path("icons", "marks").as_posix(),
    }
    return Template(_SHEET + _ROOM).substitute(words) + "".join(
        _band_rule(theme, band) for band in theme.bands
    )


def _band_rule(theme: Theme, band: str) -> str:
    style = theme.bands[band]
    edge = theme.colors["border"] if theme.is_dark else style.fill
    return Template(_BAND).substitute(band=band, fill=style.fill, text=style.text, edge=edge, radius=RADIUS)
