pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// Before a slip is there: what will be seen of it.
Item {
    id: root

    component Hint: ColumnLayout {
        id: hint

        required property string symbol
        required property string title
        required property string words

        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 1
        spacing: Theme.gap

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: Theme.mm(44)
            implicitHeight: implicitWidth
            radius: width / 2
            color: Theme.colours.tint

            Symbol {
                anchors.centerIn: parent
                name: hint.symbol
                size: Theme.mm(22)
                colour: Theme.colours.action
            }
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: hint.title
            font.pixelSize: Theme.answer
            font.weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: hint.words
            color: Theme.colours.inkSoft
        }
    }

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.gapHuge
        anchors.rightMargin: Theme.gapHuge
        y: Math.max(0, (root.height - height) * 0.4)
        // In a low window with large letters there is no room for what can be done without.
        visible: implicitHeight <= root.height
        spacing: Theme.gapHuge * 2

        Hint {
            symbol: "route"
            title: qsTr("The plan as it stood")
            words: qsTr("The steps of the paper, with their numbers. No question is asked again.")
        }
        Hint {
            symbol: "refresh"
            title: qsTr("What has changed since")
            words: qsTr("Hours, numbers, prices and papers of today, with a mark on what is no longer the same.")
        }
        Hint {
            symbol: "shield"
            title: qsTr("Whether it is genuine")
            words: qsTr("Made by a kiosk that we know, altered, expired, or not to be checked here.")
        }
    }
}
