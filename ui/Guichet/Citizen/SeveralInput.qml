pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Several choices may be true at once: each is ticked, then one touch goes on.
ColumnLayout {
    id: root

    required property Rows answers

    property list<string> ticked: []

    signal done(written: string)

    function toggle(value: string) {
        root.ticked = root.ticked.includes(value) ? root.ticked.filter(other => other !== value) : root.ticked.concat([value]);
    }

    spacing: Theme.gap

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.letters === 2 || Theme.steady || Theme.narrow && Theme.letters > 0 ? 1 : Theme.landscape && !Theme.shallow ? 3 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.answers

            TickRow {
                required property string value
                required property string label
                required property bool chosen

                Layout.fillWidth: true
                Layout.fillHeight: true
                text: label
                ticked: root.ticked.includes(value)
                onClicked: root.toggle(value)
                Component.onCompleted: if (chosen)
                    root.toggle(value)
            }
        }
    }
    ActionButton {
        Layout.fillWidth: true
        text: qsTr("Next")
        symbol: "check"
        enabled: root.ticked.length > 0
        onClicked: root.done(root.ticked.join(","))
    }
}
