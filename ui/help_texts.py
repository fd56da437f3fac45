"""The texts of the help pages: written ones, and those that come from the program itself."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtGui import QKeySequence

import resources
from app.i18n import _
from app.version import VERSION
from ui.actions import ACTIONS, PAGE_KEYS
from ui.help_lists import cases, sources
from ui.navigation import words_of


@dataclass(frozen=True, slots=True)
class HelpText:
    """One help page: its name in links, and its words in the list."""

    name: str
    words: str


def _noted(words: str) -> str:
    return words


HELP_PAGES: tuple[HelpText, ...] = (
    HelpText("start", _noted("Getting started")),
    HelpText("keys", _noted("Keys")),
    HelpText("places", _noted("What is where")),
    HelpText("method", _noted("The method in short")),
    HelpText("cases", _noted("Cases for a workshop")),
    HelpText("files", _noted("Your files and your passphrase")),
    HelpText("about", _noted("About Plumbline")),
)

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


def help_text(name: str) -> str:
    """A help page in Markdown. Raises FileNotFoundError for a page that there is not."""
    if name == "about":
        return _about()
    text = resources.read_text("help", f"{name}.md")
    if name == "cases":
        return text.replace("{cases}", cases()).replace("{sources}", sources())
    return text.replace("{keys}", _keys()) if name == "keys" else text


def _keys() -> str:
    rows = [f"| {_('Key')} | {_('What it does')} |", "|---|---|"]
    for spec in ACTIONS:
        if spec.keys:
            keys = _(" or ").join(f"**{_shown(key)}**" for key in spec.keys)
            rows.append(f"| {keys} | {_plain(_(spec.words))} |")
    for page_id, key in PAGE_KEYS.items():
        rows.append(f"| **{_shown(key)}** | {_('Go to: {page}').format(page=words_of(page_id))} |")
    return "\n".join(rows)


def _shown(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _plain(words: str) -> str:
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _about() -> str:
    rows = "\n".join(f"| {name} | {_version_of(name)} | {licence} |" for name, licence in PARTS)
    text = resources.read_text("help", "about.md")
    return text.replace("{version}", VERSION).replace("{qt}", qVersion()).replace("{parts}", rows)


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"
