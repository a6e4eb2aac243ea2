"""What an audit reads of a window is what stands in its picture, however much happens on the page meanwhile."""

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.bridge.auditing.drawn import Drawn
from kiosk.bridge.auditing.rounds import settled

RESTLESS = b"""
import QtQuick
import QtQuick.Layouts
Window {
    id: root
    property bool turned
    visible: true; width: 400; height: 400; color: "white"
    ColumnLayout {
        anchors.left: parent.left; anchors.right: parent.right
        Item { Layout.preferredHeight: root.turned ? 300 : 0 }
        Text { text: "News"; color: "black"; font.pixelSize: 40; Layout.fillWidth: true }
    }
}
"""


def test_a_page_that_changes_by_itself_is_read_as_it_is_drawn(qapp):
    engine = QQmlApplicationEngine()
    engine.loadData(RESTLESS)
    window = engine.rootObjects()[0]
    turning = QTimer()
    turning.timeout.connect(lambda: window.setProperty("turned", not window.property("turned")))
    turning.start(0)

    seen = []
    for _ in range(5):
        settled(window)
        drawn = Drawn(window)
        place = drawn.painted(drawn.texts[0])
        seen.append(min(lightness_of(drawn.picture.copy(place.toAlignedRect()))))

    turning.stop()
    shiboken6.delete(engine)
    assert max(seen) < 128, "the words are not where they are said to be"


def lightness_of(picture):
    return [picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(0, picture.height(), 2)]
