"""What is chosen on a computer is what reports are made on."""

from pathlib import Path

import pytest

import resources
from app.branding.choice import stationery_of
from app.branding.errors import TemplateError
from app.branding.template import PLAIN
from app.paper import Paper, usual_paper
from app.settings import Settings, load_settings, save_settings


@pytest.mark.parametrize(
    ("territory", "paper"),
    [("US", Paper.LETTER), ("ca", Paper.LETTER), ("DE", Paper.A4), ("", Paper.A4), ("ZZ", Paper.A4)],
)
def test_the_country_says_what_paper_is_usual(territory: str, paper: Paper) -> None:
    assert usual_paper(territory) is paper
    assert stationery_of(Settings(), territory).paper is paper


def test_a_choice_goes_before_the_country_and_is_kept(tmp_path: Path) -> None:
    sample = str(resources.path("templates", "northwold"))
    save_settings(Settings(paper=Paper.A4, template=sample), tmp_path)

    found = stationery_of(load_settings(tmp_path), "US")

    assert found.paper is Paper.A4
    assert found.firm is not None
    assert found.firm.name == "Northwold Advisory"


def test_nothing_chosen_is_kept_as_nothing_chosen(tmp_path: Path) -> None:
    save_settings(Settings(), tmp_path)

    assert load_settings(tmp_path).paper is None
    assert stationery_of(load_settings(tmp_path), "") == PLAIN


def test_a_template_that_is_gone_is_said_and_not_left_out(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="cannot be read"):
        stationery_of(Settings(template=str(tmp_path / "gone.toml")), "")
