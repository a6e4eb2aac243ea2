import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// What was done last.
Rectangle {
    id: root

    required property string text

    implicitHeight: line.implicitHeight + Theme.gap * 2
    visible: root.text !== ""
    color: Theme.colours.successGround
    radius: Theme.radius
    border.width: Theme.colours.strict ? Theme.hair : 0
    border.color: Theme.colours.success

    RowLayout {
        id: line

        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.leftMargin: Theme.gapWide
        spacing: Theme.gap

        Symbol {
            name: "circle-check"
            colour: Theme.colours.success
        }
        Words {
            Layout.fillWidth: true
            text: root.text
            color: Theme.colours.success
            font.weight: Font.DemiBold
        }
    }
}
