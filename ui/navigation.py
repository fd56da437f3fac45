"""Where one can go in the window: the table of pages, and which page a link leads to."""

from dataclasses import dataclass
from importlib import import_module

from app.i18n import _
from ui.page import Page
from ui.theme import Theme

START = "start"
SETTINGS = "settings"
HELP = "help"
RISK_MAP = "risk_map"
REGISTERS = "registers"
SECTION = "section"
SEARCH = "search"
LOCK = "lock"


@dataclass(frozen=True, slots=True)
class PageKind:
    """One kind of page: its id, words and icon, and the class that shows it, imported when first asked for.

    `needs_review` pages are offered only while a review is open. A page `under` another one is reached from
    there, and is not offered by itself.
    """

    page_id: str
    words: str
    icon: str
    module: str
    class_name: str
    needs_review: bool = True
    under: str = ""

    def make(self, theme: Theme) -> Page:
        """A new page of this kind."""
        page: Page = getattr(import_module(self.module), self.class_name)(theme)
        return page


def _noted(words: str) -> str:
    """Mark words for translation; they are translated where they are shown."""
    return words


PAGES: tuple[PageKind, ...] = (
    PageKind(START, _noted("Review files"), "house", "ui.pages.start_page", "StartPage", needs_review=False),
    PageKind("scene", _noted("Scene"), "flag", "ui.pages.scene_page", "ScenePage"),
    PageKind(REGISTERS, _noted("Registers"), "table-2", "ui.pages.registers_page", "RegistersPage"),
    PageKind(
        "import",
        _noted("Import an inventory"),
        "upload",
        "ui.register_import.page",
        "ImportPage",
        under=REGISTERS,
    ),
    PageKind(SECTION, _noted("Sections"), "message-square", "ui.pages.section_page", "SectionPage"),
    PageKind(RISK_MAP, _noted("Risk map"), "map", "ui.pages.risk_map_page", "RiskMapPage"),
    PageKind("fix_first", _noted("Fix first"), "list-ordered", "ui.pages.fix_first_page", "FixFirstPage"),
    PageKind("report", _noted("Report"), "file-text", "ui.pages.report_page", "ReportPage"),
    PageKind("sign_off", _noted("Sign-off"), "pencil", "ui.pages.sign_off_page", "SignOffPage"),
    PageKind(
        "before_report",
        _noted("Before the report"),
        "list-ordered",
        "ui.pages.before_page",
        "BeforePage",
        under="report",
    ),
    PageKind(SEARCH, _noted("Search"), "search", "ui.pages.search_page", "SearchPage"),
    PageKind("history", _noted("History"), "history", "ui.pages.history_page", "HistoryPage"),
    PageKind(
        "restore_points",
        _noted("Restore points"),
        "undo-2",
        "ui.pages.restore_page",
        "RestorePage",
        under=START,
    ),
    PageKind(
        "verify",
        _noted("Check a report"),
        "circle-check",
        "ui.pages.verify_page",
        "VerifyPage",
        needs_review=False,
        under=START,
    ),
    PageKind(
        "identities",
        _noted("Signing identities"),
        "lock",
        "ui.pages.identities_page",
        "IdentitiesPage",
        needs_review=False,
        under=START,
    ),
    PageKind("duties", _noted("Data duties"), "info", "ui.pages.duties_page", "DutiesPage", under=START),
    PageKind(
        SETTINGS, _noted("Settings"), "settings", "ui.pages.settings_page", "SettingsPage", needs_review=False
    ),
    PageKind(
        HELP, _noted("Help"), "circle-question-mark", "ui.pages.help_page", "HelpPage", needs_review=False
    ),
    PageKind(
        LOCK, _noted("Locked"), "lock", "ui.pages.lock_page", "LockPage", needs_review=False, under=START
    ),
)
PAGE_KINDS = {kind.page_id: kind for kind in PAGES}

# Which page shows what a link names.
_PAGE_OF = {
    "question": SECTION,
    "answer": SECTION,
    "section": SECTION,
    "entry": REGISTERS,
    "register": REGISTERS,
    "import": "import",
    "risk": RISK_MAP,
    "cell": RISK_MAP,
    "action": "fix_first",
    "search": SEARCH,
    "history": "history",
    "help": HELP,
}
_ELSEWHERE = {
    "participants": "scene",
    "sessions": "scene",
    "engagement": "scene",
    "action_plan": "fix_first",
}


# How many slashes a link has that names an entry of this kind, and no field of it.
_SLASHES_BEFORE_FIELDS = {"entry": 1, "answer": 1, "action": 0, "risk": 0}


@dataclass(frozen=True, slots=True)
class Destination:
    """A page, and the place on it that is to be shown."""

    page_id: str
    place: str = ""

    @property
    def is_field(self) -> bool:
        """Whether the place is a field to type in: of an entry or a decision, or the note of an answer."""
        kind, _colon, name = self.place.partition(":")
        return name.count("/") > _SLASHES_BEFORE_FIELDS.get(kind, name.count("/"))


def destination(link: str) -> Destination | None:
    """Where a link leads; None where nothing is known by that name. See ui.page for the links."""
    kind, _colon, rest = link.partition(":")
    if kind == "page":
        page_id, _colon, section = rest.partition(":")
        if page_id not in PAGE_KINDS:
            return None
        return Destination(page_id, f"section:{section}" if section else "")
    if kind == "entry" and rest.split("/")[0] in _ELSEWHERE:
        return Destination(_ELSEWHERE[rest.split("/")[0]], link)
    return Destination(_PAGE_OF[kind], link) if kind in _PAGE_OF else None


def lasting_link(there: Destination) -> str:
    """The link to a place that may be remembered beyond today: without the id of anything the client has.

    Nothing for pages that a person only passes through.
    """
    kind, _colon, rest = there.place.partition(":")
    page = PAGE_KINDS[there.page_id]
    if there.page_id == SEARCH or page.under or not page.needs_review:
        return ""
    if kind in {"question", "section", "register"}:
        return there.place
    if kind == "entry" and there.page_id == "registers":
        return f"register:{rest.split('/')[0]}"
    return f"page:{there.page_id}"


def words_of(page_id: str) -> str:
    """A page's name in the person's language."""
    return _(PAGE_KINDS[page_id].words)
