"""Sign-off: how far it has come, who signs and what that accepts, the seal, and what has changed since."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from app.i18n import _
from app.signing.before_sealing import Hindrance
from app.signing.overview import SignOffOverview
from app.signing.standing import SignOffStanding, SignState, state_words
from models.sign_off import Signatory
from ui.page import Page, Shown
from ui.sign_off.changes_table import ChangesTable
from ui.sign_off.next_card import NextCard
from ui.sign_off.rows import Rows, accepted_rows
from ui.sign_off.seal_line import SealLine
from ui.sign_off.signatories_form import SignatoriesForm
from ui.sign_off.signing_list import SigningList
from ui.sign_off.steps import SignSteps
from ui.theme import Theme
from ui.widgets.basics import body, card, heading, quiet_button, reading_column, small, title
from ui.widgets.busy_row import BusyRow
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.notice import Notice

WIDEST, BESIDE_FROM = 1040, 820


class SignOffPage(Page):
    """It signs nothing and reads no file: `overview_wanted` asks for what `show_overview` shows.

    `wanted` carries one of `ui.sign_off.next_card.WISHES`, `file_wanted` the Signed whose picture is to be
    saved.
    """

    page_id: ClassVar[str] = "sign_off"

    overview_wanted = Signal()
    wanted = Signal(str)
    file_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.notice = Notice(theme, self)
        self.busy = BusyRow(theme, self)
        self._steps = SignSteps(theme, self)
        self._next = NextCard(theme, self)
        self._form = SignatoriesForm(theme, self)
        self._list = SigningList(theme, self)
        self._accepted = Rows(theme, self)
        self._none_accepted = body("", theme, self)
        self._seal = SealLine(theme, self)
        self._changes = ChangesTable(theme, self)
        self._earlier = body("", theme, self)
        self._cards: dict[str, QFrame] = {}
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """Who is to sign beside the reviewer, as typed."""
        return self._form.signatories

    def show_review(self, shown: Shown) -> None:
        self.overview_wanted.emit()

    def show_overview(
        self, shown: SignOffOverview, why_not: Sequence[Hindrance], *, waits: bool, can_write: bool
    ) -> None:
        """Show how far it has come; see `NextCard.show_overview`."""
        standing = shown.standing
        is_draft = standing.state is SignState.DRAFT and not shown.is_closed
        self._steps.show_state(standing.state)
        self._next.show_overview(shown, why_not, waits=waits, can_write=can_write)
        self._cards["people"].setVisible(not shown.is_closed)
        self._form.setVisible(is_draft)
        self._form.set_read_only(not can_write)
        self._list.setVisible(not is_draft)
        self._list.show_lines(shown.lines)
        self._accepted.show_rows(accepted_rows(shown.accepted))
        self._none_accepted.setVisible(not shown.accepted)
        self._cards["seal"].setVisible(bool(shown.seal))
        if shown.seal:
            sealed = standing.version if standing.ready is not None else shown.earlier[0].version
            self._seal.show_seal(shown.seal, sealed)
        self._cards["changes"].setVisible(shown.changes is not None)
        if shown.changes is not None:
            self._changes.show_changes(shown.changes)
        self._show_earlier(shown.earlier)

    def show_saved(self, path: str) -> None:
        """Say where a file is."""
        self.notice.show_message(_("Saved. This file is not encrypted."), path, "ok")

    def show_failed(self, title: str, advice: str) -> None:
        """Say why something was not done, and what to do."""
        self.notice.show_message(title, advice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self.theme.px(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() is not way:
            self._beside.setDirection(way)

    def _show_earlier(self, earlier: Sequence[SignOffStanding]) -> None:
        self._cards["earlier"].setVisible(bool(earlier))
        lines = []
        for one in earlier:
            names = ", ".join(signed.name for signed in one.signed) or _("nobody")
            lines.append(_("{state} Signed by: {names}.").format(state=state_words(one), names=names))
        self._earlier.setText("\n".join(lines))

    def _build(self) -> None:
        self.setObjectName("sign_off_page")
        space = self.theme.space
        content, column = reading_column(self, self.theme, "sign_off_area", WIDEST, 2)
        column.addWidget(title(_("Sign-off"), self.theme, content))
        for part in (self.notice, self.busy, self._steps, self._next):
            column.addWidget(part)
        self._beside.setSpacing(space(2))
        self._beside.addWidget(self._card("people", _("Who signs"), self._form, self._list), 1)
        accepts = small(_accepts_words(), self.theme, self)
        self._none_accepted.setText(_("No risk is accepted as it stands."))
        self._beside.addWidget(
            self._card(
                "accepts", _("What a signature accepts"), accepts, self._accepted, self._none_accepted
            ),
            1,
        )
        column.addWidget(self._card("changes", _("Changed since sign-off"), self._changes))
        column.addLayout(self._beside)
        column.addWidget(self._card("seal", _("The seal"), self._seal))
        column.addWidget(self._card("earlier", _("Earlier versions"), self._earlier))
        column.addWidget(small(_clock_words(), self.theme, content))
        column.addWidget(self._ways(content))
        column.addStretch(1)

    def _card(self, name: str, words: str, *parts: QWidget) -> QFrame:
        made = card(self.theme, self)
        made.setObjectName(f"sign_off_{name}")
        column = QVBoxLayout(made)
        column.setSpacing(self.theme.space(1))
        column.addWidget(heading(words, self.theme, made))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._cards[name] = made
        return made

    def _ways(self, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        flow = FlowLayout(row, spacing=self.theme.space(1))
        for words, icon, link in (
            (_("Signing identities"), "lock", "page:identities"),
            (_("Check a report"), "circle-check", "page:verify"),
            (_("History"), "history", "page:history"),
            (_("Help: sign and check"), "circle-question-mark", "help:signing"),
        ):
            way = quiet_button(words, self.theme, icon, link.replace(":", "_"), row)
            way.clicked.connect(lambda _checked=False, link=link: self.link_followed.emit(link))
            flow.addWidget(way)
        return row

    def _connect(self) -> None:
        self._next.wanted.connect(self.wanted)
        for part in (self._next, self._accepted, self._changes):
            part.followed.connect(self.link_followed)
        self._list.file_wanted.connect(self.file_wanted)


def _accepts_words() -> str:
    return _(
        "It binds the seal: answers, registers, evidence and bands as they are. With it, these risks are "
        "accepted as they stand, by whom and until when:"
    )


def _clock_words() -> str:
    return _(
        "Times are those of the computer that was signed on. Nobody else attests them, and the report says "
        "so."
    )
