"""The menu bar, filled from the action table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from app.i18n import _
from ui.actions import ACTIONS, EDIT, FILE, GO, HELP_MENU, VIEW, make_actions, page_actions, section_actions

if TYPE_CHECKING:
    from models.pack import Section


class Menus:
    """The window's menus. `slots` says what each action of the table does, `go` follows a link."""

    def __init__(
        self, window: QMainWindow, slots: Mapping[str, Callable[[], object]], go: Callable[[str], object]
    ) -> None:
        self._window = window
        self._go = go
        self.actions = make_actions(window, slots)
        self._pages = page_actions(window, go)
        self._sections: dict[str, QAction] = {}
        self._menus = self._build()
        self.show_sections(None)

    def show_sections(self, sections: "Sequence[Section] | None") -> None:
        """Offer what can be done with an open review; None while none is open."""
        for spec in ACTIONS:
            self.actions[spec.name].setEnabled(sections is not None or not spec.needs_review)
        for link, action in self._pages.items():
            action.setEnabled(sections is not None or link == "page:start")
        for action in self._sections.values():
            self._menus[GO].removeAction(action)
            action.deleteLater()
        titles = {section.id: section.title for section in sections or ()}
        self._sections = section_actions(self._window, titles, self._go)
        self._menus[GO].addActions(list(self._sections.values()))

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that can be undone and redone; None where there is none."""
        self.actions["undo"].setText(_("&Undo: {step}").format(step=undo) if undo else _("&Undo"))
        self.actions["redo"].setText(_("&Redo: {step}").format(step=redo) if redo else _("&Redo"))
        self.actions["undo"].setEnabled(undo is not None)
        self.actions["redo"].setEnabled(redo is not None)

    def show_ways(self, back: str | None, onward: str | None) -> None:
        """Name the places to go back and forward to; None where there is none."""
        self.actions["go_back"].setText(_("&Back: {place}").format(place=back) if back else _("&Back"))
        self.actions["go_forward"].setText(
            _("F&orward: {place}").format(place=onward) if onward else _("F&orward")
        )
        self.actions["go_back"].setEnabled(back is not None)
        self.actions["go_forward"].setEnabled(onward is not None)

    def all_actions(self) -> Iterator[tuple[str, QAction]]:
        """Every action with the words of its menu."""
        for menu in self._menus.values():
            words = menu.title().replace("&", "")
            yield from ((words, action) for action in menu.actions() if action.objectName())

    def _build(self) -> dict[str, QMenu]:
        words = {FILE: _("&File"), EDIT: _("&Edit"), GO: _("&Go"), VIEW: _("&View"), HELP_MENU: _("&Help")}
        menus = {name: self._window.menuBar().addMenu(text) for name, text in words.items()}
        for spec in ACTIONS:
            if spec.begins_group:
                menus[spec.menu].addSeparator()
            menus[spec.menu].addAction(self.actions[spec.name])
        menus[GO].addSeparator()
        menus[GO].addActions(list(self._pages.values()))
        menus[GO].addSeparator()
        return menus
