"""Makes a new review file out of what a damaged one still holds, and says what was saved and what was not."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from app.attachments import attachment_of
from app.i18n import _, ngettext
from app.integrity import faults
from app.packs import built_in_pack
from models.storage import create_file
from models.storage.key import FileKey, KeyCost, file_key
from models.storage.opening import salt_of
from models.storage.places import refuse_what_is_taken
from models.storage.rescue import Rescued, rescue

WHO = "plumbline rescue"


@dataclass(frozen=True, slots=True)
class RescueReport:
    """What came of a rescue: the pages that could be read, what was saved, what is lost, what now dangles."""

    saved: Rescued
    entries: int
    dangling: tuple[str, ...]
    files_lost: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return not (self.saved.unreadable_pages or self.saved.lost or self.dangling or self.files_lost)

    def lines(self) -> tuple[str, ...]:
        """The report in words, a line each."""
        saved = self.saved
        lines = [
            _("{good} of {all} pages of the file could be read.").format(
                good=saved.pages - saved.unreadable_pages, all=saved.pages
            ),
            ngettext("{n} review was saved.", "{n} reviews were saved.", len(saved.reviews)).format(
                n=len(saved.reviews)
            ),
            ngettext("{n} entry was saved.", "{n} entries were saved.", self.entries).format(n=self.entries),
        ]
        if saved.from_the_log:
            words = ngettext(
                "{n} of them was only in the change log.",
                "{n} of them were only in the change log.",
                saved.from_the_log,
            )
            lines.append(words.format(n=saved.from_the_log))
        if not saved.is_own_pack:
            lines.append(_("The question pack was lost; the built-in one stands in for it."))
        if saved.attachments:
            n = len(saved.attachments)
            words = ngettext("{n} evidence file was saved.", "{n} evidence files were saved.", n)
            lines.append(words.format(n=n))
        lines += [_("Evidence file lost: {entry}").format(entry=entry) for entry in self.files_lost]
        lines += [_("Lost: {entry}").format(entry=entry) for entry in saved.lost]
        lines += [_("Look at: {entry}").format(entry=entry) for entry in self.dangling]
        lines.append(_("The change log begins anew in the new file; the damaged file was left as it is."))
        return tuple(lines)


def rescue_file(
    path: Path,
    passphrase: str,
    out: Path,
    *,
    key: FileKey | None = None,
    salt: bytes | None = None,
    cost: KeyCost | None = None,
) -> RescueReport:
    """Save what can be saved of `path` into a new file `out` with the same passphrase.

    `key` stands in for the passphrase's, `salt` for the file's own where its first bytes are damaged: a copy
    of the file has the same. Raises FileAlreadyThereError before anything is read, the errors of `salt_of`,
    WrongPassphraseError, DamagedFileError, or the errors of create_file.
    """
    refuse_what_is_taken(out)
    if key is None:
        key = file_key(passphrase, salt or salt_of(path), cost)
    saved = rescue(path, key, built_in_pack())
    first, *following = saved.reviews
    with create_file(out, passphrase, first, who=WHO, cost=cost) as store:
        for content in saved.attachments.values():
            store.attach(BytesIO(content))
        for review in following:
            store.begin_review(review, who=WHO)
    return RescueReport(
        saved=saved,
        entries=sum(len(review.entries(name)) for review in saved.reviews for name in review.registers),
        dangling=tuple(
            f"{review.header.id}, {fault.register} {fault.key}, {fault.field_path}: {fault.message}"
            for review in saved.reviews
            for fault in faults(review)
        ),
        files_lost=tuple(
            f"{review.header.id}, {item.id}"
            for review in saved.reviews
            for item in review.evidence.values()
            if (kept := attachment_of(item)) is not None and kept.sha256 not in saved.attachments
        ),
    )
