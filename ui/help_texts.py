"""The texts of the help pages, which are the chapters of the manual: written ones, and the program's own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion

import resources
from app.i18n import _
from app.risk_words import capital
from app.version import VERSION
from ui.help_annex import annex
from ui.help_lists import cases, sources
from ui.help_settings import settings_table
from ui.key_table import KeyGroup, key_groups, shown_keys


def _noted(words: str) -> str:
    return words


class Part(StrEnum):
    """A part of the manual; the value is its title."""

    TASKS = _noted("What you do")
    REFERENCE = _noted("Look it up")
    METHOD = _noted("The method")


@dataclass(frozen=True, slots=True)
class HelpText:
    """One help page: its name in links, its words in the list, and where it stands in the manual."""

    name: str
    words: str
    part: Part = Part.TASKS


HELP_PAGES: tuple[HelpText, ...] = (
    HelpText("start", _noted("Getting started")),
    HelpText("workshop", _noted("Run a workshop")),
    HelpText("inventory", _noted("Import an inventory")),
    HelpText("number", _noted("Explain a number")),
    HelpText("before", _noted("Check before the report")),
    HelpText("signing", _noted("Sign off")),
    HelpText("verify", _noted("Verify a report")),
    HelpText("exports", _noted("Hand over, and export")),
    HelpText("again", _noted("The second visit")),
    HelpText("sharing", _noted("Share the screen safely")),
    HelpText("files", _noted("Keep and restore files")),
    HelpText("passphrase", _noted("Passphrase and recovery sheet")),
    HelpText("duties", _noted("Data duties")),
    HelpText("keys", _noted("Keys"), Part.REFERENCE),
    HelpText("places", _noted("What is where"), Part.REFERENCE),
    HelpText("template", _noted("A firm's template"), Part.REFERENCE),
    HelpText("commands", _noted("The command line"), Part.REFERENCE),
    HelpText("cases", _noted("Cases for a workshop"), Part.REFERENCE),
    HelpText("admin", _noted("For administrators"), Part.REFERENCE),
    HelpText("method", _noted("The method in short"), Part.METHOD),
    HelpText("annex", _noted("The method in full"), Part.METHOD),
    HelpText("about", _noted("About Plumbline"), Part.METHOD),
)

# Which help page helps where one is.
_OF_PAGE = {
    "start": "files",
    "restore_points": "files",
    "history": "files",
    "duties": "duties",
    "scene": "workshop",
    "registers": "inventory",
    "import": "inventory",
    "section": "workshop",
    "risk_map": "number",
    "fix_first": "again",
    "sign_off": "signing",
    "verify": "verify",
    "identities": "signing",
    "report": "exports",
    "before_report": "before",
    "search": "sharing",
    "settings": "sharing",
}

# What runs inside, with the licence that it is used under.
PARTS: tuple[tuple[str, str], ...] = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("sqlcipher3", "Zlib; SQLCipher BSD-3-Clause"),
    ("alembic", "MIT"),
    ("cryptography", "Apache-2.0"),
    ("reportlab", "BSD-3-Clause"),
    ("pydantic", "MIT"),
    ("PyYAML", "MIT"),
    ("platformdirs", "MIT"),
    ("keyring", "MIT"),
)


# The manual on paper, where what was installed has it; see packaging/manual.py.
MANUAL = resources.path("manual", "plumbline-manual.pdf")
MANUAL_LINK = "open:manual"
_EMPTY = re.compile(r"^## [^\n]+\n\n(?=## )", re.MULTILINE)
_PICTURE = re.compile(r"^!\[[^\]]*\]\(picture:\w+\)\n\n?", re.MULTILINE)


def help_for(page_id: str) -> str:
    """The link to the help page for where one is."""
    return f"help:{_OF_PAGE.get(page_id, 'start')}"


def help_text(name: str) -> str:
    """A help page in Markdown, without pictures: the window shows the real thing.

    Raises FileNotFoundError for a page that there is not.
    """
    text = _EMPTY.sub("", _PICTURE.sub("", illustrated_text(name)))
    if name == "about" and MANUAL.exists():
        text += "\n" + _manual_words()
    return text


def illustrated_text(name: str) -> str:
    """A chapter of the manual in Markdown; a picture is `![words](picture:NAME)`, of the picture table.

    Raises FileNotFoundError for a chapter that there is not.
    """
    text = resources.read_text("help", f"{name}.md")
    match name:
        case "about":
            return _about(text)
        case "cases":
            return text.replace("{cases}", cases()).replace("{sources}", sources())
        case "keys":
            return text.replace("{keys}", keys_text(key_groups()))
        case "annex":
            return annex(text)
        case "admin":
            return text.replace("{settings}", settings_table())
        case _:
            return text


def keys_text(groups: Sequence[KeyGroup]) -> str:
    """Groups of keys in Markdown, a table each."""
    lines: list[str] = []
    for group in groups:
        lines += [f"| {_(group.words)} | |", "|---|---|"]
        lines += [
            f"| **{_for_table(shown_keys(line))}** | {capital(_(line.words))} |" for line in group.lines
        ]
        lines.append("")
    return "\n".join(lines)


def _for_table(keys: str) -> str:
    """Keys whose signs mean nothing to Markdown."""
    return keys.replace("-", "\\-").replace("+", "\\+").replace(">", "\\>").replace("=", "\\=")


def _about(text: str) -> str:
    rows = "\n".join(f"| {name} | {_version_of(name)} | {licence} |" for name, licence in PARTS)
    return text.replace("{version}", VERSION).replace("{qt}", qVersion()).replace("{parts}", rows)


def _manual_words() -> str:
    words = _(
        "The whole manual, with pictures: {link}, to be printed; in the same folder also for a browser."
    )
    return (
        f"## {_('The manual')}\n\n"
        + words.format(link=f"[{MANUAL.name}]({MANUAL_LINK})")
        + f"\n\n`{MANUAL.parent}`\n"
    )


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"
