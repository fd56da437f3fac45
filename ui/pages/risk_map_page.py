"""The risk map: two pictures and a list of the same risks, and why each has its band."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.edits import Edit
from app.exposure_view import exposure_view
from app.i18n import _
from app.kept_actions import kept_words
from app.map_sheet import SheetWords, sheet_words
from app.map_view import HEADLINES, Stage, heat_view
from app.reasons import band_reasons
from app.risk_filter import RiskFilter, matching
from models.risk import Band
from models.values import RegisterName
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.ask_list import AskList
from ui.widgets.basics import Notice, muted, scrolled
from ui.widgets.current_risk import current_risk
from ui.widgets.exposure_matrix import ExposureMatrix
from ui.widgets.first_keys import FirstKeys
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.heat_map import HeatMap, spot_at
from ui.widgets.key_tabs import add_key_tabs
from ui.widgets.least_height import LeastHeight
from ui.widgets.map_head import MapHead
from ui.widgets.map_looks import MapLooks
from ui.widgets.map_teaching import nothing_found, nothing_listed
from ui.widgets.page_keys import on_key
from ui.widgets.picture import Picture
from ui.widgets.picture_actions import PictureActions
from ui.widgets.picture_tools import PictureTools
from ui.widgets.risk_filters import RiskFilters
from ui.widgets.risk_table import RiskTable
from ui.widgets.why_drawer import WhyDrawer

MATRIX, MAP, LIST, ASK, NONE = range(5)
# The entries behind the names of the matrix; what is outside the systems has none.
NAMES = {"tool": RegisterName.AI_TOOLS, "system": RegisterName.SYSTEMS}
WHY_WIDTH, LEAST_HEIGHT = 370, 250
MANY = 12


class RiskMapPage(Page):
    """Shows the risks in three ways.

    `picture_made` carries a picture's bytes and "png" or "svg" to save, `printing_wanted` picture sheets.
    """

    page_id: ClassVar[str] = "risk_map"

    picture_made = Signal(bytes, str)
    printing_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Shown | None = None
        self._numbered = HEADLINES
        self._head = MapHead(theme, self)
        self._notice = Notice(theme, self)
        self._tabs = QTabBar(self)
        self._filters = RiskFilters(theme, self)
        self._matrix, self._map = ExposureMatrix(theme, self), HeatMap(theme, self)
        self._table, self._ask = RiskTable(theme, self), AskList(theme, self)
        self._stack = QStackedWidget(self)
        self._sentence = muted("", theme, self)
        self._empty, self._add = nothing_listed(theme, self)
        self._none, self._show_all = nothing_found(theme, self)
        self._why = WhyDrawer(theme, self)
        self._looks, self._tools = MapLooks(theme, self), PictureTools(theme, self)
        self._actions = PictureActions(self._tools, self._shown_picture, self)
        self._body, self._pictures = QSplitter(self), QWidget(self)
        self._build()
        self._connect()

    @property
    def place(self) -> str:
        """The risk whose reasons are open."""
        return "" if self._why.isHidden() or not self._why.risk_id else f"risk:{self._why.risk_id}"

    def show_review(self, shown: Shown) -> None:
        """Show the risks of this state."""
        self._shown = shown
        self._notice.clear()
        is_empty = not shown.snapshot.ai_tools
        self._head.show_review(shown.snapshot, shown.assessment, is_empty=is_empty)
        self._show_empty(is_empty)
        self._filters.show_review(shown.snapshot, shown.assessment)
        self._paint(self._filters.wanted)
        if self._why.risk_id:
            self._show_why(self._why.risk_id)
        elif self._why.band is not None:
            self._explain_band(self._why.band)

    def show_place(self, place: str) -> bool:
        """Open the reasons of "risk:ID"; with "/" and a field after it, the decision at that field."""
        kind, _colon, rest = place.partition(":")
        if kind != "risk" or self._shown is None:
            return super().show_place(place)
        risk_id, _slash, field = rest.partition("/")
        if risk_id not in self._shown.assessment.risks_by_id:
            return False
        self._show_why(risk_id)
        if field:
            self._why.open_decision(field)
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
        self._head.show_band(wanted.band)
        is_left_empty = not risks and not wanted.is_open
        self._stack.setCurrentIndex(NONE if is_left_empty else self._tabs.currentIndex())
        self._sentence.setVisible(self.picture() is not None)
        match self._tabs.currentIndex():
            case 0:
                given = None if wanted.is_open else risks
                view = exposure_view(snapshot, assessment, given, self._looks.order)
                self._looks.show_gaps(are_there=view.has_gaps)
                self._matrix.show_view(view.without_gaps() if self._looks.hides_gaps else view)
            case 1:
                stage = self._looks.stage
                self._map.show_view(heat_view(snapshot, assessment, risks, self._numbered, stage))
            case 2:
                self._table.show_risks(snapshot, assessment.risks, risks)
            case _:
                ids = None if wanted.is_open else [risk.id for risk in risks]
                self._ask.show_review(snapshot, assessment, ids)

    def _show_tab(self, index: int) -> None:
        if self._tabs.currentIndex() != index:
            self._tabs.setCurrentIndex(index)
            return
        self._stack.setCurrentIndex(index)
        is_picture = index in (MATRIX, MAP)
        self._tools.setVisible(is_picture)
        self._tools.show_numbering(index == MAP)
        self._looks.show_for(matrix=index == MATRIX, map_=index == MAP)
        picture = self.picture()
        self._sentence.setText((picture.accessibleDescription() if picture else "") or self._hint())
        self._sentence.setVisible(is_picture)
        self._paint(self._filters.wanted)

    def _go_to_tab(self, index: int) -> None:
        self._show_tab(index)
        self._focus_picture(Qt.FocusReason.ShortcutFocusReason)

    def _hint(self) -> str:
        if self._tabs.currentIndex() == MATRIX:
            return _("Point at a cell, or walk with the arrow keys; Enter opens why.")
        return _("Point at a mark, or walk with the arrow keys; Enter opens why.")

    def _shown_picture(self) -> tuple[Picture, SheetWords] | None:
        """The picture in view with the words that go with it elsewhere."""
        picture, shown = self.picture(), self._shown
        if picture is None or shown is None:
            return None
        stage = self._looks.stage if picture is self._map else None
        return picture, sheet_words(shown.snapshot, shown.assessment, self._filters.wanted, stage)

    def _open(self, place: str) -> None:
        kind, _colon, rest = place.partition(":")
        if kind == "risk":
            self._show_why(rest)
        elif kind == "cell" and (cell := self._matrix.cell_of(place)) is not None:
            if cell.risk:
                self._show_why(cell.risk)
            else:
                self.link_followed.emit(f"entry:ai_tools/{cell.tool}")
        elif kind in NAMES and self._shown and rest in self._shown.snapshot.entries(NAMES[kind]):
            self.link_followed.emit(f"entry:{NAMES[kind].value}/{rest}")
        elif (spot := spot_at(place)) is not None:
            is_before = self._looks.stage is Stage.BEFORE
            self._filters.show_spot(spot.likelihood, spot.impact, is_before=is_before)
            self._go_to_tab(LIST)

    def _show_why(self, risk_id: str) -> None:
        shown = self._shown
        if shown is None or risk_id not in shown.assessment.risks_by_id:
            self._close_why()
            return
        risk = shown.assessment.risk(risk_id)
        self._why.show_risk(shown.snapshot, shown.assessment, risk, is_read_only=shown.is_read_only)
        self._map.select(f"risk:{risk_id}")
        self._open_drawer()

    def _decide(self) -> None:
        """Open the decision about what the keys stand on in the picture or list, else about the open risk."""
        now = self._stack.currentWidget()
        is_walking = now is not None and now.hasFocus()
        if is_walking or self._why.isHidden() or not self._why.risk_id:
            if not (risk_id := current_risk(now)):
                advice = _("Arrow keys walk to one; then D.")
                self._notice.show_message(_("Choose a risk first."), advice, "info")
                return
            self._show_why(risk_id)
        self._why.open_decision()

    def _choose_band(self, band: Band | None) -> None:
        """Show only a band, and why it has so many risks; None shows all again."""
        self._filters.show_band(band)
        if band is not None:
            self._explain_band(band)
            self._open_drawer()
        elif self._why.band is not None:
            self._close_why()

    def _explain_band(self, band: Band) -> None:
        if self._shown is not None:
            reasons = band_reasons(self._shown.snapshot, self._shown.assessment, band)
            self._why.show_band(band, reasons)

    def _say_kept(self, edit: Edit) -> None:
        if self._shown is not None and (said := kept_words(self._shown.snapshot, edit)):
            self._notice.show_message(said, _("Undo takes back all that was kept."), "ok")

    def _open_drawer(self) -> None:
        if self._why.isHidden():
            self._why.show()
            self.learned.emit("why")
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
        if place.startswith(("risk:", "spot:")):
            self._open(place)
        else:
            self.link_followed.emit(place)

    def _show_empty(self, is_empty: bool) -> None:
        self._empty.setVisible(is_empty)
        for part in (self._body, self._filters):
            part.setVisible(not is_empty)

    def _number(self, more: bool) -> None:
        self._numbered = MANY if more else HEADLINES
        self._paint(self._filters.wanted)

    def _build(self) -> None:
        self.setObjectName("risk_map_page")
        space = self.theme.space
        for widget in (self._matrix, self._map, self._table, self._ask, self._none):
            self._stack.addWidget(widget)
        self._stack.setMinimumSize(QSize(self.theme.px(240), self.theme.px(LEAST_HEIGHT)))
        self._sentence.setMinimumHeight(self._sentence.fontMetrics().lineSpacing() * 2)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body.setChildrenCollapsible(False)
        # As high as the room there is, and never too low to be read: only then the page scrolls.
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._fill_pictures()
        self._body.addWidget(self._pictures)
        self._body.addWidget(self._why)
        LeastHeight(self._body)
        self._body.setStretchFactor(0, 1)
        self._why.hide()
        content = QWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, "risk_map_scroll", self))
        column = QVBoxLayout(content)
        column.setContentsMargins(space(3), space(2), space(3), space(1))
        column.setSpacing(space(1))
        for part in (self._head, self._notice, self._filters, self._empty):
            column.addWidget(part)
        column.addWidget(self._body, 1)
        column.addStretch(0)

    def _fill_pictures(self) -> None:
        names = (_("Exposure"), _("Likelihood × impact"), _("List"), _("Ask next"))
        add_key_tabs(self._tabs, names, self.theme)
        self._tabs.setObjectName("map_tabs")
        self._tabs.setAccessibleName(_("How to show the risks"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        bar = QWidget(self._pictures)
        flow = FlowLayout(bar, self.theme.space(1))
        for part in (self._tabs, self._looks, self._tools):
            flow.addWidget(part)
        column = QVBoxLayout(self._pictures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.space(1))
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._sentence)

    def _connect(self) -> None:
        FirstKeys(self, partial(self._focus_picture, Qt.FocusReason.TabFocusReason))
        self._tabs.currentChanged.connect(self._show_tab)
        self._filters.changed.connect(self._paint)
        for picture in (self._matrix, self._map):
            picture.opened.connect(self._open)
            picture.pointed.connect(lambda words: self._sentence.setText(words or self._hint()))
        self._table.opened.connect(self._open)
        self._ask.opened.connect(self.link_followed)
        self._tools.numbered.connect(self._number)
        self._looks.changed.connect(lambda: self._paint(self._filters.wanted))
        self._head.band_wanted.connect(self._choose_band)
        self._add.clicked.connect(lambda: self.link_followed.emit("page:registers"))
        self._show_all.clicked.connect(self._filters.clear)
        self._actions.copied.connect(
            lambda: self._notice.show_message(_("The picture is on the clipboard."), "", "ok")
        )
        self._actions.made.connect(self.picture_made)
        self._actions.printing_wanted.connect(self.printing_wanted)
        self._why.followed.connect(self._follow)
        self._why.edit_made.connect(self.edit_made)
        self._why.kept.connect(self._say_kept)
        self._why.closed.connect(self._close_why)
        for index in range(4):
            on_key(self, str(index + 1), partial(self._go_to_tab, index))
        on_key(self, "/", self._filters.focus_words)
        on_key(self, "D", self._decide)
        on_key(self, "Ctrl+Shift+P", self._actions.print_)
        on_key(self, "Ctrl+Shift+C", self._actions.copy)
        self._tabs.setCurrentIndex(MAP)
