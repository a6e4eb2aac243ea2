pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Where people are, and how this screen works.
Item {
    id: root

    required property HelpViewModel view

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gapWide
        spacingInside: Theme.gapWide
        fills: true

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("Get help")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        PersonCard {
            Layout.fillWidth: true
            view: root.view.person
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: Theme.landscape && Theme.letters < 2 ? 2 : 1
            columnSpacing: Theme.gapWide
            rowSpacing: Theme.gapWide
            uniformCellWidths: true

            NoteBox {
                Layout.fillWidth: true
                Layout.fillHeight: Theme.landscape
                symbol: "phone"
                title: qsTr("A person on the phone: 211")
                text: qsTr("Free, day and night, in many languages. They know every service near you. In danger, call 911.")
            }
            NoteBox {
                Layout.fillWidth: true
                Layout.fillHeight: Theme.landscape
                symbol: "hand-finger"
                title: qsTr("How this screen works")
                text: qsTr("Touch what fits you. You can say “I’m not sure”. “Back” goes back one step, “Start over” erases everything.")
            }
            NoteBox {
                Layout.fillWidth: true
                Layout.fillHeight: Theme.landscape
                symbol: "eye-off"
                title: qsTr("Nothing is kept")
                text: qsTr("No name, no number, no account. What you touch is erased when you finish.")
            }
        }
        Item {
            Layout.fillHeight: true
        }
        ActionButton {
            Layout.fillWidth: true
            symbol: "arrow-back-up"
            text: qsTr("Back to where I was")
            onClicked: root.view.close()
        }
    }
}
