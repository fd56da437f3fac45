"""All questions of a section in a list, with answer, evidence and note to be changed in place."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from app.answering import GRADES, Answering
from app.i18n import _
from app.offers import Offer
from app.standing import Standing, answer_words
from models.pack import QuestionKind
from models.snapshot import Snapshot
from models.values import AnswerState, EvidenceGrade, YesPartlyNo, words
from ui.theme import Theme
from ui.widgets.choice_table import CHOICES, VALUE, ChoiceTable
from ui.widgets.evidence_row import GRADE_WORDS
from ui.widgets.question_card import INSET

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
QUESTION, ANSWER, EVIDENCE, NOTE = range(4)
_WIDTHS = {QUESTION: 280, ANSWER: 168, EVIDENCE: 152, NOTE: 200}
_NAMES_WIDTH = 80
_SHARES = {QUESTION: 3, NOTE: 2}


class QuestionListModel(QAbstractTableModel):
    """Rows are questions. The three signals carry a question's id and what was chosen for it."""

    answer_chosen = Signal(str, object)
    evidence_chosen = Signal(str, object)
    note_given = Signal(str, str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standings: tuple[Standing, ...] = ()
        self._answerings: tuple[Answering, ...] = ()
        self._can_edit = True

    def show_questions(
        self,
        snapshot: Snapshot,
        standings: Sequence[Standing],
        speakers: Sequence[str | None],
        *,
        can_edit: bool,
    ) -> None:
        """Show questions with the person speaking for each."""
        ids = [standing.question.id for standing in standings]
        is_new = ids != [standing.question.id for standing in self._standings] or can_edit != self._can_edit
        if is_new:
            self.beginResetModel()
        self._can_edit = can_edit
        self._standings = tuple(standings)
        self._answerings = tuple(
            Answering(snapshot, standing.question, speaker)
            for standing, speaker in zip(standings, speakers, strict=True)
        )
        if is_new:
            self.endResetModel()
        elif ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, NOTE))

    def question_at(self, row: int) -> str:
        """The id of the question in a row."""
        return self._standings[row].question.id

    def row_of(self, question_id: str) -> int:
        """The row of a question; -1 if it is not shown."""
        ids = [standing.question.id for standing in self._standings]
        return ids.index(question_id) if question_id in ids else -1

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._standings)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(_WIDTHS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_choice = index.column() != ANSWER or bool(self._answers(self._standings[index.row()]))
        can_edit = self._can_edit and index.column() != QUESTION and is_choice
        return flags | Qt.ItemFlag.ItemIsEditable if can_edit else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words(row, column) or _("nothing noted")
            case Qt.ItemDataRole.ToolTipRole:
                return self._words(row, column) or None
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.color("muted" if self._is_quiet(row, column) else "text")
            case _ if role == CHOICES:
                return self._offers(row, column)
            case _ if role == VALUE:
                return self._value(row, column)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not isinstance(value, Offer) or not index.isValid() or not self.flags(index) & _EDITABLE:
            return False
        question = self.question_at(index.row())
        if value.value == self._value(index.row(), index.column()):
            return True
        if index.column() == ANSWER:
            self.answer_chosen.emit(question, value.value)
        elif index.column() == EVIDENCE:
            self.evidence_chosen.emit(question, value.value or EvidenceGrade.NONE)
        else:
            self.note_given.emit(question, str(value.value or ""))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return (_("Question"), _("Answer"), _("Evidence"), _("Note"))[section]
        return self.question_at(section) if section < len(self._standings) else None

    def _words(self, row: int, column: int) -> str:
        standing, answering = self._standings[row], self._answerings[row]
        own = answering.answer
        match column:
            case 0:
                return standing.question.text
            case 1:
                return self._answer_words(standing, answering)
            case 2:
                return _(GRADE_WORDS[(own and own.evidence) or EvidenceGrade.NONE])
            case _:
                return (own and own.note) or ""

    def _answer_words(self, standing: Standing, answering: Answering) -> str:
        if standing.question.is_register_driven and standing.state is not AnswerState.NOT_APPLICABLE:
            state = standing.state is AnswerState.NOT_ASKED
            return _("Open, in the register") if state else _("In the register")
        if standing.effective.is_disputed and standing.highest is not None:
            low, high = (answer_words(standing.question, a) for a in (standing.counting[0], standing.highest))
            return _("{low} (to {high})").format(low=low, high=high)
        shown = answer_words(standing.question, answering.answer or next(iter(standing.answers), None))
        if standing.is_settled:
            return _("{answer}, agreed").format(answer=shown)
        return _("{answer}, to confirm").format(answer=shown) if standing.is_to_confirm else shown

    def _is_quiet(self, row: int, column: int) -> bool:
        standing = self._standings[row]
        if column == ANSWER:
            return standing.state is AnswerState.NOT_ASKED
        own = self._answerings[row].answer
        return column == EVIDENCE and ((own and own.evidence) or EvidenceGrade.NONE) is EvidenceGrade.NONE

    def _offers(self, row: int, column: int) -> tuple[Offer, ...]:
        if column == EVIDENCE:
            return tuple(Offer(grade, _(GRADE_WORDS[grade])) for grade in GRADES)
        return self._answers(self._standings[row]) if column == ANSWER else ()

    def _answers(self, standing: Standing) -> tuple[Offer, ...]:
        question = standing.question
        none = Offer(None, _(words(AnswerState.NOT_ASKED)))
        unknown = Offer(AnswerState.UNKNOWN, _(words(AnswerState.UNKNOWN)))
        match question.kind:
            case QuestionKind.MATURITY:
                levels = tuple(Offer(n, f"{n}  {text}") for n, text in enumerate(question.levels))
                return (none, *levels, unknown)
            case QuestionKind.YES_PARTLY_NO:
                return (none, *(Offer(value, _(words(value))) for value in YesPartlyNo), unknown)
            case _:
                return ()

    def _value(self, row: int, column: int) -> object:
        own = self._answerings[row].answer
        match column:
            case 1 if own is not None:
                return AnswerState.UNKNOWN if own.state is AnswerState.UNKNOWN else own.value
            case 2:
                return (own and own.evidence) or EvidenceGrade.NONE
            case 3:
                return (own and own.note) or ""
            case _:
                return None


_EDITABLE = Qt.ItemFlag.ItemIsEditable


class QuestionList(QWidget):
    """The list of a section. `question_opened` carries the id of the question to be shown large.

    `question_reached` carries the one that the cursor has come to.
    """

    question_opened = Signal(str)
    question_reached = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = QuestionListModel(theme, self)
        self.table = ChoiceTable(theme, "question_list", _("Questions of this section"), self)
        self._build()

    def show_questions(
        self,
        snapshot: Snapshot,
        standings: Sequence[Standing],
        speakers: Sequence[str | None],
        *,
        can_edit: bool,
    ) -> None:
        """Show the questions of a section."""
        self.model.show_questions(snapshot, standings, speakers, can_edit=can_edit)
        self.table.resizeRowsToContents()

    def show_here(self, question_id: str) -> None:
        """Set the cursor on a question."""
        row = self.model.row_of(question_id)
        if row >= 0 and self.table.currentIndex().row() != row:
            self.table.setCurrentIndex(self.model.index(row, ANSWER))
        self.table.horizontalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between question and note; where there is not enough, the list scrolls."""
        super().resizeEvent(event)
        names = self.table.verticalHeader().width()
        widths = {column: self._theme.px(width) for column, width in _WIDTHS.items()}
        spare = max(self.table.width() - names - sum(widths.values()) - self._theme.space(3), 0)
        for column, width in widths.items():
            more = spare * _SHARES.get(column, 0) // sum(_SHARES.values())
            self.table.setColumnWidth(column, width + more)
        self.table.resizeRowsToContents()

    def _build(self) -> None:
        self.table.setModel(self.model)
        self.table.verticalHeader().setFixedWidth(self._theme.px(_NAMES_WIDTH))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.row_opened.connect(lambda row: self.question_opened.emit(self.model.question_at(row)))
        self.table.left.connect(self.left)
        self.table.selectionModel().currentRowChanged.connect(self._tell_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET, 0, 0, 0)
        column.addWidget(self.table)

    def _tell_row(self, row: QModelIndex) -> None:
        if row.isValid() and self.table.hasFocus():
            self.question_reached.emit(self.model.question_at(row.row()))
