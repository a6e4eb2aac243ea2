import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Theme

// One key of the fixed bar: icon above word, or beside it when the letters are large.
T.AbstractButton {
    id: root

    required property string symbol
    property bool raised: false
    property bool leaving: false

    readonly property bool large: Theme.letters > 0
    readonly property color inkColour: root.leaving ? Theme.colours.danger : root.raised ? Theme.colours.bar : Theme.colours.barInk

    implicitWidth: Theme.mm(27)
    implicitHeight: Theme.mm(root.large ? 24 : 29)
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.45

    Accessible.role: Accessible.Button
    Accessible.name: root.text.replace("\n", " · ")

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        color: root.raised || root.leaving ? root.down ? Theme.colours.tint : Theme.colours.card : root.down ? Theme.colours.action : "transparent"
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        GridLayout {
            anchors.centerIn: parent
            columns: root.large ? 2 : 1
            rowSpacing: 0
            columnSpacing: Theme.gapTiny

            Symbol {
                Layout.alignment: Qt.AlignCenter
                name: root.symbol
                colour: root.inkColour
                size: Theme.mm(9)
            }
            Text {
                Layout.alignment: Qt.AlignCenter
                text: root.text
                color: root.inkColour
                font.family: Theme.family
                font.pixelSize: Theme.mm(root.large ? 10.3 : 6.8)
                font.weight: Font.DemiBold
                lineHeight: 0.85
            }
        }
    }
}
