"""Takes an import from file to register: reads and looks beside the window, and makes the one edit."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget

from app.atomic_file import write_whole
from app.errors import ReviewError
from app.i18n import _, ngettext
from app.register_import import (
    FieldMapping,
    Preview,
    import_edit,
    kept_mapping,
    mapping_file,
    read_mapping,
    write_mapping,
)
from app.register_import.draft import Draft
from app.register_import.errors import MappingError
from app.register_import.files import bytes_of
from app.register_import.remembered import remember
from app.register_import.tables import ReadAs
from app.register_import.wording import imported_words
from app.settings import SettingsNotSavedError
from ui.bridge import WorkspaceBridge
from ui.file_chooser import FileChooser
from ui.page import Page
from ui.register_import import jobs
from ui.register_import.page import ImportPage
from ui.register_import.step import Work
from ui.tasks import Job, Task

if TYPE_CHECKING:
    from ui.pages.registers_page import RegistersPage

INVENTORY, MAPPING = "inventory", "mapping"


class Wishes(Protocol):
    """What the window does once an import is made or given up."""

    @property
    def page(self) -> Page:
        """The page in view."""

    def follow(self, link: str) -> None:
        """Go where a link leads."""

    def show_done(self, words: str) -> None:
        """Say what was done, with a button that takes it back."""


class ImportFlow(QObject):
    """Serves one import page at a time. The draft outlives the page, for as long as the review is open.

    `folder` keeps a person's settings, where mappings are remembered.
    """

    def __init__(self, chooser: FileChooser, folder: Path | None, wishes: Wishes, window: QWidget) -> None:
        super().__init__(window)
        self._chooser = chooser
        self._folder = folder
        self._wishes = wishes
        self._window = window
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._page: ImportPage | None = None
        self._bridge: WorkspaceBridge | None = None
        self._draft: Draft | None = None
        self._found: Preview | None = None
        self._looked_at: Preview | None = None
        self._task: Task | None = None
        self._step = 0
        self._is_importing = False

    def serve(self, page: ImportPage, bridge: WorkspaceBridge) -> None:
        """Listen to a page; a draft of the same review is shown on it again."""
        if self._bridge is not bridge:
            self._drop()
        self._page, self._bridge = page, bridge
        page.file_wanted.connect(self.choose)
        page.reading_wanted.connect(self._reread)
        page.draft_changed.connect(self._change)
        page.review_changed.connect(self._look_again)
        page.loading_wanted.connect(self._load)
        page.saving_wanted.connect(self._save)
        page.stop_wanted.connect(self._stop)
        page.import_wanted.connect(self._import)
        page.given_up.connect(self._give_up)

    def leave(self) -> None:
        """Serve the page no more, since it goes away; its draft stays for the next one."""
        if self._task is not None:
            self._task.stop()
        self._pool.waitForDone()
        if self._page is not None:
            self._step = self._page.step
        self._page = self._task = None

    def let_go(self) -> None:
        """The review is closed: nothing of it stays, nor of what was to come into it."""
        self.leave()
        self._drop()
        self._bridge = None

    def choose(self) -> None:
        """Ask which file to read."""
        kinds = _("Inventories (*.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)")
        path = self._chooser.file_to_open(self._window, _("Choose an inventory"), kinds, INVENTORY)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file in the place of the one before; if it cannot be read, the one before stays."""
        page = self._served()
        page.notice.clear()
        job = jobs.reading(path, page.register, self._folder)
        self._run(job, _("Reading the file …"), lambda draft: self._begin(cast("Draft", draft)))

    def _begin(self, draft: Draft) -> None:
        self._found = self._looked_at = None
        page = self._served()
        page.furthest = 0
        page.show_work(Work(draft, None, page.shown.snapshot))
        page.show_step(0)
        self._take(draft)

    def _reread(self, read_as: ReadAs) -> None:
        if self._draft is None:
            return
        self._served().notice.clear()
        job = jobs.rereading(self._draft, read_as)
        self._run(job, _("Reading the file …"), lambda draft: self._take(cast("Draft", draft)))

    def _change(self, draft: Draft) -> None:
        """The person wants the draft so: what was said about the one before holds no more."""
        self._served().notice.clear()
        self._take(draft)

    def _take(self, draft: Draft) -> None:
        """Show a draft at once, and what comes of it as soon as that is known."""
        self._draft, self._found = draft, None
        if self._looked_at is not None and self._looked_at.register is not draft.register:
            self._looked_at = None
        page = self._served()
        snapshot = page.shown.snapshot
        page.show_work(Work(draft, self._looked_at, snapshot))
        self._run(jobs.looking(draft, snapshot), _("Looking at every row …"), self._show_found)

    def _show_found(self, found: object) -> None:
        self._found = self._looked_at = cast("Preview", found)
        self._show_truth()

    def _show_truth(self) -> None:
        """Show the draft as it is, with nothing that was found out about an earlier one."""
        if self._draft is not None:
            page = self._served()
            page.show_work(Work(self._draft, self._found, page.shown.snapshot))

    def _look_again(self) -> None:
        """The review has changed meanwhile, or a new page shows it: look at the draft again."""
        if self._draft is None or self._is_importing or self._page is None:
            return
        step, self._step = self._step, 0
        self._take(self._draft)
        if step:
            self._page.show_step(step)

    def _run(self, job: Job, words: str, then: Callable[[object], None]) -> None:
        """Run the newest job; what an older one finds is not wanted any more."""
        if self._task is not None:
            self._task.stop()
        task = Task(job, self)
        self._task = task
        page = self._served()
        page.show_busy(words)

        def is_newest() -> bool:
            return self._task is task and self._page is page

        task.progressed.connect(lambda share: page.busy.show_share(share) if is_newest() else None)
        task.done.connect(lambda result: then(result) if is_newest() else None)
        task.failed.connect(lambda error: self._refuse(error) if is_newest() else None)
        task.stopped.connect(lambda: self._show_stopped() if is_newest() else None)
        task.ended.connect(lambda: self._rest(task))
        task.start(self._pool)

    def _rest(self, task: Task) -> None:
        if self._task is task:
            self._task = None
            if self._page is not None:
                self._page.show_rest()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, ReviewError):
            raise error
        self._show_truth()
        self._served().show_problem(error.title, _advice(error))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _show_stopped(self) -> None:
        self._show_truth()
        advice = _("Nothing is lost, and nothing was written. Any change to a step starts it again.")
        self._served().show_problem(_("Stopped."), advice, "info")

    def _load(self) -> None:
        """Take a mapping from a file, as the command line would."""
        kinds = _("Mappings (*.toml);;All files (*)")
        path = self._chooser.file_to_open(self._window, _("Load a mapping"), kinds, MAPPING)
        if path is None or self._draft is None:
            return
        try:
            mapping = read_mapping(bytes_of(path, mapping_file.MOST_BYTES), self._draft.register)
        except ReviewError as error:
            self._served().show_problem(error.title, _advice(error))
            return
        job = jobs.mapping(self._draft, mapping)
        self._run(
            job, _("Reading the file …"), lambda draft: self._take_mapped(cast("Draft", draft), mapping)
        )

    def _take_mapped(self, draft: Draft, mapping: FieldMapping) -> None:
        self._change(draft)
        if unused := mapping.unused(draft.inventory):
            words = ngettext(
                "{n} column that the mapping names is not in this file.",
                "{n} columns that the mapping names are not in this file.",
                len(unused),
            )
            self._served().notice.show_message(words.format(n=len(unused)), ", ".join(unused), "info")

    def _save(self) -> None:
        """Write the mapping where the person wants it, for the command line or for a colleague."""
        if self._draft is None or self._found is None:
            return
        suggested = self._chooser.folder(MAPPING) / _("mapping.toml")
        kinds = _("Mappings (*.toml)")
        path = self._chooser.file_to_make(self._window, _("Save this mapping"), suggested, kinds, MAPPING)
        if path is None:
            return
        page = self._served()
        try:
            write_whole(path, write_mapping(kept_mapping(self._found)))
        except ReviewError as error:
            page.show_problem(error.title, error.advice)
        else:
            page.notice.show_message(_("The mapping is saved."), path.name, "ok")

    def _import(self) -> None:
        """Say that it is being written, then write."""
        if self._draft is not None and self._found is not None:
            self._served().show_writing(_("Writing …"))
            QTimer.singleShot(0, self, self._write)

    def _write(self) -> None:
        """Make the one edit. What cannot be written leaves draft and review as they are."""
        if self._draft is None or self._found is None or self._bridge is None or self._page is None:
            return
        page, draft, found = self._page, self._draft, self._found
        self._is_importing = True
        try:
            edit = import_edit(found)
            self._bridge.do(edit)
        except ReviewError as error:
            page.show_rest()
            page.show_problem(error.title, _advice(error))
        else:
            page.show_rest()
            self._forget()
            self._show_imported(found, self._remember(draft, found), [change.key for change in edit.changes])
        finally:
            self._is_importing = False

    def _show_imported(self, found: Preview, is_remembered: bool, keys: list[str]) -> None:
        """Show the register with what came in; where other entries were there before, it is chosen."""
        self._wishes.follow(f"register:{found.register}")
        words = imported_words(found)
        if not is_remembered:
            words = _("{words} The mapping could not be kept for next time.").format(words=words)
        self._wishes.show_done(words)
        page = self._wishes.page
        if page.page_id == "registers" and self._bridge is not None:
            are_all = len(self._bridge.workspace.snapshot.entries(found.register)) == len(keys)
            cast("RegistersPage", page).choose(keys[:1] if are_all else keys)

    def _remember(self, draft: Draft, found: Preview) -> bool:
        """A mapping that cannot be kept is no reason not to import."""
        try:
            remember(draft, found, self._folder)
        except SettingsNotSavedError:
            return False
        return True

    def _give_up(self) -> None:
        self._stop()
        register = self._served().register or (self._draft.register if self._draft is not None else None)
        self._forget()
        self._wishes.follow(f"register:{register}" if register else "page:registers")

    def _forget(self) -> None:
        """Nothing of the draft stays, and the page shows that."""
        self._drop()
        if self._page is not None:
            self._page.register = None
            self._page.show_nothing()

    def _drop(self) -> None:
        """Nothing of the draft stays."""
        self._draft = self._found = self._looked_at = None
        self._step = 0

    def _served(self) -> ImportPage:
        assert self._page is not None  # noqa: S101  (only a page that is served wants anything)
        return self._page


def _advice(error: ReviewError) -> str:
    """What to do, and where that is known, what exactly is wrong."""
    advice = _("Nothing has changed.") if isinstance(error, MappingError) else error.advice
    details = str(error)
    return advice if details == error.title else f"{details} {advice}"
