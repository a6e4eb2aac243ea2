import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The first start: nobody works here yet, and whoever keeps the machine makes the first supervisor.
SignInPart {
    id: root

    function arrive() {
        code.forceActiveFocus(Qt.TabFocusReason);
    }

    function begin() {
        root.view.begin(code.line.text, name.line.text, pin.line.text, again.line.text);
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
            text: qsTr("Welcome. Who is the first supervisor?")
            font.pixelSize: Theme.first
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("The command “guichet staff first-code” on this machine shows the code. The first supervisor then adds everybody else.")
            color: Theme.colours.inkSoft
        }
        Field {
            id: code

            Layout.fillWidth: true
            label: qsTr("Code of this machine")
            maximumLength: 12
            onAccepted: name.forceActiveFocus(Qt.TabFocusReason)
        }
        Field {
            id: name

            Layout.fillWidth: true
            label: qsTr("Your name, as colleagues call you")
            maximumLength: 40
            onAccepted: pin.forceActiveFocus(Qt.TabFocusReason)
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapWide

            Field {
                id: pin

                Layout.fillWidth: true
                label: qsTr("PIN, 6 to 12 digits")
                secret: true
                maximumLength: root.view.longest
                onAccepted: again.forceActiveFocus(Qt.TabFocusReason)
            }
            Field {
                id: again

                Layout.fillWidth: true
                label: qsTr("The same PIN again")
                secret: true
                maximumLength: root.view.longest
                onAccepted: root.begin()
            }
        }
        Problem {
            Layout.fillWidth: true
            text: root.view.problem
        }
        DeskButton {
            Layout.fillWidth: true
            main: true
            large: true
            text: root.view.busy ? qsTr("Checking") : qsTr("Begin")
            key: "F9"
            enabled: !root.view.busy
            onClicked: root.begin()
        }
    }
}
