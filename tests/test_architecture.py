"""Holds the house to its plan: the layers, the sizes, the words at the top of each room."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("app", "models", "resources", "ui")
LONGEST_FILE = 350
LONGEST_CONSTRUCTOR = 20
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "ssl",
    "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc", "PySide6.QtNetwork",
}  # fmt: skip


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_go_one_way_only() -> None:
    contracts = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"

    done = subprocess.run(
        [sys.executable, "-c", contracts], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_command_line_never_loads_qt() -> None:
    question = "import sys, app.cli; sys.exit(any(n.split('.')[0] in ('PySide6', 'ui') for n in sys.modules))"

    done = subprocess.run([sys.executable, "-c", question], cwd=ROOT, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()


def test_no_module_reaches_for_a_network() -> None:
    reaching = {
        f"{name(path)} imports {module}"
        for path in sources(*PACKAGES)
        for module in imported(path)
        if module in NETWORK or module.split(".")[0] in NETWORK
    }

    assert not reaching


def test_the_scripts_do_not_shadow_the_library_named_packaging() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_a_file_fits_in_one_head() -> None:
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources(*PACKAGES, "packaging", "tests")
    }

    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_a_constructor_says_what_a_thing_has_and_no_more() -> None:
    long = [
        f"{name(path)}:{node.lineno} has {node.end_lineno - node.lineno + 1} lines"
        for path in sources(*PACKAGES)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and node.name == "__init__"
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_CONSTRUCTOR
    ]

    assert not long


def test_every_module_begins_with_a_sentence() -> None:
    silent = [name(path) for path in sources(*PACKAGES, "packaging") if not ast.get_docstring(tree(path))]

    assert not silent


def test_the_changelog_has_room_for_the_next_release() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_test_that_the_table_of_faults_names_is_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    section = text.partition("## Faults")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    named = [re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", line) for line in lines]

    missing = [
        f"{path}::{test}"
        for line in named
        for path, test in line
        if not (ROOT / path).is_file() or (test and f"def {test}(" not in (ROOT / path).read_text("utf-8"))
    ]

    assert missing == []
    assert len(lines) >= 25
    assert [line for line, tests in zip(lines, named, strict=True) if not tests] == [
        line for line in lines if line.endswith("| the same |")
    ]
