import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Who a case is about, as far as they said yes to it; without a yes, how to ask for one.
Panel {
    id: root

    required property CaseViewModel view

    readonly property CasePersonViewModel person: root.view.person
    readonly property bool open: root.person.consented && root.person.sealed === ""

    GridLayout {
        Layout.fillWidth: true
        visible: root.open && (root.person.mayName || root.person.mayReach)
        columns: width > Theme.mm(190) ? 2 : 1
        columnSpacing: Theme.gapWide
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Field {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            visible: root.person.mayName
            guarded: true
            label: qsTr("First name only")
            maximumLength: 40
            text: root.person.firstName
            onEdited: text => root.person.typeName(text)
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            visible: root.person.mayReach
            spacing: Theme.gapTiny

            Words {
                Layout.fillWidth: true
                text: reach.title
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            Picker {
                id: reach

                Layout.fillWidth: true
                title: qsTr("May we reach you?")
                model: root.person.reaches
                currentIndex: root.person.reach
                onChosen: index => root.person.chooseReach(index)
            }
        }
        Field {
            Layout.fillWidth: true
            Layout.columnSpan: parent.columns
            visible: root.person.mayReach && root.person.hasAddress
            guarded: true
            label: qsTr("Number or address")
            maximumLength: 100
            text: root.person.address
            onEdited: text => root.person.typeAddress(text)
        }
    }
    GridLayout {
        Layout.fillWidth: true
        visible: root.open
        columns: width > Theme.mm(220) ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Symbol {
                name: "lock"
                size: Theme.iconSmall
            }
            Words {
                Layout.fillWidth: true
                text: root.person.promise
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
        }
        DeskButton {
            Layout.fillWidth: parent.columns === 1
            text: qsTr("Ask again")
            key: "C"
            onClicked: root.view.consent.ask()
        }
    }
    Problem {
        Layout.fillWidth: true
        text: root.person.sealed
    }
    Words {
        Layout.fillWidth: true
        visible: !root.person.consented
        text: qsTr("Only the code and what became of the steps are kept. To keep a first name or a note, ask the person first.")
        color: Theme.colours.inkSoft
    }
    DeskButton {
        visible: !root.person.consented
        symbol: "message-2"
        text: qsTr("Ask for consent")
        key: "C"
        onClicked: root.view.consent.ask()
    }
}
