"""The options for paper and firm's template, and what they mean."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.branding.template import Stationery
from app.cli.errors import NothingToPrintOnError
from app.i18n import _
from app.paper import Paper

PRINTED = ("pdf", "docx", "xlsx")


def add_stationery(command: ArgumentParser) -> None:
    """Add --paper and --template. Neither asks this computer: a command gives the same file anywhere."""
    command.add_argument(
        "--paper",
        choices=[paper.value for paper in Paper],
        help=_("what it is laid out for (if not given: a4)"),
    )
    command.add_argument(
        "--template",
        metavar="PATH",
        type=Path,
        help=_("a firm's template: its folder or its TOML file, with name, logo, colours and legal text"),
    )


def refuse_without_paper(asked: Namespace) -> None:
    """Raises NothingToPrintOnError where a paper or template was asked for and the format has neither."""
    if (asked.paper or asked.template) and asked.format not in PRINTED:
        raise NothingToPrintOnError


def stationery(asked: Namespace) -> Stationery:
    """What was asked for. Raises TemplateError."""
    paper = Paper(asked.paper) if asked.paper else Paper.A4
    if asked.template is None:
        return Stationery(paper)
    from app.branding.template_file import read_template  # noqa: PLC0415  (pydantic and Pillow take their time)

    return Stationery(paper, read_template(asked.template))
