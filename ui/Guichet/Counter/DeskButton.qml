import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// A button of the counter: icon, words, and the key that does the same. The key works wherever the focus is, but a letter
// or a digit is typed where a field has the focus.
LipButton {
    id: root

    property string symbol: ""
    // The key, as Qt spells it ("F9", "Ctrl+N", "Q"); nothing for none.
    property string key: ""
    // What stands on the cap; for a key that is pressed without the button, such as Enter in a field, only this is set.
    property string cap: root.key === "Escape" ? qsTr("Esc") : root.key === "Return" ? qsTr("Enter") : root.key === "Backspace" ? qsTr("Backspace") : root.key.replace("+", " ")
    // The one thing to do next on the page.
    property bool main: false
    // It cannot be undone.
    property bool grave: false
    // A larger button for the page's main act.
    property bool large: false

    readonly property bool filled: root.main || root.grave
    readonly property color inkColour: !root.enabled ? Theme.colours.inkSoft : root.filled ? Theme.colours.actionInk : Theme.colours.ink

    least: root.large ? Theme.primary : Theme.target
    leftPadding: root.text === "" ? Theme.gap : Theme.gapWide
    rightPadding: leftPadding
    ground: root.grave ? Theme.colours.danger : root.main ? Theme.colours.action : Theme.colours.card
    groundPressed: root.grave ? Theme.colours.dangerPressed : root.main ? Theme.colours.actionPressed : Theme.colours.tint
    lipColour: root.grave ? Theme.colours.dangerLip : root.main ? Theme.colours.actionLip : Theme.colours.edge
    edgeColour: root.filled && root.enabled ? root.ground : Theme.colours.edge
    font.pixelSize: root.large ? Theme.answer : Theme.body
    font.weight: Font.DemiBold

    Accessible.description: root.cap === "" ? "" : qsTr("Key %1").arg(root.cap)

    KeyShortcut {
        key: root.key
        enabled: root.enabled && root.visible
        // What had the focus keeps it: a click would take it.
        onPressed: root.clicked()
    }

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight

        RowLayout {
            id: line

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.gap

            Symbol {
                name: root.symbol
                visible: root.symbol !== ""
                size: Math.round(root.font.pixelSize * 1.25)
                colour: root.enabled && !root.filled ? Theme.colours.action : root.inkColour
            }
            Text {
                Layout.fillWidth: true
                visible: root.text !== ""
                text: root.text
                color: root.inkColour
                font: root.font
                wrapMode: Text.Wrap
                lineHeight: 0.95
            }
            KeyCap {
                text: root.cap
                light: root.filled && root.enabled
            }
        }
    }
}
