import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One answer with its key, which the panel around it takes; where several may be chosen, with a tick.
LipButton {
    id: root

    required property string cap
    required property bool chosen
    property bool several: false

    least: Theme.target
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    ground: root.chosen ? Theme.colours.tint : Theme.colours.card
    font.pixelSize: Theme.body
    font.weight: Font.Medium

    Accessible.role: root.several ? Accessible.CheckBox : Accessible.Button
    Accessible.description: root.cap === "" ? "" : qsTr("Key %1").arg(root.cap)
    Accessible.checkable: root.several
    Accessible.checked: root.chosen

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight

        RowLayout {
            id: line

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            KeyCap {
                text: root.cap
            }
            Text {
                Layout.fillWidth: true
                text: root.text
                color: Theme.colours.ink
                font: root.font
                wrapMode: Text.Wrap
                lineHeight: 0.95
            }
            Symbol {
                visible: root.several && root.chosen
                name: "check"
            }
        }
    }
}
