pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// One question after the slip, answered by one touch; then thanks.
Rectangle {
    id: root

    required property FeedbackViewModel view

    readonly property bool asked: root.view.thanks === ""

    implicitWidth: column.implicitWidth + Theme.gapWide * 2
    implicitHeight: column.implicitHeight + Theme.gapWide * 2
    color: root.asked ? Theme.colours.sunk : Theme.colours.successGround
    radius: Theme.radiusCard

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gapWide
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            visible: root.asked
            heading: true
            text: root.asked ? qsTr("Did you get what you needed?") : ""
            font.pixelSize: Theme.section
            font.weight: Font.DemiBold
        }
        GridLayout {
            Layout.fillWidth: true
            visible: root.asked
            columns: root.width < Theme.answer * (Theme.small ? 14 : 17) ? 1 : 3
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            ActionButton {
                Layout.fillWidth: true
                least: Theme.target
                quiet: true
                text: qsTr("Yes")
                onClicked: root.view.answer("yes")
            }
            ActionButton {
                Layout.fillWidth: true
                least: Theme.target
                quiet: true
                text: qsTr("Partly")
                onClicked: root.view.answer("partly")
            }
            ActionButton {
                Layout.fillWidth: true
                least: Theme.target
                quiet: true
                text: qsTr("No")
                onClicked: root.view.answer("no")
            }
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.thanks
            color: Theme.colours.success
            font.weight: Font.DemiBold
            Accessible.role: Accessible.AlertMessage
        }
    }
}
