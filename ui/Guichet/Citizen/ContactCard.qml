import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One number or place for right now: who, the number large, where, and whether it is open.
Rectangle {
    id: root

    required property string name
    required property string number
    required property string place
    required property string opening
    required property string tone
    required property string doubt
    required property string what
    required property string bring

    implicitHeight: lines.implicitHeight + Theme.gap * 2
    color: Theme.colours.card
    radius: Theme.radiusCard
    border.width: Theme.hair
    border.color: Theme.colours.edge

    Accessible.role: Accessible.ListItem
    Accessible.name: [root.name, root.what, root.number, root.place, root.opening, root.bring, root.doubt].filter(part => part !== "").join(". ")

    ColumnLayout {
        id: lines

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gapWide
        spacing: Theme.mm(1)

        Words {
            Layout.fillWidth: true
            text: root.name
            font.weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.what
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.place
            font.pixelSize: Theme.meta
            font.weight: Font.Medium
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.bring
            font.pixelSize: Theme.meta
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.number !== ""
            spacing: Theme.gapTiny

            Symbol {
                name: "phone"
                size: Theme.iconSmall
            }
            Words {
                Layout.fillWidth: true
                text: root.number
                color: Theme.colours.action
                font.pixelSize: Theme.section
                font.weight: Font.Bold
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gapTiny

            Chip {
                width: Math.min(implicitWidth, parent.width)
                symbol: "clock"
                tone: root.tone
                text: root.opening
            }
            Chip {
                width: Math.min(implicitWidth, parent.width)
                symbol: "info-circle"
                tone: "warn"
                text: root.doubt
            }
        }
    }
}
