"""Shows a help page in the type of the house, with the words that were looked for marked, and on paper."""

from PySide6.QtGui import (
    QFont,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from app.search.folding import marks, words_of
from ui.theme import Theme

WIDEST = 860
FIRST_COLUMN = 34
PAPER_POINTS = 10


class HelpBrowser(QTextBrowser):
    """Markdown in, a calm page out; links are left to whoever listens to `anchorClicked`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("help_text")
        self.setMaximumWidth(theme.px(WIDEST))
        self.setOpenLinks(False)
        self.document().setDocumentMargin(theme.space(2))
        self.document().setDefaultFont(theme.font())

    def show_markdown(self, text: str, words: str) -> None:
        """Show a page from its beginning; `words` are what it is called."""
        self.setMarkdown(text)
        _mend(self.document())
        _loosen_tables(self.document(), self._theme)
        fonts = self._theme.font("heading"), self._theme.font("strong")
        _calm_headings(self.document(), self._theme, *fonts)
        self.setAccessibleName(words)
        self.verticalScrollBar().setValue(0)

    def mark(self, typed: str) -> None:
        """Mark the beginnings of words that were looked for."""
        selections = []
        for at, length in marks(self.toPlainText(), words_of(typed)):
            each = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(at)
            cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(self._theme.color("accent_soft"))
            look.setFontUnderline(True)
            each.cursor, each.format = cursor, look
            selections.append(each)
        self.setExtraSelections(selections)

    def printable(self, text: str) -> QTextDocument:
        """The page for paper: black on white, whatever the look of the window is."""
        document = QTextDocument(self)
        body = QFont(self._theme.font())
        body.setPointSizeF(PAPER_POINTS)
        document.setDefaultFont(body)
        document.setMarkdown(text)
        large, strong = QFont(body), QFont(body)
        large.setPointSizeF(1.6 * PAPER_POINTS)
        strong.setWeight(QFont.Weight.Bold)
        _mend(document)
        _loosen_tables(document, self._theme)
        _calm_headings(document, self._theme, large, strong)
        return document


def _mend(document: QTextDocument) -> None:
    """Put right what Qt's reader of Markdown leaves in tables.

    It keeps the backslash of a bar in code, keeps the heads of a table that has none as an empty row, and
    begins the first cell after a block of code with an empty line.
    """
    found = document.find("\\|")
    while not found.isNull():
        found.insertText("|")
        found = document.find("\\|", found)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _mend_head(frame)


def _mend_head(table: QTextTable) -> None:
    heads = [_whole(table, column) for column in range(table.columns())]
    if not any(head.selectedText().strip() for head in heads):
        table.removeRows(0, 1)
        return
    first = table.cellAt(0, 0).firstCursorPosition()
    if not first.block().text() and first.block() != table.cellAt(0, 0).lastCursorPosition().block():
        first.deleteChar()
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    for column in range(table.columns()):
        _whole(table, column).mergeCharFormat(bold)


def _whole(table: QTextTable, column: int) -> QTextCursor:
    """A cell of the first row, all of it."""
    cell = table.cellAt(0, column)
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _loosen_tables(document: QTextDocument, theme: Theme) -> None:
    """Give the tables air, no lines, and first columns of one width."""
    first = QTextLength(QTextLength.Type.PercentageLength, FIRST_COLUMN)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            look = QTextTableFormat(frame.format().toTableFormat())
            look.setCellPadding(theme.space(0.5))
            look.setCellSpacing(0)
            look.setBorder(0)
            look.setTopMargin(theme.space(0.5))
            look.setBottomMargin(theme.space(1))
            if frame.columns() == 2:
                look.setColumnWidthConstraints([first, QTextLength()])
                look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            frame.setFormat(look)


def _calm_headings(document: QTextDocument, theme: Theme, first: QFont, others: QFont) -> None:
    """Set headings in the type of the house, nearer to what follows: none is larger than the page's title."""
    block = document.firstBlock()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            look = QTextCharFormat()
            look.setFont(first if level == 1 else others)
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.setCharFormat(look)
            room = block.blockFormat()
            room.setTopMargin(0 if level == 1 else theme.space(1.5))
            room.setBottomMargin(theme.space(1 if level == 1 else 0.5))
            QTextCursor(block).setBlockFormat(room)
        block = block.next()
