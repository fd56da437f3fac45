"""Hears when the screen is locked or the laptop goes to sleep, as far as the system tells.

On Linux over D-Bus: the session's lock and sleep from systemd's login manager, and the screen saver of the
desktop. Without a bus nothing is heard. On Windows and macOS Qt has no such signal; there only its word that
the program was suspended is listened to, which nobody has tried, and idle time has to do.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver")


class ScreenLock(QObject):
    """`locked` when the screen was locked. Listening costs nothing until something is said."""

    locked = Signal()

    def listen(self, application: QGuiApplication) -> None:
        """Begin to listen."""
        if sys.platform.startswith("linux"):
            self._listen_to_buses()
        else:
            application.applicationStateChanged.connect(self._take_state)

    def _listen_to_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  (not before the first review)

        if _is_here("DBUS_SESSION_BUS_ADDRESS", Path(os.environ.get("XDG_RUNTIME_DIR", "/"), "bus")):
            session = QDBusConnection.sessionBus()
            for saver in _SAVERS:
                self._hear(session, ("", "", saver, "ActiveChanged"), "_take_active(bool)")
        if _is_here("DBUS_SYSTEM_BUS_ADDRESS", _SYSTEM_BUS):
            system = QDBusConnection.systemBus()
            path = _session_path(os.environ.get("XDG_SESSION_ID", ""))
            self._hear(system, (_LOGIN, path, f"{_LOGIN}.Session", "Lock"), "_take_lock()")
            sleep = (_LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", "PrepareForSleep")
            self._hear(system, sleep, "_take_active(bool)")

    def _hear(self, bus: "QDBusConnection", said: tuple[str, str, str, str], slot: str) -> None:
        bus.connect(*said, self, SLOT(slot))  # type: ignore[call-overload]  # it takes a str, and says bytes

    @Slot(bool)
    def _take_active(self, is_active: bool) -> None:
        if is_active:
            self.locked.emit()

    @Slot()
    def _take_lock(self) -> None:
        self.locked.emit()

    def _take_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationSuspended:
            self.locked.emit()


def _is_here(variable: str, usual: Path) -> bool:
    """Whether there is a bus on this computer; asked for one, the library would start it, or go anywhere."""
    address = os.environ.get(variable, "")
    return address.startswith("unix:") if address else usual.exists()


def _session_path(session: str) -> str:
    """Where the login manager keeps our session; nothing, which stands for any, where we are in none.

    Its names are escaped: everything but letters and digits, and a digit at the beginning, as its code.
    """
    if not session:
        return ""
    escaped = "".join(_escaped(sign, is_first=at == 0) for at, sign in enumerate(session))
    return f"{_LOGIN_PATH}/session/{escaped}"


def _escaped(sign: str, *, is_first: bool) -> str:
    is_plain = sign.isascii() and sign.isalnum() and not (is_first and sign.isdigit())
    return sign if is_plain else f"_{ord(sign):02x}"
