"""The risk map: two pictures and a list of the same risks, and why each has its band."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.exposure_view import exposure_view
from app.i18n import _
from app.map_view import HEADLINES, heat_view
from app.readiness import answered_line
from app.risk_filter import RiskFilter, matching
from models.risk import Band
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import EmptyState, Notice, label, muted, primary_button, scrolled, title
from ui.widgets.exposure_matrix import ExposureMatrix
from ui.widgets.heat_map import HeatMap, spot_at
from ui.widgets.picture import Picture
from ui.widgets.picture_tools import PictureTools
from ui.widgets.risk_filters import RiskFilters
from ui.widgets.risk_table import RiskTable
from ui.widgets.why_panel import WhyPanel

MATRIX, MAP, LIST = range(3)
WHY_WIDTH, LEAST_HEIGHT = 370, 250
MANY = 12


class RiskMapPage(Page):
    """Shows the risks in three ways. `picture_made` carries a picture's bytes and "png" or "svg" to save."""

    page_id: ClassVar[str] = "risk_map"

    picture_made = Signal(bytes, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Shown | None = None
        self._numbered = HEADLINES
        self._counts = label("", theme, "strong", parent=self)
        self._answered = muted("", theme, self)
        self._notice = Notice(theme, self)
        self._tabs = QTabBar(self)
        self._filters = RiskFilters(theme, self)
        self._matrix = ExposureMatrix(theme, self)
        self._map = HeatMap(theme, self)
        self._table = RiskTable(theme, self)
        self._stack = QStackedWidget(self)
        self._sentence = muted("", theme, self)
        self._empty = EmptyState(theme, "", "", "map", self)
        self._why = WhyPanel(theme, self)
        self._tools = PictureTools(theme, self)
        self._body, self._pictures = QSplitter(self), QWidget(self)
        self._build()
        self._connect()

    def show_review(self, shown: Shown) -> None:
        """Show the risks of this state."""
        self._shown = shown
        self._notice.clear()
        assessment = shown.assessment
        counts = [
            f"{self.theme.bands[band].mark}\u00a0{assessment.counts.get(band, 0)}\u00a0{_(band.value)}"
            for band in reversed(Band)
        ]
        self._counts.setText("    ".join(counts))
        self._answered.setText(answered_line(assessment))
        is_empty = not shown.snapshot.ai_tools
        self._show_empty(is_empty)
        self._filters.show_review(shown.snapshot, assessment)
        self._paint(self._filters.wanted)
        if self._why.risk_id:
            self._show_why(self._why.risk_id)

    def show_place(self, place: str) -> bool:
        """Open the reasons of "risk:ID"."""
        kind, _colon, risk_id = place.partition(":")
        if kind != "risk" or self._shown is None:
            return super().show_place(place)
        if risk_id not in self._shown.assessment.risks_by_id:
            return False
        self._open(place)
        return True

    def show_refused(self, place: str, message: str) -> None:
        self._why.show_refused(message)

    def show_saved(self, path: str) -> None:
        """Say where the picture is."""
        self._notice.show_message(_("Saved."), path, "ok")

    def show_failed(self, title: str, advice: str) -> None:
        """Say why the picture was not saved, and what to do."""
        self._notice.show_message(title, advice)

    def picture(self) -> Picture | None:
        """The picture in view; None while the list is."""
        now = self._stack.currentWidget()
        return now if isinstance(now, Picture) else None

    def _paint(self, wanted: RiskFilter) -> None:
        if self._shown is None:
            return
        snapshot, assessment = self._shown.snapshot, self._shown.assessment
        risks = matching(snapshot, assessment, wanted)
        self._filters.show_count(len(risks), len(assessment.risks))
        match self._tabs.currentIndex():
            case 0:
                view = exposure_view(snapshot, assessment, None if wanted.is_open else risks)
                self._matrix.show_view(view)
            case 1:
                self._map.show_view(heat_view(snapshot, assessment, risks, self._numbered))
            case _:
                self._table.show_risks(snapshot, assessment.risks, risks)

    def _show_tab(self, index: int) -> None:
        if self._tabs.currentIndex() != index:
            self._tabs.setCurrentIndex(index)
            return
        self._stack.setCurrentIndex(index)
        self._tools.setVisible(index != LIST)
        self._tools.show_numbering(index == MAP)
        picture = self.picture()
        self._sentence.setText((picture.accessibleDescription() if picture else "") or self._hint())
        self._sentence.setVisible(index != LIST)
        self._paint(self._filters.wanted)

    def _go_to_tab(self, index: int) -> None:
        self._show_tab(index)
        self._focus_picture(Qt.FocusReason.ShortcutFocusReason)

    def _hint(self) -> str:
        if self._tabs.currentIndex() == MATRIX:
            return _("Point at a cell, or walk with the arrow keys; Enter opens why.")
        return _("Point at a mark, or walk with the arrow keys; Enter opens why.")

    def _open(self, place: str) -> None:
        kind, _colon, rest = place.partition(":")
        if kind == "risk":
            self._show_why(rest)
        elif kind == "cell" and (cell := self._matrix.cell_of(place)) is not None:
            if cell.risk:
                self._show_why(cell.risk)
            else:
                self.link_followed.emit(f"entry:ai_tools/{cell.tool}")
        elif (spot := spot_at(place)) is not None:
            self._filters.show_spot(spot.likelihood, spot.impact)
            self._go_to_tab(LIST)

    def _show_why(self, risk_id: str) -> None:
        shown = self._shown
        if shown is None or risk_id not in shown.assessment.risks_by_id:
            self._close_why()
            return
        risk = shown.assessment.risk(risk_id)
        self._why.show_risk(shown.snapshot, shown.assessment, risk, is_read_only=shown.is_read_only)
        self._map.select(f"risk:{risk_id}")
        if self._why.isHidden():
            self._why.show()
            width, wide = self._body.width(), self.theme.px(WHY_WIDTH)
            self._pictures.setVisible(width >= 2 * wide)
            self._body.setSizes([width - wide, wide])

    def _close_why(self) -> None:
        self._why.flush()
        self._why.hide()
        self._pictures.show()
        self._focus_picture(Qt.FocusReason.OtherFocusReason)

    def _focus_picture(self, reason: Qt.FocusReason) -> None:
        if (now := self._stack.currentWidget()) is not None:
            now.setFocus(reason)

    def _follow(self, place: str) -> None:
        if place.startswith("risk:"):
            self._open(place)
        else:
            self.link_followed.emit(place)

    def _show_empty(self, is_empty: bool) -> None:
        self._empty.setVisible(is_empty)
        for part in (self._body, self._counts):
            part.setVisible(not is_empty)
        self._filters.setVisible(not is_empty)

    def _zoom(self, factor: float) -> None:
        if (picture := self.picture()) is not None:
            picture.zoom_by(factor)

    def _fit(self) -> None:
        if (picture := self.picture()) is not None:
            picture.fit()

    def _copy(self) -> None:
        if (picture := self.picture()) is not None:
            picture.copy()
            self._notice.show_message(_("The picture is on the clipboard."), "", "ok")

    def _save(self, suffix: str) -> None:
        if (picture := self.picture()) is not None:
            self.picture_made.emit(picture.png() if suffix == "png" else picture.svg(), suffix)

    def _number(self, more: bool) -> None:
        self._numbered = MANY if more else HEADLINES
        self._paint(self._filters.wanted)

    def _build(self) -> None:
        self.setObjectName("risk_map_page")
        space = self.theme.space
        for widget in (self._matrix, self._map, self._table):
            self._stack.addWidget(widget)
        self._stack.setMinimumSize(QSize(self.theme.px(240), self.theme.px(LEAST_HEIGHT)))
        self._sentence.setMinimumHeight(self._sentence.fontMetrics().lineSpacing() * 2)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body.setChildrenCollapsible(False)
        self._fill_pictures()
        self._body.addWidget(self._pictures)
        self._body.addWidget(self._why)
        self._body.setStretchFactor(0, 1)
        self._why.hide()
        content = QWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, "risk_map_scroll", self))
        column = QVBoxLayout(content)
        column.setContentsMargins(space(3), space(2), space(3), space(1))
        column.setSpacing(space(1))
        column.addLayout(self._head())
        column.addWidget(self._notice)
        column.addWidget(self._filters)
        column.addWidget(self._empty)
        column.addWidget(self._body, 1)
        column.addStretch(0)
        self._teach()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self.theme.space(3))
        name = title(_("Risk map"), self.theme, self)
        name.setWordWrap(False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._counts)
        words.addWidget(self._answered)
        head.addWidget(name)
        head.addLayout(words, 1)
        return head

    def _fill_pictures(self) -> None:
        for words in (_("Exposure (1)"), _("Likelihood × impact (2)"), _("List (3)")):
            self._tabs.addTab(words)
        self._tabs.setObjectName("map_tabs")
        self._tabs.setAccessibleName(_("How to show the risks"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        bar = QHBoxLayout()
        bar.addWidget(self._tabs, 1)
        bar.addWidget(self._tools)
        column = QVBoxLayout(self._pictures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.space(1))
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._sentence)

    def _teach(self) -> None:
        self._empty.show_words(
            _("The map draws itself from the registers"),
            _(
                "List the AI tools and the systems they reach, and say what each can see, infer, store, "
                "change or trigger. Each tool becomes a column here, each system a row; what nobody "
                "knows gets a question mark and widens the range of the risk."
            ),
        )
        add = primary_button(_("Go to the registers"), self.theme, "table-2", "go_to_registers", self)
        add.clicked.connect(lambda: self.link_followed.emit("page:registers"))
        self._empty.add_action(add)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._show_tab)
        self._filters.changed.connect(self._paint)
        for picture in (self._matrix, self._map):
            picture.opened.connect(self._open)
            picture.pointed.connect(lambda words: self._sentence.setText(words or self._hint()))
        self._table.opened.connect(self._open)
        self._tools.numbered.connect(self._number)
        self._tools.zoomed.connect(self._zoom)
        self._tools.fitted.connect(self._fit)
        self._tools.copy_wanted.connect(self._copy)
        self._tools.saving_wanted.connect(self._save)
        self._why.followed.connect(self._follow)
        self._why.edit_made.connect(self.edit_made)
        self._why.closed.connect(self._close_why)
        for index in range(3):
            self._shortcut(str(index + 1), partial(self._go_to_tab, index))
        self._shortcut("/", self._filters.focus_words)
        self._tabs.setCurrentIndex(MAP)

    def _shortcut(self, key: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
