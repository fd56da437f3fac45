"""Draws every page and state in every look and size: `python -m ui.render_pages --out DIR`."""

import argparse
import fnmatch
import html
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QSize
from PySide6.QtWidgets import QApplication

from app.settings import Look, Settings, save_settings
from ui.file_chooser import FileChooser
from ui.main import application, make_window
from ui.picture_steps import PictureSteps, settle
from ui.picture_table import PICTURES, Picture

SOMEBODYS_DOCUMENTS = Path("/home/anna/Documents")
LOOKS = (Look.LIGHT.value, Look.DARK.value, Look.CONTRAST.value)
INDEX = "index.html"
_HEAD = """<!doctype html><meta charset=utf-8><title>Plumbline, page by page</title>
<style>body{font-family:system-ui,sans-serif;margin:2em;background:gray}
div{display:flex;flex-wrap:wrap;gap:1em}figure{margin:0;width:31%}img{width:100%}</style>"""


class Somebodys(FileChooser):
    """Proposes places as on somebody's computer: pictures go into the manual, and this one's are nobody's."""

    def folder(self, purpose: str) -> Path:
        return SOMEBODYS_DOCUMENTS


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to look at every page."""

    look: str
    size: str
    text: int

    @property
    def folder(self) -> str:
        """Where its pictures are, below the folder asked for."""
        return f"{self.look}/{self.size}-{self.text}"

    @property
    def pixels(self) -> QSize:
        """The size of the window."""
        width, _x, height = self.size.partition("x")
        return QSize(int(width), int(height))


# What is looked at where nothing else is asked for: a laptop, a large screen, and the largest text.
USUAL = (("1366x768", 100), ("1920x1080", 100), ("1366x768", 200))


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what is asked for; 1 if a picture could not be reached, with its name on standard error."""
    asked = _parser().parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("PLUMBLINE_PASSPHRASE", None)
    out: Path = asked.out.resolve()
    wanted = [picture for picture in PICTURES if fnmatch.fnmatch(picture.name, asked.only)]
    faults = [fault for variant in _variants(asked) for fault in draw(out, variant, wanted)]
    write_index(out)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(out / INDEX)
    return 1 if faults or not wanted else 0


def draw(out: Path, variant: Variant, pictures: Sequence[Picture]) -> list[str]:
    """Draw pictures of one variant; gives the names of those that could not be reached, and why."""
    folder = out / variant.folder
    folder.mkdir(parents=True, exist_ok=True)
    faults = []
    with tempfile.TemporaryDirectory() as home:
        save_settings(Settings(look=Look(variant.look), text_size=variant.text), Path(home))
        memory = QSettings(str(Path(home) / "folders.ini"), QSettings.Format.IniFormat)
        window = make_window(_application(), Path(home), Somebodys(memory))
        window.resize(variant.pixels)
        window.show()
        steps = PictureSteps(window, Path(home))
        for picture in pictures:
            try:
                steps.reach(picture)
            except LookupError as error:
                faults.append(f"{variant.folder}/{picture.name}: {error}")
            settle()
            steps.draw().save(str(folder / f"{picture.name}.png"))
            steps.leave(picture)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return faults


def write_index(out: Path) -> None:
    """Write a page that shows all pictures below a folder, each state in every variant side by side."""
    there = sorted(path.relative_to(out).as_posix() for path in out.glob("*/*/*.png"))
    parts = [_HEAD]
    for picture in PICTURES:
        shown = [path for path in there if path.endswith(f"/{picture.name}.png")]
        if shown:
            parts.append(f"<h2>{html.escape(picture.name)}</h2><div>{''.join(map(_figure, shown))}</div>")
    (out / INDEX).write_text("\n".join(parts), encoding="utf-8")


def _application() -> QApplication:
    """There can be one only."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else application()


def _figure(path: str) -> str:
    place = html.escape(path, quote=True)
    words = html.escape(path.rpartition("/")[0])
    shown = f'<a href="{place}"><img loading=lazy src="{place}" alt="{words}"></a>'
    return f"<figure>{shown}<figcaption>{words}</figcaption></figure>"


def _variants(asked: argparse.Namespace) -> Iterator[Variant]:
    pairs = (
        USUAL
        if not (asked.size or asked.text)
        else [(size, text) for text in asked.text or [100] for size in asked.size or ["1366x768"]]
    )
    for look in asked.look or LOOKS:
        for size, text in pairs:
            yield Variant(look, size, text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ui.render_pages", description=__doc__.split(":")[0])
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to draw into")
    parser.add_argument(
        "--look", action="append", choices=LOOKS, help="may be given more than once; else all"
    )
    parser.add_argument(
        "--size", action="append", type=_size, metavar="WxH", help="size of the window in pixels"
    )
    parser.add_argument("--text", action="append", type=int, metavar="PERCENT", help="text size, 100 to 200")
    parser.add_argument("--only", default="*", metavar="PATTERN", help="names of pictures, such as 'map_*'")
    return parser


def _size(words: str) -> str:
    width, x, height = words.partition("x")
    if not (x and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError("a size looks like 1366x768")
    return words


if __name__ == "__main__":
    sys.exit(main())
