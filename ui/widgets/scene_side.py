"""Beside the scene: what is ready, who takes part, and which sessions were held."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.day_words import short_day
from app.i18n import _, ngettext
from app.register_teaching import teaching
from models.snapshot import Snapshot
from models.values import Participant, RegisterName, Session, words
from ui.theme import Theme
from ui.widgets.buttons import button, quiet_button
from ui.widgets.labels import heading, muted
from ui.widgets.short_list import ShortList

READY = (
    RegisterName.SYSTEMS,
    RegisterName.AI_TOOLS,
    RegisterName.ACCESS_GRANTS,
    RegisterName.DATA_CATEGORIES,
    RegisterName.USE_CASES,
    RegisterName.VENDORS,
    RegisterName.APPROVAL_GATES,
    RegisterName.EVIDENCE,
)


class SceneSide(QWidget):
    """`register_asked` a register, `opened` register and key, `removal_asked` likewise.

    `person_named` carries the name of a new participant, `session_asked` asks for a new session.
    """

    register_asked = Signal(str)
    opened = Signal(str, str)
    removal_asked = Signal(str, str)
    person_named = Signal(str)
    session_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ready = {
            register: quiet_button("", theme, name=f"ready_{register.value}") for register in READY
        }
        self.people = ShortList(theme, "participants", _("Participants"), self)
        self.sessions = ShortList(theme, "sessions", _("Sessions"), self)
        self.name = QLineEdit(self)
        self._add_person = button(_("Add"), theme, "plus", "add_participant", self)
        self._add_session = button(_("Add session"), theme, "plus", "add_session", self)
        self._no_people = muted(_(teaching(RegisterName.PARTICIPANTS).what), theme, self)
        self._no_sessions = muted(_(teaching(RegisterName.SESSIONS).what), theme, self)
        self._build()
        self._connect()

    def show_snapshot(self, snapshot: Snapshot, *, is_read_only: bool) -> None:
        """Show a review."""
        for register, link in self._ready.items():
            n = len(snapshot.entries(register))
            what = _(teaching(register).one) if n == 1 else _in_text(register)
            link.setText(_("{n} {what}").format(n=n, what=what))
        self.people.show_rows([(key, _person(one)) for key, one in snapshot.participants.items()])
        self.sessions.show_rows([(key, _session(one)) for key, one in snapshot.sessions.items()])
        self._no_people.setVisible(not snapshot.participants)
        self._no_sessions.setVisible(not snapshot.sessions)
        for control in (self.name, self._add_person, self._add_session):
            control.setEnabled(not is_read_only)

    def _build(self) -> None:
        self.name.setObjectName("participant_name")
        self.name.setPlaceholderText(_("Name, or 'anonymous'"))
        self.name.setAccessibleName(_("Name of a new participant"))
        self.name.setFont(self._theme.font())
        links = QGridLayout()
        links.setSpacing(self._theme.space(0.5))
        for place, link in enumerate(self._ready.values()):
            link.setProperty("kind", "link")
            links.addWidget(link, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
        adding = QHBoxLayout()
        adding.setSpacing(self._theme.space(1))
        adding.addWidget(self.name, 1)
        adding.addWidget(self._add_person)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.space(1))
        column.addWidget(heading(_("What is ready"), self._theme, self))
        column.addLayout(links)
        column.addSpacing(self._theme.space(2))
        for part in (heading(_("Participants"), self._theme, self), self._no_people, self.people):
            column.addWidget(part)
        column.addLayout(adding)
        column.addSpacing(self._theme.space(2))
        for part in (heading(_("Sessions"), self._theme, self), self._no_sessions, self.sessions):
            column.addWidget(part)
        column.addWidget(self._add_session)
        column.addStretch(1)

    def _connect(self) -> None:
        for register, link in self._ready.items():
            link.clicked.connect(lambda _checked, name=register.value: self.register_asked.emit(name))
        for shown, register in (
            (self.people, RegisterName.PARTICIPANTS),
            (self.sessions, RegisterName.SESSIONS),
        ):
            shown.opened.connect(lambda key, name=register.value: self.opened.emit(name, key))
            shown.removal_asked.connect(lambda key, name=register.value: self.removal_asked.emit(name, key))
        self.name.returnPressed.connect(self._name_person)
        self._add_person.clicked.connect(self._name_person)
        self._add_session.clicked.connect(self.session_asked)

    def _name_person(self) -> None:
        """The name goes away only when it was taken over; an empty one asks for it."""
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return
        self.name.clear()
        self.person_named.emit(name)


def _in_text(register: RegisterName) -> str:
    name = _(register.label)
    return name if name.startswith("AI") else name.lower()


def _person(person: Participant) -> str:
    return f"{person.name}, {person.role}" if person.role else person.name


def _session(session: Session) -> str:
    said = [
        short_day(session.date) if session.date else "",
        _(words(session.type)) if session.type else "",
        ngettext("{n} person", "{n} people", len(session.participants or ())).format(
            n=len(session.participants or ())
        ),
    ]
    return ", ".join(part for part in said if part)
