import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Controls
import Guichet.Theme

// A choice that is on or off, as a pill: filled, and announced as checked. Of several where `one` holds, only one is.
T.AbstractButton {
    id: root

    property string symbol: ""
    property string key: ""
    // One of several, of which only one is chosen.
    property bool one: false

    readonly property color inkColour: root.checked ? Theme.colours.actionInk : root.enabled ? Theme.colours.ink : Theme.colours.inkSoft

    implicitWidth: Math.max(Theme.target, line.implicitWidth + Theme.gapWide * 2)
    implicitHeight: Math.max(Theme.target, line.implicitHeight + Theme.gapTiny * 2)
    focusPolicy: Qt.StrongFocus
    checkable: true
    font.family: Theme.family
    font.pixelSize: Math.round(Theme.body * 0.95)
    font.weight: Font.DemiBold

    // What is chosen already stays chosen when it is pressed again.
    T.ButtonGroup.group: root.one ? alone : null

    Accessible.role: root.one ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.name: root.text
    Accessible.description: root.key === "" ? "" : qsTr("Key %1").arg(root.key)
    Accessible.checkable: true
    Accessible.checked: root.checked

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    T.ButtonGroup {
        id: alone
    }
    KeyShortcut {
        key: root.key
        enabled: root.enabled && root.visible
        onPressed: root.click()
    }

    background: Rectangle {
        color: root.checked ? Theme.colours.action : root.down ? Theme.colours.tint : root.enabled ? Theme.colours.card : Theme.colours.sunk
        radius: Math.min(height / 2, Theme.mm(11))
        border.width: Theme.hair
        border.color: root.checked ? Theme.colours.action : Theme.colours.edge

        FocusRing {
            shown: root.visualFocus
            corner: parent.radius
        }
    }
    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight

        RowLayout {
            id: line

            anchors.centerIn: parent
            width: Math.min(implicitWidth, root.width - Theme.gapWide)
            spacing: Theme.gapTiny

            Symbol {
                name: root.symbol !== "" ? root.symbol : "check"
                visible: root.symbol !== "" || root.checked
                size: Math.round(Theme.body * 1.1)
                colour: root.checked ? Theme.colours.actionInk : Theme.colours.action
            }
            Text {
                Layout.fillWidth: true
                text: root.text
                color: root.inkColour
                font: root.font
                wrapMode: Text.Wrap
            }
            KeyCap {
                text: root.key.replace("+", " ")
                light: root.checked
            }
        }
    }
}
