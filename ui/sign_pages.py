"""Serves the pages about signatures: sign-off, checking reports, signing identities."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.file_chooser import FileChooser
from ui.open_review import OpenReview
from ui.page import Page
from ui.sign_off_line import SignOffLine
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.identities_flow import IdentitiesFlow
    from ui.identity_flow import IdentityFlow
    from ui.pages.identities_page import IdentitiesPage
    from ui.pages.sign_off_page import SignOffPage
    from ui.pages.verify_page import VerifyPage
    from ui.sign_off_flow import SignOffFlow
    from ui.verify_flow import VerifyFlow


class Goes(Protocol):
    """The window, as far as one gets about in it."""

    @property
    def page(self) -> Page:
        """The page in view."""

    def follow(self, link: str) -> None:
        """Go where a link leads."""

    def go_back(self) -> None:
        """Go to the page that was in view before."""


class SignPages(QObject):
    """Each page is served once it is made; the flows are made when the first of their pages is."""

    def __init__(
        self, desk: Desk, chooser: FileChooser, goes: Goes, review: OpenReview, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._chooser = chooser
        self._goes = goes
        self._review = review
        self._window = window
        self._identity: IdentityFlow | None = None
        self._identities: IdentitiesFlow | None = None
        self._verify: VerifyFlow | None = None
        self._sign_off: SignOffFlow | None = None
        self._line = SignOffLine(review, goes.follow, self)
        review.shown.connect(self._show_open)

    def serve(self, page: Page) -> None:
        """Listen to what only a page of this kind says."""
        match page.page_id:
            case "sign_off":
                self._serve_sign_off(cast("SignOffPage", page))
            case "verify":
                verify = cast("VerifyPage", page)
                verify.left.connect(self._goes.go_back)
                self._verify_flow().serve(verify)
            case "identities":
                self._serve_identities(cast("IdentitiesPage", page))

    def check_file(self, path: Path) -> None:
        """Check the report in a file, on the page for that."""
        self._goes.follow("page:verify")
        self._verify_flow().check_file(path)

    def leave(self) -> None:
        """The pages go away; what is being done for them is given up."""
        for flow in (self._verify, self._sign_off):
            if flow is not None:
                flow.leave()

    def forget(self) -> None:
        """The review goes away, and with it what was found about its reports."""
        if self._verify is not None:
            self._verify.forget()

    def _show_open(self) -> None:
        if self._verify is not None:
            self._verify.show_open()

    def _who(self) -> str:
        return self._desk.settings.who

    def _theme(self) -> Theme:
        return self._goes.page.theme

    def _identity_flow(self) -> "IdentityFlow":
        from ui.identity_desk import IdentityDesk  # noqa: PLC0415  (not before it is needed)
        from ui.identity_flow import IdentityFlow  # noqa: PLC0415  (as above)

        if self._identity is None:
            desk = IdentityDesk(self._desk.folder)
            self._identity = IdentityFlow(desk, self._chooser, self._theme, self._window)
        return self._identity

    def _verify_flow(self) -> "VerifyFlow":
        from ui.verify_flow import VerifyFlow  # noqa: PLC0415  (not before it is needed)

        if self._verify is None:
            self._verify = VerifyFlow(self._review, self._chooser, self._window)
        return self._verify

    def _serve_identities(self, page: "IdentitiesPage") -> None:
        from ui.identities_flow import IdentitiesFlow  # noqa: PLC0415  (not before it is needed)

        if self._identities is None:
            self._identities = IdentitiesFlow(self._identity_flow(), self._chooser, self._who, self._window)
        page.left.connect(self._goes.go_back)
        self._identities.serve(page)

    def _serve_sign_off(self, page: "SignOffPage") -> None:
        from ui.sign_off_flow import SignOffFlow  # noqa: PLC0415  (not before it is needed)

        if self._sign_off is None:
            self._sign_off = SignOffFlow(
                self._review,
                self._desk,
                self._identity_flow(),
                self._chooser,
                self._theme,
                self._check,
                self._window,
            )
        self._sign_off.serve(page)

    def _check(self, data: bytes, name: str) -> None:
        self._goes.follow("page:verify")
        self._verify_flow().check(data, name)
