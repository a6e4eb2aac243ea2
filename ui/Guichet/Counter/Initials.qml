import QtQuick
import Guichet.Theme

// The first letters of a name, in a circle. The name stands beside it.
Rectangle {
    id: root

    required property string letters
    property int side: Theme.mm(18)

    implicitWidth: root.side
    implicitHeight: root.side
    radius: root.side / 2
    color: Theme.colours.tint

    Text {
        anchors.centerIn: parent
        text: root.letters
        color: Theme.colours.action
        font.family: Theme.family
        font.pixelSize: Math.round(root.side * 0.42)
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}
