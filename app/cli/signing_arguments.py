"""The words of the commands about signatures: identity, sign, verify, extract, reopen."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from app.cli.stationery import add_stationery
from app.i18n import _
from models.sign_off import SignRole

# Makes a command from its name, its purpose and an example, with nothing asked for yet.
BareCommand: TypeAlias = Callable[[str, str, str], ArgumentParser]
AddPassphrase: TypeAlias = Callable[[ArgumentParser], None]
IN_REPORT = (SignRole.REVIEWER.value, SignRole.SPONSOR.value)


def add_signing(add: BareCommand, add_passphrase: AddPassphrase) -> None:
    """Add the commands: identity, sign, sign-off, record-signature, reopen, verify, extract."""
    _add_identity(add)
    _add_sign(add, add_passphrase)
    status = add(
        "sign-off",
        _("say how far the sign-off has come, and what has changed since"),
        "plumbline sign-off acme.plumbline",
    )
    _add_file(status)
    add_passphrase(status)
    _add_record(add, add_passphrase)
    reopen = add(
        "reopen",
        _("open a sealed review for edits again; it becomes the next version"),
        'plumbline reopen acme.plumbline --reason "A connector was missing"',
    )
    _add_file(reopen)
    reopen.add_argument(
        "--reason", metavar="TEXT", required=True, help=_("why; it stands in the audit trail")
    )
    add_passphrase(reopen)
    _add_verify(add, add_passphrase)
    extract = add(
        "extract",
        _("take the data out of a report: the review and the assessment as JSON"),
        "plumbline extract report.pdf --out data",
    )
    _add_report(extract)
    extract.add_argument(
        "--out", metavar="DIR", type=Path, required=True, help=_("the folder to write to; made if needed")
    )


def _add_identity(add: BareCommand) -> None:
    identity = add(
        "identity",
        _("make a signing identity, look at one, or give out its public certificate"),
        'plumbline identity new --name "Ana López" --out ana.p12',
    )
    actions = identity.add_subparsers(dest="action", metavar="ACTION", required=True)
    new = actions.add_parser("new", help=_("make an identity"))
    new.add_argument(
        "--name", metavar="NAME", required=True, help=_("the person's name, as readers will see it")
    )
    new.add_argument("--organisation", metavar="NAME", default="", help=_("where the person works"))
    new.add_argument("--email", metavar="ADDRESS", default="", help=_("the person's e-mail address"))
    new.add_argument(
        "--out",
        metavar="ID.p12",
        type=Path,
        required=True,
        help=_("the file to make; it must not be there yet"),
    )
    show = actions.add_parser("show", help=_("say what an identity is, and what strangers' readers will say"))
    certificate = actions.add_parser(
        "certificate", help=_("write the public certificate, to be given to anybody")
    )
    for one in (show, certificate):
        one.add_argument("identity", metavar="ID.p12", type=Path, help=_("an identity"))
    certificate.add_argument(
        "--out",
        metavar="CERT.cer",
        type=Path,
        required=True,
        help=_("the file to write; .pem writes text, everything else DER"),
    )
    for one in (new, show, certificate):
        _add_identity_passphrase(one)


def _add_sign(add: BareCommand, add_passphrase: AddPassphrase) -> None:
    sign = add(
        "sign",
        _("sign the report: seal the review and sign as reviewer, or add the sponsor's signature"),
        "plumbline sign acme.plumbline --role reviewer --identity ana.p12 --out report.pdf",
    )
    sign.description = _(
        "{purpose} The reviewer's call seals the review, writes its report and signs it. The sponsor's takes"
        " that report, adds the second signature and locks it; without FILE it works on any machine, and"
        " record-signature notes the result later. Paper and template are for the"
        " reviewer's call, which warns of the blockers that 'plumbline lint' finds. The SHA-256 of what"
        " was signed stands in the audit trail."
    ).format(purpose=sign.description)
    sign.add_argument("file", metavar="FILE", type=Path, nargs="?", help=_("the client's review file"))
    sign.add_argument("--role", choices=IN_REPORT, required=True, help=_("as what to sign"))
    sign.add_argument(
        "--identity", metavar="ID.p12", type=Path, required=True, help=_("the signer's identity")
    )
    sign.add_argument(
        "--report", metavar="REPORT.pdf", type=Path, help=_("sponsor: the report as the reviewer signed it")
    )
    sign.add_argument(
        "--out", metavar="REPORT.pdf", type=Path, required=True, help=_("the signed report to write")
    )
    sign.add_argument("--position", metavar="TEXT", default="", help=_("the signer's job title"))
    sign.add_argument(
        "--sponsor", metavar="NAME", default="", help=_("reviewer: who will sign for the client")
    )
    sign.add_argument(
        "--refuse-blockers",
        action="store_true",
        help=_("reviewer: do not seal while the check before the report has blockers (if not given: warn)"),
    )
    add_stationery(sign)
    add_passphrase(sign)
    _add_identity_passphrase(sign)


def _add_record(add: BareCommand, add_passphrase: AddPassphrase) -> None:
    record = add(
        "record-signature",
        _("note a signature that was made elsewhere, or keep the scan of a page signed by hand"),
        "plumbline record-signature acme.plumbline signed.pdf",
    )
    _add_file(record)
    record.add_argument(
        "report", metavar="SIGNED", type=Path, help=_("the report with the sponsor's signature, or the scan")
    )
    record.add_argument(
        "--by-hand",
        metavar="NAME",
        help=_("the file is the scan of a page that NAME signed on paper or screen"),
    )
    record.add_argument(
        "--role",
        choices=[role.value for role in SignRole],
        default=SignRole.SPONSOR.value,
        help=_("with --by-hand: as what (if not given: sponsor)"),
    )
    add_passphrase(record)


def _add_verify(add: BareCommand, add_passphrase: AddPassphrase) -> None:
    verify = add(
        "verify",
        _("check a signed report: signatures, later changes, seal, and what has changed since"),
        "plumbline verify report.pdf --against acme.plumbline",
    )
    verify.description = _(
        "{purpose} Exit code 0 only if every signature is there and holds, and nothing was altered. No server"
        " is asked."
    ).format(purpose=verify.description)
    _add_report(verify)
    verify.add_argument(
        "--against",
        metavar="FILE",
        type=Path,
        help=_("the review file, for its audit trail and later changes"),
    )
    verify.add_argument("--format", choices=["text", "json"], default="text")
    add_passphrase(verify)


def _add_file(command: ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help=_("the client's review file"))


def _add_report(command: ArgumentParser) -> None:
    command.add_argument("report", metavar="REPORT.pdf", type=Path, help=_("a report"))


def _add_identity_passphrase(command: ArgumentParser) -> None:
    command.add_argument(
        "--identity-passphrase-file",
        metavar="PATH",
        type=Path,
        help=_("a file whose first line is the identity's own passphrase"),
    )
