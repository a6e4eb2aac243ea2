import QtQuick
import Guichet.Controls
import Guichet.Theme

// The number of a step: on the rail, or in the card itself where large letters leave no room for a rail.
Rectangle {
    id: root

    required property int number
    required property bool first

    readonly property int size: Theme.mm(Theme.letters === 0 ? 12.5 : Theme.letters === 1 ? 16 : 20)

    implicitWidth: root.size * (root.first ? 1.08 : 1)
    implicitHeight: implicitWidth
    radius: width / 2
    color: root.first ? Theme.colours.first : Theme.colours.paper
    border.width: root.first ? 0 : Theme.mm(1.2)
    border.color: Theme.colours.action

    Words {
        anchors.centerIn: parent
        text: root.number
        color: root.first ? Theme.colours.actionInk : Theme.colours.action
        font.pixelSize: Theme.letters === 0 ? Theme.mm(7.2) : root.size * 0.6
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}
