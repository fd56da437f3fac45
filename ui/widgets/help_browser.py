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
        _loosen_tables(self.document(), self._theme)
        _calm_headings(self.document(), self._theme.font("heading"), self._theme.font("strong"))
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
        _loosen_tables(document, self._theme)
        _calm_headings(document, large, strong)
        return document


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


def _calm_headings(document: QTextDocument, first: QFont, others: QFont) -> None:
    """Set headings in the type of the house: none is larger than the page's title."""
    block = document.firstBlock()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            look = QTextCharFormat()
            look.setFont(first if level == 1 else others)
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.setCharFormat(look)
        block = block.next()
