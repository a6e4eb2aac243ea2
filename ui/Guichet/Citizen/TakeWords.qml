pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The slip in words, a card for each step: whoever listens hears it card by card.
ColumnLayout {
    id: root

    required property TakeViewModel view

    // So low that even the way back scrolls with the rest.
    readonly property bool low: root.height < Theme.mm(100)

    spacing: Theme.gap

    component Back: ActionButton {
        // The key 0 of a keypad stands for it.
        readonly property bool zero: true

        Layout.fillWidth: true
        symbol: "arrow-back-up"
        text: qsTr("Back to where I was")
        font.pixelSize: Theme.first
        onClicked: root.view.stopReading()
    }

    Scroller {
        Layout.fillWidth: true
        Layout.fillHeight: true

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("Your slip in words")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        Words {
            readonly property bool live: true

            Layout.fillWidth: true
            text: root.view.making ? qsTr("One moment…") : root.view.pages === 0 ? root.view.problem : qsTr("A phone can also take a picture of the square code on the slip.")
            color: Theme.colours.inkSoft
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.comesOut === "" ? "" : qsTr("If you print it: %1").arg(root.view.comesOut)
            color: Theme.colours.inkSoft
        }
        Repeater {
            model: root.view.slipWords

            Rectangle {
                id: block

                required property string words
                required property string spoken
                required property string tongue

                readonly property string spokenLanguage: block.tongue

                Layout.fillWidth: true
                implicitHeight: line.implicitHeight + Theme.gapWide * 2
                color: Theme.colours.card
                radius: Theme.radiusCard
                border.width: Theme.hair
                border.color: Theme.colours.hairline

                Accessible.role: Accessible.ListItem
                Accessible.name: block.spoken

                Words {
                    id: line

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.margins: Theme.gapWide
                    text: block.words
                    Accessible.ignored: true
                }
            }
        }
        Back {
            visible: root.low
        }
    }
    Back {
        visible: !root.low
    }
}
