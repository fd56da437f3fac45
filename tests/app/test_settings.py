"""Settings survive anything that may stand in their file."""

from pathlib import Path

import pytest

from app.settings import Look, Settings, SettingsNotSavedError, clean_name, load_settings, save_settings


@pytest.mark.parametrize(
    "name", ["", "Ada", 'quote " and \\ backslash', "Zoë Ødegård 漢字 \U0001f600", "tab\tand\nline"]
)
def test_what_is_kept_comes_back(tmp_path: Path, name: str) -> None:
    settings = Settings(look=Look.CONTRAST, text_size=170, mask_names=False, name=clean_name(name))

    save_settings(settings, tmp_path / "new folder")

    assert load_settings(tmp_path / "new folder") == settings


@pytest.mark.parametrize(
    ("text", "size"),
    [("text_size = 900", 200), ("text_size = 1", 100), ('text_size = "big"', 100), ("", 100)],
)
def test_a_size_out_of_bounds_is_brought_back(tmp_path: Path, text: str, size: int) -> None:
    (tmp_path / "settings.toml").write_text(text)

    assert load_settings(tmp_path).text_size == size


def test_an_unknown_look_follows_the_desktop(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('look = "plaid"')

    assert load_settings(tmp_path).look is Look.SYSTEM


def test_without_a_name_the_account_signs() -> None:
    assert Settings().who
    assert Settings(name="Ada").who == "Ada"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SettingsNotSavedError):
        save_settings(Settings(), tmp_path / "file" / "inside")
