"""One finding of the check, opened: what it is, what to do, the way there, and its waiver."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.day_words import day
from app.i18n import _
from app.lint import Finding, Severity, Waiver
from app.lint.rules import DECISION_ABOUT_NOTHING, PERSON_NAMED
from ui.theme import Theme
from ui.widgets.buttons import button, quiet_button
from ui.widgets.labels import body, heading, muted, set_tone, small, strong
from ui.widgets.surfaces import scrolled
from ui.widgets.waive_form import WaiveForm

ROUND_WORDS = 64  # what a button has around its words: its icon, and its air


class FindingCard(QFrame):
    """`followed` carries a place; `back_wanted` takes the waiver back.

    `agreed` carries the id of a participant who agreed to be named, `drop_wanted` that of a risk that is gone
    and whose decision is to go too. `form` asks for a waiver.
    """

    followed = Signal(str)
    back_wanted = Signal()
    agreed = Signal(str)
    drop_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._finding: Finding | None = None
        self._other = ""
        self._title = heading("", theme, self)
        self._kind = strong("", theme, self)
        self._words = body("", theme, self)
        self._about = muted("", theme, self)
        self._todo = muted("", theme, self)
        self._go = button(_("Go there"), theme, "arrow-right", "go_to_finding", self)
        self._also = quiet_button("", theme, "arrow-right", "go_to_other_side", self)
        self._agreed = quiet_button(_("They agreed to be named"), theme, "check", "agreed_to_be_named", self)
        self._drop = button(_("Remove the decision"), theme, "trash-2", "remove_decision", self)
        self._lapsed = small("", theme, self)
        self._waived = body("", theme, self)
        self._back = button(_("Take the waiver back"), theme, "undo-2", "take_waiver_back", self)
        self.form = WaiveForm(theme, self)
        self._build()
        self._connect()

    def show_finding(self, finding: Finding, about: str, other: str, *, can_edit: bool) -> None:
        """Show what was found; `about` names its place, `other` the other side (empty if there is none)."""
        if self._finding is None or finding.identity != self._finding.identity:
            self.form.forget()
        self._finding = finding
        self._title.setText(finding.rule.title)
        self._words.setText(finding.words)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._todo.setText(finding.rule.todo)
        self._other = _("Go to {place}").format(place=other) if other else ""
        self._also.setToolTip(self._other)
        self._also.setAccessibleName(self._other)
        self._also.setVisible(bool(other))
        self._shorten()
        self._agreed.setVisible(can_edit and finding.rule is PERSON_NAMED)
        self._drop.setVisible(can_edit and finding.rule is DECISION_ABOUT_NOTHING)

    def show_waiver(
        self, waiver: Waiver | None, lapsed: Waiver | None, *, alike: int, can_edit: bool
    ) -> None:
        """Show the finding's waiver, or the one that lapsed; `alike` open findings are of its kind."""
        is_blocker = self._finding is not None and self._finding.severity is Severity.BLOCKER
        self._kind.setText(_kind_words(is_blocker=is_blocker, is_waived=waiver is not None))
        set_tone(self._kind, "danger" if is_blocker and waiver is None else "muted")
        self._waived.setVisible(waiver is not None)
        self._back.setVisible(waiver is not None and can_edit)
        self._lapsed.setVisible(lapsed is not None)
        self.form.setVisible(waiver is None and can_edit)
        self.form.show_alike(alike)
        if waiver is not None:
            self._agreed.hide()
            words = _("Waived by {who} on {day}: {reason}")
            self._waived.setText(words.format(who=waiver.who, day=day(waiver.on), reason=waiver.reason))
        if lapsed is not None:
            words = _("It was waived, and has changed since. The reason was: {reason}")
            self._lapsed.setText(words.format(reason=lapsed.reason))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        """A button's words do not wrap: long ones would make the whole card wider than its place."""
        around = self._theme.space(2) * 2 + self._theme.height("scroll") + self._theme.px(ROUND_WORDS)
        room = max(self.width() - around, self._theme.px(ROUND_WORDS))
        self._also.setText(
            self._also.fontMetrics().elidedText(self._other, Qt.TextElideMode.ElideRight, room)
        )

    def start_waiving(self) -> None:
        """Put the cursor where the reason is asked for."""
        if self.form.isVisible():
            self.form.start()

    def _agree(self) -> None:
        if self._finding is not None:
            self.agreed.emit(self._finding.also.rpartition("/")[2])

    def _want_drop(self) -> None:
        if self._finding is not None:
            self.drop_wanted.emit(self._finding.key)

    def _follow(self, *, is_other: bool) -> None:
        if self._finding is not None:
            self.followed.emit(self._finding.also if is_other else self._finding.place)

    def _build(self) -> None:
        self.setObjectName("finding_card")
        self.setProperty("kind", "card")
        space = self._theme.space
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(space(2), space(2), space(2), space(2))
        column.setSpacing(space(1))
        for part in (
            *(self._title, self._kind, self._words, self._about, self._todo),
            *(self._go, self._also, self._agreed, self._drop),
            *(self._lapsed, self._waived, self._back, self.form),
        ):
            column.addWidget(part)
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(*[self._theme.stroke()] * 4)
        frame.addWidget(scrolled(content, "finding_card_area", self))

    def _connect(self) -> None:
        self._go.clicked.connect(lambda _checked=False: self._follow(is_other=False))
        self._also.clicked.connect(lambda _checked=False: self._follow(is_other=True))
        self._agreed.clicked.connect(self._agree)
        self._drop.clicked.connect(self._want_drop)
        self._back.clicked.connect(self.back_wanted)


def _kind_words(*, is_blocker: bool, is_waived: bool) -> str:
    if is_waived:
        return _("Waived")
    return _("Blocker: not sealed as long as it is open") if is_blocker else _("Warning")
