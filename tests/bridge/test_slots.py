"""What QML is shown keeps the description of its class, which QML knows by its address."""

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.logging import _QtMessageCapture
from shiboken6 import getCppPointer


class Speaker(QObject):
    """Something that is listened to."""

    spoke = Signal()


class Listener(QObject):
    """Hears in two ways."""

    def undeclared(self) -> None:
        """PySide makes a slot of it for this one object."""

    @Slot()
    def declared(self) -> None:
        """A slot of the class."""


def description(listener: Listener) -> int:
    """Where what Qt knows of the object lies."""
    address: int = getCppPointer(listener.metaObject())[0]
    return address


def test_a_declared_slot_leaves_the_object_the_description_of_its_class() -> None:
    speaker, listener = Speaker(), Listener()

    speaker.spoke.connect(listener.declared)

    assert description(listener) == description(Listener())


@pytest.mark.qt_log_ignore("Registering dynamic slot")
def test_an_undeclared_one_gives_it_its_own_and_is_told_of_so_that_every_test_of_a_window_fails_on_it(
    qtlog: _QtMessageCapture,
) -> None:
    speaker, listener = Speaker(), Listener()

    speaker.spoke.connect(listener.undeclared)

    assert description(listener) != description(Listener())
    assert ["dynamic slot" in record.message for record in qtlog.records] == [True]
