import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// A number to be seen from afar, and what it counts. One that is not told in figures is written smaller.
ColumnLayout {
    id: root

    required property string number
    required property string label
    property color colour: Theme.colours.ink
    // Words in place of a figure.
    property bool spelled: false

    spacing: 0

    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(root.label).arg(root.number)

    Words {
        Layout.fillWidth: true
        text: root.number
        color: root.colour
        font.pixelSize: root.spelled ? Theme.answer : Theme.title
        font.weight: Font.Bold
        Accessible.ignored: true
    }
    Words {
        Layout.fillWidth: true
        text: root.label
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
        font.weight: Font.Medium
        Accessible.ignored: true
    }
}
