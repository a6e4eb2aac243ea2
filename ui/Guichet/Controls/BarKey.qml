import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Theme

// One key of the fixed bar: icon above word.
T.AbstractButton {
    id: root

    required property string symbol
    property bool raised: false

    readonly property color inkColour: root.raised ? Theme.colours.bar : Theme.colours.barInk

    implicitWidth: Math.max(Theme.mm(27), label.implicitWidth + Theme.gap * 2)
    implicitHeight: Theme.bar - Theme.gapTiny * 2
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.45

    Accessible.role: Accessible.Button
    Accessible.name: root.text

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        color: root.raised ? root.down ? Theme.colours.tint : Theme.colours.card : root.down ? Theme.colours.action : "transparent"
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: ColumnLayout {
        spacing: 0

        Item {
            Layout.fillHeight: true
        }
        Symbol {
            Layout.alignment: Qt.AlignHCenter
            name: root.symbol
            colour: root.inkColour
            size: Theme.mm(9)
        }
        Text {
            id: label

            Layout.alignment: Qt.AlignHCenter
            text: root.text
            color: root.inkColour
            font.family: Theme.family
            font.pixelSize: Theme.mm(6.8)
            font.weight: Font.DemiBold
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
