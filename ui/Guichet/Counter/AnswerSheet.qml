pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What a kiosk that asks for help is told: when somebody comes, that nobody is free, or a few words on its screen.
Sheet {
    id: root

    required property CallsViewModel calls

    title: root.calls.words

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Chip {
            symbol: "clock"
            tone: "warn"
            text: qsTr("Waiting %1").arg(root.calls.waited)
        }
        Chip {
            symbol: "info-circle"
            text: root.calls.detail
        }
        Item {
            Layout.fillWidth: true
        }
    }
    Words {
        Layout.fillWidth: true
        visible: root.calls.topic !== ""
        text: qsTr("They let you know what it is about: %1").arg(root.calls.topic)
    }
    Words {
        Layout.fillWidth: true
        text: qsTr("When will you be there?")
        font.weight: Font.DemiBold
    }
    GridLayout {
        id: minutes

        Layout.fillWidth: true
        columns: width > Theme.mm(270) ? 4 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Repeater {
            model: root.calls.minutes

            DeskButton {
                required property int index
                required property string modelData

                Layout.fillWidth: true
                Layout.minimumWidth: implicitWidth
                main: index === 0
                text: modelData
                key: root.calls.minuteKeys[index]
                onClicked: root.calls.come(Number(key))
            }
        }
    }
    Field {
        id: note

        Layout.fillWidth: true
        label: qsTr("A few words for the screen of the kiosk, for somebody who does not hear")
        maximumLength: root.calls.longestNote
        onAccepted: text => {
            root.calls.write(text);
            note.line.clear();
        }
    }
    Words {
        Layout.fillWidth: true
        visible: root.calls.note !== ""
        text: qsTr("On its screen now: %1").arg(root.calls.note)
        color: Theme.colours.success
        font.weight: Font.DemiBold
    }
    GridLayout {
        Layout.fillWidth: true
        columns: width > Theme.mm(200) ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        DeskButton {
            Layout.fillWidth: true
            symbol: "user-off"
            text: qsTr("Nobody is free")
            key: "B"
            onClicked: root.calls.refuse()
        }
        DeskButton {
            Layout.fillWidth: true
            text: qsTr("Not yet, let it wait")
            key: "Escape"
            onClicked: root.calls.leave()
        }
    }
}
