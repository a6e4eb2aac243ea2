import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Somebody changes their own PIN: the one they have, another one, and the same again. It signs them in.
SignInPart {
    id: root

    function arrive() {
        old.forceActiveFocus(Qt.TabFocusReason);
    }

    function change() {
        if (root.view.busy)
            return;
        root.view.changePin(old.line.text, pin.line.text, again.line.text);
        for (const field of [old, pin, again])
            field.line.clear();
        root.arrive();
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
            text: qsTr("Another PIN for %1").arg(root.view.name)
            font.pixelSize: Theme.first
            font.weight: Font.Bold
        }
        Field {
            id: old

            Layout.fillWidth: true
            label: qsTr("Your PIN as it is now")
            secret: true
            maximumLength: root.view.longest
            inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
            onAccepted: pin.forceActiveFocus(Qt.TabFocusReason)
        }
        Field {
            id: pin

            Layout.fillWidth: true
            label: qsTr("The new PIN, 6 to 12 digits")
            secret: true
            maximumLength: root.view.longest
            inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
            onAccepted: again.forceActiveFocus(Qt.TabFocusReason)
        }
        Field {
            id: again

            Layout.fillWidth: true
            label: qsTr("The new PIN again")
            secret: true
            maximumLength: root.view.longest
            inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
            onAccepted: root.change()
        }
        Problem {
            Layout.fillWidth: true
            text: root.view.problem
        }
        DeskButton {
            Layout.fillWidth: true
            main: true
            large: true
            text: root.view.busy ? qsTr("Checking") : qsTr("Change the PIN and sign in")
            key: "F9"
            enabled: !root.view.busy
            onClicked: root.change()
        }
        DeskButton {
            Layout.fillWidth: true
            text: qsTr("Change nothing")
            key: "Escape"
            enabled: !root.view.busy
            onClicked: root.view.back()
        }
    }
}
