import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// There is a plan in Walk-in already: it is kept, or given up for that of the slip.
Sheet {
    id: root

    required property ScanViewModel view

    title: qsTr("There is a plan in Walk-in already")

    Words {
        Layout.fillWidth: true
        text: qsTr("If it is another person’s, print it first. If you go on, it is erased and the plan of this slip takes its place.")
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.gap
        uniformCellWidths: true

        DeskButton {
            Layout.fillWidth: true
            symbol: "arrow-back-up"
            text: qsTr("Keep it")
            key: "Escape"
            cap: qsTr("Esc")
            onClicked: root.view.keepBasket()
        }
        DeskButton {
            Layout.fillWidth: true
            grave: true
            symbol: "refresh"
            text: qsTr("Erase it and go on")
            key: "F9"
            onClicked: root.view.replaceBasket()
        }
    }
}
