pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// A word from the desk to whoever is here, until they have read it; the page behind is hidden meanwhile.
Rectangle {
    id: root

    required property StaffWordsViewModel staff

    color: Theme.colours.paper

    Accessible.role: Accessible.AlertMessage
    Accessible.name: head.text + " " + root.staff.note

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.above / 2
        anchors.leftMargin: Math.max(Theme.margin, (root.width - Theme.mm(300)) / 2)
        anchors.rightMargin: anchors.leftMargin
        spacing: Theme.gapHuge

        Words {
            id: head

            Layout.fillWidth: true
            heading: true
            text: qsTr("A word from the desk")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.section
        }
        Words {
            Layout.fillWidth: true
            text: root.staff.note
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
        }
        ActionButton {
            Layout.fillWidth: true
            symbol: "check"
            text: qsTr("I have read it")
            focus: true
            onClicked: root.staff.dismiss()
            Component.onCompleted: forceActiveFocus(Qt.OtherFocusReason)
        }
    }
}
