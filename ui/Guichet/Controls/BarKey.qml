import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Theme

// One key of the fixed bar: icon above word. What is switched on has a ground, another word, and is announced.
T.AbstractButton {
    id: root

    required property string symbol
    property bool raised: false
    property bool leaving: false
    property bool on: false
    // The languages of the parts of a word that is in more than one, for the voice.
    property list<string> spokenLanguages: []
    // How large its word is written.
    property int size: Theme.barWord

    readonly property color inkColour: root.leaving ? root.down ? Theme.colours.actionInk : Theme.colours.danger : root.down ? Theme.colours.barInk : root.raised ? Theme.colours.barRaisedInk : root.on ? Theme.colours.action : Theme.colours.barInk
    readonly property color ground: root.leaving ? root.down ? Theme.colours.danger : Theme.colours.dangerGround : root.down ? Theme.colours.barPressed : root.raised ? Theme.colours.barRaised : root.on ? Theme.colours.tint : "transparent"

    implicitWidth: Math.max(Theme.barKey, label.implicitWidth + Theme.gap)
    implicitHeight: Theme.barKey
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
        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: 0

            Symbol {
                Layout.alignment: Qt.AlignHCenter
                // Two lines of a long word leave the low bar of a wide screen no room for a picture.
                visible: root.symbol !== "" && (label.lineCount < 2 || root.height > Theme.mm(9) + label.implicitHeight)
                name: root.symbol
                colour: root.inkColour
                size: Theme.mm(9)
            }
            Text {
                id: label

                Layout.fillWidth: true
                // The lines of Arabic letters begin with as much empty room as this.
                Layout.topMargin: -Math.round((1 - Theme.leading(root.text, 1)) * 2 * root.size)
                text: root.text
                color: root.inkColour
                font.family: Theme.family
                font.pixelSize: root.size
                font.weight: Font.DemiBold
                lineHeight: Theme.leading(root.text, 0.85)
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.WordWrap
            }
        }
    }
}
