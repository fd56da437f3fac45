"""The words that the command line understands, and the help for them."""

import argparse
from functools import partial
from pathlib import Path
from typing import TypeAlias

from app.cli.keeping_arguments import add_keeping
from app.cli.linting import add_linting
from app.cli.signing_arguments import add_signing
from app.cli.stationery import add_stationery
from app.exports import Format
from app.i18n import _
from app.map_choice import Maps
from app.redaction import Hidden
from app.register_columns import IMPORTED
from app.start_words import DEMO, SELF_TEST
from app.variants import Variant
from app.version import VERSION
from models.values import NAME, Mode, Reading

BELOW = """\
The passphrase comes from --passphrase-file (its first line), from the variable
PLUMBLINE_PASSPHRASE, or from a prompt. It is never an argument, because other
programs can read those.

exit code: 0 done; 1 refused or failed, and one message says why; 2 the command
was not understood"""

WITHOUT_A_COMMAND = """\
  plumbline          opens the start page
  plumbline FILE     opens a client's review file
  plumbline demo     opens the demo client

examples:
  plumbline new acme.plumbline --client "Acme Ltd" --mode express
  plumbline import acme.plumbline acme.review.json
  plumbline assess acme.plumbline --format text
  plumbline export acme.plumbline --format pdf --out acme.pdf
  plumbline check acme.plumbline

"""


def parser() -> argparse.ArgumentParser:
    """Everything but the three ways to open a window."""
    top = _Parser(
        prog="plumbline",
        usage="plumbline [FILE | demo | COMMAND ...]",
        description=_(
            "Runs an AI governance risk review of a marketing operations stack: offline, on one laptop."
        ),
        epilog=WITHOUT_A_COMMAND + BELOW,
    )
    top.add_argument("--version", action="version", version=f"plumbline {VERSION}")
    commands = top.add_subparsers(
        dest="command", metavar="COMMAND", prog=top.prog, required=True, parser_class=_Parser
    )
    commands.add_parser(DEMO, help=_("open the demo client in a window"))
    commands.add_parser(SELF_TEST, help=_("prove that the program works on this computer, window and all"))
    for add in (_add_new, _add_import, _add_import_register, _add_export, _add_assess, _add_check):
        add(commands)
    add_linting(partial(_command, commands), _add_passphrase)
    add_keeping(partial(_add_about_a_file, commands))
    add_signing(partial(_command, commands), _add_passphrase)
    return top


def _add_new(commands: "_Commands") -> None:
    new = _command(
        commands,
        "new",
        _("make a client's encrypted file and begin its first review"),
        'plumbline new acme.plumbline --client "Acme Ltd" --mode express',
    )
    new.add_argument("file", metavar="FILE", type=Path, help=_("the file to make; it must not be there yet"))
    new.add_argument("--client", metavar="NAME", type=_client, required=True, help=_("the client's name"))
    new.add_argument(
        "--mode",
        choices=[mode.value for mode in Mode],
        default=Mode.STANDARD.value,
        help=_(
            "express: half a day, 28 questions; standard (the default): one to two weeks; deep: with evidence"
        ),
    )
    _add_passphrase(new)


def _add_import(commands: "_Commands") -> None:
    bring_in = _command(
        commands,
        "import",
        _("bring a review in from JSON; makes FILE if it is not there"),
        "plumbline import acme.plumbline acme.review.json",
    )
    bring_in.description += _(
        " In a file that is there the review becomes the next review of the engagement, and the one before it"
        " is sealed. The whole JSON file is checked first: if anything in it is wrong, nothing is written."
    )
    bring_in.add_argument("file", metavar="FILE", type=Path, help=_("the client's review file"))
    bring_in.add_argument(
        "review", metavar="REVIEW.json", type=Path, help=_("a review in the interchange format")
    )
    bring_in.add_argument(
        "--as-new-review",
        action="store_true",
        help=_("take it in although it names the client otherwise than FILE does"),
    )
    _add_passphrase(bring_in)


def _add_import_register(commands: "_Commands") -> None:
    take_in = _command(
        commands,
        "import-register",
        _("bring in an inventory that the client keeps, as CSV or XLSX"),
        "plumbline import-register acme.plumbline tools.xlsx --as ai_tools --set process_criticality=3",
    )
    take_in.description += _(
        " Says what was found: encoding, separator, the field of each column, the value of each text, and"
        " problems row by row. What has no field is kept in the notes. It is all one edit, or none."
    )
    take_in.add_argument("file", metavar="FILE", type=Path, help=_("the client's review file"))
    take_in.add_argument("inventory", metavar="INVENTORY", type=Path, help=_("a CSV file or XLSX workbook"))
    take_in.add_argument("--as", dest="register", choices=[name.value for name in IMPORTED], required=True)
    take_in.add_argument(
        "--mapping",
        metavar="M.toml",
        type=Path,
        help=_("which column goes to which field (if not given: guessed)"),
    )
    take_in.add_argument(
        "--sheet", metavar="NAME", help=_("the sheet of a workbook (if not given: the best fit)")
    )
    take_in.add_argument(
        "--set", metavar="FIELD=VALUE", action="append", help=_("a fact for all rows that do not say it")
    )
    take_in.add_argument(
        "--duplicates",
        choices=["skip", "merge", "add"],
        help=_("what to do with names that are there already; merge fills only what is missing"),
    )
    take_in.add_argument("--dry-run", action="store_true", help=_("show what would happen and write nothing"))
    take_in.add_argument(
        "--write-mapping", metavar="M.toml", type=Path, help=_("write down the mapping, to correct or keep")
    )
    _add_passphrase(take_in)


def _add_export(commands: "_Commands") -> None:
    export = _command(
        commands,
        "export",
        _("write a review as JSON, workbook or CSV, its report as PDF or text document, maps or calendar"),
        "plumbline export acme.plumbline --format pdf --out acme.pdf",
    )
    export.description += _(
        " xlsx: a workbook with the registers, answers, risks and actions. csv: the same tables, a file each,"
        " into the folder PATH, or into one file if PATH ends in .zip; text that looks like a formula gets an"
        " apostrophe in front. docx: the report, to be edited. ics: due dates and recurring reviews for a"
        " calendar; nobody is named in it, only roles. png, svg: the two maps as a picture."
        " Variants: full; executive: four pages; client-safe: roles stand for people, and no free text;"
        " register: the registers alone; automated-decision: statements for counsel, one for each use"
        " concerned. pdf and docx have all of them, xlsx and csv full, client-safe and register, json, png"
        " and svg full and client-safe. A variant says on its cover what it leaves out."
    )
    export.add_argument("file", metavar="FILE", type=Path, help=_("the client's review file"))
    export.add_argument("--format", choices=[kind.value for kind in Format], required=True)
    _add_out(export, required=True)
    export.add_argument(
        "--redact",
        choices=[hidden.value for hidden in Hidden],
        help=_("people: without persons' names, notes and free text; names: without names of things either"),
    )
    export.add_argument(
        "--variant",
        choices=[variant.value for variant in Variant],
        default=Variant.FULL.value,
        help=_("for whom it is (if not given: full)"),
    )
    export.add_argument(
        "--map", choices=[maps.value for maps in Maps], help=_("png, svg: which map (if not given: both)")
    )
    add_stationery(export)
    export.add_argument("--bom", action="store_true", help=_("csv: begin each file with a byte order mark"))
    export.add_argument(
        "--review", metavar="ID", help=_("which review, for example R1 (if not given: the newest)")
    )
    _add_passphrase(export)


def _add_assess(commands: "_Commands") -> None:
    assess = _command(
        commands,
        "assess",
        _("compute the risk map without a window"),
        "plumbline assess acme.review.json --format json --out acme.assessment.json",
    )
    assess.description += _(
        " JSON is the assessment format and nothing else. Of a FILE, the newest review is assessed."
    )
    assess.add_argument(
        "source", metavar="REVIEW.json|FILE", type=Path, help=_("a review in JSON, or a review file")
    )
    assess.add_argument("--format", choices=["json", "text"], required=True)
    _add_out(assess, required=False)
    _add_passphrase(assess)


def _add_check(commands: "_Commands") -> None:
    check = _command(
        commands,
        "check",
        _("look a file over: cipher, links between entries, change log"),
        "plumbline check acme.plumbline",
    )
    check.description += _(" Says what is wrong and what to do, and changes nothing in it.")
    check.add_argument("file", metavar="FILE", type=Path, help=_("the client's review file"))
    _add_passphrase(check)


def _add_about_a_file(commands: "_Commands", name: str, purpose: str, example: str) -> "_Parser":
    command = _command(commands, name, purpose, example)
    command.add_argument("file", metavar="FILE", type=Path, help=_("the client's review file"))
    _add_passphrase(command)
    return command


def _command(commands: "_Commands", name: str, purpose: str, example: str) -> "_Parser":
    sentence = f"{purpose[:1].upper()}{purpose[1:]}."
    epilog = _("example:\n  {example}\n\n{below}").format(example=example, below=BELOW)
    return commands.add_parser(name, help=purpose, description=sentence, epilog=epilog)


def _add_out(command: "_Parser", *, required: bool) -> None:
    words = _("the file to write; one that is there is replaced")
    otherwise = "" if required else _(" (if not given: standard output)")
    command.add_argument("--out", metavar="PATH", type=Path, required=required, help=words + otherwise)


def _add_passphrase(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--passphrase-file", metavar="PATH", type=Path, help=_("a file whose first line is the passphrase")
    )


def _client(name: str) -> str:
    reading = Reading()
    NAME.read(name, reading)
    for problem in reading.problems:
        raise argparse.ArgumentTypeError(problem.message)
    return name


class _Parser(argparse.ArgumentParser):
    """A parser that guesses no shortened options and keeps the line ends of its texts."""

    def __init__(
        self,
        prog: str | None = None,
        usage: str | None = None,
        description: str = "",
        epilog: str | None = None,
    ) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_Layout,
            allow_abbrev=False,
        )
        self.description: str = description


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Fills descriptions and keeps the line ends of what stands below the options."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" in text:
            return super()._fill_text(text, width, indent)
        return argparse.HelpFormatter._fill_text(self, text, width, indent)


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"
