import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Whether a case is to be erased: it cannot be undone.
Sheet {
    id: root

    required property CaseViewModel view

    title: qsTr("Erase %1 for good?").arg(root.view.title)

    Words {
        Layout.fillWidth: true
        text: qsTr("The name, the way to reach the person, the notes and the outcomes go at once, and cannot come back, not even from a copy. Only counts that name nobody stay.")
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.gap
        uniformCellWidths: true

        DeskButton {
            Layout.fillWidth: true
            large: true
            text: qsTr("Keep it")
            key: "Escape"
            cap: qsTr("Esc")
            onClicked: root.view.keepIt()
        }
        DeskButton {
            Layout.fillWidth: true
            large: true
            grave: true
            symbol: "eraser"
            text: qsTr("Erase for good")
            key: "F9"
            onClicked: root.view.erase()
        }
    }
}
