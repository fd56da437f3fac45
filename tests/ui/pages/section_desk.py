"""A section page with a review on it, pressed as a person does."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import Answer, Engagement, EvidenceItem, Mode, Participant, RegisterName
from tests.ui.desk import Desk
from tests.ui.reach import find
from ui.pages.section_page import SectionPage
from ui.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def small_review(mode: Mode = Mode.STANDARD) -> Snapshot:
    """A review of two people and one piece of evidence, with nothing answered."""
    review = Snapshot(pack=built_in_pack(), engagement=Engagement(client="Ödland & Co", mode=mode))
    for key, name in (("P01", "Mia Brandt"), ("P02", "Ravi Rao")):
        review = review.with_entry(RegisterName.PARTICIPANTS, Participant(id=key, name=name))
    return review.with_entry(RegisterName.EVIDENCE, EvidenceItem(id="E01", title="Admin screen"))


class SectionDesk(Desk):
    """The page at one place; `press` presses keys where the keyboard is."""

    def __init__(
        self, qtbot: QtBot, theme: Theme, snapshot: Snapshot, place: str, *, is_read_only: bool = False
    ) -> None:
        self.section = SectionPage(theme)
        super().__init__(qtbot, self.section, snapshot, is_read_only=is_read_only)
        assert self.section.show_place(place)
        self.section.activateWindow()
        self.section.setFocus()
        qtbot.waitUntil(self.section.isActiveWindow)

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press keys, one after the other, where the keyboard is."""
        for key in keys:
            target = QApplication.focusWidget() or self.section
            if isinstance(key, str):
                QTest.keyClicks(target, key, modifier)
            else:
                QTest.keyClick(target, key, modifier)

    def write(self, text: str) -> None:
        """Write any text where the keyboard is, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self.section, event)

    def answer(self, key: str) -> Answer:
        """An answer that has to be there."""
        found = self.entry(RegisterName.ANSWERS, key)
        assert isinstance(found, Answer)
        return found

    def find(self, name: str) -> QWidget:
        """The part of this name."""
        return find(self.section, QWidget, name)

    def words(self, name: str) -> str:
        """What the label of this name says."""
        return find(self.section, QLabel, name).text()

    @property
    def question(self) -> str:
        """The id of the question in view."""
        return self.words("place").split()[-1]


def carried(snapshot: Snapshot, key: str) -> Snapshot:
    """The snapshot with one answer still to be confirmed."""
    answer = snapshot.answers[key]
    return snapshot.with_entry(RegisterName.ANSWERS, replace(answer, extras={"x_to_confirm": True}))
