import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// A quiet box that explains: why we ask, what to do without a paper.
Rectangle {
    id: root

    required property string title
    required property string text
    property string symbol: "help-circle"

    implicitWidth: line.implicitWidth + Theme.gapWide * 2
    implicitHeight: line.implicitHeight + Theme.gapWide * 2
    color: Theme.colours.tint
    radius: Theme.radius

    RowLayout {
        id: line

        anchors.fill: parent
        anchors.margins: Theme.gapWide
        spacing: Theme.gap

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: root.symbol
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                Layout.fillWidth: true
                text: root.title
                color: Theme.colours.action
                font.weight: Font.Bold
            }
            Words {
                Layout.fillWidth: true
                text: root.text
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
}
