"""Takes in a firm's logo: a picture of a known kind and size, written anew so that nothing rides in it."""

import io
import struct
import warnings
import zlib
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from app.branding.errors import TemplateError
from app.branding.template import Logo

PLACE = "logo"
LARGEST_FILE = 2 * 1024 * 1024
FEWEST_PIXELS, MOST_PIXELS = 48, 4000
_KEPT_WIDE = 1200  # pixels: 600 to the inch at the size that it is printed in
_LIMITS = f"each side should have {FEWEST_PIXELS} to {MOST_PIXELS:,}"
# What Pillow lets through of a picture that is damaged by chance or on purpose; OSError is told apart.
_BROKEN = (
    SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error, zlib.error,
)  # fmt: skip
_KINDS = ("PNG", "JPEG")


def read_logo(path: Path, file: str) -> Logo:
    """The logo in a PNG or JPEG file, at most 1,200 pixels wide; `file` names the template in messages.

    Raises TemplateError for another kind, a file over 2 MB, or a picture that is too small or too large.
    """
    if path.suffix.lower() in {".svg", ".svgz"}:
        raise TemplateError(file, PLACE, "is an SVG drawing; save it as a PNG, 600 pixels wide or more")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise TemplateError(file, PLACE, f"is larger than {LARGEST_FILE:,} bytes")
        return _read(path.read_bytes(), file)
    except OSError as cause:
        raise TemplateError(file, PLACE, f"cannot be read: {cause.strerror or 'it is damaged'}") from cause


def _read(data: bytes, file: str) -> Logo:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a picture of too many pixels is refused below, by its own head
        try:
            picture = Image.open(io.BytesIO(data), formats=_KINDS)
        except Image.DecompressionBombError as cause:
            raise TemplateError(file, PLACE, f"has far too many pixels; {_LIMITS}") from cause
        except (UnidentifiedImageError, *_BROKEN) as cause:
            raise TemplateError(file, PLACE, "is neither a PNG nor a JPEG picture") from cause
    if not all(FEWEST_PIXELS <= side <= MOST_PIXELS for side in picture.size):
        wide, high = picture.size
        raise TemplateError(file, PLACE, f"is {wide:,} by {high:,} pixels; {_LIMITS}")
    try:
        drawn = picture.convert("RGBA")
    except _BROKEN as cause:
        raise TemplateError(file, PLACE, "cannot be read: it is damaged") from cause
    if drawn.width > _KEPT_WIDE:
        drawn = drawn.resize((_KEPT_WIDE, max(1, drawn.height * _KEPT_WIDE // drawn.width)))
    written = io.BytesIO()
    drawn.save(written, "PNG")
    return Logo(written.getvalue(), *drawn.size)
