import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// Somebody types a PIN of their own, twice.
PeopleForm {
    id: root

    function arrive() {
        pin.forceActiveFocus(Qt.TabFocusReason);
    }

    act: root.view.busy ? qsTr("Setting the PIN") : qsTr("Set the PIN")
    ready: !root.view.busy
    onDone: {
        root.view.setPin(pin.line.text, again.line.text);
        pin.line.clear();
        again.line.clear();
        root.arrive();
    }

    Words {
        Layout.fillWidth: true
        text: qsTr("%1 types it: nobody else has to know it. A badge alone will do too.").arg(root.view.name)
        color: Theme.colours.inkSoft
    }
    Field {
        id: pin

        Layout.fillWidth: true
        label: qsTr("PIN, 6 to 12 digits")
        secret: true
        maximumLength: 12
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        onAccepted: again.forceActiveFocus(Qt.TabFocusReason)
    }
    Field {
        id: again

        Layout.fillWidth: true
        label: qsTr("The same PIN again")
        secret: true
        maximumLength: 12
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        onAccepted: root.done()
    }
}
