import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// What somebody says, under its label: what the catalogue has now, or what it should have.
Rectangle {
    id: root

    required property string label
    required property string text
    // It is the other side: what should stand there.
    property bool wanted: false

    implicitHeight: column.implicitHeight + Theme.gapWide * 2
    visible: root.text !== ""
    color: root.wanted ? Theme.colours.tint : Theme.colours.sunk
    radius: Theme.radius
    border.width: Theme.colours.strict ? Theme.hair : 0
    border.color: Theme.colours.edge

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.gapWide
        spacing: Theme.gapTiny

        Words {
            Layout.fillWidth: true
            text: root.label
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            font.weight: Font.Medium
        }
        Words {
            Layout.fillWidth: true
            // An address of the web is broken after a slash, and nowhere else.
            text: root.text.replace(/\/(?=\w)/g, "/\u200b")
            font.weight: Font.DemiBold
            Accessible.name: root.text
        }
    }
}
