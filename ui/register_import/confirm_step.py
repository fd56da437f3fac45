"""The last step: what will be done, in sentences, before it is done."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.register_import.summing_up import summary
from ui.register_import.step import Step, Work
from ui.theme import Theme
from ui.widgets.labels import body, muted
from ui.widgets.surfaces import card

WIDEST = 760


class ConfirmStep(Step):
    """Sentences only; the button that writes is the page's own."""

    words = "Import"
    question = "Nothing is written yet"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "import_confirm_step", parent)
        self._sheet = card(theme, self)
        self._lines = QVBoxLayout(self._sheet)
        self._said: tuple[str, ...] = ()
        self._build()

    @property
    def first_field(self) -> QWidget:
        return self

    def show_work(self, work: Work) -> None:
        said = summary(work.found, work.snapshot) if work.found is not None else ()
        if said == self._said:
            return
        self._said = said
        while (taken := self._lines.takeAt(0)) is not None:
            if (gone := taken.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for line in said:
            shown = body(line, self.theme, self._sheet)
            self._lines.addWidget(shown)
            shown.show()

    def _build(self) -> None:
        self._sheet.setMaximumWidth(self.theme.px(WIDEST))
        self._lines.setSpacing(self.theme.space(1))
        self.column.addWidget(self._sheet)
        for words in (
            _("All of it is one step: Undo takes it back, whole."),
            _(
                "How the columns and words are mapped is kept on this computer for the next file with the "
                "same headings, as fingerprints: no word of the file is kept."
            ),
        ):
            aside = muted(words, self.theme, self)
            aside.setMaximumWidth(self.theme.px(WIDEST))
            self.column.addWidget(aside)
        self.column.addStretch(1)
