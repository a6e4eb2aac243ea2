"""The QML check knows the view-models, so a page cannot ask them for what they do not have."""

import pytest

from scripts.checks import qml

ROWS = """
from PySide6.QtCore import QAbstractListModel

class Rows(QAbstractListModel):
    pass
"""
VIEW_MODEL = """
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable
from kiosk.bridge.rows import Rows

QML_IMPORT_NAME = "Guichet.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

@QmlElement
@QmlUncreatable("the program makes it")
class SearchViewModel(QObject):
    changed = Signal()

    @Property(str, notify=changed)
    def query(self) -> str:
        return ""

    @Property(Rows, notify=changed)
    def hits(self) -> Rows:
        return Rows()
"""
PAGE = """import QtQuick
import Guichet.Bridge

ListView {
    id: root

    required property SearchViewModel search

    headerPositioning: root.search.query === "" ? ListView.InlineHeader : ListView.OverlayHeader
    model: root.search.hits
}
"""


@pytest.fixture
def checkout(tmp_path):
    """Make a checkout of one page and the view-model behind it."""
    files = {"kiosk/bridge/rows.py": ROWS, "kiosk/bridge/search.py": VIEW_MODEL, "ui/Guichet/Page.qml": PAGE}
    for path, text in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def test_a_page_that_asks_for_what_there_is_passes(checkout):
    assert qml.lint(checkout) == []


def test_a_misspelled_property_of_a_view_model_is_found(checkout):
    page = checkout / "ui" / "Guichet" / "Page.qml"
    page.write_text(PAGE.replace("search.query", "search.qurey"))

    faults = qml.lint(checkout)

    assert 'ui/Guichet/Page.qml:9:36: Member "qurey" not found on type "SearchViewModel"' in faults[0]


def test_an_import_nobody_uses_is_found(checkout):
    page = checkout / "ui" / "Guichet" / "Page.qml"
    page.write_text("import QtQuick.Layouts\n" + PAGE)

    assert "Unused import" in qml.lint(checkout)[0]


def test_two_names_for_the_bridge_s_module_are_refused(checkout):
    other = checkout / "kiosk" / "bridge" / "other.py"
    other.write_text(VIEW_MODEL.replace("Guichet.Bridge", "Guichet.Other"))

    with pytest.raises(qml.QmlToolError, match="use one QML_IMPORT_NAME"):
        qml.lint(checkout)


def test_a_file_in_another_form_is_named_and_put_right(checkout):
    page = checkout / "ui" / "Guichet" / "Page.qml"
    page.write_text(PAGE.replace("    model", " model"))

    before = qml.misformatted(checkout)
    qml.reformat(checkout)

    assert before == ["ui/Guichet/Page.qml: not in qmlformat's form; run `make format`"]
    assert qml.misformatted(checkout) == []
    assert page.read_text() == PAGE


def test_without_pages_there_is_nothing_to_lint(tmp_path):
    assert qml.lint(tmp_path) == []
