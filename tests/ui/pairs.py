"""Which colours meet in the window: read from the style sheets, and from the table of what is painted."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resources
from ui.theme_files import COLOR_ROLES

ROOT = Path(__file__).parents[2]
PAGES = ("window", "surface")
LABELS = ("window", "surface")
QUIET = {"border", "transparent", "none"}
WORDLESS = {'QFrame[kind="hairline"]'}
# Filled controls: their ring is seen against the page; within it stands a line of their words' colour.
TWO_LINES = {'QPushButton[kind="primary"]:focus', 'QPushButton[kind="toggle"]:checked:focus'}
# The sheets that widgets have for themselves stand in strings like these.
_SHEET_NAMES = re.compile(r"_(SHEET|RULES?|TABLE|LIST|BAND)")
_RULE = re.compile(r"([^{}]+)\{((?:[^{}]|\$\{\w+\})*)\}")
_STATES = r"(?<!:):(?!:)[\w!-]+"
_PAINTS = ("QPainter", "ForegroundRole")
_COPIES = {"picture_steps"}  # it puts pictures of windows together, and "focus" is a word in it


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """An ink on a ground; `where` is the selector or the module, for the message."""

    ink: str
    ground: str
    where: str = ""


def sheets() -> str:
    """Every style sheet, with its names unfilled."""
    texts = [resources.read_text("theme", "window.qss")]
    for path in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                name = node.targets[0]
                if isinstance(name, ast.Name) and _SHEET_NAMES.fullmatch(name.id):
                    texts.append(str(node.value.value))
    return re.sub(r"/\*.*?\*/", "", "\n".join(texts), flags=re.DOTALL)


@cache
def rules() -> dict[str, dict[str, str]]:
    """What each selector says of colours: "color", "background" and "border", as roles."""
    found: dict[str, dict[str, str]] = {}
    for selectors, body in _RULE.findall(sheets()):
        said: dict[str, str] = {}
        for line in body.split(";"):
            name, _colon, value = (part.strip() for part in line.partition(":"))
            roles = [role for role in re.findall(r"\$(\w+)", value) if role in COLOR_ROLES]
            kind = "border" if name.startswith("border") and "radius" not in name else name
            if kind in {"color", "background", "border"}:
                said[kind] = (
                    roles[0] if roles else "transparent" if "transparent" in value else said.get(kind, "")
                )
            elif name in {"selection-color", "selection-background-color"} and roles:
                said[name.removeprefix("selection-").removesuffix("-color") + " selected"] = roles[0]
        for selector in selectors.split(","):
            found.setdefault(selector.strip(), {}).update({kind: role for kind, role in said.items() if role})
    return found


def inherited(selector: str, kind: str) -> str:
    """What the rules say of a selector, or of the same thing in its ordinary state, or of its class."""
    table = rules()
    states = re.findall(_STATES, selector)
    plain = re.sub(_STATES, "", selector)
    fewer = [plain + state for state in reversed(states)]
    for name in (selector, *fewer, plain, re.sub(r"\[[^]]*\]", "", plain)):
        if role := table.get(name, {}).get(kind):
            return role
    return ""


def styled() -> tuple[set[Pair], set[Pair]]:
    """The pairs of the style sheets: words on their grounds, and lines on theirs."""
    words, signs = set(), set()
    for selector, said in rules().items():
        if ":disabled" in selector or ":read-only" in selector:
            continue
        grounds = _grounds(selector)
        if selector in WORDLESS:
            continue
        if "::" not in selector.replace("::item", "").replace("::tab", "").replace("::section", ""):
            ink = inherited(selector, "color") or "text"
            words |= {
                Pair(ink, ground, selector) for ground in grounds if {"color", "background"} & set(said)
            }
        if (line := said.get("border", "")) and line not in QUIET:
            within = set() if selector in TWO_LINES else grounds
            signs |= {Pair(line, ground, selector) for ground in {*within, *PAGES} if ground != line}
        if selected := said.get("background selected"):
            words.add(Pair(said.get("color selected", "text"), selected, f"{selector} selected"))
        if "::" in selector and said.get("background") in {"accent", "control_border"}:
            signs |= {Pair(said["background"], ground, selector) for ground in PAGES}
    return words, signs


def _grounds(selector: str) -> set[str]:
    ground = inherited(selector, "background")
    return {ground} if ground in COLOR_ROLES else set(PAGES)


def painted() -> dict[str, dict[str, list[Pair]]]:
    """The table of what is painted by hand: module, then words, signs or quiet."""
    table = tomllib.loads(resources.read_text("theme", "pairs.toml"))
    return {
        module: {kind: [_pair(entry, module) for entry in entries] for kind, entries in kinds.items()}
        for module, kinds in table.items()
    }


def _pair(entry: str, module: str) -> Pair:
    ink, _on, ground = entry.partition(" on ")
    return Pair(ink, ground, module)


def painters() -> Iterator[tuple[str, set[str]]]:
    """Every module that paints, with the palette roles that it names."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        source = path.read_text("utf-8")
        if (
            any(word in source for word in _PAINTS) and path.stem != "picture_steps"
        ):  # it paints pictures together
            constants = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
            roles = {role for role in COLOR_ROLES if role in constants}
            if roles:
                yield path.stem, roles
