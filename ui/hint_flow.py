"""Shows the hint of the page in view, and remembers what was learned."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from app.i18n import _
from app.settings import SettingsNotSavedError
from ui.desk import Desk
from ui.frame import Frame
from ui.navigation import RISK_MAP, SECTION, SETTINGS

if TYPE_CHECKING:
    from app.edits import Edit
    from ui.page import Page
    from ui.pages.settings_page import SettingsPage
    from ui.ways import Ways


# A question and the map fill the page, and must not move when a hint has been learned.
_AS_LARGE_AS_THERE_IS_ROOM = frozenset({SECTION, RISK_MAP})


class HintFlow(QObject):
    """At most one hint shows, under the page. `has_review` says whether there is anything to do at all."""

    def __init__(
        self,
        desk: Desk,
        frame: Callable[[], Frame],
        ways: "Ways",
        has_review: Callable[[], bool],
        window: QObject,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._frame = frame
        self._ways = ways
        self._has_review = has_review
        ways.gone.connect(self.show_for)
        ways.went_back.connect(lambda: self.learn(["back"]))

    def serve(self, page: "Page") -> None:
        """Listen to what is done on a page."""
        page.edit_made.connect(self._see)
        page.learned.connect(lambda name: self.learn([name]))

    def show_for(self, page_id: str) -> None:
        """Show the hint of a page, or none."""
        if not self._has_review():
            self._frame().show_hint("", "", moves_nothing=False)
            return
        from app.hints import hint_at  # noqa: PLC0415  (not before the first page)

        learned = self._desk.settings.hints_done
        hint = hint_at(page_id, learned, came_by_link=self._ways.came_by_link)
        name, words = (hint.name, _(hint.words)) if hint else ("", "")
        self._frame().show_hint(name, words, moves_nothing=page_id in _AS_LARGE_AS_THERE_IS_ROOM)

    def learn(self, names: Collection[str]) -> None:
        """These hints are no longer needed."""
        known = self._desk.settings.hints_done
        if set(names) <= set(known):
            return
        # That a hint could not be forgotten is not worth a message: it is put away again next time.
        with suppress(SettingsNotSavedError):
            done = tuple(sorted({*known, *names}))
            self._desk.keep_settings(replace(self._desk.settings, hints_done=done))
        if (settings := self._frame().stack.made(SETTINGS)) is not None:
            cast("SettingsPage", settings).show_settings(self._desk.settings)
        for line in self._frame().hints:
            if line.name in names:
                line.show_hint("", "")

    def _see(self, edit: "Edit") -> None:
        from app.hints import learned_by  # noqa: PLC0415  (not before the first page)

        if names := learned_by(edit):
            self.learn(names)
