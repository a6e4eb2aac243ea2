import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One person to choose at sign-in: initials, name, and a lock where their PIN was wrong too often.
LipButton {
    id: root

    property string initials: ""
    // The digit that chooses them; nothing after the ninth.
    property string key: ""
    property bool locked: false

    Accessible.description: root.key === "" ? "" : qsTr("Key %1").arg(root.key)
    Accessible.name: root.locked ? qsTr("%1, PIN locked").arg(root.text) : root.text
    font.pixelSize: Theme.body
    font.weight: Font.DemiBold
    least: Theme.row
    leftPadding: Theme.gap
    rightPadding: Theme.gap

    contentItem: RowLayout {
        spacing: Theme.gap

        Initials {
            letters: root.initials
        }
        Text {
            Layout.fillWidth: true
            color: Theme.colours.ink
            font: root.font
            text: root.text
            wrapMode: Text.Wrap
        }
        Symbol {
            colour: Theme.colours.danger
            name: root.locked ? "lock" : ""
            size: Theme.section
            visible: root.locked
        }
        KeyCap {
            text: root.key
        }
    }

    KeyShortcut {
        enabled: root.enabled && root.visible
        key: root.key

        onPressed: root.click()
    }
}
