"""What a person does with the keys of the open file: remember, forget, change, and put on paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import ReviewError
from app.i18n import _, ngettext
from ui.beside import Beside
from ui.desk import Desk
from ui.file_chooser import FileChooser
from ui.key_desk import Came
from ui.lock_flow import Lockable, LockFlow
from ui.theme import Theme
from ui.upgrade_flow import UpgradeFlow

if TYPE_CHECKING:
    from app.file_keys import FileKey, Typed
    from app.recovery_sheet import RecoverySheet
    from app.rekeying import Cleared
    from app.workspace import Workspace
    from ui.dialogs.change_passphrase import ChangePassphraseDialog, NewKeyWish
    from ui.dialogs.recovery_sheet import RecoverySheetDialog
    from ui.file_flow import FileFlow
    from ui.open_review import OpenReview

PURPOSE = "recovery_sheet"


class NotAllSavedError(ReviewError):
    """Something waits to be written; a file whose key changes now would go on without it."""

    title = _("The passphrase cannot be changed now: something is not saved yet")
    advice = _("Mend the cause, or give up what waits. Then change the passphrase.")


class Teller(Lockable, Protocol):
    """The window, as far as it is told what came of it."""

    def show_lines(self, title: str, lines: tuple[str, ...]) -> None:
        """Say in place what there is to say."""


class KeysFlow(QObject):
    """Works for the review that is open. Calls to the keychain and making keys run beside the window."""

    def __init__(
        self,
        desk: Desk,
        chooser: FileChooser,
        theme: Callable[[], Theme],
        review: "Callable[[], OpenReview]",
        teller: Teller,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._keys = desk.keys
        self._chooser = chooser
        self._theme = theme
        self._review = review
        self._teller = teller
        self._window = window
        self.locking = LockFlow(desk, review, teller, UpgradeFlow(desk, theme, window), window)
        self.locking.came.connect(self.take)

    def listen(self, files: "FileFlow") -> None:
        """Take every file that is opened by this flow."""
        files.came.connect(self.take)

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions of the menus do."""
        return {
            "change_passphrase": self.change_passphrase,
            "show_sheet": self.ask_for_sheet,
            "forget_key": self.forget,
            "lock": self.locking.lock,
        }

    def take(self, came: Came) -> None:
        """A file was opened: do what its way of coming asks for."""
        if came.is_remembered:
            self._beside(self._keys.remembering, lambda _none: None)
        if came.is_new:
            self._show_sheet()
        if came.was_older:
            self._tell_upgraded()
        if came.by_recovery_key:
            words = (
                _("The file was opened with its recovery key."),
                _("If the passphrase is lost, set a new one now. Then print a new recovery sheet."),
            )
            notice = self._review().frame.notice
            notice.show_message(*words, "info")
            notice.offer(_("Set a new passphrase…"), lambda: self._ask_for_new(is_proven=True))

    def _tell_upgraded(self) -> None:
        """The copy is a page away; a path would tell the room more than it needs."""
        notice = self._review().frame.notice
        words = _("It says what it said before; that was checked. A copy as it was lies among its copies.")
        notice.show_message(_("The file was brought up to date."), words, "ok")
        notice.offer(_("Show the copies"), lambda: self._teller.follow("page:restore_points"))

    def forget(self) -> None:
        """Let the keychain forget the open file."""
        self._beside(self._keys.forgetting, self._tell_forgotten)

    def change_passphrase(self) -> None:
        """Ask for the present passphrase and a new one."""
        self._ask_for_new(is_proven=False)

    def ask_for_sheet(self) -> None:
        """Ask for the passphrase, then show the recovery sheet."""
        workspace = self._workspace
        if workspace is None:
            return
        from ui.dialogs.prove import before_the_sheet  # noqa: PLC0415  (not before it is needed)

        dialog = before_the_sheet(self._theme(), self._window)

        def prove(typed: "Typed") -> None:
            asked = Beside(self._keys.proving(typed, workspace), dialog)
            asked.failed.connect(dialog.show_error)
            asked.done.connect(dialog.accept)
            asked.start()

        dialog.typed.connect(prove)
        dialog.accepted.connect(self._show_sheet)
        dialog.open()

    @property
    def _workspace(self) -> "Workspace | None":
        bridge = self._review().bridge
        return bridge.workspace if bridge is not None else None

    def _beside(
        self, call: "Callable[[Workspace], Callable[[], object]]", then: Callable[[object], object]
    ) -> None:
        """Ask the keychain something about the open file."""
        if self._workspace is None:
            return
        asked = Beside(call(self._workspace), self)
        asked.done.connect(then)
        asked.failed.connect(self._teller.show_error)
        asked.start()

    def _tell_forgotten(self, was_kept: object) -> None:
        if was_kept:
            title = _("This computer no longer remembers the file.")
            line = _("The passphrase is asked for the next time it is opened.")
        else:
            title = _("This computer did not remember the file.")
            line = _("Nothing had to be forgotten: the passphrase is asked for each time.")
        self._teller.show_lines(title, (line,))

    def _ask_for_new(self, *, is_proven: bool) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        if workspace.store.read_only:
            from app.workspace import SealedError  # noqa: PLC0415  (not before it is needed)

            self._teller.show_error(SealedError())
            return
        if not self._review().save_all():
            self._teller.show_error(NotAllSavedError())
            return
        from ui.dialogs.change_passphrase import ChangePassphraseDialog  # noqa: PLC0415  (as above)

        copies = self._keys.copies(workspace)
        client = workspace.snapshot.engagement.client
        dialog = ChangePassphraseDialog(self._theme(), client, copies, self._window, is_proven=is_proven)
        dialog.wanted.connect(lambda wish: self._make_key(dialog, workspace, wish))
        dialog.open()

    def _make_key(self, dialog: "ChangePassphraseDialog", workspace: "Workspace", wish: "NewKeyWish") -> None:
        """Prove and make the new key beside the window: each takes half a second."""
        asked = Beside(self._keys.proving_and_making(wish.typed, wish.passphrase, workspace), dialog)
        asked.failed.connect(dialog.show_error)
        asked.done.connect(lambda key: self._change(dialog, workspace, key, wish))
        asked.start()

    def _change(
        self,
        dialog: "ChangePassphraseDialog",
        workspace: "Workspace",
        key: "FileKey",
        wish: "NewKeyWish",
    ) -> None:
        try:
            before = self._keys.change_key(workspace, key)
        except ReviewError as error:
            dialog.show_error(error)
            return
        dialog.accept()
        self._beside(lambda now: self._keys.renewing(before, now), lambda _renewed: None)
        if wish.replaces_copies:
            self._replace_copies(workspace)
        else:
            self._tell_changed(self._keys.earlier_copies(workspace))
        self._show_sheet()

    def _replace_copies(self, workspace: "Workspace") -> None:
        try:
            cleared = self._keys.replace_copies(workspace)
        except ReviewError as error:
            self._teller.show_error(error)
            return
        self._tell_changed(cleared.left, cleared)

    def _tell_changed(self, left: int, cleared: "Cleared | None" = None) -> None:
        lines = []
        if cleared is not None:
            gone = ngettext(
                "{n} earlier copy was destroyed, and a new one made.",
                "{n} earlier copies were destroyed, and a new one made.",
                cleared.removed,
            )
            lines.append(gone.format(n=cleared.removed))
        if left:
            kept = ngettext(
                "{n} copy still opens with the earlier passphrase.",
                "{n} copies still open with the earlier passphrase.",
                left,
            )
            lines.append(kept.format(n=left))
        self._teller.show_lines(_("The passphrase is changed."), tuple(lines))

    def _show_sheet(self) -> None:
        workspace = self._workspace
        if workspace is None:
            return
        from ui.dialogs.recovery_sheet import RecoverySheetDialog  # noqa: PLC0415  (not before it is needed)

        sheet = self._keys.sheet(workspace)
        dialog = RecoverySheetDialog(self._theme(), sheet, self._window)
        dialog.pdf_wanted.connect(lambda: self._save_sheet(dialog, sheet))
        dialog.print_wanted.connect(lambda: self._print_sheet(dialog, sheet))
        dialog.open()

    def _save_sheet(self, dialog: "RecoverySheetDialog", sheet: "RecoverySheet") -> None:
        name = _("Recovery sheet {mark}.pdf").format(mark=sheet.mark)
        suggested = self._chooser.folder(PURPOSE) / name
        kinds = _("PDF (*.pdf)")
        path = self._chooser.file_to_make(dialog, _("Save the recovery sheet"), suggested, kinds, PURPOSE)
        if path is None:
            return
        from app.atomic_file import write_whole  # noqa: PLC0415  (not before it is needed)

        try:
            write_whole(path, self._keys.sheet_as_pdf(sheet))
        except ReviewError as error:
            dialog.show_refused(error.title, error.advice)
        else:
            dialog.show_saved(str(path))

    def _print_sheet(self, dialog: "RecoverySheetDialog", sheet: "RecoverySheet") -> None:
        from ui.pdf_printing import show_pdf_preview  # noqa: PLC0415  (not before it is needed)

        try:
            words = _("Print the recovery sheet")
            show_pdf_preview(self._keys.sheet_as_pdf(sheet), words, _("Recovery sheet"), dialog)
        except ReviewError as error:
            dialog.show_refused(error.title, error.advice)
