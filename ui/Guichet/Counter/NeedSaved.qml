import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What was written down last, said aloud, and the way to take it back.
Rectangle {
    id: root

    required property NeedViewModel view

    readonly property string said: root.view.savedWords

    implicitHeight: column.implicitHeight + Theme.gapWide * 2
    visible: root.said !== ""
    color: Theme.colours.successGround
    radius: Theme.radiusCard
    border.width: Theme.colours.strict ? Theme.hair : 0
    border.color: Theme.colours.success

    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    onSaidChanged: if (root.said !== "")
        root.Accessible.announce(words.text, Accessible.Polite)

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.gapWide
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Symbol {
                Layout.alignment: Qt.AlignTop
                name: "circle-check"
                colour: Theme.colours.success
            }
            Words {
                id: words

                Layout.fillWidth: true
                text: qsTr("Written down: %1").arg(root.said)
                color: Theme.colours.success
                font.weight: Font.DemiBold
            }
        }
        DeskButton {
            Layout.alignment: Qt.AlignRight
            symbol: "arrow-back-up"
            text: qsTr("Take it back")
            key: "Ctrl+Z"
            onClicked: root.view.takeBack()
        }
    }
}
