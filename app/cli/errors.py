"""What the command line itself can refuse, and where an error happened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import ReviewError


class InputNotReadError(ReviewError):
    """A file that was named could not be read."""

    title = "The file cannot be read"
    advice = "Check its name and folder, and that you may read it."


class NoPassphraseGivenError(ReviewError):
    """A passphrase is needed, none was given, and there is no terminal to ask on."""

    title = "A passphrase is needed"
    advice = (
        "Give it with --passphrase-file or in the variable PLUMBLINE_PASSPHRASE, or run this in a terminal."
    )


class PassphrasesDifferError(ReviewError):
    """A new passphrase was not typed the same twice."""

    title = "The two passphrases are not the same"
    advice = "Run the command again and type the same passphrase twice."


class OtherClientError(ReviewError):
    """The review to import is about another client than the file."""

    title = "This review is about another client than the file"
    advice = (
        "Import it into a file of its own. If it is the same client under another name, add --as-new-review."
    )


class WouldOverwriteError(ReviewError):
    """The place to write to is the file that is being read."""

    title = "The output would replace the file that it is made from"
    advice = "Give another name with --out."


class BomWithoutCsvError(ReviewError):
    """A byte order mark was asked for where there is none."""

    title = "Only CSV files can have a byte order mark"
    advice = "Leave --bom out, or ask for --format csv."


class MapWithoutPictureError(ReviewError):
    """A map was chosen for a format that is no picture."""

    title = "Only pictures can be of one map"
    advice = "Leave --map out, or ask for --format png or svg."


class NothingToPrintOnError(ReviewError):
    """A paper or a firm's template was asked for with a format that has neither."""

    title = "Only PDF, DOCX and XLSX have a paper and a firm's template"
    advice = "Leave --paper and --template out, or ask for --format pdf, docx or xlsx."


class NotPrintedError(ReviewError):
    """Standard output could not take all of the result."""

    title = "The result could not be printed"
    advice = "See that there is room where it goes to, or write it to a file with --out."


class NotReadToItsEndError(ReviewError):
    """The program that read our standard output stopped reading."""

    title = "The result was not read to its end"
    advice = "That is all right if you did not want more of it."


class FaultyFileError(ReviewError):
    """A check found something wrong; the text has a line for each thing."""

    title = "Something is wrong with this file"
    advice = "Keep a copy of the file as it is before you do anything else."


class WindowNotOpenedError(ReviewError):
    """The window's libraries cannot be loaded; the commands without a window still work."""

    title = "The window cannot be opened: a library is missing"
    advice = "Run 'python3 packaging/develop.py demo', which installs or names it."


class NoSuchFileOrCommandError(ReviewError):
    """What was typed is neither a file nor a command."""

    title = "There is no such file"
    advice = "Check its name and folder. 'plumbline new' makes a file; 'plumbline --help' lists the commands."


class NotConfirmedError(ReviewError):
    """Something that cannot be undone was asked for without saying that it is meant."""

    title = "This cannot be undone"
    advice = "If you mean it, run the command again with --yes."


class NotSoundError(ReviewError):
    """A report that was checked is not signed as it should be, or was altered; the text is the verdict."""

    title = "This report does not hold"
    advice = "Everything that was found is printed above. Ask the signers for the file as they have it."


class NoFileToSealError(ReviewError):
    """A reviewer wants to sign, and no review file was named."""

    title = "A reviewer signs a review file"
    advice = "Name it: plumbline sign FILE --role reviewer --identity ID.p12 --out REPORT.pdf"


class NoReportError(ReviewError):
    """A sponsor wants to sign, and no report was named."""

    title = "A sponsor signs the report that the reviewer signed"
    advice = "Name it with --report REPORT.pdf."


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Whatever goes wrong in here is said to be about this file."""
    try:
        yield
    except ReviewError as error:
        error.add_note(str(path))
        raise
