pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Theme

// The focus: amber between two ink lines, outside the control it belongs to.
Rectangle {
    id: root

    property bool shown: false
    property int corner: Theme.radius

    readonly property int line: Math.max(2, Theme.mm(0.7))
    readonly property int amber: Math.max(3, Theme.mm(1.2))

    objectName: "focusRing"
    anchors.fill: parent
    anchors.margins: -(root.amber + 2 * root.line)
    visible: root.shown
    color: "transparent"
    radius: root.corner - anchors.margins
    border.width: root.line
    border.color: Theme.colours.focusLine

    // Most controls never show theirs.
    Loader {
        anchors.fill: parent
        active: root.shown
        sourceComponent: Item {
            Rectangle {
                anchors.fill: parent
                anchors.margins: root.line
                color: "transparent"
                radius: root.radius - root.line
                border.width: root.amber
                border.color: Theme.colours.focus
            }
            Rectangle {
                anchors.fill: parent
                anchors.margins: root.line + root.amber
                color: "transparent"
                radius: root.radius - root.line - root.amber
                border.width: root.line
                border.color: Theme.colours.focusLine
            }
        }
    }
}
