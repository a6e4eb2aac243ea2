import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Told to the hub or not, and the two ways to do it now: over the network, and by a stick that is in.
ColumnLayout {
    id: root

    required property CurrentViewModel view

    spacing: Theme.gap

    Words {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.view.hub
        color: root.view.hubWell ? Theme.colours.ink : Theme.colours.warning
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.view.busy ? root.view.progress : root.view.came
        color: root.view.cameWell || root.view.busy ? Theme.colours.success : Theme.colours.warning
        font.weight: Font.DemiBold
        Accessible.role: Accessible.AlertMessage
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        DeskButton {
            visible: root.view.canGo
            enabled: !root.view.busy
            symbol: "refresh"
            text: qsTr("Bring up to date")
            key: "S"
            onClicked: root.view.go()
        }
        DeskButton {
            visible: root.view.stick !== ""
            enabled: !root.view.busy
            symbol: "usb"
            text: qsTr("Use the stick %1").arg(root.view.stick)
            key: "U"
            onClicked: root.view.useStick()
        }
    }
}
