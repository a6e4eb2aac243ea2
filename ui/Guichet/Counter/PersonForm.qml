pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Name, role and language of somebody who begins here, or who goes on differently.
PeopleForm {
    id: root

    readonly property bool adding: root.view.asks === "adding"
    readonly property PersonDraft draft: root.view.draft as PersonDraft

    function arrive() {
        name.forceActiveFocus(Qt.TabFocusReason);
    }

    act: root.adding ? qsTr("Add, then choose a PIN") : qsTr("Save")
    onDone: root.adding ? root.view.add() : root.view.change()

    Field {
        id: name

        Layout.fillWidth: true
        label: qsTr("Name, as colleagues call them")
        text: root.draft.name
        maximumLength: 40
        onEdited: text => root.draft.callThem(text)
        onAccepted: root.done()
    }
    Words {
        Layout.fillWidth: true
        text: qsTr("Role")
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
        font.weight: Font.Medium
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.draft.roles

            OptionKey {
                id: option

                required property string role
                required property string name
                required property string mayDo

                required key

                Layout.fillWidth: true
                text: qsTr("%1 – %2").arg(option.name).arg(option.mayDo)
                checked: root.draft.role === option.role
                checkable: false
                onClicked: root.draft.giveRole(option.role)
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Words {
            text: qsTr("Language of their window")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            font.weight: Font.Medium
        }
        Repeater {
            model: root.view.languages

            PickChip {
                required property int index
                required property string modelData

                one: true
                checkable: false
                text: root.view.languageNames[index]
                checked: root.draft.language === modelData
                Accessible.description: qsTr("Language of their window")
                onClicked: root.draft.speak(modelData)
            }
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
