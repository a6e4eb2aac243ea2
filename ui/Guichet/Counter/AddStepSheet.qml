pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Which service is added to the plan of a case.
Sheet {
    id: root

    required property CaseAddingViewModel view

    breadth: Theme.mm(340)
    title: qsTr("Which step is added?")

    Field {
        Layout.fillWidth: true
        label: qsTr("A service, or whose it is. Enter adds the first one.")
        symbol: "search"
        maximumLength: 60
        text: root.view.query
        onEdited: text => root.view.find(text)
        onAccepted: root.view.addFirst()
    }
    Words {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.view.nothing
        color: Theme.colours.inkSoft
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny

        Repeater {
            model: root.view.rows

            OptionKey {
                required property string service
                required property string name
                required property string organization

                Layout.fillWidth: true
                checkable: false
                text: name
                Accessible.role: Accessible.Button
                Accessible.description: organization
                onClicked: root.view.add(service)
            }
        }
    }
    DeskButton {
        Layout.alignment: Qt.AlignRight
        text: qsTr("Leave it")
        key: "Escape"
        cap: qsTr("Esc")
        onClicked: root.view.leave()
    }
}
