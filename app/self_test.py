"""Proves a built program on the machine where it stands: a review from an empty file to a verified signature.

What is proven is what people use: the commands of the command line, on real files in a folder of their own.
Nothing of the person's is touched. The window adds its pages to these steps, see `ui.self_test`.
"""

import hashlib
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import resources
from app.i18n import _
from models.pack import QuestionKind

PASSPHRASE = "five calm owls at noon"  # noqa: S105  (of files that live as long as the self-test)
NO_PART = 16 * 1024  # bytes; no report and no workbook of the demo is smaller
EXPORTED = ("pdf", "docx", "xlsx", "json", "ics")


class SelfTestFailedError(Exception):
    """A step did not come out as it must; the text says how."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that must work: what is said of it, and the work. The work returns what is worth adding."""

    words: str
    work: Callable[[], str]


def steps(folder: Path) -> Iterator[Step]:
    """All steps that need no window, in order; each builds on those before. They write into `folder`."""
    file, secret = folder / "client.plumbline", folder / "secret"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    demo = resources.path("demo", "ferrowick.review.json")
    own = ("--passphrase-file", secret)
    identity = folder / "reviewer.p12"
    signer = ("--identity", identity, "--identity-passphrase-file", secret)
    first, second, changed = folder / "first.pdf", folder / "second.pdf", folder / "changed.pdf"

    yield Step(_("Make an encrypted file"), partial(_make, file, own))
    yield Step(_("Keep an answer"), partial(_keep_an_answer, file))
    yield Step(
        _("Bring in the demo client's review"), partial(_run, "import", file, demo, "--as-new-review", *own)
    )
    yield Step(_("Assess it as the method prescribes"), partial(_assess, file, folder / "map.json", own))
    for kind in EXPORTED:
        words = _("Export as {format}").format(format=kind.upper())
        yield Step(words, partial(_export, file, kind, folder / f"export.{kind}", own))
    yield Step(_("Copy the file, and put the copy back"), partial(_copy_and_restore, file, own))
    yield Step(
        _("Make a signing identity"),
        partial(_run, "identity", "new", "--name", "Self Test", "--out", identity, signer[-2], secret),
    )
    yield Step(
        _("Seal the review and sign the report"),
        partial(_run, "sign", file, "--role", "reviewer", "--out", first, *signer, *own),
    )
    yield Step(
        _("Sign it as the sponsor"),
        partial(_run, "sign", file, "--role", "sponsor", "--report", first, "--out", second, *signer, *own),
    )
    yield Step(_("Verify the signed report"), partial(_run, "verify", second, "--against", file, *own))
    yield Step(_("Refuse a report with one changed byte"), partial(_refuse_changed, second, changed))
    yield Step(_("Find the file sound"), partial(_run, "check", file, *own))


def carry_out(planned: Iterator[Step] | Sequence[Step], say: Callable[[str], None]) -> int:
    """Take the steps and say one line for each; gives how many failed. The rest goes on."""
    failed = 0
    for step in planned:
        try:
            found = step.work()
        except Exception as error:  # noqa: BLE001  (whatever it is, the line says so and the next step is taken)
            failed += 1
            say(f"FAILED  {step.words}: {type(error).__name__}: {error}")
        else:
            say(f"ok      {step.words}" + (f" ({found})" if found else ""))
    return failed


def _run(*arguments: object) -> str:
    """A command of the command line; gives nothing. Raises SelfTestFailedError with what it said."""
    code, said = _command(arguments)
    if code != 0:
        raise SelfTestFailedError(said.strip() or f"exit code {code}")
    return ""


def _command(arguments: Sequence[object]) -> tuple[int, str]:
    from app import cli  # noqa: PLC0415  (it loads the storage)

    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = cli.main([str(each) for each in arguments])
    return code, said.getvalue()


def _make(file: Path, own: Sequence[object]) -> str:
    _run("new", file, "--client", "Self-test", "--mode", "express", *own)
    if b"Self-test" in file.read_bytes():
        raise SelfTestFailedError("the file can be read without its passphrase")
    return ""


def _keep_an_answer(file: Path) -> str:
    from app.answering import Answering  # noqa: PLC0415
    from app.review_files import open_review_file  # noqa: PLC0415

    workspace = open_review_file(file, PASSPHRASE, who="self-test")
    question = next(each for each in workspace.snapshot.pack.questions if each.kind is QuestionKind.MATURITY)
    edit = Answering(workspace.snapshot, question).value(2)
    if edit is None:
        raise SelfTestFailedError("there was nothing to answer")
    workspace.apply(edit)
    workspace.close()
    again = open_review_file(file, PASSPHRASE, who="self-test")
    kept = again.snapshot.answers_by_question.get(question.id, ())
    again.close()
    if [each.value for each in kept] != [2]:
        raise SelfTestFailedError("the answer is not in the file")
    return ""


def _assess(file: Path, out: Path, own: Sequence[object]) -> str:
    _run("assess", file, "--format", "json", "--out", out, *own)
    found = hashlib.sha256(out.read_bytes()).hexdigest()
    if found != resources.read_text("demo", "ferrowick.assessment.sha256").strip():
        raise SelfTestFailedError(f"another assessment came out: SHA-256 {found}")
    return found[:12]


def _export(file: Path, kind: str, out: Path, own: Sequence[object]) -> str:
    _run("export", file, "--format", kind, "--out", out, *own)
    size = out.stat().st_size
    if size < (NO_PART if kind != "ics" else 1):
        raise SelfTestFailedError(f"only {size} bytes")
    return f"{size:,} bytes"


def _copy_and_restore(file: Path, own: Sequence[object]) -> str:
    from models.storage.copy_names import folder_beside  # noqa: PLC0415

    _run("backup", file, "--name", "self-test", *own)
    copy = next(folder_beside(file).iterdir(), None)
    if copy is None:
        raise SelfTestFailedError("no copy was made beside the file")
    return _run("restore", file, copy, *own)


def _refuse_changed(report: Path, changed: Path) -> str:
    data = bytearray(report.read_bytes())
    data[len(data) // 2] ^= 1
    changed.write_bytes(data)
    code, _said = _command(("verify", changed))
    if code == 0:
        raise SelfTestFailedError("it was called sound")
    return ""


def say(line: str) -> None:
    """Print a line at once, so that a program that hangs shows where."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
