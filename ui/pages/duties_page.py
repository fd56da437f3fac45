"""Duties towards those whose data this is: how long it is kept, sharing it without names, what it holds."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from app.cell_text import names_of
from app.i18n import _
from app.keep_until import SPEC, keep_until, keeping_until
from app.redaction import Hidden
from models.snapshot import Snapshot
from models.values import RegisterName
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import body, button, heading, reading_column, small, title
from ui.widgets.busy_row import BusyRow
from ui.widgets.choice_editors import CalmCombo
from ui.widgets.date_editor import DateEditor
from ui.widgets.field_editor import FieldContext
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label
from ui.widgets.notice import Notice

WIDEST = 720


class DutiesPage(Page):
    """It writes no file: `share_wanted` carries "pdf" or "json" and what to hide, `held_wanted` an id."""

    page_id: ClassVar[str] = "duties"

    share_wanted = Signal(str, object)
    held_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._snapshot: Snapshot | None = None
        self.notice = Notice(theme, self)
        self.busy = BusyRow(theme, self)
        self._until = DateEditor(theme, SPEC, SPEC.name, self)
        self._wrong = label("", theme, "small", "danger", self)
        self._hidden = QButtonGroup(self)
        self._person = CalmCombo(self)  # the wheel passes: nobody gets another person's file
        self._held = button(_("Save as JSON…"), theme, "download", "save_held_on", self)
        self._build()
        self._connect()

    def show_review(self, shown: Shown) -> None:
        self._snapshot = snapshot = shown.snapshot
        context = FieldContext(snapshot, names_of(snapshot), RegisterName.ENGAGEMENT)
        self._until.show_value(keep_until(snapshot), context)
        self._until.set_read_only(shown.is_read_only)
        chosen = self._person.currentData()
        self._person.clear()
        for key, person in snapshot.participants.items():
            self._person.addItem(f"{key} {person.name}", key)
        self._person.setCurrentIndex(max(0, self._person.findData(chosen)))
        self._held.setEnabled(bool(snapshot.participants))

    def show_saved(self, path: str) -> None:
        """Say where a file is."""
        self.notice.show_message(_("Saved. This file is not encrypted."), path, "ok")

    def show_failed(self, title: str, advice: str) -> None:
        """Say why a file was not saved, and what to do."""
        self.notice.show_message(title, advice)

    def _build(self) -> None:
        self.setObjectName("duties_page")
        space = self.theme.space
        content, column = reading_column(self, self.theme, "duties_area", WIDEST, 1)
        column.addWidget(title(_("Data duties"), self.theme, content))
        column.addWidget(self.notice)
        column.addWidget(self.busy)
        for words, hint, parts in (
            (
                _("How long it may be kept"),
                _("As agreed with the client. After that day a line reminds you when the file is open."),
                [self._until, self._wrong],
            ),
            (
                _("Share it without names"),
                _(
                    "Notes, free text, names of people and the client's own are taken out; ids, answers and "
                    "numbers stay. Names of tools and use cases go or stay with those of systems. Look "
                    "through the file before you send it."
                ),
                [*self._choices(content), self._shares(content)],
            ),
            (
                _("What is held on a person"),
                _(
                    "Their own row, everything that refers to it, texts that mention the name, and their "
                    "lines in the history. Texts may mean somebody else of that name."
                ),
                [self._labelled_person(content), self._person, self._held],
            ),
            (
                _("Destroy all of it"),
                _(
                    "Close the file and run “plumbline purge FILE --yes” in a terminal. It destroys the "
                    "file, its copies, its keys and what is remembered of it, and lists all of that. There "
                    "is no undo."
                ),
                [],
            ),
        ):
            column.addSpacing(space(2))
            column.addWidget(heading(words, self.theme, content))
            column.addWidget(body(hint, self.theme, content))
            for part in parts:
                column.addWidget(part)
        column.addStretch(1)
        self._wrong.hide()
        self.setFocusProxy(self._until)

    def _choices(self, parent: QWidget) -> list[QWidget]:
        made: list[QWidget] = []
        for number, (hidden, words) in enumerate(
            (
                (Hidden.NAMES, _("Also without the names of systems and vendors")),
                (Hidden.PEOPLE, _("With the names of systems and vendors")),
            )
        ):
            choice = QRadioButton(words, parent)
            choice.setObjectName(f"hide_{hidden.value}")
            choice.setChecked(not number)
            self._hidden.addButton(choice, list(Hidden).index(hidden))
            made.append(choice)
        return made

    def _shares(self, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        flow = FlowLayout(row, spacing=self.theme.space(1))
        for kind, words in (("pdf", _("Save as PDF…")), ("json", _("Save as JSON…"))):
            made = button(words, self.theme, "download", f"share_{kind}", row)
            made.clicked.connect(lambda _checked=False, kind=kind: self._share(kind))
            flow.addWidget(made)
        return row

    def _labelled_person(self, parent: QWidget) -> QLabel:
        words = small(_("Participant"), self.theme, parent)
        words.setBuddy(self._person)
        self._person.setObjectName("held_on")
        self._person.setAccessibleName(_("Participant"))
        return words

    def _connect(self) -> None:
        self._until.committed.connect(self._keep_until)
        self._until.refused.connect(self._say_wrong)
        self._held.clicked.connect(lambda: self.held_wanted.emit(self._person.currentData()))

    def _say_wrong(self, why: str) -> None:
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))

    def _keep_until(self, day: object) -> None:
        if self._snapshot is None:
            return
        edit = keeping_until(self._snapshot, day)  # type: ignore[arg-type]  # a date editor gives dates
        if edit is not None:
            self.edit_made.emit(edit)

    def _share(self, kind: str) -> None:
        self.share_wanted.emit(kind, list(Hidden)[self._hidden.checkedId()])
