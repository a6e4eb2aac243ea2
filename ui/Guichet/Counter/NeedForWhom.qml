pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What may be said of the person, all of it optional and none of it a name.
ColumnLayout {
    id: root

    required property NeedViewModel view

    spacing: Theme.gap

    component Label: Words {
        Layout.fillWidth: true
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
        font.weight: Font.DemiBold
    }
    component Picks: Flow {
        id: picks

        required property Rows rows
        required property string group

        signal picked(code: string)

        Layout.fillWidth: true
        spacing: Theme.gap

        Accessible.role: Accessible.Grouping
        Accessible.name: picks.group

        Repeater {
            model: picks.rows

            PickChip {
                required property string code
                required property string label
                required property bool chosen

                one: true
                checkable: false
                text: label
                checked: chosen
                Accessible.description: picks.group
                onClicked: picks.picked(code)
            }
        }
    }

    Label {
        text: qsTr("About how old")
    }
    Picks {
        rows: root.view.ages
        group: qsTr("About how old")
        onPicked: code => root.view.pickAge(code)
    }
    Label {
        text: qsTr("If it mattered")
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        PickChip {
            text: qsTr("New to Canada")
            checked: root.view.newcomer
            onClicked: root.view.setNewcomer(checked)
        }
        PickChip {
            text: qsTr("Has a disability")
            checked: root.view.disability
            onClicked: root.view.setDisability(checked)
        }
    }
    Label {
        text: qsTr("Needed in this language")
    }
    Picks {
        rows: root.view.languages
        group: qsTr("Needed in this language")
        onPicked: code => root.view.pickLanguage(code)
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        spacing: Theme.gap

        Label {
            text: qsTr("For how many people")
        }
        DeskButton {
            symbol: "minus"
            enabled: root.view.count > 1
            Accessible.name: qsTr("One person less")
            onClicked: root.view.setCount(root.view.count - 1)
        }
        Words {
            Layout.minimumWidth: Theme.target
            text: String(root.view.count)
            font.pixelSize: Theme.section
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Accessible.name: qsTr("%1: %2").arg(qsTr("For how many people")).arg(root.view.count)
        }
        DeskButton {
            symbol: "plus"
            enabled: root.view.count < 99
            Accessible.name: qsTr("One person more")
            onClicked: root.view.setCount(root.view.count + 1)
        }
    }
}
