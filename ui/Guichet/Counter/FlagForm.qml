pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What the catalogue says, what it should say, whether citizens must not see it, and who answers.
DeskScroll {
    id: root

    required property FlagViewModel view

    function enter() {
        const first = inputs.itemAt(0);
        if (first !== null)
            first.forceActiveFocus(Qt.TabFocusReason);
    }

    ColumnLayout {
        width: parent.width
        spacing: Theme.gapWide

        DoneBox {
            Layout.fillWidth: true
            text: root.view.done
        }
        Problem {
            Layout.fillWidth: true
            text: root.view.problem
        }
        Words {
            Layout.fillWidth: true
            visible: root.view.field === "" && root.view.done === ""
            text: root.view.service === "" ? qsTr("First choose the service.") : qsTr("First choose what is wrong.")
            color: Theme.colours.inkSoft
        }
        StandsBox {
            Layout.fillWidth: true
            label: qsTr("The catalogue says")
            text: root.view.stands
        }
        Repeater {
            id: inputs

            model: root.view.inputs

            Field {
                required property string slot

                required label
                required hint
                Layout.fillWidth: true
                maximumLength: 300
                text: root.view.typed(slot)
                onEdited: text => root.view.edit(slot, text)
            }
        }
        OptionKey {
            Layout.fillWidth: true
            visible: root.view.note
            several: true
            key: "Ctrl+B"
            text: qsTr("As a note: citizens may read it too")
            checked: root.view.citizens
            onToggled: root.view.setCitizens(checked)
        }
        ColumnLayout {
            Layout.fillWidth: true
            visible: root.view.field !== ""
            spacing: Theme.gapTiny

            OptionKey {
                Layout.fillWidth: true
                several: true
                enabled: !root.view.lifeline
                key: "Ctrl+U"
                text: qsTr("Urgent: hide it from citizens until it is checked")
                checked: root.view.urgent
                onToggled: root.view.setUrgent(checked)
            }
            Words {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gapWide
                visible: root.view.urgent || root.view.lifeline
                text: root.view.hides
                color: Theme.colours.warning
                font.pixelSize: Theme.meta
                font.weight: Font.Medium
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.view.goesTo !== ""
            spacing: Theme.gap

            Symbol {
                Layout.alignment: Qt.AlignTop
                name: "send"
                size: Theme.iconSmall
                colour: Theme.colours.inkSoft
            }
            Words {
                Layout.fillWidth: true
                text: root.view.goesTo
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
        }
    }
}
