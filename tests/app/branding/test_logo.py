"""A logo is a picture of a sane size and nothing else; what else was in its file stays out of reports."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from app.branding.errors import TemplateError
from app.branding.logo import read_logo


def picture(kind: str, size: tuple[int, int] = (120, 60), note: str = "") -> bytes:
    buffer = io.BytesIO()
    about = PngImagePlugin.PngInfo()
    about.add_text("Comment", note)
    Image.new("RGB", size, "#336699").save(buffer, kind, **({"pnginfo": about} if kind == "PNG" else {}))
    return buffer.getvalue()


def head_of(width: int, height: int) -> bytes:
    """A PNG that says it is this large, and holds hardly anything: a bomb."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_comes_in_anew_without_what_rode_in_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "logo"
    path.write_bytes(picture(kind, note="a secret remark"))

    logo = read_logo(path, "template.toml")

    assert (logo.width, logo.height) == (120, 60)
    assert Image.open(io.BytesIO(logo.png)).getpixel((5, 5))[3] == 255  # type: ignore[index]
    assert b"secret" not in logo.png


def test_a_large_picture_is_made_smaller_and_keeps_its_shape(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(picture("PNG", (2400, 600)))

    logo = read_logo(path, "template.toml")

    assert (logo.width, logo.height) == (1200, 300)
    assert logo.fitting(150, 56) == (150, 37.5)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("logo.svg", b"<svg/>", "save it as a PNG"),
        ("logo.gif", picture("GIF"), "neither a PNG nor a JPEG"),
        ("logo.png", b"not a picture", "neither a PNG nor a JPEG"),
        ("logo.png", picture("PNG")[:150], "cannot be read"),
        ("logo.png", picture("PNG", (20, 20)), "20 by 20 pixels"),
        ("logo.png", head_of(60_000, 60_000), "far too many pixels"),
        ("logo.png", head_of(4001, 300), "4,001 by 300 pixels"),
        ("logo.png", head_of(300, 300), "cannot be read"),
        ("logo.png", b"\x89PNG" + b"\0" * (2 * 1024 * 1024), "is larger than"),
    ],
)
def test_what_is_no_fit_logo_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(TemplateError) as refused:
        read_logo(tmp_path / name, "template.toml")

    assert refused.value.key == "logo"
    assert reason in refused.value.reason
