"""The texts of the help: what the window leaves out of the manual's chapters, and what the program adds."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from app.settings import Look, Settings, save_settings
from models.values import Mode
from tests.specified import specified_review
from ui import help_texts
from ui.help_texts import HELP_PAGES, help_text, illustrated_text


def test_the_window_shows_the_same_words_without_pictures_and_no_heading_over_nothing() -> None:
    for page in HELP_PAGES:
        shown = help_text(page.name)

        assert "picture:" not in shown, page.name
        assert re.findall(r"^## .+\n+## ", shown, re.MULTILINE) == [], page.name
    assert "picture:" in illustrated_text("again")
    assert "## What you see" not in help_text("again")
    assert "## What you see" in help_text("sharing")
    assert "Title of the window" in help_text("sharing")


def test_the_settings_table_has_each_key_of_the_file_with_its_first_value(tmp_path: Path) -> None:
    save_settings(Settings(), tmp_path)
    written = tomllib.loads((tmp_path / "settings.toml").read_text("utf-8"))
    rows = {line.split("`")[1]: line for line in help_text("admin").splitlines() if line.startswith("| `")}

    assert [item.name for item in fields(Settings) if item.name not in rows] == []
    assert set(written) <= set(rows)
    assert "| `true` |" in rows["mask_names"]
    assert "| `15` |" in rows["lock_after"]
    assert all(f'`"{look.value}"`' in rows["look"] for look in Look)


def test_the_start_says_how_many_questions_each_depth_has() -> None:
    pack = specified_review("ferrowick").pack

    asked = {mode: len(pack.in_mode(mode)) for mode in Mode}
    told = " ".join(help_text("start").split())

    assert f"express asks {asked[Mode.EXPRESS]} questions" in told
    assert f"standard all {asked[Mode.STANDARD]} in one" in told
    assert f"deep all {asked[Mode.DEEP]} with evidence" in told


def test_about_says_where_the_manual_on_paper_is_if_it_came_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_texts, "MANUAL", tmp_path / "plumbline-manual.pdf")
    assert "manual" not in help_text("about").casefold()

    (tmp_path / "plumbline-manual.pdf").write_bytes(b"%PDF-")

    assert str(tmp_path) in help_text("about")
    assert "plumbline-manual.pdf" in help_text("about")
    assert "manual" not in illustrated_text("about").casefold()
