"""Sees a program as a screen reader does: over AT-SPI, from a process of its own."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
CHECKED, FOCUSED, SHOWING = 4, 12, 25
_ANSWER_SECONDS = 5.0
_LOOK_AGAIN = 0.05


class NotThereError(Exception):
    """Nothing of that kind came within the time."""


@dataclass(frozen=True, slots=True)
class Node:
    """One accessible object: the bus name of its program, and its path there."""

    bus: DBusConnection
    program: str
    path: str

    @property
    def name(self) -> str:
        """What a screen reader says first."""
        return str(self._property("Name"))

    @property
    def description(self) -> str:
        """What a screen reader says next."""
        return str(self._property("Description"))

    @property
    def role(self) -> str:
        """What kind of thing it is, in words."""
        return str(self._call(ACCESSIBLE, "GetRoleName")[0])

    @property
    def children(self) -> "list[Node]":
        """What is in it."""
        return [Node(self.bus, *child) for child in self._call(ACCESSIBLE, "GetChildren")[0]]

    def has(self, state: int) -> bool:
        """Whether a state holds: CHECKED, FOCUSED, SHOWING."""
        words = self._call(ACCESSIBLE, "GetState")[0]
        return bool(words[state // 32] >> state % 32 & 1)

    def actions(self) -> list[str]:
        """The names of what can be done with it."""
        return [str(each[0]) for each in self._call(ACTION, "GetActions")[0]]

    def do(self, action: str) -> None:
        """Do one of its actions."""
        place = [name.casefold() for name in self.actions()].index(action.casefold())
        self._call(ACTION, "DoAction", "i", (place,))

    def below(self) -> "Iterator[Node]":
        """Everything in it, the nearest first; what goes away meanwhile is left out."""
        waiting = [self]
        while waiting:
            node = waiting.pop(0)
            try:
                found = node.children
            except NotThereError:
                continue
            yield from found
            waiting += found

    def _property(self, name: str) -> Any:
        address = DBusAddress(self.path, self.program, ACCESSIBLE)
        kind, value = _ask(self.bus, Properties(address).get(name))[0]
        assert kind == "s"
        return value

    def _call(
        self, interface: str, method: str, signature: str | None = None, body: tuple[Any, ...] = ()
    ) -> Any:
        address = DBusAddress(self.path, self.program, interface)
        return _ask(self.bus, new_method_call(address, method, signature or None, body))


def accessibility_bus(session: str) -> DBusConnection:
    """The bus of assistive programs that belongs to a session's bus."""
    with open_dbus_connection(session) as connection:
        address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        found = _ask(connection, new_method_call(address, "GetAddress"))[0]
    return open_dbus_connection(str(found))


def programs(bus: DBusConnection) -> list[Node]:
    """The programs that can be seen."""
    return Node(bus, "org.a11y.atspi.Registry", ROOT).children


def wait_for(what: Callable[[], Node | None], seconds: float, words: str) -> Node:
    """The node, once it is there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if (found := what()) is not None:
                return found
        except NotThereError:
            pass
        time.sleep(_LOOK_AGAIN)
    raise NotThereError(words)


def _ask(connection: DBusConnection, message: Any) -> Any:
    try:
        reply = connection.send_and_get_reply(message, timeout=_ANSWER_SECONDS)
    except (TimeoutError, ConnectionError) as error:
        raise NotThereError(str(error)) from error
    if reply.header.message_type is MessageType.error:
        raise NotThereError(str(reply.body))
    return reply.body
