"""Draws the demo's pages and writes its PDF, without a display: `python -m ui.render_demo --out DIR`."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from app.settings import Look, Settings, save_settings
from ui import opening
from ui.main import application, make_window
from ui.main_window import MainWindow
from ui.pages.report_page import ReportPage
from ui.report_jobs import export, preview

PICTURES = {
    "scene": "page:scene",
    "registers": "register:ai_tools",
    "section": "question:ACC-05",
    "risk_map": "page:risk_map",
    "fix_first": "page:fix_first",
    "report": "page:report",
    "settings": "page:settings",
    "help": "help:start",
}
PDF = "ferrowick_risk_map.pdf"
SIZE = QSize(1366, 768)


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw everything into the folder asked for, and print which folder that is."""
    parser = argparse.ArgumentParser(
        prog="python -m ui.render_demo", description=(__doc__ or "").split(":")[0]
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder to draw into")
    parser.add_argument("--look", choices=[look.value for look in Look], default=Look.LIGHT.value)
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT", help="text size, 100 to 200")
    asked = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    settings = Settings(look=Look(asked.look), text_size=asked.text, mask_names=False, name="Plumbline demo")
    render(asked.out.resolve(), settings)
    print(asked.out.resolve())
    return 0


def render(out: Path, settings: Settings) -> None:
    """Draw the start page, the demo's pages and its PDF into a folder; nothing of the person's is touched."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        save_settings(settings, home)
        app = application()
        window = make_window(app, home)
        window.resize(SIZE)
        window.show()
        _draw(app, window, out / "start_page.png")
        bridge = opening.demo(settings.who, home)
        window.open_review(bridge)
        for name, link in PICTURES.items():
            window.follow(link)
            if isinstance(window.page, ReportPage):
                window.page.show_preview(_bytes(preview(bridge.workspace, Settings())(_ignore, _never)))
            _draw(app, window, out / f"{name}.png")
        export(bridge.workspace, out / PDF, Settings())(_ignore, _never)
        window.close()
        window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _draw(app: QApplication, window: MainWindow, path: Path) -> None:
    for _turn in range(5):
        app.processEvents()
    window.grab().save(str(path))


def _bytes(data: object) -> bytes:
    return data if isinstance(data, bytes) else b""


def _ignore(_share: float) -> None:
    """Nobody watches the progress."""


def _never() -> bool:
    return False


if __name__ == "__main__":
    sys.exit(main())
