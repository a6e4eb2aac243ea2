import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// A few words for the screen of a kiosk.
Sheet {
    id: root

    required property string to
    required property int longest
    property string problem: ""

    signal sent(text: string)
    signal leaving

    title: qsTr("A note to whoever is at %1").arg(root.to)

    Field {
        id: words

        Layout.fillWidth: true
        label: qsTr("It is shown on the screen until it is read")
        maximumLength: root.longest
        problem: root.problem
        focus: true
        onEdited: root.problem = ""
        onAccepted: text => root.sent(text)
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        DeskButton {
            main: true
            symbol: "send"
            text: qsTr("Show it")
            key: "F9"
            onClicked: root.sent(words.line.text)
        }
        Item {
            Layout.fillWidth: true
        }
        DeskButton {
            symbol: "x"
            text: qsTr("Leave it")
            key: "Escape"
            onClicked: root.leaving()
        }
    }
}
