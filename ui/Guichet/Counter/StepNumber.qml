import QtQuick
import Guichet.Theme

// The number of a step in its ring; the row beside it says it already.
Rectangle {
    id: root

    required property int number
    property bool filled: false

    implicitWidth: Math.round(Theme.body * 2)
    implicitHeight: implicitWidth
    radius: width / 2
    color: root.filled ? Theme.colours.action : Theme.colours.card
    border.width: Math.max(2, Theme.hair)
    border.color: Theme.colours.action

    Text {
        anchors.centerIn: parent
        text: root.number
        color: root.filled ? Theme.colours.actionInk : Theme.colours.action
        font.family: Theme.family
        font.pixelSize: Theme.body
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}
