import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Theme

// Who at a partner's has taken a hand-off up.
Sheet {
    id: root

    required property CaseHandOffsViewModel view

    title: qsTr("Who has it now?")

    Field {
        Layout.fillWidth: true
        guarded: true
        label: qsTr("Who said so at the partner’s, if you know")
        maximumLength: 60
        text: root.view.takenBy
        onEdited: text => root.view.typeTakenBy(text)
        onAccepted: root.view.save()
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.gap
        uniformCellWidths: true

        DeskButton {
            Layout.fillWidth: true
            text: qsTr("Leave it")
            key: "Escape"
            cap: qsTr("Esc")
            onClicked: root.view.leave()
        }
        DeskButton {
            Layout.fillWidth: true
            main: true
            symbol: "check"
            text: qsTr("They have it")
            key: "F9"
            onClicked: root.view.save()
        }
    }
}
