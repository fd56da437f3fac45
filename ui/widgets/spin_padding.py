"""Room before the number of a spin box, which the style sheet cannot give it."""

from PySide6.QtWidgets import QLineEdit, QSpinBox

from ui.theme import Theme


def pad_number(box: QSpinBox, theme: Theme) -> None:
    """Let the number stand where the text of other fields does."""
    line = box.findChild(QLineEdit)
    if line is not None:
        line.setTextMargins(theme.space(1), 0, 0, 0)
