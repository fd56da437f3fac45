"""The commands about signatures. What reads and writes them is loaded where it is used: it takes a second."""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

from app.atomic_file import write_whole
from app.cli.errors import NoFileToSealError, NoReportError, NotSoundError, about
from app.cli.exporting import refuse_to_replace
from app.cli.files import held, opened
from app.cli.output import say, warn, write_out
from app.cli.passphrase import IDENTITY_VARIABLE, passphrase
from app.cli.reading import bytes_of
from app.cli.stationery import stationery
from app.i18n import _, ngettext
from app.settings import load_settings
from app.workspace import Workspace
from models.sign_off import ReadyToSign, Signatory, SignRole
from models.storage.new_file import new_file
from models.storage.places import refuse_what_is_taken

MOST_BLOCKERS = 3

if TYPE_CHECKING:
    from app.signing.findings import Verification
    from app.signing.identity import Identity


def identity(asked: Namespace) -> None:
    """Make an identity, show one, or write its public certificate."""
    {"new": _new_identity, "show": _show_identity, "certificate": _write_certificate}[asked.action](asked)


def sign(asked: Namespace) -> None:
    """Sign as the lead reviewer, which seals, or add the sponsor's signature to a report."""
    from app.signing.identity import now  # noqa: PLC0415
    from app.signing.signing_off import sign_as_reviewer, sign_as_sponsor  # noqa: PLC0415

    role = SignRole(asked.role)
    if asked.file is None and role is SignRole.REVIEWER:
        raise NoFileToSealError
    if asked.report is None and role is SignRole.SPONSOR:
        raise NoReportError
    for source in (asked.file, asked.identity):
        if source is not None:
            refuse_to_replace(source, asked.out)
    signer = _identity_of(asked)
    with _workspace(asked) if asked.file is not None else nullcontext() as workspace:
        if role is SignRole.SPONSOR:
            with about(asked.report):
                sign_as_sponsor(
                    bytes_of(asked.report),
                    signer,
                    asked.out,
                    at=now(),
                    position=asked.position,
                    workspace=workspace,
                )
        elif workspace is not None:
            _tell_blockers(asked, workspace)
            sign_as_reviewer(
                workspace,
                signer,
                asked.out,
                at=now(),
                position=asked.position,
                sponsor=asked.sponsor,
                stationery=stationery(asked),
            )
            say(_("{file} is sealed: it can be read, and no longer changed.").format(file=asked.file))
    say(_("{file} is written and signed by {name}.").format(file=asked.out, name=signer.about.name))
    if asked.file is None:
        say(_("To note this signature in the review file, use 'plumbline record-signature' there."))


def sign_off(asked: Namespace) -> None:
    """Say how far the sign-off of the newest review has come, and what has changed since it was sealed."""
    from app.signing.standing import (  # noqa: PLC0415
        earlier_versions,
        sign_off_standing,
        signed_words,
        state_words,
    )

    with opened(asked.file, asked.passphrase_file, read_only=True) as store, about(asked.file):
        workspace = Workspace(store, store.reviews()[-1].id, load_settings().who)
        header, records = workspace.snapshot.header, workspace.sign_offs
        now = sign_off_standing(header, records)
        earlier = earlier_versions(header, records)
        changed = _changed(workspace, earlier[0].ready) if earlier and now.ready is None else ()
    for standing in (now, *earlier):
        say(state_words(standing))
        for one in standing.signed:
            say("  " + signed_words(one))
    for line in changed:
        say(line)


def record_signature(asked: Namespace) -> None:
    """Note a sponsor's signature that was made elsewhere, or keep a scan."""
    from app.signing.identity import now  # noqa: PLC0415
    from app.signing.signing_off import take_in, take_in_scan  # noqa: PLC0415

    with _workspace(asked) as workspace, about(asked.report):
        if asked.by_hand is None:
            record = take_in(workspace, bytes_of(asked.report), now())
        else:
            signatory = Signatory(role=SignRole(asked.role), name=asked.by_hand)
            record = take_in_scan(workspace, asked.report, signatory, now())
    say(_("The signature of {name} is noted in {file}.").format(name=record.name, file=asked.file))
    if asked.by_hand is not None:
        say(_("It is a scan: what it shows is for people to judge, and not bound to the seal by any digits."))


def reopen(asked: Namespace) -> None:
    """Open the newest review again, as its next version."""
    with _workspace(asked) as workspace:
        workspace.reopen(asked.reason)
        version = workspace.snapshot.header.version
    say(_("{file} can be changed again; it is version {n} now.").format(file=asked.file, n=version))


def verify(asked: Namespace) -> None:
    """Check a report. Raises NotSoundError, after all is printed, if it should not be relied on as it is."""
    from app.signing.against import known_reviews  # noqa: PLC0415
    from app.signing.proof_words import lines, verdict  # noqa: PLC0415
    from app.signing.verification import verify as check  # noqa: PLC0415

    data = bytes_of(asked.report)
    known = None
    if asked.against is not None:
        with opened(asked.against, asked.passphrase_file, read_only=True) as store, about(asked.against):
            known = known_reviews(store)
    found = check(data, known)
    if asked.format == "json":
        write_out(_as_json(found))
    else:
        for line in lines(found):
            say(line)
    if not found.is_sound:
        with about(asked.report):
            raise NotSoundError(verdict(found))


def extract(asked: Namespace) -> None:
    """Write the data that ride in a report into a folder."""
    from app.signing.extracting import extract_to  # noqa: PLC0415

    data = bytes_of(asked.report)
    with about(asked.report):
        written = extract_to(data, asked.out)
    for path in written:
        say(_("{file} is written.").format(file=path))


def _new_identity(asked: Namespace) -> None:
    from app.signing.identity import new_identity, now  # noqa: PLC0415
    from app.signing.identity_file import write_identity  # noqa: PLC0415
    from app.signing.proof_words import certificate_lines  # noqa: PLC0415

    with about(asked.out):
        refuse_what_is_taken(asked.out)
    made = new_identity(asked.name, organisation=asked.organisation, email=asked.email, now=now())
    secret = passphrase(asked.identity_passphrase_file, is_new=True, variable=IDENTITY_VARIABLE)
    data = write_identity(made, secret)
    with about(asked.out), new_file(asked.out) as draft:  # for its owner's eyes only
        draft.write_bytes(data)
    say(
        _("{file} is made. Keep it as you keep a key; nobody can make its passphrase anew.").format(
            file=asked.out
        )
    )
    _say_all(certificate_lines(made.about))


def _show_identity(asked: Namespace) -> None:
    from app.signing.proof_words import certificate_lines  # noqa: PLC0415

    _say_all(certificate_lines(_identity_of(asked).about))


def _write_certificate(asked: Namespace) -> None:
    from app.signing.identity import certificate_bytes  # noqa: PLC0415
    from app.signing.proof_words import stranger_lines  # noqa: PLC0415

    refuse_to_replace(asked.identity, asked.out)
    shown = _identity_of(asked)
    data = certificate_bytes(shown.certificate, as_text=asked.out.suffix.lower() == ".pem")
    with about(asked.out):
        write_whole(asked.out, data)
    say(_("{file} is written.").format(file=asked.out))
    _say_all(stranger_lines(shown.about))


def _identity_of(asked: Namespace) -> "Identity":
    from app.signing.identity_file import read_identity  # noqa: PLC0415

    data = bytes_of(asked.identity)
    secret = passphrase(asked.identity_passphrase_file, variable=IDENTITY_VARIABLE)
    with about(asked.identity):
        return read_identity(data, secret)


@contextmanager
def _workspace(asked: Namespace) -> Iterator[Workspace]:
    """The newest review of a file, held against other windows and to be written to."""
    with held(asked.file), opened(asked.file, asked.passphrase_file) as store:
        with about(asked.file):
            workspace = Workspace(store, store.reviews()[-1].id, load_settings().who)
        yield workspace


def _tell_blockers(asked: Namespace, workspace: Workspace) -> None:
    """Warn of what the window would not seal with. Raises BlockersOpenError if that is not wanted."""
    from app.cli.linting import BlockersOpenError, open_blockers  # noqa: PLC0415

    found = open_blockers(workspace.snapshot, workspace.assessment, asked.file)
    if not found:
        return
    n, left = len(found), len(found) - MOST_BLOCKERS
    count = ngettext("{n} blocker is open in {file}.", "{n} blockers are open in {file}.", n)
    lines = [count.format(n=n, file=asked.file), *(f"  {one.words}" for one in found[:MOST_BLOCKERS])]
    if left > 0:
        lines.append(ngettext("  and {n} more", "  and {n} more", left).format(n=left))
    warn((*lines, _("See: plumbline lint {file}").format(file=asked.file)))
    if asked.refuse_blockers:
        with about(asked.file):
            raise BlockersOpenError


def _changed(workspace: Workspace, ready: ReadyToSign | None) -> Iterable[str]:
    from app.assessment import assess  # noqa: PLC0415
    from app.signing.changes import as_sealed, changes_between  # noqa: PLC0415
    from app.signing.proof_words import change_lines  # noqa: PLC0415

    if ready is None:
        return ()
    log = workspace.store.history(workspace.snapshot.header.id)
    before = as_sealed(workspace.snapshot, log, ready)
    changes = changes_between((before, assess(before)), (workspace.snapshot, workspace.assessment))
    return tuple(change_lines(changes))


def _as_json(found: "Verification") -> bytes:
    body = {
        "sound": found.is_sound,
        "grade": found.grade.value,
        "sha256": found.sha256,
        "seal": found.seal,
        "signatures": [
            {
                "role": one.role.value if one.role else None,
                "name": one.name,
                "certificate": one.fingerprint,
                "at": one.at.isoformat() if one.at else None,
                "findings": [
                    {"code": f.code, "grade": f.grade.value, "words": f.words} for f in one.findings
                ],
            }
            for one in found.signatures
        ],
        "findings": [{"code": f.code, "grade": f.grade.value, "words": f.words} for f in found.findings],
        "changed": None if found.changes is None else bool(found.changes),
    }
    return f"{json.dumps(body, ensure_ascii=False, indent=1)}\n".encode()


def _say_all(lines: Iterable[str]) -> None:
    for line in lines:
        say(line)
