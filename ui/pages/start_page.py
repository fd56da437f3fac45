"""The start page: what Plumbline does, and the ways to a review file."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.demo_client import DEMO_CLIENT, DEMO_PASSPHRASE
from app.i18n import _
from app.initials import initials
from app.recent import RecentFile
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.buttons import button, primary_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.icons import pixmap
from ui.widgets.labels import heading, label, muted, small, strong
from ui.widgets.notice import Notice
from ui.widgets.recent_list import RecentList
from ui.widgets.start_picture import StartPicture
from ui.widgets.surfaces import card, scrolled

NARROW = 1000
BRAND_WIDTH, WIDEST_BRAND, BRAND_SHARE = 480, 640, 0.36
WIDEST_COLUMN = 640
_ANY_WIDTH = 16_777_215


class StartPage(Page):
    """Recent files, a new one, one to open, the demo. `action_wanted` carries an action's name."""

    page_id: ClassVar[str] = "start"

    action_wanted = Signal(str)
    file_chosen = Signal(object)
    file_forgotten = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._recent = RecentList(theme, self)
        self._picture = StartPicture(theme, self)
        self._left_open = Notice(theme, self, can_be_hidden=False)
        self._brand = QWidget(self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._recent.chosen.connect(self.file_chosen)
        self._recent.forgotten.connect(self.file_forgotten)

    def show_recent(self, files: Sequence[RecentFile], *, is_masked: bool) -> None:
        """Show the files opened last, with or without their names."""
        self._recent.show_files(files, is_masked=is_masked)

    def show_left_open(self, path: Path | None, *, is_masked: bool) -> None:
        """Offer to go on with a file that was open when the program ended without closing it."""
        if path is None:
            self._left_open.clear()
            return
        name = initials(path.stem) if is_masked else path.stem
        self._left_open.show_message(
            _("Plumbline ended while {file} was open.").format(file=name),
            _("Every answer that was saved is in it."),
            "info",
        )
        self._left_open.offer(_("Go on where you were"), lambda: self.file_chosen.emit(path))

    def show_review(self, shown: Shown) -> None:
        """The start page is the same whatever review is open."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < self.theme.px(NARROW)
        # Where there is no room for both halves, the ways to a file come first.
        up, across = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(up if is_narrow else across)
        self._picture.setVisible(not is_narrow)
        wanted = max(self.theme.px(BRAND_WIDTH), round(self.width() * BRAND_SHARE))
        self._brand.setMinimumWidth(0 if is_narrow else min(wanted, WIDEST_BRAND))
        self._brand.setMaximumWidth(_ANY_WIDTH if is_narrow else min(wanted, WIDEST_BRAND))
        super().resizeEvent(event)

    def _build(self) -> None:
        self.setObjectName("start_page")
        self._left_open.setObjectName("left_open")
        content = QWidget(self)
        content.setLayout(self._halves)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._fill_brand()
        self._halves.addWidget(self._ways(), 1)
        self._halves.insertWidget(0, self._brand)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(content, "start_area", self))
        # A new file is the first thing that the keys get to, and not the button that shows clients' names.
        self._recent.come_after(self._last_way)

    def _fill_brand(self) -> None:
        """What it is, on the ground of the navigation."""
        brand, space = self._brand, self.theme.space
        brand.setObjectName("start_brand")
        brand.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = QVBoxLayout(brand)
        lines.setContentsMargins(space(6), space(6), space(4), space(4))
        lines.setSpacing(space(1))
        lines.addLayout(self._name(brand))
        lines.addWidget(
            heading(_("Shows whether the AI inside a marketing stack stands true."), self.theme, brand)
        )
        lines.addSpacing(space(2))
        lines.addStretch(1)
        lines.addWidget(self._picture)
        lines.addStretch(1)
        lines.addSpacing(space(2))
        for number, words in enumerate(_teaching(), start=1):
            lines.addLayout(self._step(number, words, brand))
        lines.addSpacing(space(2))
        stays = _("Everything stays on this computer. Plumbline never uses a network.")
        lines.addWidget(small(stays, self.theme, brand))

    def _name(self, parent: QWidget) -> QHBoxLayout:
        mark = QLabel(parent)
        mark.setPixmap(pixmap("plumbline", self.theme, "rail_text", 36))
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(1))
        row.addWidget(mark)
        row.addWidget(label(_("Plumbline"), self.theme, "title", parent=parent), 1)
        return row

    def _step(self, number: int, words: str, parent: QWidget) -> QHBoxLayout:
        figure = strong(str(number), self.theme, parent)
        figure.setFixedWidth(self.theme.px(20))
        row = QHBoxLayout()
        row.setSpacing(self.theme.space(1))
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, self.theme, parent=parent), 1)
        return row

    def _ways(self) -> QWidget:
        """The ways to a review, in a column that can be taken in at a glance."""
        side, space = QWidget(self), self.theme.space
        column = QWidget(side)
        column.setMaximumWidth(self.theme.px(WIDEST_COLUMN))
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(space(2))
        lines.addWidget(label(_("Begin or go on"), self.theme, "title", parent=column))
        lines.addWidget(self._left_open)
        lines.addWidget(self._buttons(column))
        lines.addSpacing(space(2))
        lines.addWidget(self._recent)
        lines.addSpacing(space(2))
        lines.addWidget(self._demo(column))
        page = QVBoxLayout(side)
        page.setContentsMargins(space(6), space(2), space(6), space(4))
        page.setSpacing(space(1))
        page.addLayout(self._corner(side))
        # A little above the middle, where eyes rest.
        page.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        page.addLayout(middle)
        page.addStretch(2)
        return side

    def _corner(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for name, words, icon_name in (
            ("settings", _("Settings"), "settings"),
            ("help", _("Help"), "circle-question-mark"),
        ):
            way = quiet_button(words, self.theme, icon_name, f"start_{name}", parent)
            way.clicked.connect(lambda _checked=False, name=name: self.link_followed.emit(f"page:{name}"))
            row.addWidget(way)
        return row

    def _buttons(self, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        flow = FlowLayout(row, spacing=self.theme.space(1))
        for name, made in (
            ("new_file", primary_button(_("New review file…"), self.theme, "file-plus-2", parent=row)),
            ("open_file", button(_("Open…"), self.theme, "folder-open", parent=row)),
            ("import_json", quiet_button(_("Import a review (JSON)…"), self.theme, "upload", parent=row)),
        ):
            self._offer(name, made)
            flow.addWidget(made)
        self._last_way = made
        return row

    def _demo(self, parent: QWidget) -> QWidget:
        sheet = card(self.theme, parent)
        words = _(
            "{client} is made up. Its file is made anew each time, with the passphrase “{passphrase}”."
        ).format(client=DEMO_CLIENT, passphrase=DEMO_PASSPHRASE)
        tried = button(_("Try the demo client"), self.theme, "play", parent=sheet)
        self._offer("open_demo", tried)
        lines = QVBoxLayout(sheet)
        lines.setSpacing(self.theme.space(1))
        lines.addWidget(strong(_("Look around first"), self.theme, sheet))
        lines.addWidget(muted(words, self.theme, sheet))
        lines.addWidget(tried)
        return sheet

    def _offer(self, name: str, way: QPushButton) -> None:
        way.setObjectName(f"start_{name}")
        way.clicked.connect(lambda: self.action_wanted.emit(name))


def _teaching() -> tuple[str, ...]:
    return (
        _("List what runs: the AI tools, what each can see and change, who owns it, who sold it."),
        _("Ask seven sections of questions. “We don't know” is an answer, and widens the risk."),
        _("Read the risk map as it forms, fix first what matters most, and hand over a PDF."),
    )
