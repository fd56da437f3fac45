"""Opens the window for the room, and collects every text that could be seen or heard in it."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.reach import choose
from ui.main_window import MainWindow
from ui.presenter.window import AudienceWindow

_SPOKEN = (
    QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)  # fmt: skip


def open_room(window: MainWindow) -> AudienceWindow:
    """The window for the room, opened as a person does."""
    choose(window, "show_room")
    room = room_of(window)
    assert room is not None
    return room


def room_of(window: MainWindow) -> AudienceWindow | None:
    """The window for the room that is open, or None."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rooms = [each for each in QApplication.topLevelWidgets() if isinstance(each, AudienceWindow)]
    return next(iter(rooms), None)


def every_text(room: AudienceWindow) -> str:
    """All that the window says: painted, spoken, as tips, in its title, and in the value it was given."""
    parts = [room, *room.findChildren(QWidget)]
    said = [text for part in parts for text in _of_widget(part)]
    said += [text for action in room.actions() for text in (action.text(), action.toolTip())]
    spoken = QAccessible.queryAccessibleInterface(room)
    return "\n".join([*said, *_heard(spoken), painted(room), repr(room.view)])


def painted(widget: QWidget) -> str:
    """What is painted, as a picture whose words can be read."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data()).decode()


def _of_widget(part: QWidget) -> Iterator[str]:
    yield from (
        part.objectName(), part.windowTitle(), part.windowFilePath(), part.windowIconText(), part.toolTip(),
        part.statusTip(), part.whatsThis(), part.accessibleName(), part.accessibleDescription(),
    )  # fmt: skip
    if isinstance(part, QLabel):
        yield part.text()
    yield from (action.text() for action in part.findChildren(QAction))


def _heard(spoken: QAccessibleInterface) -> Iterator[str]:
    for kind in _SPOKEN:
        yield spoken.text(kind)
    for index in range(spoken.childCount()):
        child = spoken.child(index)
        if child is not None:
            yield from _heard(child)
