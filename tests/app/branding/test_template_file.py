"""A firm's template is read whole or refused with its place, and no colour makes words unreadable."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from app.branding.contrast import LEAST, contrast, darkened
from app.branding.errors import TemplateError
from app.branding.template_file import read_template
from app.branding.words import notes
from tests.app.branding.templates import template, written

COLOURS = st.integers(0, 0xFFFFFF).map(lambda code: f"#{code:06X}")


def test_the_sample_that_comes_along_is_whole_and_has_nothing_to_complain_about() -> None:
    found = read_template(resources.path("templates", "northwold"))

    assert found.name == "Northwold Advisory"
    assert found.logo is not None
    assert (found.logo.width, found.logo.height) == (900, 270)
    assert dict(found.colours)["accent"] == "#3B3F8C"
    assert "no duty of care" in found.legal
    assert notes(found) == ()


def test_a_template_of_a_name_alone_is_enough(tmp_path: Path) -> None:
    found = read_template(written(tmp_path, ""))

    assert (found.name, found.logo, found.legal) == ("A firm", None, "")


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('format = "plumbline-template-2"\nname = "A"', "format", "should be plumbline-template-1"),
        ('format = "plumbline-template-1"', "name", "is missing"),
        (template("[colours]\naccent = 'blue'"), "colours/accent", "pattern"),
        (template("[colours]\nband_high = '#00FF00'"), "colours/band_high", "not a known key"),
        (template("[words]\nfooter = 7"), "words/footer", "valid string"),
        (template(f"[words]\nlegal = '{'x' * 1201}'"), "words/legal", "at most 1200"),
        (template("logo = '../secret.png'"), "logo", "bare name"),
        (template("logo = 'nowhere.png'"), "logo", "cannot be read"),
        (template("[colours]\nwash = '#555555'"), "colours/wash", "2.8:1"),
        ("name = ", "", "not valid TOML"),
        ("x = " + "[" * 5000, "", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, text: str, place: str, reason: str) -> None:
    (tmp_path / "template.toml").write_text(text, "utf-8")

    with pytest.raises(TemplateError) as refused:
        read_template(tmp_path)

    assert refused.value.file == "template.toml"
    assert refused.value.key == place
    assert reason in refused.value.reason


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * 70_000])
def test_a_file_that_is_no_text_or_far_too_large_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "firm.toml").write_bytes(content)

    with pytest.raises(TemplateError, match=r"firm\.toml"):
        read_template(tmp_path / "firm.toml")


def test_a_colour_too_light_to_be_read_is_darkened_and_said_with_pair_and_ratio(tmp_path: Path) -> None:
    found = read_template(written(tmp_path, "[colours]\naccent = '#FFB000'\nwash = '#EEEEEE'"))

    used = dict(found.colours)["accent"]
    assert contrast(used, "#FFFFFF") >= LEAST
    assert contrast(used, "#EEEEEE") >= LEAST
    (said, *_more) = [note for note in notes(found) if "#FFB000" in note]
    assert "accent #FFB000 on wash has a contrast of 1.6:1 and needs 4.5:1" in said
    assert used in said


def test_an_accent_like_a_bands_colour_is_said(tmp_path: Path) -> None:
    found = read_template(written(tmp_path, "[colours]\naccent = '#7A1030'"))

    assert "Critical" in notes(found)[0]


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("accent", "ink", "quiet", "rule", "wash"), COLOURS)))
def test_whatever_the_colours_every_pair_of_words_and_ground_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, colours: dict[str, str]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    lines = "\n".join(f"{name} = '{colour}'" for name, colour in colours.items())
    try:
        found = dict(read_template(written(folder, f"[colours]\n{lines}")).colours)
    except TemplateError as error:
        assert error.key == "colours/wash"  # noqa: PT017  (either outcome is right, each in its way)
        return

    for words in ("accent", "ink", "quiet"):
        for ground in ("#FFFFFF", found["wash"]):
            assert contrast(found[words], ground) >= LEAST


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert darkened("#777777", ("#FFFFFF",)) == "#757575"
    assert darkened("#112233", ("#FFFFFF",)) == "#112233"
