"""What a check of a report came to: verdict, signatures one by one, the file as a whole, what is proven."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.day_words import day_and_time
from app.i18n import _
from app.signing.digits import grouped
from app.signing.findings import Finding, Grade, SignatureFindings, Verification
from app.signing.proof_words import not_proven, proven, role_of, verdict, vouched
from ui.sign_off.changes_table import ChangesTable
from ui.theme import Theme
from ui.widgets.icons import pixmap
from ui.widgets.labels import body, heading, label, muted, small
from ui.widgets.surfaces import card

_MARKS = {
    Grade.GOOD: ("✓", "ok"),
    Grade.NOTE: ("i", "accent"),
    Grade.OPEN: ("○", "warn"),
    Grade.BAD: ("✗", "danger"),
}
_VERDICTS = {
    Grade.GOOD: ("circle-check", "ok", "notice_ok"),
    Grade.OPEN: ("triangle-alert", "warn", "notice_warn"),
    Grade.BAD: ("circle-alert", "danger", "notice_danger"),
}


class ResultView(QWidget):
    """Made for one result. `followed` carries the place of a change in the open review."""

    followed = Signal(str)

    def __init__(
        self, theme: Theme, found: Verification, against: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found = found
        self._is_against = against
        self._column = QVBoxLayout(self)
        self._build()

    def _build(self) -> None:
        self.setObjectName("verify_result")
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.space(2))
        self._column.addWidget(self._verdict())
        for number, one in enumerate(self._found.signatures):
            self._column.addWidget(self._signature(one, number))
        self._column.addWidget(self._whole())
        if self._found.changes is not None:
            self._column.addWidget(self._changes())
        self._column.addWidget(self._proof())

    def _verdict(self) -> QFrame:
        icon, tone, kind = _VERDICTS[self._found.grade]
        frame = QFrame(self)
        frame.setObjectName("verdict")
        frame.setProperty("kind", kind)
        space = self._theme.space
        row = QHBoxLayout(frame)
        row.setContentsMargins(space(2), space(1.5), space(2), space(1.5))
        row.setSpacing(space(1.5))
        picture = QLabel(frame)
        picture.setPixmap(pixmap(icon, self._theme, tone))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        words = heading(verdict(self._found), self._theme, frame)
        words.setObjectName("verdict_words")
        row.addWidget(words, 1)
        return frame

    def _signature(self, one: SignatureFindings, number: int) -> QFrame:
        made, column = self._card(_("{role}: {name}").format(role=role_of(one.role), name=one.name or "?"))
        made.setObjectName(f"signature_{number}")
        if one.at is not None:
            at = _("{when}, by the clock of the computer it was made on").format(when=day_and_time(one.at))
            column.addWidget(body(at, self._theme, made))
        self._add_findings(column, made, one.findings)
        if one.fingerprint:
            column.addWidget(muted(vouched(one), self._theme, made))
            digits = _("Certificate {digits}").format(digits=grouped(one.fingerprint))
            column.addWidget(small(digits, self._theme, made))
        return made

    def _whole(self) -> QFrame:
        made, column = self._card(_("The file as a whole"))
        made.setObjectName("whole_file")
        self._add_findings(column, made, self._found.findings)
        if not self._is_against and self._found.signatures:
            alone = _("It was not held against a review file: whether that has changed since is not known.")
            column.addWidget(muted(alone, self._theme, made))
        if self._found.seal:
            seal = _("Seal {digits}").format(digits=grouped(self._found.seal))
            column.addWidget(small(seal, self._theme, made))
        sha256 = _("SHA-256 of this file {digits}").format(digits=grouped(self._found.sha256))
        column.addWidget(small(sha256, self._theme, made))
        return made

    def _changes(self) -> QFrame:
        made, column = self._card(_("What has changed since in the review file"))
        table = ChangesTable(self._theme, made)
        if self._found.changes is not None:
            table.show_changes(self._found.changes)
        table.followed.connect(self.followed)
        column.addWidget(table)
        return made

    def _proof(self) -> QFrame:
        made, column = self._card(_("What this proves"))
        made.setObjectName("proof")
        column.addLayout(self._lines(made, proven(self._found)))
        column.addSpacing(self._theme.space(1))
        column.addWidget(heading(_("What it does not prove"), self._theme, made))
        column.addLayout(self._lines(made, not_proven(self._found)))
        return made

    def _card(self, words: str) -> tuple[QFrame, QVBoxLayout]:
        made = card(self._theme, self)
        column = QVBoxLayout(made)
        column.setSpacing(self._theme.space(1))
        column.addWidget(heading(words, self._theme, made))
        return made, column

    def _add_findings(self, column: QVBoxLayout, parent: QWidget, findings: Iterable[Finding]) -> None:
        column.addLayout(self._rows(parent, ((_MARKS[one.grade], one.words) for one in findings)))

    def _lines(self, parent: QWidget, lines: Iterator[str]) -> QVBoxLayout:
        return self._rows(parent, ((("–", "muted"), words) for words in lines))

    def _rows(self, parent: QWidget, rows: Iterable[tuple[tuple[str, str], str]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.space(0.5))
        for (sign, tone), words in rows:
            row = QHBoxLayout()
            row.setSpacing(self._theme.space(1))
            mark = label(sign, self._theme, "strong", tone, parent)
            mark.setFixedWidth(self._theme.px(16))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(body(words, self._theme, parent), 1)
            column.addLayout(row)
        return column
