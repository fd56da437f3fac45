"""Asks once more for what opens the file that is open, before something that only its owner may do."""

from PySide6.QtWidgets import QWidget

from app.i18n import _
from ui.dialogs.key_dialog import KeyDialog
from ui.theme import Theme
from ui.widgets.labels import body


def before_the_sheet(theme: Theme, parent: QWidget | None = None) -> KeyDialog:
    """Asks before the recovery sheet is shown."""
    dialog = KeyDialog(theme, "prove", _("Recovery sheet"), _("Show the sheet"), parent)
    why = _(
        "The sheet opens this file for whoever holds it, so the passphrase is asked for once more. Let "
        "nobody see your screen now."
    )
    dialog.content.addWidget(body(why, theme, dialog))
    dialog.content.addWidget(dialog.entry)
    return dialog
