"""The scene: what the review is about, who takes part, and what is ready."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.cell_text import names_of
from app.edits import Edit, put, remove, set_field
from app.errors import ReviewError
from app.i18n import _
from app.new_entries import new_entry
from models.snapshot import Snapshot
from models.values import AnyEntry, RegisterName
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.entry_card import EntryCard
from ui.widgets.entry_form import EntryForm
from ui.widgets.field_editor import FieldContext
from ui.widgets.labels import muted, title
from ui.widgets.notice import Notice
from ui.widgets.scene_side import SceneSide
from ui.widgets.surfaces import scrolled
from ui.widgets.two_panes import NARROW_BELOW

SIDE_WIDTH = 380
FORM_WIDTH = 900
ENGAGEMENT = RegisterName.ENGAGEMENT
ON_CARDS = (RegisterName.PARTICIPANTS, RegisterName.SESSIONS)


class ScenePage(Page):
    """The engagement as a form, beside it people and sessions; one of those opens as a card in its place."""

    page_id = "scene"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Shown | None = None
        self._opened: tuple[RegisterName, str] | None = None
        self._title = title(_("Scene"), theme, self)
        self._notice = Notice(theme, self)
        self._form = EntryForm(theme, self)
        self._side = SceneSide(theme, self)
        self._card = EntryCard(theme, self)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    @property
    def place(self) -> str:
        """The person or session whose card is open."""
        return f"entry:{self._opened[0].value}/{self._opened[1]}" if self._opened is not None else ""

    def show_review(self, shown: Shown) -> None:
        self._shown = shown
        snapshot = shown.snapshot
        self._form.show_entry(ENGAGEMENT, snapshot.engagement, snapshot, is_read_only=shown.is_read_only)
        self._side.show_snapshot(snapshot, is_read_only=shown.is_read_only)
        self._show_card()

    def show_place(self, place: str) -> bool:
        """Places: "entry:engagement/engagement/FIELD", and entries of the participants and the sessions."""
        if not place:
            return True
        kind, _colon, rest = place.partition(":")
        register, key, path = (*rest.split("/", 2), "", "")[:3]
        if kind != "entry" or self._shown is None:
            return False
        if register == ENGAGEMENT.value:
            self._close_card()
            return not path or self._form.focus_field(path)
        if register not in {name.value for name in ON_CARDS}:
            return False
        return self._open(register, key) and (not path or self._card.form.focus_field(path))

    def show_refused(self, place: str, message: str) -> None:
        if self._shown is not None:
            self.show_review(self._shown)
        path = place.split("/", 2)[2] if place.count("/") > 1 else ""
        form = self._card.form if self._opened else self._form
        if not path or not form.show_fault(path, message):
            self._notice.show_message(_("This was not recorded"), message)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < self.theme.px(NARROW_BELOW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(down if is_narrow else across)
        widest = 16_777_215 if is_narrow else self.theme.px(SIDE_WIDTH)
        self._side.setMaximumWidth(widest)

    @property
    def _snapshot(self) -> Snapshot:
        assert self._shown is not None  # noqa: S101  (pages are shown before they are used)
        return self._shown.snapshot

    def _build(self) -> None:
        self.setObjectName("scene_page")
        space = self.theme.space
        self._form.setMaximumWidth(self.theme.px(FORM_WIDTH))
        self._parts.setContentsMargins(space(3), 0, space(3), space(3))
        self._parts.setSpacing(space(5))
        self._parts.addWidget(self._form, 3)
        self._parts.addWidget(self._side, 2)
        self._parts.addStretch(0)
        content = QWidget(self)
        content.setLayout(self._parts)
        self._stack.addWidget(scrolled(content, "scene_scroll", self))
        framed = QWidget(self)
        QVBoxLayout(framed).addWidget(self._card)
        framed.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(framed)
        intro = muted(
            _("What is looked at, for whom, and with whom. All of it can be filled in later."), self.theme
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(2), 0, 0)
        column.setSpacing(space(1))
        for part in (self._title, intro, self._notice):
            part.setContentsMargins(space(3), 0, space(3), 0)
            column.addWidget(part)
        column.addSpacing(space(1))
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._form.value_given.connect(self._set_engagement)
        self._side.register_asked.connect(lambda name: self.link_followed.emit(f"register:{name}"))
        self._side.opened.connect(self._open)
        self._side.removal_asked.connect(self._remove)
        self._side.person_named.connect(self._add_person)
        self._side.session_asked.connect(self._add_session)
        self._card.value_given.connect(self._set_on_card)
        self._card.closed.connect(self._close_card)
        self._card.stepped.connect(self._step)

    def _make(self, edit: Edit) -> None:
        self._notice.clear()
        self.edit_made.emit(edit)

    def _set_engagement(self, key: str, path: str, value: object) -> None:
        self._make(set_field(self._snapshot, ENGAGEMENT, key, path, value))

    def _set_on_card(self, key: str, path: str, value: object) -> None:
        if self._opened is not None:
            self._make(set_field(self._snapshot, self._opened[0], key, path, value))

    def _add_person(self, name: str) -> None:
        self._add(RegisterName.PARTICIPANTS, {"name": name})
        self._side.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_session(self) -> None:
        entry = self._add(RegisterName.SESSIONS, {})
        if self._open(RegisterName.SESSIONS.value, entry.key):
            self._card.form.focus_field("date")

    def _add(self, register: RegisterName, values: dict[str, object]) -> AnyEntry:
        entry = new_entry(self._snapshot, register, values)
        self._make(put(self._snapshot, register, entry))
        return entry

    def _remove(self, register: str, key: str) -> None:
        if self._shown is None or self._shown.is_read_only:
            return
        try:
            self._make(remove(self._snapshot, RegisterName(register), [key]))
        except ReviewError as error:
            self._notice.show_message(error.title, error.advice)

    def _open(self, register: str, key: str) -> bool:
        if self._shown is None or self._snapshot.entry(RegisterName(register), key) is None:
            return False
        self._form.flush()
        self._card.form.flush()
        self._opened = RegisterName(register), key
        self._stack.setCurrentIndex(1)
        self._show_card()
        return True

    def _show_card(self) -> None:
        if self._opened is None or self._shown is None:
            return
        register, key = self._opened
        entry = self._snapshot.entry(register, key)
        if entry is None:
            self._close_card()
            return
        context = FieldContext(self._snapshot, names_of(self._snapshot), register)
        is_read_only = self._shown.is_read_only
        self._card.show_entry(register, entry, self._snapshot, context, is_read_only=is_read_only)

    def _close_card(self) -> None:
        if self._opened is None:
            return
        self._card.form.flush()
        register, _key = self._opened
        self._opened = None
        self._stack.setCurrentIndex(0)
        people = register is RegisterName.PARTICIPANTS
        (self._side.people if people else self._side.sessions).setFocus()

    def _step(self, rows: int) -> None:
        if self._opened is None:
            return
        register, key = self._opened
        keys = list(self._snapshot.entries(register))
        at = keys.index(key) + rows
        if 0 <= at < len(keys):
            self._open(register.value, keys[at])
