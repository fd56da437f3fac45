"""The texts of the help pages: written ones, and those that come from the program itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion

import resources
from app.i18n import _
from app.risk_words import capital
from app.version import VERSION
from ui.help_lists import cases, sources
from ui.key_table import KeyGroup, key_groups, shown_keys


@dataclass(frozen=True, slots=True)
class HelpText:
    """One help page: its name in links, and its words in the list."""

    name: str
    words: str


def _noted(words: str) -> str:
    return words


HELP_PAGES: tuple[HelpText, ...] = (
    HelpText("start", _noted("Getting started")),
    HelpText("workshop", _noted("Run a workshop")),
    HelpText("inventory", _noted("Fill the registers from a list")),
    HelpText("number", _noted("Explain a number")),
    HelpText("before", _noted("Check before the report")),
    HelpText("sharing", _noted("Share the screen safely")),
    HelpText("signing", _noted("Sign and check a report")),
    HelpText("template", _noted("A firm's template")),
    HelpText("again", _noted("The second visit")),
    HelpText("keys", _noted("Keys")),
    HelpText("places", _noted("What is where")),
    HelpText("method", _noted("The method in short")),
    HelpText("cases", _noted("Cases for a workshop")),
    HelpText("files", _noted("Your files and your passphrase")),
    HelpText("about", _noted("About Plumbline")),
)

# Which help page helps where one is.
_OF_PAGE = {
    "start": "files",
    "scene": "workshop",
    "registers": "inventory",
    "import": "inventory",
    "section": "workshop",
    "risk_map": "number",
    "fix_first": "again",
    "sign_off": "signing",
    "verify": "signing",
    "identities": "signing",
    "report": "before",
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


def help_for(page_id: str) -> str:
    """The link to the help page for where one is."""
    return f"help:{_OF_PAGE.get(page_id, 'start')}"


def help_text(name: str) -> str:
    """A help page in Markdown. Raises FileNotFoundError for a page that there is not."""
    if name == "about":
        return _about()
    text = resources.read_text("help", f"{name}.md")
    if name == "cases":
        return text.replace("{cases}", cases()).replace("{sources}", sources())
    return text.replace("{keys}", keys_text(key_groups())) if name == "keys" else text


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


def _about() -> str:
    rows = "\n".join(f"| {name} | {_version_of(name)} | {licence} |" for name, licence in PARTS)
    text = resources.read_text("help", "about.md")
    return text.replace("{version}", VERSION).replace("{qt}", qVersion()).replace("{parts}", rows)


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"
