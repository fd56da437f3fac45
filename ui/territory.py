"""Which country this computer is set to, for what offices there print on."""

from PySide6.QtCore import QLocale


def territory() -> str:
    """The ISO 3166 code of two letters, or an empty text."""
    return QLocale.territoryToCode(QLocale.system().territory())
