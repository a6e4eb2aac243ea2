pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What can be done with a slip: print it again, go on with it in Walk-in, open a case, show it on a kiosk.
ColumnLayout {
    id: root

    required property ScanViewModel view

    spacing: Theme.gap

    Chip {
        Layout.maximumWidth: parent.width
        text: root.view.handing.news
        tone: root.view.handing.newsTone
        symbol: root.view.handing.newsSymbol
    }
    Chip {
        Layout.maximumWidth: parent.width
        text: root.view.onKiosk.news
        tone: root.view.onKiosk.newsTone
        symbol: "device-desktop"
    }
    DeskButton {
        Layout.fillWidth: true
        large: true
        main: true
        symbol: "printer"
        key: "F9"
        text: root.view.slip.expired ? qsTr("Print it anew") : qsTr("Print it again")
        enabled: root.view.canPrint
        onClicked: root.view.reprint()
    }
    GridLayout {
        Layout.fillWidth: true
        columns: width > Theme.mm(170) ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        DeskButton {
            Layout.fillWidth: true
            symbol: "help-circle"
            key: "F6"
            text: qsTr("Ask the questions")
            enabled: root.view.canGoOn
            onClicked: root.view.recheck()
        }
        DeskButton {
            Layout.fillWidth: true
            symbol: "plus"
            key: "Alt+A"
            text: qsTr("Add to the plan")
            enabled: root.view.canGoOn && !root.view.slip.grave
            onClicked: root.view.addMore()
        }
        DeskButton {
            Layout.fillWidth: true
            symbol: "folder"
            key: "Alt+O"
            text: qsTr("Open as a case")
            enabled: root.view.canOpenCase
            onClicked: root.view.openCase()
        }
        DeskButton {
            Layout.fillWidth: true
            symbol: "alert-triangle"
            key: "F10"
            text: qsTr("Unmet need")
            onClicked: root.view.needWanted()
        }
        DeskButton {
            Layout.fillWidth: true
            Layout.columnSpan: parent.columns
            visible: root.view.onKiosk.free > 0
            symbol: "device-desktop"
            key: "Alt+K"
            text: qsTr("Show on kiosk %1").arg(root.view.onKiosk.free)
            enabled: root.view.canGoOn && !root.view.slip.grave
            onClicked: root.view.onKiosk.show()
        }
    }
}
