"""What can be done now with the sign-off: the state in words, what hinders it, and the buttons for it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.i18n import _
from app.signing.before_sealing import Hindrance
from app.signing.overview import SignOffOverview, state_title
from app.signing.standing import SignState
from models.sign_off import SignRole
from ui.sign_off.rows import Rows, hindrance_rows
from ui.theme import Theme
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import body, heading, small

# Everything that can be wished for, in the order in which it is offered.
WISHES = (
    "sign_reviewer", "sign_sponsor", "hand_out", "take_in", "by_hand", "save_report", "check_report",
    "again_reviewer", "reopen",
)  # fmt: skip


class NextCard(QFrame):
    """`wanted` carries one of WISHES, `followed` the place of something to settle first."""

    wanted = Signal(str)
    followed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = heading("", theme, self)
        self._told = body("", theme, self)
        self._why_not = Rows(theme, self)
        self._waits = small("", theme, self)
        self._buttons = self._made_buttons()
        self._build()
        self._why_not.followed.connect(self.followed)
        for name, made in self._buttons.items():
            made.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))

    def show_overview(
        self, shown: SignOffOverview, why_not: Sequence[Hindrance], *, waits: bool, can_write: bool
    ) -> None:
        """Show what can be done: `why_not` hinders sealing, and so does what `waits` to be written."""
        state = shown.standing.state
        is_draft = state is SignState.DRAFT and not shown.is_closed
        self._title.setText(_("Sealed without signatures") if shown.is_closed else state_title(shown))
        self._told.setText(_told(shown, can_write=can_write))
        self._why_not.show_rows(hindrance_rows(why_not) if is_draft and can_write else ())
        self._waits.setVisible(is_draft and waits)
        offered = (
            set(_offered(shown)) if can_write else set(_offered(shown)) & {"save_report", "check_report"}
        )
        for name, made in self._buttons.items():
            made.setVisible(name in offered)
        self._buttons["sign_reviewer"].setEnabled(not why_not and not waits)

    def _made_buttons(self) -> dict[str, QPushButton]:
        words = {
            "sign_reviewer": (_("Seal and sign as lead reviewer…"), "pencil"),
            "sign_sponsor": (_("The sponsor signs here…"), "pencil"),
            "hand_out": (_("Hand out for signature…"), "download"),
            "take_in": (_("Take in a signed report…"), "upload"),
            "by_hand": (_("Sign by hand…"), "pencil"),
            "save_report": (_("Save the signed report…"), "download"),
            "check_report": (_("Check the signed report"), "circle-check"),
            "again_reviewer": (_("Sign again as lead reviewer…"), "pencil"),
            "reopen": (_("Open it again…"), "undo-2"),
        }
        kinds = {"sign_reviewer": primary_button, "sign_sponsor": primary_button}
        quiet = {"again_reviewer": quiet_button, "reopen": quiet_button}
        return {
            name: (kinds.get(name) or quiet.get(name) or button)(said, self._theme, icon, name, self)
            for name, (said, icon) in words.items()
        }

    def _build(self) -> None:
        self.setObjectName("sign_off_next")
        self.setProperty("kind", "card")
        self._title.setObjectName("sign_off_state")
        self._waits.setText(_("Something waits to be written to the disk: sealing is offered once it is."))
        space = self._theme.space
        line = QWidget(self)
        flow = FlowLayout(line, spacing=space(1))
        for name in WISHES:
            flow.addWidget(self._buttons[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space(1))
        for part in (self._title, self._told, self._why_not, self._waits, line):
            column.addWidget(part)


def _offered(shown: SignOffOverview) -> tuple[str, ...]:
    if shown.is_closed:
        return ("reopen",) if shown.may_reopen else ()
    match shown.standing.state:
        case SignState.DRAFT:
            return ("sign_reviewer",)
        case SignState.READY if any(one.role is SignRole.SPONSOR for one in shown.standing.missing):
            return ("sign_sponsor", "hand_out", "take_in", "by_hand", "again_reviewer", "reopen")
        case SignState.READY:
            return ("by_hand", "save_report", "check_report", "reopen")
        case SignState.SIGNED:
            return ("save_report", "check_report", "reopen")
        case SignState.SUPERSEDED:
            return ("save_report", "check_report")


def _told(shown: SignOffOverview, *, can_write: bool) -> str:
    state = shown.standing.state
    if shown.is_closed:
        return _("It was sealed when the next review was begun, and nobody signed it. It can be read.")
    if not can_write:
        return _("This file is only read here: it can be signed where it can be written to.")
    match state:
        case SignState.DRAFT:
            return _(
                "Sealing fixes this state by one number and makes the review read-only. Then the report is "
                "written and you sign it. It is not undone: opening it again asks for a reason, which stays "
                "in the audit trail."
            )
        case SignState.READY:
            return _(
                "The review is read-only. The sponsor can sign on this laptop with an identity of their own, "
                "elsewhere with Plumbline or any PDF reader, or by hand."
            )
        case SignState.SIGNED:
            return _(
                "The review is read-only. To change it, open it again and say why: the next version begins, "
                "and these signatures stay as what they are."
            )
        case SignState.SUPERSEDED:
            return _("It stays as it was signed, to be read and checked.")
