pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One kiosk: its state, what goes on at it, printer, catalogue, visits today, and what staff may ask of it.
Item {
    id: root

    required property int number
    required property string name
    required property string place
    required property string chip
    required property string mark
    required property string tone
    required property string line
    required property string printer
    required property string printerTone
    required property string catalogue
    required property string hub
    required property string sessions
    required property string troubles
    required property bool canSay
    required property bool canClose
    required property bool canOpen
    required property bool canForget
    required property bool urgent
    // The key that makes the keys of this page those of this kiosk.
    required property string cap
    // It is this kiosk that the keys are for.
    required property bool chosen

    signal picked
    signal saying
    signal closing(closed: bool)
    signal forgetting

    Accessible.role: Accessible.Grouping
    Accessible.name: [root.name, root.place, root.chip].filter(each => each !== "").join(", ")

    component Fact: RowLayout {
        id: fact

        required property string label
        required property string said
        property string tone: "calm"

        Layout.fillWidth: true
        spacing: Theme.gap

        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1: %2").arg(fact.label).arg(fact.said)

        Words {
            text: fact.label
            color: Theme.colours.inkSoft
            Accessible.ignored: true
        }
        Words {
            Layout.fillWidth: true
            text: fact.said
            color: fact.tone === "bad" ? Theme.colours.danger : Theme.colours.ink
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true
        }
    }

    implicitWidth: panel.implicitWidth
    implicitHeight: panel.implicitHeight

    Panel {
        id: panel

        anchors.fill: parent
        urgent: root.urgent
        title: root.name
        symbol: "device-desktop"
        aside: [
            Words {
                Layout.fillWidth: true
                text: root.place
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            },
            Chip {
                text: root.chip
                symbol: root.mark
                tone: root.tone
            },
            KeyCap {
                text: root.cap
            }
        ]

        TapHandler {
            onTapped: root.picked()
        }
        Words {
            Layout.fillWidth: true
            text: root.line
            font.weight: Font.DemiBold
        }
        Fact {
            label: qsTr("Printer")
            said: root.printer
            tone: root.printerTone
        }
        Fact {
            label: qsTr("Catalogue")
            said: root.catalogue
        }
        Fact {
            visible: root.hub !== ""
            label: qsTr("Told to the hub")
            said: root.hub
        }
        Fact {
            label: qsTr("Visits today")
            said: root.sessions
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.troubles !== ""
            spacing: Theme.gap

            Symbol {
                Layout.alignment: Qt.AlignTop
                name: "alert-triangle"
                size: Theme.iconSmall
                colour: Theme.colours.warning
            }
            Words {
                Layout.fillWidth: true
                text: root.troubles
                color: Theme.colours.warning
                font.weight: Font.DemiBold
            }
        }
        Item {
            Layout.fillHeight: true
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.gap

            DeskButton {
                visible: root.canSay
                symbol: "message-2"
                text: qsTr("Send a note")
                key: root.chosen ? "N" : ""
                Accessible.description: root.name
                onClicked: root.saying()
            }
            DeskButton {
                visible: root.canClose
                symbol: "player-pause"
                text: qsTr("Close")
                key: root.chosen ? "C" : ""
                Accessible.name: qsTr("Close %1").arg(root.name)
                onClicked: root.closing(true)
            }
            DeskButton {
                visible: root.canOpen
                symbol: "lock-open"
                text: qsTr("Open")
                key: root.chosen ? "O" : ""
                Accessible.name: qsTr("Open %1").arg(root.name)
                onClicked: root.closing(false)
            }
            DeskButton {
                visible: root.canForget
                symbol: "trash"
                text: qsTr("It is gone for good")
                key: root.chosen ? "G" : ""
                Accessible.name: qsTr("%1 is gone for good").arg(root.name)
                onClicked: root.forgetting()
            }
        }
    }
}
