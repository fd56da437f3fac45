"""Before the report: everything that a reader would stumble over, group by group, with the way there."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.deciding import dropping
from app.edits import Edit
from app.i18n import _
from app.lint import Checked, Finding, Severity, Waiver
from app.lint.waivers import unwaiving, waiving
from app.lint.where import where_words
from app.lint.wording import agreeing_to_be_named
from models.assessment import Assessment
from ui.lint_watch import LintWatch
from ui.page import Page, Shown
from ui.theme import Theme
from ui.widgets.basics import muted, scrolled, title
from ui.widgets.beside_or_below import BesideOrBelow
from ui.widgets.busy_row import BusyRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.finding_card import FindingCard
from ui.widgets.word_table import WordColumn, Words, WordTable


def _noted(words: str) -> str:
    return words


COLUMNS = (WordColumn(_noted("What was found")), WordColumn(_noted("Where"), 248, 1))


class BeforePage(Page):
    """Findings in groups, and the one under the cursor opened beside them. Enter leads to its place."""

    page_id: ClassVar[str] = "before_report"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.watch = LintWatch(self)
        self._shown: Shown | None = None
        self._checked: Checked | None = None
        self._assessment: Assessment | None = None
        self._rows: list[Finding | None] = []
        self._said = muted("", theme, self)
        self._show_waived = QCheckBox(_("Show what was waived"), self)
        self._busy = BusyRow(theme, self)
        self._table = WordTable(theme, "findings", _("What was found"), COLUMNS, self)
        self._card = FindingCard(theme, self)
        self._panes = BesideOrBelow(theme, self._table, self._card, self)
        self._well = _all_is_well(theme, self)
        self._build()
        self._connect()

    def take_desk(self, who: str, others: tuple[str, ...]) -> None:
        """Who waives unless somebody else is named, and the names by which other clients are known here."""
        self._card.form.take_who(who)
        self.watch.take_others(others)

    def show_review(self, shown: Shown) -> None:
        self._shown = shown
        self.watch.look_at(shown)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.watch.leave()

    def _show_found(self, found: Checked, assessment: Assessment) -> None:
        self._checked, self._assessment = found, assessment
        self._busy.end()
        self._show()

    def _show(self) -> None:
        found = self._checked
        if found is None:
            return
        shows_waived = self._show_waived.isChecked()
        self._said.setText(found.summary)
        self._show_waived.setVisible(bool(found.waived))
        here, row = self._here, self._table.currentIndex().row()
        groups = list(_groups(found, shows_waived=shows_waived))
        self._rows = [entry for _title, members in groups for entry in (None, *members)]
        self._table.show_groups([(words, [self._row(one) for one in members]) for words, members in groups])
        self._panes.setVisible(bool(self._rows))
        self._well.setVisible(not self._rows)
        self._choose(here, row)

    @property
    def _here(self) -> Finding | None:
        """The finding under the cursor."""
        row = self._table.currentIndex().row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _choose(self, before: Finding | None, row: int) -> None:
        """Stay on a finding; where it is gone, on the one that took its place."""
        known = [(n, one) for n, one in enumerate(self._rows) if one is not None]
        if not known:
            return
        same = next((n for n, one in known if before is not None and one.identity == before.identity), None)
        after = next((n for n, _one in known if n >= row), known[-1][0])
        self._table.choose(after if same is None else same)
        self._open(self._table.currentIndex().row())

    def _open(self, row: int) -> None:
        finding = self._rows[row] if 0 <= row < len(self._rows) else None
        if finding is None or self._checked is None or self._shown is None:
            return
        waiver = self._waivers.get(finding.identity)
        lapsed = self._checked.lapsed.get(finding.identity)
        can_edit = not self._shown.is_read_only
        about, other = self._where(finding.place), self._where(finding.also) if finding.also else ""
        self._card.show_finding(finding, about, other, can_edit=can_edit)
        self._card.show_waiver(waiver, lapsed, alike=len(self._alike(finding)), can_edit=can_edit)

    def _row(self, finding: Finding) -> tuple[Words, ...]:
        """Where it is is worked out when it is seen: a large review has thousands of findings."""
        return finding.words, partial(self._where, finding.place)

    def _where(self, place: str) -> str:
        """What a place is called."""
        if self._shown is None or self._assessment is None:
            return ""
        return where_words(self._shown.snapshot, self._assessment, place)

    @property
    def _waivers(self) -> dict[str, Waiver]:
        found = self._checked.waived if self._checked is not None else ()
        return {one.finding.identity: one.waiver for one in found}

    def _alike(self, finding: Finding) -> list[Finding]:
        """The open findings of the same rule."""
        found = self._checked.open if self._checked is not None else ()
        return [one for one in found if one.rule is finding.rule]

    def _follow(self, row: int) -> None:
        finding = self._rows[row] if 0 <= row < len(self._rows) else None
        if finding is not None:
            self.link_followed.emit(finding.place)

    def _waive(self, reason: str, who: str, is_for_all: bool) -> None:
        finding = self._here
        if finding is None or self._shown is None:
            return
        wanted = self._alike(finding) if is_for_all else [finding]
        self._make(waiving(self._shown.snapshot, wanted, reason, who, self.watch.today()))

    def _take_back(self) -> None:
        finding = self._here
        if finding is not None and self._shown is not None:
            self._make(unwaiving(self._shown.snapshot, [finding]))

    def _agree(self, participant: str) -> None:
        if self._shown is not None:
            self._make(agreeing_to_be_named(self._shown.snapshot, participant))

    def _drop(self, risk: str) -> None:
        if self._shown is not None:
            self._make(dropping(self._shown.snapshot, risk))

    def _make(self, edit: Edit | None) -> None:
        if edit is not None:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit_made.emit(edit)

    def _build(self) -> None:
        self.setObjectName("before_page")
        space = self.theme.space
        self._show_waived.setObjectName("show_waived")
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(space(3), space(2), space(3), space(2))
        column.setSpacing(space(1.5))
        column.addWidget(title(_("Before the report"), self.theme, self))
        for part in (self._said, self._show_waived, self._busy):
            column.addWidget(part)
        column.addWidget(self._panes, 1)
        column.addWidget(self._well, 1)
        self._well.hide()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(content, "before_area", self))
        self.setFocusProxy(self._table)

    def _connect(self) -> None:
        shortcut = QShortcut(QKeySequence("W"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._card.start_waiving)
        self.watch.began.connect(lambda: self._busy.begin(_("Checking …")))
        self.watch.found.connect(self._show_found)
        self._show_waived.toggled.connect(lambda _is_on: self._show())
        self._table.reached.connect(self._open)
        self._table.opened.connect(self._follow)
        self._card.followed.connect(self.link_followed)
        self._card.form.given.connect(self._waive)
        self._card.back_wanted.connect(self._take_back)
        self._card.agreed.connect(self._agree)
        self._card.drop_wanted.connect(self._drop)


def _all_is_well(theme: Theme, parent: QWidget) -> EmptyState:
    words = _("Nothing is missing, left over or contradictory. Go on to the report and to the sign-off.")
    return EmptyState(theme, _("All is well"), words, "circle-check", parent)


def _groups(found: Checked, *, shows_waived: bool) -> Sequence[tuple[str, list[Finding]]]:
    """The findings under the title of their rule with their number; what was waived comes last."""
    groups: list[tuple[str, list[Finding]]] = []
    kinds: dict[str, list[Finding]] = {}
    for finding in found.open:
        kinds.setdefault(finding.rule.id, []).append(finding)
    for members in kinds.values():
        first = members[0]
        is_blocker = first.severity is Severity.BLOCKER
        words = _("● Blocker: {title} ({n})") if is_blocker else _("○ Warning: {title} ({n})")
        groups.append((words.format(title=first.rule.title, n=len(members)), members))
    if shows_waived and found.waived:
        words = _("✓ Waived ({n})").format(n=len(found.waived))
        groups.append((words, [one.finding for one in found.waived]))
    return groups
