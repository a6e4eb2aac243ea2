pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Why it could not be had: the touch that writes it down.
ColumnLayout {
    id: root

    required property NeedViewModel view

    readonly property Item head: reasons.count > 0 ? reasons.itemAt(0) : null

    function enter() {
        if (root.head !== null)
            root.head.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.gap

    Words {
        Layout.fillWidth: true
        text: root.view.chosen ? qsTr("One touch writes it down.") : qsTr("First choose what was needed.")
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
    }
    Repeater {
        id: reasons

        model: root.view.reasons

        NeedReason {
            required property string reason
            required property string label

            required key
            Layout.fillWidth: true
            enabled: root.view.chosen
            text: label
            onClicked: root.view.save(reason)
        }
    }
}
