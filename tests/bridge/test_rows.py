"""A list for QML: roles, and what a view is told when the rows change."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt

from kiosk.bridge.models.rows import Rows, camel_case


@dataclass(frozen=True, slots=True)
class Door:
    door_id: str
    label: str


ONE, TWO, THREE = Door("1", "one"), Door("2", "two"), Door("3", "three")


@pytest.fixture
def rows(qapp):
    rows = Rows(Door)
    rows.show([ONE, TWO])
    return rows


@pytest.fixture
def heard(rows):
    said = []
    rows.modelReset.connect(lambda: said.append("reset"))
    rows.dataChanged.connect(lambda *_: said.append("changed"))
    return said


@pytest.mark.parametrize(("python", "qml"), [("label", "label"), ("door_id", "doorId"), ("a_b_c", "aBC")])
def test_fields_are_spelled_as_qml_spells_them(python, qml):
    assert camel_case(python) == qml


def test_every_field_is_a_role(rows):
    assert [bytes(name.data()) for name in rows.roleNames().values()] == [b"doorId", b"label"]
    assert rows.data(rows.index(1), Qt.ItemDataRole.UserRole + 1) == "two"


def test_a_role_that_is_not_there_holds_nothing(rows):
    assert rows.data(rows.index(0), Qt.ItemDataRole.DisplayRole) is None
    assert rows.data(QModelIndex(), Qt.ItemDataRole.UserRole) is None


def test_rows_have_no_rows_of_their_own(rows):
    assert rows.rowCount() == 2
    assert rows.rowCount(rows.index(0)) == 0


def test_equal_rows_change_nothing(rows, heard):
    rows.show([Door("1", "one"), Door("2", "two")])

    assert heard == []


def test_as_many_rows_are_changed_in_place(rows, heard):
    rows.show([ONE, THREE])

    assert heard == ["changed"]
    assert rows.rows == (ONE, THREE)


@pytest.mark.parametrize("new", [[], [ONE], [ONE, TWO, THREE]])
def test_more_or_fewer_rows_begin_anew(rows, heard, new):
    rows.show(new)

    assert heard == ["reset"]
    assert rows.rowCount() == len(new)
