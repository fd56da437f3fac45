"""Rows of a drop-down list with room around their words, as the style sheet says."""

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate


def pad_rows(combo: QComboBox) -> None:
    """Let the rows follow the style sheet: Qt's own delegate of drop-down lists pays it no heed."""
    combo.setItemDelegate(QStyledItemDelegate(combo))
