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
    readonly property color inkColour: root.leaving ? root.down ? Theme.colours.actionInk : Theme.colours.danger : root.raised && !root.down ? Theme.colours.barRaisedInk : Theme.colours.barInk
    readonly property color ground: root.leaving ? root.down ? Theme.colours.danger : Theme.colours.dangerGround : root.down ? Theme.colours.barPressed : root.raised ? Theme.colours.barRaised : "transparent"

    implicitWidth: Theme.mm(27)
    implicitHeight: Theme.mm(root.large ? 24 : 29)
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.45

    Accessible.role: Accessible.Button
    Accessible.name: root.text.replace("\n", " · ")

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        color: root.ground
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
