import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// A row with a box: ticked is a filled box with a check mark, and is announced as checked.
LipButton {
    id: root

    property bool ticked: false
    property string detail: ""
    property string chip: ""

    ground: root.ticked ? Theme.colours.tint : Theme.colours.card

    Accessible.role: Accessible.CheckBox
    Accessible.name: root.detail === "" ? root.text : root.text + ". " + root.detail
    Accessible.checkable: true
    Accessible.checked: root.ticked

    contentItem: RowLayout {
        spacing: Theme.gap

        Rectangle {
            Layout.alignment: Qt.AlignVCenter
            implicitWidth: Theme.mm(9)
            implicitHeight: Theme.mm(9)
            radius: Theme.mm(1.6)
            color: root.ticked ? Theme.colours.action : Theme.colours.card
            border.width: Theme.hair * 1.5
            border.color: root.ticked ? Theme.colours.action : Theme.colours.edge

            Symbol {
                anchors.centerIn: parent
                visible: root.ticked
                name: "check"
                size: Theme.mm(6.5)
                colour: Theme.colours.actionInk
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Text {
                Layout.fillWidth: true
                text: root.text
                horizontalAlignment: Text.AlignLeft
                color: Theme.colours.ink
                font: root.font
                wrapMode: Text.Wrap
                lineHeight: Theme.leading(root.text, 0.9)
            }
            Text {
                Layout.fillWidth: true
                visible: root.detail !== ""
                text: root.detail
                horizontalAlignment: Text.AlignLeft
                color: Theme.colours.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.meta
                font.weight: Font.Medium
                wrapMode: Text.Wrap
                lineHeight: Theme.leading(root.detail, 0.95)
            }
        }
        Chip {
            Layout.alignment: Qt.AlignTop
            text: root.chip
        }
    }
}
