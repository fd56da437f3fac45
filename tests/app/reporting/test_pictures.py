"""The maps as pictures: whole, alike, and saying in words what they show."""

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from app.assessment import assess
from app.map_choice import Maps
from app.reporting.content.findings import Findings
from app.reporting.content.maps import risk_matrix
from app.reporting.pictures import DOTS_PER_POINT, part_png, png_bytes, svg_bytes
from tests.app.exchange.odd import odd_review
from tests.specified import specified_review

SVG = "{http://www.w3.org/2000/svg}"


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314  (what we wrote ourselves)


def svg_of(name: str, maps: Maps = Maps.BOTH) -> ET.Element:
    snapshot = specified_review(name)
    return parsed(svg_bytes(snapshot, assess(snapshot), maps))


def said(root: ET.Element) -> str:
    return " ".join(element.text or "" for element in root.iter(f"{SVG}text"))


def test_a_png_has_the_proportions_of_the_svg_and_is_not_blank() -> None:
    snapshot = specified_review("ferrowick")
    image = Image.open(io.BytesIO(png_bytes(snapshot, assess(snapshot))))
    root = svg_of("ferrowick")

    width, height = (float(part) for part in root.attrib["viewBox"].split()[2:])

    assert image.format == "PNG"
    assert image.size == pytest.approx((width * DOTS_PER_POINT, height * DOTS_PER_POINT), abs=4)
    assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 50
    assert image.convert("RGB").getpixel((2, 2)) == (255, 255, 255)


def test_a_picture_stands_alone() -> None:
    text = said(svg_of("ferrowick"))

    for words in ("AI risk map: Ferrowick Group plc", "59 of 61 questions answered", "13 November 2026"):
        assert words in text
    for words in ("Draft, not signed", "Confidential", "T13", "the list below", "EX-T13", "not approved"):
        assert words in text
    root = svg_of("ferrowick")
    assert root.findtext(f"{SVG}title") == "AI risk map: Ferrowick Group plc"
    assert "14 AI tools and 10 systems" in (root.findtext(f"{SVG}desc") or "")


def test_one_map_can_be_had_without_the_other() -> None:
    systems, risks = said(svg_of("ferrowick", Maps.SYSTEMS)), said(svg_of("ferrowick", Maps.RISKS))

    assert "Systems and tools" in systems
    assert "Likelihood" not in systems
    assert "Likelihood" in risks
    assert "Systems and tools" not in risks


def test_an_empty_review_has_a_picture_that_says_so() -> None:
    assert "there is nothing to map" in said(svg_of("tiny_empty"))


def test_odd_texts_make_a_sound_svg_and_the_same_one_each_time() -> None:
    snapshot = odd_review()
    assessment = assess(snapshot)

    first, second = svg_bytes(snapshot, assessment), svg_bytes(snapshot, assessment)

    assert first == second
    assert "<b>A&B</b>" in said(parsed(first))
    assert b"\x1b" not in first
    assert png_bytes(snapshot, assessment).startswith(b"\x89PNG")


def test_one_part_alone_is_drawn_as_wide_as_asked() -> None:
    snapshot = specified_review("ferrowick")

    image = Image.open(io.BytesIO(part_png(risk_matrix(Findings(snapshot, assess(snapshot))), 300)))

    assert image.width == 300 * DOTS_PER_POINT
