"""Opens the command palette, and does what is chosen in it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.search import Found, Hit, Item, SearchIndex
    from ui.bridge import WorkspaceBridge
    from ui.widgets.palette import Palette

MOST_REMEMBERED = 20
PAUSE_MS = 120
DO = "do:"


class Doing(Protocol):
    """The window, as far as the palette asks something of it."""

    @property
    def bridge(self) -> "WorkspaceBridge | None":
        """The open review."""

    def follow(self, link: str) -> None:
        """Go where a link leads."""


class PaletteFlow(QObject):
    """At most one palette is open. What was chosen last is known as long as the window lives, and no longer.

    `menus` gives the actions, each with the words of its menu; `theme` the look of the moment.
    """

    opened = Signal()

    def __init__(
        self,
        theme: Callable[[], Theme],
        menus: "Callable[[], Iterable[tuple[str, QAction]]]",
        doing: Doing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._menus = menus
        self._doing = doing
        self._window = window
        self._recent: list[str] = []
        self._palette: Palette | None = None
        self._focused: QWidget | None = None
        self._items: tuple[Item, ...] = ()
        self._index: SearchIndex | None = None
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._add_risks)

    def open(self, typed: str = "") -> None:
        """Open the palette over the window, or begin anew in the one that is open."""
        if self._palette is None:
            from ui.widgets.palette import Palette  # noqa: PLC0415  (not before the first page)

            self._focused = QApplication.focusWidget()
            self._palette = Palette(self._theme(), self._find, self._window)
            self._palette.chosen.connect(self._choose)
            self._palette.ended.connect(self.close)
            self._palette.line.textChanged.connect(self._wait)
        self._items = self._everything()
        self._palette.begin(typed)
        self.opened.emit()
        self._pause.start()

    def close(self) -> None:
        """Close the palette; the keyboard goes back to where it was."""
        palette, self._palette = self._palette, None
        if palette is None:
            return
        self._pause.stop()
        palette.hide()
        palette.deleteLater()
        focused, self._focused = self._focused, None
        if focused is not None and isValid(focused) and focused.isVisible():
            focused.setFocus()

    def forget(self) -> None:
        """Forget what was chosen: the review was closed."""
        self._index = None
        self._items = ()
        self._recent = [place for place in self._recent if place.startswith((DO, "page:", "help:"))]

    def _everything(self) -> "tuple[Item, ...]":
        from app.search import search_index  # noqa: PLC0415  (not before the first page)
        from ui.palette_offers import action_items, help_items, register_items  # noqa: PLC0415  (as above)

        bridge = self._doing.bridge
        review: tuple[Item, ...] = ()
        if bridge is not None:
            self._index = search_index(bridge.workspace.snapshot, self._index)
            review = (*register_items(), *self._index.names)
        return (*action_items(self._menus(), bridge is not None), *review, *help_items())

    def _find(self, typed: str) -> "Sequence[Found]":
        from ui.palette_offers import offered  # noqa: PLC0415  (not before the first page)

        has_review = self._doing.bridge is not None
        return offered(self._items, self._recent, typed, has_review=has_review)

    def _wait(self) -> None:
        if self._pause.isActive():
            self._pause.start()

    def _add_risks(self) -> None:
        """Offer the risks once the person pauses: in a large review they take a moment to compute."""
        from app.search import risk_items  # noqa: PLC0415  (not before the first page)

        bridge = self._doing.bridge
        if bridge is not None and self._palette is not None:
            self._items = (*self._items, *risk_items(bridge.workspace.assessment.risks))
            self._palette.refresh()

    def _choose(self, hit: "Hit") -> None:
        self.close()
        place = hit.item.place
        self._recent = [place, *(other for other in self._recent if other != place)][:MOST_REMEMBERED]
        if not place.startswith(DO):
            self._doing.follow(place)
            return
        name = place.removeprefix(DO)
        action = next((action for _words, action in self._menus() if action.objectName() == name), None)
        if action is not None:
            action.trigger()
