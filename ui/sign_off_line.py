"""The line above every page that says a review is sealed, by whom it is signed, or that it changed since."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import ReviewError
from app.i18n import _
from ui.open_review import OpenReview

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.signing.standing import SignOffStanding
    from models.snapshot import Snapshot
    from ui.bridge import WorkspaceBridge


class SignOffLine(QObject):
    """Shows itself with every new state. `go` follows a link."""

    def __init__(self, review: OpenReview, go: "Callable[[str], object]", parent: QObject) -> None:
        super().__init__(parent)
        self._review = review
        self._go = go
        self._sealed: tuple[tuple[object, int], Snapshot] | None = None
        review.shown.connect(self.show)

    def show(self) -> None:
        """Say how it stands with the review that is open."""
        bridge, line = self._review.bridge, self._review.frame.sealed
        if bridge is None:
            self._sealed = None  # nothing of a review outlasts its file
        words = self._words(bridge) if bridge is not None else None
        if words is None:
            line.clear()
            return
        title, advice, kind, button = words
        if line.text != f"{title} {advice}".strip():
            line.show_message(title, advice, kind)
            line.offer(button, lambda: self._go("page:sign_off"))

    def _words(self, bridge: "WorkspaceBridge") -> tuple[str, str, str, str] | None:
        header = bridge.workspace.snapshot.header
        if not header.sealed:
            return self._since(bridge) if header.version > 1 else None
        from app.signing.standing import SignState, sign_off_standing  # noqa: PLC0415  (not before it is needed)

        title = _("This review is sealed: it can only be read.")
        is_followed = any(other.number > header.number for other in bridge.workspace.reviews)
        try:
            standing = sign_off_standing(header, bridge.workspace.sign_offs, is_followed=is_followed)
        except ReviewError:
            return title, "", "info", _("Sign-off")
        if standing.state is SignState.DRAFT or is_followed:
            advice = _("To go on working, choose the newest review above, or begin the next one.")
        else:
            advice = _signed_words(standing)
        return title, advice, "info", _("Sign-off")

    def _since(self, bridge: "WorkspaceBridge") -> tuple[str, str, str, str] | None:
        """That a version which was sealed before is no longer what is shown, as soon as anything moved."""
        from app.signing.changes import is_changed  # noqa: PLC0415  (not before it is needed)

        try:
            before = self._snapshot_before(bridge)
        except (ReviewError, ValueError):
            return None
        if before is None or not is_changed(before, bridge.shown.snapshot):
            return None
        title = _("Changed since sign-off of version {n}.").format(
            n=bridge.workspace.snapshot.header.version - 1
        )
        return title, "", "warn", _("What has changed")

    def _snapshot_before(self, bridge: "WorkspaceBridge") -> "Snapshot | None":
        from app.signing.changes import as_sealed  # noqa: PLC0415  (not before it is needed)
        from app.signing.overview import sealed_before  # noqa: PLC0415  (as above)

        workspace = bridge.workspace
        key = (workspace.store, workspace.snapshot.header.version)
        if self._sealed is None or self._sealed[0] != key:
            ready = sealed_before(workspace.snapshot, workspace.sign_offs)
            if ready is None:
                return None
            log = workspace.store.history(workspace.snapshot.header.id)
            self._sealed = (key, as_sealed(workspace.snapshot, log, ready))
        return self._sealed[1]


def _signed_words(standing: "SignOffStanding") -> str:
    names = ", ".join(one.name for one in standing.signed)
    if not standing.missing:
        return _("Version {n} is signed by {names}.").format(n=standing.version, names=names)
    if not names:
        return _("Version {n} waits for signatures.").format(n=standing.version)
    return _("Version {n} is signed by {names} and waits for more.").format(n=standing.version, names=names)
