import os
from pathlib import Path

import pytest

from app.backups import plan_of
from app.own_folders import HOME, NoHomeFolderError, config_folder, data_folder, typed_path
from app.settings import Settings, load_settings, save_settings


def test_one_variable_keeps_everything_in_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "stick"))

    save_settings(Settings(name="Ana"))

    assert load_settings().name == "Ana"
    assert [path.name for path in (tmp_path / "stick").rglob("*.toml")] == ["settings.toml"]
    assert (tmp_path / "stick") in plan_of().folder.parents


def test_without_it_the_systems_own_folders_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, "  ")

    assert config_folder() != data_folder()
    assert "plumbline" in str(config_folder())


@pytest.mark.skipif(os.name == "nt", reason="every account has a profile there")
def test_an_account_without_a_home_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    def nobody(account: int) -> pwd.struct_passwd:
        raise KeyError(account)

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", HOME):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)

    for folder in (config_folder, data_folder):
        with pytest.raises(NoHomeFolderError):
            folder()


def test_a_typed_home_folder_is_found_and_one_that_nobody_has_stays_as_it_is() -> None:
    assert typed_path(" ~/a.plumbline ") == Path.home() / "a.plumbline"
    assert typed_path("~nobody-of-this-name/a") == Path("~nobody-of-this-name/a")
