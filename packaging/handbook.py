"""Makes the manual in an environment that is set up; see manual.py, which starts it."""

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

import handbook_html
import handbook_keys
import handbook_paper
from handbook_chapters import BrokenReferenceError, Chapter, chapters, picture_names

PDF, HTML, KEYS = "plumbline-manual.pdf", "plumbline-manual.html", "plumbline-keys.pdf"
WINDOW = "1366x768"  # a laptop
COLOURS = 128  # of a screenshot; more cannot be told apart, and cost twice the room


def main(arguments: list[str] | None = None) -> int:
    """Draw the screenshots and write the three files; 1 if a link or a picture leads nowhere."""
    parser = argparse.ArgumentParser(prog="handbook.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to write to")
    out: Path = parser.parse_args(arguments).out
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        told = chapters()
        made = make(told, draw_pictures(picture_names(told)), out)
    except BrokenReferenceError as error:
        print(error, file=sys.stderr)
        return 1
    for path in made:
        print(f"{path}  ({path.stat().st_size / 1e6:.1f} MB)")
    return 0


def make(told: tuple[Chapter, ...], pictures: Mapping[str, bytes], out: Path) -> tuple[Path, ...]:
    """Write PDF, HTML and the sheet of keys into a folder, which is made; `pictures` are PNG files by name.

    Raises BrokenReferenceError.
    """
    out.mkdir(parents=True, exist_ok=True)
    files = {
        PDF: handbook_paper.manual_pdf(told, pictures),
        HTML: handbook_html.manual_html(told, pictures).encode(),
        KEYS: handbook_keys.keys_pdf(),
    }
    for name, content in files.items():
        (out / name).write_bytes(content)
    return tuple(out / name for name in files)


def draw_pictures(names: frozenset[str]) -> dict[str, bytes]:
    """The states of the window that are named, as PNG files. Raises BrokenReferenceError."""
    from ui.picture_table import PICTURES  # noqa: PLC0415  (Qt, which a platform has to be chosen for before)
    from ui.render_pages import Variant, draw  # noqa: PLC0415  (as above)

    wanted = [picture for picture in PICTURES if picture.name in names]
    unknown = names - {picture.name for picture in wanted}
    if unknown:
        raise BrokenReferenceError("These pictures are not in the table: " + ", ".join(sorted(unknown)))
    variant = Variant("light", WINDOW, 100)
    with tempfile.TemporaryDirectory() as folder:
        if faults := draw(Path(folder), variant, wanted):
            raise BrokenReferenceError("These pictures cannot be drawn: " + "; ".join(faults))
        return {name: _small(Path(folder, variant.folder, f"{name}.png")) for name in sorted(names)}


def _small(path: Path) -> bytes:
    buffer = BytesIO()
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main())
