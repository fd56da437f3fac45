"""`plumbline self-test`: proves the built program where it stands, window and all; one line a step.

The person's own folders are not touched, and without a display the window is drawn without one.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, qVersion
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from app import self_test
from app.i18n import _
from app.self_test import SelfTestFailedError, Step
from app.version import VERSION
from models.values import RegisterName
from ui import opening
from ui.help_texts import HELP_PAGES
from ui.main import application, has_display, make_window
from ui.main_window import MainWindow
from ui.navigation import LOCK, PAGE_KINDS

SIZE = QSize(1366, 768)
_LINKS = ("question:ACC-03", *(f"help:{page.name}" for page in HELP_PAGES))
_NO_GRIDS = frozenset({"answers", "engagement", "risk_decisions", "action_plan", "participants", "sessions"})
_PAGE_OF = {"register": "registers", "question": "section"}
_FEWEST_COLOURS = 8  # of a page that shows anything, anti-aliased text alone has more


def main() -> int:
    """Take all steps and give the exit code: 0 when every one came out as it must."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    where = (
        f"Python {sys.version.split()[0]}, Qt {qVersion()} ({QGuiApplication.platformName()}), {sys.platform}"
    )
    self_test.say(f"Plumbline {VERSION} tests itself: {where}")
    with tempfile.TemporaryDirectory(prefix="plumbline-") as name:
        home = Path(name)
        # What the commands keep for a person goes to the same folder and is gone with it.
        os.environ["PLUMBLINE_HOME"] = str(home / "home")
        failed = self_test.carry_out(self_test.steps(home), self_test.say)
        failed += self_test.carry_out(_pages(app, home / "window"), self_test.say)
    self_test.say(_("Everything works.") if not failed else _("{n} steps failed.").format(n=failed))
    return 1 if failed else 0


def _pages(app: QApplication, home: Path) -> Iterator[Step]:
    """A step for each page of the window, every register and every page of the help."""
    window = make_window(app, home)
    window.resize(SIZE)
    window.show()
    yield Step(_("Open the window"), partial(_draw, app, window, "page:start"))
    yield Step(_("Open the demo client"), partial(_open_demo, window, home))
    pages = (f"page:{name}" for name in PAGE_KINDS if name != LOCK)
    registers = (f"register:{name}" for name in RegisterName if name not in _NO_GRIDS)
    for link in (*pages, *registers, *_LINKS):
        yield Step(_("Show {page}").format(page=link), partial(_draw, app, window, link))
    window.close()
    app.processEvents()  # the window's memory is written now, and not into a folder that is gone
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _open_demo(window: MainWindow, home: Path) -> str:
    window.open_review(opening.demo("self-test", home))
    return ""


def _draw(app: QApplication, window: MainWindow, link: str) -> str:
    window.follow(link)
    kind, _colon, name = link.partition(":")
    wanted = name if kind == "page" else _PAGE_OF.get(kind, kind)
    if window.page.page_id != wanted:
        raise SelfTestFailedError(f"the page {window.page.page_id} came instead")
    for _turn in range(5):
        app.processEvents()
    image = window.grab().toImage()
    if not _shows_anything(image):
        raise SelfTestFailedError("the page is blank")
    return ""


def _shows_anything(image: QImage) -> bool:
    width, height = image.width(), image.height()
    seen = {image.pixel(x, y) for x in range(0, width, 7) for y in range(0, height, 7)}
    return len(seen) >= _FEWEST_COLOURS
