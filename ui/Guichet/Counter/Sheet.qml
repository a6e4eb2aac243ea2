import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// A question over a page: its words and its buttons, in the middle. It scrolls where the window is low.
FocusScope {
    id: root

    default property alias content: column.data
    required property string title
    property int breadth: Theme.mm(350)

    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Rectangle {
        objectName: "scrim"
        anchors.fill: parent
        color: Theme.colours.ink
        opacity: 0.45

        // Nothing under it is touched.
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onWheel: wheel => wheel.accepted = true
        }
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(root.breadth, root.width - Theme.gapLarge * 2)
        height: Math.min(column.implicitHeight + Theme.gapTiny + Theme.gapHuge * 2, root.height - Theme.gapLarge * 2)
        color: Theme.colours.card
        radius: Theme.radiusCard
        border.width: Theme.colours.strict ? Theme.hair : 1
        border.color: Theme.colours.edge

        DeskScroll {
            anchors.fill: parent
            anchors.margins: Theme.gapHuge

            ColumnLayout {
                id: column

                width: parent.width
                spacing: Theme.gapWide

                Words {
                    Layout.fillWidth: true
                    heading: true
                    text: root.title
                    font.pixelSize: Theme.first
                    font.weight: Font.Bold
                }
            }
        }
    }
}
