"""The import page: six steps, one at a time, and nothing written before the last."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import _
from app.register_import import IMPORTED, Outcome
from app.register_import.wording import count_words
from models.values import RegisterName
from ui.navigation import REGISTERS
from ui.page import Page, Shown
from ui.register_import.check_step import CheckStep
from ui.register_import.columns_step import ColumnsStep
from ui.register_import.confirm_step import ConfirmStep
from ui.register_import.file_step import FileStep
from ui.register_import.footer import Footer
from ui.register_import.reading_step import ReadingStep
from ui.register_import.step import Step, Work
from ui.register_import.step_line import StepLine
from ui.register_import.step_table import StepTable
from ui.register_import.values_step import ValuesStep
from ui.theme import Theme
from ui.widgets.busy_row import BusyRow
from ui.widgets.labels import title
from ui.widgets.notice import Notice
from ui.widgets.surfaces import scrolled

FILE = 0


class ImportPage(Page):
    """Shows a draft and tells what the person wants of it; files and jobs are the window's.

    `draft_changed` carries the draft as wanted, `reading_wanted` how to read the file instead.
    """

    page_id: ClassVar[str] = "import"

    file_wanted = Signal()
    reading_wanted = Signal(object)
    draft_changed = Signal(object)
    review_changed = Signal()
    loading_wanted = Signal()
    saving_wanted = Signal()
    stop_wanted = Signal()
    import_wanted = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.register: RegisterName | None = None
        self.furthest = FILE
        self._work: Work | None = None
        self._shown: Shown | None = None
        self._is_busy = self._goes_on = False
        self.file_step = FileStep(theme, self)
        self.reading_step, self.columns_step = ReadingStep(theme, self), ColumnsStep(theme, self)
        self.steps: tuple[Step, ...] = (
            self.file_step, self.reading_step, self.columns_step, ValuesStep(theme, self),
            CheckStep(theme, self), ConfirmStep(theme, self),
        )  # fmt: skip
        self._line = StepLine(theme, [_(step.words) for step in self.steps], self)
        self._question = title("", theme, self)
        self.notice, self.busy = Notice(theme, self), BusyRow(theme, self)
        self._stack, self.footer = QStackedWidget(self), Footer(theme, self)
        self._build()
        self._connect()

    @property
    def step(self) -> int:
        """The number of the step in view, counted from 0."""
        return self._stack.currentIndex()

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or looked at."""
        return self._is_busy

    @property
    def shown(self) -> Shown:
        """The review shown."""
        assert self._shown is not None  # noqa: S101  (pages are shown before they are used)
        return self._shown

    def show_review(self, shown: Shown) -> None:
        self._shown = shown
        self._show_footer()
        self.review_changed.emit()

    def show_place(self, place: str) -> bool:
        """Places: "import:REGISTER", from where a register is to be filled."""
        register = place.partition(":")[2]
        if self._work is None and register in {name.value for name in IMPORTED}:
            self.register = RegisterName(register)
        self._start_step()
        return True

    def show_nothing(self) -> None:
        """No file has been chosen, or the import is over."""
        self._work = None
        self.furthest = FILE
        self.notice.clear()
        self.file_step.show_nothing()
        self.show_step(FILE)

    def show_work(self, work: Work) -> None:
        """Show the draft as it stands, and what importing it would do if that is known already.

        Steps out of view hear of it when they are opened: a list of thousands is not laid out for nobody.
        """
        self._work = work
        self.steps[self.step].show_work(work)
        self._show_footer()

    def show_busy(self, words: str) -> None:
        """Something has begun beside the window."""
        self._is_busy = True
        self.busy.begin(words, can_be_stopped=True)

    def show_writing(self, words: str) -> None:
        """What happens now holds the window up, and cannot be stopped."""
        self._is_busy = True
        self.busy.show_now(words)

    def show_rest(self) -> None:
        """It has ended; if the person wanted to go on meanwhile, go on now."""
        self._is_busy = False
        self.busy.end()
        goes_on, self._goes_on = self._goes_on, False
        if goes_on:
            self.go_on()

    def show_problem(self, words: str, advice: str, kind: str = "danger") -> None:
        """Say in place what does not work, and what to do."""
        self._goes_on = False
        self.notice.show_message(words, advice, kind)

    def show_step(self, step: int) -> None:
        """Bring a step into view."""
        self._stack.setCurrentIndex(step)
        self.furthest = max(self.furthest, step)
        self._question.setText(_(self.steps[step].question))
        self._line.show_step(step, self.furthest if self._work is not None else FILE)
        if self._work is not None:
            self.steps[step].show_work(self._work)
        self.steps[step].open()
        self._show_footer()
        self._start_step()

    def go_on(self) -> None:
        """Go to the next step, or say why not; from the last one, import."""
        if self._is_busy:
            self._goes_on = True
            return
        if self._work is None or self._is_refused(self._work, self.step):
            return
        if self.step == len(self.steps) - 1:
            self.import_wanted.emit()
        else:
            self.notice.clear()
            self.show_step(self.step + 1)

    def go_back(self) -> None:
        """Go to the step before; from the first one, leave the page. What was said so far stays."""
        self.notice.clear()
        if self.step == FILE:
            self.link_followed.emit(f"register:{self.register}" if self.register else f"page:{REGISTERS}")
        else:
            self.show_step(self.step - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What fields and grids leave: Enter goes on, or presses the button that has the cursor.
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.go_on()
        else:
            super().keyPressEvent(event)

    def _is_refused(self, work: Work, last: int) -> bool:
        """Whether one of the steps up to `last` is still open; then say so where it is."""
        for number, step in enumerate(self.steps[: last + 1]):
            if (why := step.why_not(work)) is not None:
                if number != self.step:
                    self.show_step(number)
                self.show_problem(*why, "warn")
                return True
        return False

    def _go_to(self, step: int) -> None:
        """Go to a step by the line: back at once, on only past steps that are done."""
        self._line.show_step(self.step, self.furthest)
        if self._work is None or step == self.step:
            return
        if step < self.step or not self._is_refused(self._work, step - 1):
            self.notice.clear()
            self.show_step(step)

    def _show_footer(self) -> None:
        is_last = self.step == len(self.steps) - 1
        words = _("Next")
        if is_last and self._work is not None and self._work.found is not None:
            added = len(self._work.found.numbers(Outcome.ADD))
            things = count_words(self._work.found.register, added)
            words = _("Import {things}").format(things=things) if added else _("Import")
        is_locked = self._shown is not None and self._shown.is_read_only
        self.footer.show_step(
            words, has_back=self.step > FILE, can_go_on=self._work is not None and not (is_last and is_locked)
        )
        self.footer.show_keys(has_grid=isinstance(self.steps[self.step].first_field, StepTable))

    def _start_step(self) -> None:
        """Put the cursor where the step begins."""
        step = self.steps[self.step]
        first = step.first_field
        target = self.footer.go_on if first is step else first
        self.setFocusProxy(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setObjectName("import_page")
        space = self.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(1.5))
        for part in (self._line, self._question, self.notice, self.busy):
            column.addWidget(part)
        for step in self.steps:
            area: QScrollArea = scrolled(step, f"{step.objectName()}_area", self._stack)
            self._stack.addWidget(area)
        column.addWidget(self._stack, 1)
        column.addWidget(self.footer)
        self.show_nothing()

    def _connect(self) -> None:
        self._line.chosen.connect(self._go_to)
        self.busy.stopped.connect(self.stop_wanted)
        self.footer.wanted.connect(self.go_on)
        self.footer.back_wanted.connect(self.go_back)
        self.footer.given_up.connect(self.given_up)
        self.file_step.file_wanted.connect(self.file_wanted)
        self.reading_step.reading_wanted.connect(self.reading_wanted)
        self.columns_step.loading_wanted.connect(self.loading_wanted)
        self.columns_step.saving_wanted.connect(self.saving_wanted)
        for step in self.steps:
            step.changed.connect(self.draft_changed)
            step.left.connect(self.go_back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.go_on)
