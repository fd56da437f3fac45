"""Asks what a new review file needs: client, mode, place and passphrase."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.i18n import _
from models.file_names import REVIEW_FILE
from models.values import Mode
from ui.dialogs.frame import DialogFrame
from ui.dialogs.new_passphrase import NewPassphrase
from ui.dialogs.place_field import PlaceField
from ui.file_chooser import FileChooser
from ui.theme import Theme
from ui.widgets.basics import label, small
from ui.widgets.labelled import Labelled
from ui.widgets.remember_box import RememberBox

LONGEST_CLIENT = 300
_NO_PLACE = (_("The place of the file is missing"), _("Choose a folder and a name for the file."))
_FORBIDDEN = '<>:"/\\|?*'


@dataclass(frozen=True, slots=True)
class NewReview:
    """What a new review file is made from; the passphrase is not shown when this is printed."""

    path: Path
    passphrase: str
    client: str = ""
    mode: Mode = Mode.STANDARD
    source: Path | None = None
    is_remembered: bool = False

    def __repr__(self) -> str:
        return "NewReview(...)"


class NewReviewDialog(DialogFrame):
    """Stays open until the file is made. With a `source`, client and mode come from that JSON file."""

    wanted = Signal(object)

    def __init__(
        self, theme: Theme, chooser: FileChooser, source: Path | None = None, parent: QWidget | None = None
    ) -> None:
        title = _("New review file") if source is None else _("Import a review into a new file")
        super().__init__(theme, "new_review", title, _("Make the file"), parent)
        self._chooser = chooser
        self._source = source
        self._client = QLineEdit(self)
        self._modes = QButtonGroup(self)
        self._place = PlaceField(theme, "place", _("Where the file is kept"), self._other_place, self)
        self._passphrase = NewPassphrase(theme, self._known, parent=self)
        self._remember = RememberBox(theme, self)
        self._build_content()
        self._connect()
        self._suggest_place()

    def _build_content(self) -> None:
        if self._source is None:
            self._client.setObjectName("client")
            self._client.setMaxLength(LONGEST_CLIENT)
            self.content.addWidget(Labelled(_("Client"), self._client, self.theme, parent=self))
            self.content.addWidget(self._mode_choice())
        else:
            self._client.hide()
            self.content.addWidget(label(self._source.name, self.theme, tone="muted", parent=self))
        self.content.addWidget(Labelled(_("Where the file is kept"), self._place, self.theme, parent=self))
        self.content.addWidget(self._passphrase)
        forgotten = _(
            "Nobody can open the file without its passphrase: not you, not us. The next step shows a "
            "recovery sheet for your safe."
        )
        self.content.addWidget(small(forgotten, self.theme, self))
        self.content.addWidget(self._remember)
        self._remember.look()

    def _mode_choice(self) -> QWidget:
        words = {
            Mode.EXPRESS: (_("Express"), _("Half a day: 28 questions, with leaders and one practitioner.")),
            Mode.STANDARD: (_("Standard"), _("One to two weeks: all 82 questions, with evidence asked for.")),
            Mode.DEEP: (_("Deep"), _("All 82 questions, with admin screens shown and evidence seen.")),
        }
        choice = QWidget(self)
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, (mode, (name, hint)) in enumerate(words.items()):
            made = QRadioButton(name, choice)
            made.setAccessibleDescription(hint)
            below = small(hint, self.theme, choice)
            below.setContentsMargins(self.theme.px(16) + self.theme.space(2), 0, 0, self.theme.space(0.5))
            made.setObjectName(f"mode_{mode.value}")
            made.setChecked(mode is Mode.STANDARD)
            self._modes.addButton(made, number)
            column.addWidget(made)
            column.addWidget(below)
        return Labelled(_("How deep"), choice, self.theme, parent=self)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self._ask)
        self._client.textEdited.connect(self._suggest_place)
        self._client.textEdited.connect(self._passphrase.judge)
        self._passphrase.edited.connect(self.notice.clear)
        self._remember.changed.connect(self.fit_soon)

    def _suggest_place(self) -> None:
        self.notice.clear()
        name = self._client.text().strip() if self._source is None else self._source.name.split(".")[0]
        kept = "".join(c for c in name if c.isprintable() and c not in _FORBIDDEN).strip(" .")[:80]
        self._place.suggest(self._chooser.folder("review_file") / f"{kept or _('New review')}{REVIEW_FILE}")

    def _other_place(self, place: Path) -> Path | None:
        return self._chooser.file_to_make(self, _("Where to keep the review file"), place)

    def _ask(self) -> None:
        fault, place = self._fault(), self._place.path
        if fault or place is None:
            self.show_refused(*(fault or _NO_PLACE))
            return
        self.set_busy(True)
        mode = tuple(Mode)[self._modes.checkedId()] if self._source is None else Mode.STANDARD
        path = place if place.suffix == REVIEW_FILE else place.with_name(place.name + REVIEW_FILE)
        client = self._client.text().strip()
        words, is_remembered = self._passphrase.passphrase, self._remember.is_on
        self.wanted.emit(NewReview(path, words, client, mode, self._source, is_remembered))

    def _known(self) -> tuple[str, ...]:
        """What anybody would try first: the client's name, and the file's."""
        return (self._client.text(), self._place.path.stem if self._place.path else "")

    def _fault(self) -> tuple[str, str] | None:
        if self._source is None and not self._client.text().strip():
            self._client.setFocus()
            return _("The client's name is missing"), _("Type the name as it shall stand in the report.")
        if self._place.path is None:
            self._place.setFocus()
            return _NO_PLACE
        if self._passphrase.fault:
            self._passphrase.setFocus()
            return self._passphrase.fault, _("Type it twice; nobody can bring it back later.")
        return None
