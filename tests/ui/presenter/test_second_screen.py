"""The room's window costs the start nothing, and fills a second screen by itself."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
PROJECTOR = {"name": "projector", "x": 1366, "y": 0, "width": 1920, "height": 1080}
# In a process of its own: which screens there are is settled when the application begins.
SCRIPT = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from ui.main import application, make_window
from ui.presenter.window import AudienceWindow

def seen(window):
    app.processEvents()
    room = next(each for each in QApplication.topLevelWidgets() if isinstance(each, AudienceWindow))
    shape = room.geometry().getRect()
    return {"screen": room.screen().name(), "full": room.isFullScreen(), "shape": shape, "room": room}

app = application()
window = make_window(app, Path(sys.argv[1]))
window.setGeometry(0, 0, 1366, 768)
window.show()
app.processEvents()
told = []
for _turn in range(2):
    window.do_action("show_room")
    found = seen(window)
    found.pop("room")
    told.append(found)
    window.do_action("show_room")
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
window.do_action("show_room")
room = seen(window)["room"]
room.showNormal()
room.setGeometry(1500, 100, 800, 600)
window.do_action("show_room")
app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
window.do_action("show_room")
found = seen(window)
found.pop("room")
told.append(found)
window.close()
print(json.dumps(told))
"""


@pytest.fixture
def two_screens(tmp_path: Path) -> dict[str, str]:
    """The environment of a laptop with a projector."""
    config = tmp_path / "screens.json"
    common = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config.write_text(json.dumps({"screens": [{**LAPTOP, **common}, {**PROJECTOR, **common}]}))
    return {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}


def test_the_room_fills_the_other_screen_and_then_stays_where_it_was_put(
    two_screens: dict[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "config")],
        cwd=ROOT,
        env=two_screens,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    first, second, moved = json.loads(done.stdout.splitlines()[-1])
    assert (first["screen"], first["full"], first["shape"]) == ("projector", True, [1366, 0, 1920, 1080])
    assert second == first
    assert (moved["full"], moved["shape"]) == (False, [1500, 100, 800, 600])


def test_the_program_starts_without_loading_anything_for_the_room() -> None:
    asked = "import sys, ui.main; print({'app.audience', 'ui.presenter.window'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
