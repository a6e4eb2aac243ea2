pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What became of one step: the seven quick answers, what made it hard, minutes, and when the case is looked at again.
ColumnLayout {
    id: root

    required property CaseOutcomeViewModel view
    // The other answers are in sight.
    property bool unfolded: false

    readonly property int across: width > Theme.mm(380) ? 4 : width > Theme.mm(250) ? 3 : 2

    component Heading: Words {
        heading: true
        font.weight: Font.DemiBold
    }

    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Heading {
            text: qsTr("What happened?")
        }
        Words {
            Layout.fillWidth: true
            text: root.view.history
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
        PickChip {
            visible: root.view.mayCorrect
            symbol: root.view.corrects ? "check" : "edit"
            text: qsTr("Put right")
            key: "K"
            checked: root.view.corrects
            onClicked: root.view.correct(!root.view.corrects)
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: root.across
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.view.quick

            OptionKey {
                required property string status
                required property string label
                required property bool chosen
                required property bool possible

                required key

                Layout.fillWidth: true
                text: label
                checked: chosen
                enabled: possible
                onClicked: root.view.choose(status)
            }
        }
        OptionKey {
            Layout.fillWidth: true
            several: true
            text: root.view.otherChosen === "" ? qsTr("Something else") : root.view.otherChosen
            key: "8"
            checked: root.unfolded || root.view.otherChosen !== ""
            onClicked: root.unfolded = !root.unfolded
        }
    }
    GridLayout {
        Layout.fillWidth: true
        visible: root.unfolded
        columns: root.across
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.view.others

            OptionKey {
                required property string status
                required property string label
                required property bool chosen
                required property bool possible

                Layout.fillWidth: true
                text: label
                checked: chosen
                enabled: possible
                onClicked: root.view.choose(status)
            }
        }
    }
    RowLayout {
        Layout.topMargin: Theme.gap
        spacing: Theme.gap

        Heading {
            text: qsTr("What made it hard")
        }
        Words {
            text: qsTr("if anything did")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        Repeater {
            model: root.view.reasons

            PickChip {
                required property string reason
                required property string label
                required property bool chosen

                text: label
                checked: chosen
                onClicked: root.view.reason(reason, !chosen)
            }
        }
    }
    GridLayout {
        Layout.topMargin: Theme.gap
        Layout.fillWidth: true
        columns: root.width > Theme.mm(290) ? 2 : 1
        columnSpacing: Theme.gapHuge
        rowSpacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Heading {
                text: qsTr("Follow up")
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                ChoiceBar {
                    Layout.fillWidth: true
                    choices: root.view.followUps
                    current: root.view.followUp
                    size: Theme.body
                    uniform: true
                    onChosen: index => root.view.follow(index)
                }
                Field {
                    Layout.preferredWidth: Theme.mm(66)
                    bare: true
                    label: qsTr("Another day")
                    hint: qsTr("Another day")
                    maximumLength: 10
                    text: root.view.day
                    onEdited: text => root.view.typeDay(text)
                }
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            Heading {
                text: qsTr("Minutes spent")
            }
            RowLayout {
                spacing: Theme.gapWide

                DeskButton {
                    symbol: "minus"
                    key: "-"
                    enabled: root.view.minutes > 0
                    Accessible.name: qsTr("One minute fewer")
                    onClicked: root.view.spend(-1)
                }
                Words {
                    Layout.minimumWidth: Theme.mm(16)
                    horizontalAlignment: Text.AlignHCenter
                    text: root.view.minutes
                    font.pixelSize: Theme.first
                    font.weight: Font.Bold
                    Accessible.name: qsTr("Minutes spent: %1").arg(root.view.minutes)
                }
                DeskButton {
                    symbol: "plus"
                    key: "+"
                    cap: "+"
                    Accessible.name: qsTr("One minute more")
                    onClicked: root.view.spend(1)
                }
            }
        }
    }
    Words {
        Layout.fillWidth: true
        text: root.view.followLine
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
    }
}
