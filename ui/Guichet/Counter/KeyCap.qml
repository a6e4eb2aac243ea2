import QtQuick
import Guichet.Theme

// The key of the keyboard that does what stands beside it.
Rectangle {
    id: root

    required property string text
    // On a filled button or on the rail.
    property bool light: false

    implicitWidth: Math.max(height, cap.implicitWidth + Theme.gapTiny * 2)
    implicitHeight: Math.round(cap.implicitHeight * 1.1)
    visible: root.text !== ""
    color: root.light ? "transparent" : Theme.colours.sunk
    radius: Theme.mm(1.6)
    border.width: 1
    border.color: root.light ? Theme.colours.actionInk : Theme.colours.edge

    Text {
        id: cap

        anchors.centerIn: parent
        text: root.text
        color: root.light ? Theme.colours.actionInk : Theme.colours.inkSoft
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.meta * 0.9)
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
}
