"""The settings page: how the window looks, what a shared screen shows, who signs, which copies are kept."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QSlider,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.i18n import _
from app.settings import LARGEST_TEXT, LONGEST_NAME, SMALLEST_TEXT, Look, Settings, account_name, clean_name
from ui.page import Page, Shown
from ui.text_size import PAUSE_MS
from ui.theme import Theme
from ui.widgets.away_choice import AwayChoice
from ui.widgets.basics import button, hairline, heading, label, muted, reading_column, small, title
from ui.widgets.copies_choice import CopiesChoice, CopiesChosen
from ui.widgets.paper_choice import PaperChoice
from ui.widgets.template_choice import TemplateChoice

TEXT_STEP = 10
WIDEST = 900
NARROW = 700
SHARES = (2, 3)


class SettingsPage(Page):
    """Every choice holds at once: `settings_changed` carries the new settings."""

    page_id: ClassVar[str] = "settings"

    settings_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._settings = Settings()
        self._looks = QButtonGroup(self)
        self._size = QSlider(Qt.Orientation.Horizontal, self)
        self._size_words = label("", theme, parent=self)
        self._pause = QTimer(self)
        self._mask = QCheckBox(_("Show clients and files by their initials"), self)
        self._away = AwayChoice(theme, self)
        self._name = QLineEdit(self)
        self._hints = button(_("Show all hints again"), theme, name="show_hints", parent=self)
        self._groups: list[QBoxLayout] = []
        self._copies = CopiesChoice(theme, self)
        self._paper = PaperChoice(self)
        self.template = TemplateChoice(theme, self)
        self._build()
        self._connect()
        self.show_settings(self._settings)

    def show_settings(self, settings: Settings) -> None:
        """Show these settings."""
        self._settings = settings
        self._looks.button(list(Look).index(settings.look)).setChecked(True)
        with QSignalBlocker(self._size):
            self._size.setValue(settings.text_size // TEXT_STEP)
        self._show_size(settings.text_size)
        self._mask.setChecked(settings.mask_names)
        self._away.show_minutes(settings.lock_after)
        self._name.setText(settings.name)
        self._hints.setEnabled(bool(settings.hints_done))
        self._paper.show_paper(settings.paper)
        self._copies.show_choice(
            CopiesChosen(settings.copies_kept, settings.copies_beside, settings.copies_in_data_folder)
        )

    def take_template(self, path: str) -> None:
        """Let a firm's template hold from now on, or none for an empty path."""
        self._change(template=path)

    def show_review(self, shown: Shown) -> None:
        """Settings are the same whatever review is open."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self.theme.px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for group in self._groups:
            group.setDirection(down if is_narrow else across)
            # One above the other, each part is as high as it needs to be.
            for part, share in enumerate(SHARES):
                group.setStretch(part, 0 if is_narrow else share)

    def _build(self) -> None:
        self.setObjectName("settings_page")
        content, column = reading_column(self, self.theme, "settings_area", WIDEST, 2)
        column.addWidget(title(_("Settings"), self.theme, content))
        column.addWidget(muted(_("They are kept on this computer and hold at once."), self.theme, content))
        for words, hint, parts in (
            (
                _("Colours"),
                _("“As on this computer” follows the desktop."),
                self._look_choice(),
            ),
            (_("Text size"), _("Also by Ctrl and + or −."), self._size_choice()),
            (_("On a shared screen"), _shared_hint(), self._mask_choice()),
            (_("When you are away"), _lock_hint(), [self._away]),
            (_("Your name"), _("It signs each line of the change log."), self._name_choice()),
            (_("Paper"), _("Of reports and text documents."), [self._paper]),
            (_("Firm's template"), _template_hint(), [self.template]),
            (_("Hints"), _hints_hint(), [self._hints]),
            (_("Backup copies"), _copies_hint(), [self._copies]),
        ):
            column.addWidget(hairline(content))
            column.addWidget(self._group(words, hint, parts))
        column.addStretch(1)

    def _group(self, words: str, hint: str, parts: Sequence[QWidget]) -> QWidget:
        """What it is at the left, what can be chosen at the right."""
        name = heading(words, self.theme, self)
        name.setBuddy(parts[0])
        said = QVBoxLayout()
        said.setSpacing(self.theme.space(0.5))
        said.addWidget(name)
        said.addWidget(small(hint, self.theme, self))
        chosen = QVBoxLayout()
        chosen.setSpacing(self.theme.space(0.5))
        for part in parts:
            chosen.addWidget(part)
        # A button alone would draw the column together.
        chosen.addSpacerItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed))
        group = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        group.setSpacing(self.theme.space(3))
        group.addLayout(said, SHARES[0])
        group.addLayout(chosen, SHARES[1])
        for column in (said, chosen):
            group.setAlignment(column, Qt.AlignmentFlag.AlignTop)
        group.setContentsMargins(0, 0, 0, 0)
        self._groups.append(group)
        whole = QWidget(self)
        whole.setLayout(group)
        return whole

    def _look_choice(self) -> list[QWidget]:
        words = {
            Look.SYSTEM: _("As on this computer"),
            Look.LIGHT: _("Light"),
            Look.DARK: _("Dark"),
            Look.CONTRAST: _("High contrast, for a weak projector"),
        }
        made: list[QWidget] = []
        for number, look in enumerate(Look):
            choice = QRadioButton(words[look], self)
            choice.setObjectName(f"look_{look.value}")
            self._looks.addButton(choice, number)
            made.append(choice)
        return made

    def _size_choice(self) -> list[QWidget]:
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._size.setObjectName("text_size")
        self._size.setAccessibleName(_("Text size"))
        self._size.setRange(SMALLEST_TEXT // TEXT_STEP, LARGEST_TEXT // TEXT_STEP)
        self._size.setPageStep(2)
        self._size_words.setObjectName("text_size_words")
        return [self._size, self._size_words]

    def _mask_choice(self) -> list[QWidget]:
        self._mask.setObjectName("mask_names")
        return [self._mask]

    def _name_choice(self) -> list[QWidget]:
        self._name.setObjectName("your_name")
        self._name.setAccessibleName(_("Your name"))
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setPlaceholderText(account_name())
        return [self._name, small(_("From the next file that you open."), self.theme, self)]

    def _connect(self) -> None:
        self._hints.clicked.connect(lambda: self._change(hints_done=()))
        self._looks.idClicked.connect(lambda number: self._change(look=list(Look)[number]))
        self._size.sliderMoved.connect(lambda steps: self._show_size(steps * TEXT_STEP))
        self._size.valueChanged.connect(self._change_size)
        self._size.sliderReleased.connect(self._take_size)
        self._pause.timeout.connect(self._take_size)
        self._mask.clicked.connect(lambda is_on: self._change(mask_names=is_on))
        self._away.chosen.connect(lambda minutes: self._change(lock_after=minutes))
        self._copies.chosen.connect(self._change_copies)
        self._paper.chosen.connect(lambda paper: self._change(paper=paper))
        self._name.editingFinished.connect(lambda: self._change(name=clean_name(self._name.text())))

    def _change_size(self, steps: int) -> None:
        """A size is shown in words at once, and takes effect when the mouse is let go or the keys rest."""
        self._show_size(steps * TEXT_STEP)
        if not self._size.isSliderDown():
            self._pause.start()

    def _take_size(self) -> None:
        self._pause.stop()
        self._change(text_size=self._size.value() * TEXT_STEP)

    def _show_size(self, percent: int) -> None:
        self._size_words.setText(_("{n} %").format(n=percent))

    def _change_copies(self, chosen: CopiesChosen) -> None:
        self._change(
            copies_kept=chosen.kept,
            copies_beside=chosen.beside,
            copies_in_data_folder=chosen.in_data_folder,
        )

    def _change(self, **choice: object) -> None:
        changed = replace(self._settings, **choice)  # type: ignore[arg-type]  # one choice of the right kind
        if changed != self._settings:
            self._settings = changed
            self._hints.setEnabled(bool(changed.hints_done))
            self.settings_changed.emit(changed)


def _shared_hint() -> str:
    return _(
        "On the start page and in the window's title. The open client's name stays above its pages. "
        "The window for the room never shows a client's name, a file or a folder."
    )


def _lock_hint() -> str:
    return _(
        "Locking saves what is typed, closes the file and blanks the room's window; the passphrase brings "
        "you back to where you were. It also comes with the screen's own lock where the system says so, and "
        "by Ctrl+Alt+L."
    )


def _hints_hint() -> str:
    return _("A line under each page says what can be done there, until you have done it once.")


def _template_hint() -> str:
    return _(
        "Your firm's name, logo, colours and legal text on reports. The colours of bands stay as they are. "
        "The help page “A firm's template” says how to write one."
    )


def _copies_hint() -> str:
    return _(
        "Encrypted, and made by Plumbline while you work. The first of each of the last days, and restore "
        "points with a name, stay longer."
    )
