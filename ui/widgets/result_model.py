"""The rows of a list of results: headings, and under each what was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.i18n import _
from app.search import OWN_TEXTS, Found, Hit, Marks

ROW = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The words over a group of results."""

    words: str


class ResultModel(QAbstractListModel):
    """Headings can be neither reached nor chosen; everything is also said in one line of words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Heading | Hit, ...] = ()
        self.hides_words = False

    def show(self, found: Sequence[Found]) -> None:
        """Show these results."""
        self.beginResetModel()
        rows: list[Heading | Hit] = []
        for each in found:
            rows += [Heading(_heading(each)), *each.hits]
        self.rows = tuple(rows)
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """What was found in a row; None for a heading, and beyond either end."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Hit) else None

    def hide_words(self, hides: bool) -> None:
        """Say only that a text has the words, and not which."""
        self.layoutAboutToBeChanged.emit()
        self.hides_words = hides
        self.layoutChanged.emit()

    def spoken(self, row: int) -> str:
        """A row in one line: label, kind, why it cannot be chosen, key, and the text that has the words."""
        hit = self.hit(row)
        if hit is None:
            return ""
        text, _marks = text_of(hit, hides_words=self.hides_words)
        return ", ".join(filter(None, (hit.item.label, hit.item.kind, hit.item.why_not, hit.item.key, text)))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.hit(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.words if isinstance(row, Heading) else self.spoken(index.row())
        return None


def text_of(hit: Hit, *, hides_words: bool) -> tuple[str, Marks]:
    """The text that has the words, with their places in it; nothing where id and title say it all.

    Where words are hidden, of what somebody typed only that it has them.
    """
    excerpt = hit.excerpt
    if excerpt is None:
        return "", ()
    if hides_words and hit.item.group not in OWN_TEXTS:
        return _("{field}: has these words").format(field=excerpt.label), ()
    begin = _("{field}: ").format(field=excerpt.label) if excerpt.label else ""
    return begin + excerpt.text, tuple((at + len(begin), length) for at, length in excerpt.marks)


def _heading(found: Found) -> str:
    if found.total > len(found.hits):
        words = _("{heading}: {n} of {total}")
        return words.format(heading=found.heading, n=len(found.hits), total=found.total)
    return _("{heading}: {n}").format(heading=found.heading, n=found.total)
