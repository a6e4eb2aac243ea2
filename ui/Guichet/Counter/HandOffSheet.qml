pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// A new hand-off to a partner: whom, what is to be done, and how they were told.
Sheet {
    id: root

    required property CaseHandOffsViewModel view

    breadth: Theme.mm(340)
    title: root.view.partner === "" ? qsTr("Which partner?") : qsTr("Tell %1").arg(root.view.partner)

    Field {
        Layout.fillWidth: true
        label: root.view.partner === "" ? qsTr("The first letters of its name") : qsTr("Another partner")
        symbol: "search"
        text: root.view.query
        onEdited: text => root.view.find(text)
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: partners.count > 0
        spacing: Theme.gapTiny

        Repeater {
            id: partners

            model: root.view.partners

            OptionKey {
                required property string organization
                required property string name
                required property bool chosen

                Layout.fillWidth: true
                text: name
                checked: chosen
                onClicked: root.view.choose(organization)
            }
        }
    }
    NoteField {
        Layout.fillWidth: true
        label: qsTr("What is to be done")
        aside: qsTr("no name, no number")
        text: root.view.note
        caution: root.view.caution
        onEdited: text => root.view.typeNote(text)
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gapTiny

        Words {
            text: qsTr("How they are told")
            font.weight: Font.DemiBold
        }
        ChoiceBar {
            Layout.preferredWidth: implicitWidth
            choices: root.view.ways
            current: root.view.way
            size: Theme.body
            onChosen: index => root.view.tell(index)
        }
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
            symbol: "send"
            text: qsTr("They were told")
            key: "F9"
            enabled: root.view.complete
            onClicked: root.view.save()
        }
    }
}
