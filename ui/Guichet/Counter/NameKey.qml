import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One person to choose at sign-in: initials, name, and a lock where their PIN was wrong too often.
LipButton {
    id: root

    property string initials: ""
    property bool locked: false
    // The digit that chooses them; nothing after the ninth.
    property string key: ""

    least: Theme.row
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    font.pixelSize: Theme.body
    font.weight: Font.DemiBold

    Accessible.name: root.locked ? qsTr("%1, PIN locked").arg(root.text) : root.text
    Accessible.description: root.key === "" ? "" : qsTr("Key %1").arg(root.key)

    KeyShortcut {
        key: root.key
        enabled: root.enabled && root.visible
        onPressed: root.click()
    }

    contentItem: RowLayout {
        spacing: Theme.gap

        Initials {
            letters: root.initials
        }
        Text {
            Layout.fillWidth: true
            text: root.text
            color: Theme.colours.ink
            font: root.font
            wrapMode: Text.Wrap
        }
        Symbol {
            visible: root.locked
            name: root.locked ? "lock" : ""
            size: Theme.section
            colour: Theme.colours.danger
        }
        KeyCap {
            text: root.key
        }
    }
}
