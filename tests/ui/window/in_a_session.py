"""What a person does in the window, in a session with keychain and bus: `in_a_session.py HOME [silent]`."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QLineEdit

from tests.ui.reach import choose, click, find, go_on
from ui.main import application, make_window
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

HOME = Path(sys.argv[1])
PASSPHRASE = "seven calm owls harbour"
PLACE = HOME / "acme.plumbline"
SECONDS = 60


def say(words: object) -> None:
    sys.stdout.write(f"{words}\n")


def wait(until: Callable[[], object]) -> None:
    end = time.monotonic() + SECONDS
    while not until():
        assert time.monotonic() < end, "waited in vain"
        QTest.qWait(20)


def dialog(window: MainWindow, name: str) -> QDialog:
    wait(lambda: any(each.isVisible() for each in window.findChildren(QDialog, name)))
    return find(window, QDialog, name)


def give(parent: QDialog | MainWindow, name: str, words: str) -> None:
    field = find(parent, QLineEdit, name)
    field.setText(words)
    field.textEdited.emit(words)


def remember(window: MainWindow) -> None:
    """Make a file that this computer shall remember."""
    choose(window, "new_file")
    made = dialog(window, "new_review")
    give(made, "client", "Acme")
    give(made, "place", str(PLACE))
    give(made, "passphrase", PASSPHRASE)
    give(made, "passphrase_again", PASSPHRASE)
    box = find(made, QCheckBox, "remember")
    wait(box.isEnabled)
    say(f"off at first: {not box.isChecked()}")
    box.click()
    go_on(made, "new_review_go_on")
    click(dialog(window, "recovery_sheet"), "recovery_sheet_go_on")
    listed = HOME / "config" / "remembered.json"
    wait(listed.exists)
    window.close_review()


def open_again(window: MainWindow) -> None:
    window.open_path(PLACE)
    wait(lambda: window.bridge is not None)  # nobody types anything
    say("opened without asking")


def lock_and_use_the_keychain(window: MainWindow) -> None:
    choose(window, "lock")
    wait(lambda: window.page.page_id == "lock")
    click(window, "use_keychain")
    wait(lambda: window.bridge is not None)
    say("unlocked by the keychain")


def change_passphrase(window: MainWindow) -> None:
    """The keychain's entry is renewed, so that the file still opens without asking."""
    before = window._desk.keys.salt_of(PLACE)
    choose(window, "change_passphrase")
    asked = dialog(window, "change_passphrase")
    give(asked, "passphrase", PASSPHRASE)
    give(asked, "new_passphrase", "five quiet herons by noon")
    give(asked, "passphrase_again", "five quiet herons by noon")
    click(asked, "change_passphrase_go_on")
    click(dialog(window, "recovery_sheet"), "recovery_sheet_go_on")
    wait(lambda: not window._desk.keys.is_remembered(before))
    window.close_review()
    open_again(window)


def forget(window: MainWindow) -> None:
    choose(window, "forget_key")
    wait(lambda: find(window, Notice, "notice").text)
    say(find(window, Notice, "notice").text.split(".")[0])
    window.close_review()
    window.open_path(PLACE)
    shown = dialog(window, "unlock")
    QTest.qWait(1500)
    say(f"asked again: {window.bridge is None and shown.isVisible()}")
    give(shown, "passphrase", "five quiet herons by noon")
    go_on(shown, "unlock_go_on")
    wait(lambda: window.bridge is not None)


def hear_the_screen(window: MainWindow) -> None:
    """The desktop says that the screen was locked."""
    QTest.qWait(1500)
    for state, locks in (("false", False), ("true", True)):
        subprocess.run(
            [
                "gdbus", "emit", "--session", "--object-path", "/org/freedesktop/ScreenSaver",
                "--signal", "org.freedesktop.ScreenSaver.ActiveChanged", state,
            ],
            check=True,
        )  # fmt: skip
        if locks:
            wait(lambda: window.page.page_id == "lock")
        else:
            QTest.qWait(500)
        say(f"screen locked {state}: window is locked {window.bridge is None}")


def silent(window: MainWindow) -> None:
    """A keychain that stopped answering: the passphrase is typed meanwhile, and opens the file."""
    os.kill(int(os.environ["ONLY_THIS_DAEMON"].split()[0]), 19)  # SIGSTOP
    window.open_path(PLACE)
    shown = dialog(window, "unlock")
    wait(lambda: any("Asking the keychain" in each.text() for each in shown.findChildren(QLabel)))
    give(shown, "passphrase", PASSPHRASE)
    go_on(shown, "unlock_go_on")
    wait(lambda: window.bridge is not None)
    say("opened while the keychain was silent")
    os.kill(int(os.environ["ONLY_THIS_DAEMON"].split()[0]), 18)  # SIGCONT


def main() -> None:
    app = application()
    window = make_window(app, HOME / "config")
    window.show()
    remember(window)
    if sys.argv[2:] == ["silent"]:
        silent(window)
    else:
        for step in (open_again, lock_and_use_the_keychain, change_passphrase, forget, hear_the_screen):
            step(window)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]


main()
