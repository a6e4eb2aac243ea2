import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Somebody else has signed in while the person before was not done.
SignInPart {
    id: root

    function arrive() {
        back.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: panel.implicitHeight

    Panel {
        id: panel

        anchors.left: parent.left
        anchors.right: parent.right
        inset: Theme.gapHuge
        spacingInside: Theme.gapWide

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("%1 is not done yet").arg(root.view.unfinished)
            font.pixelSize: Theme.first
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Somebody’s plan is still open on this counter. If you go on, it is erased.")
        }
        DeskButton {
            id: back

            Layout.fillWidth: true
            large: true
            text: qsTr("Leave it open for %1").arg(root.view.unfinished)
            key: "Escape"
            onClicked: root.view.back()
        }
        DeskButton {
            Layout.fillWidth: true
            large: true
            grave: true
            symbol: "eraser"
            text: qsTr("Erase it and begin")
            key: "F9"
            onClicked: root.view.takeOver()
        }
    }
}
