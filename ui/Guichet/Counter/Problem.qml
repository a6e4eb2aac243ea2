import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// What went wrong and what to do next; said aloud as soon as it is there.
Rectangle {
    id: root

    property string text: ""

    implicitHeight: line.implicitHeight + Theme.gap * 2
    visible: root.text !== ""
    color: Theme.colours.dangerGround
    radius: Theme.radius
    border.width: Theme.colours.strict ? Theme.hair : 0
    border.color: Theme.colours.danger

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    onTextChanged: if (root.text !== "")
        root.Accessible.announce(root.text, Accessible.Assertive)

    RowLayout {
        id: line

        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.leftMargin: Theme.gapWide
        spacing: Theme.gap

        Symbol {
            name: "alert-circle"
            colour: Theme.colours.danger
        }
        Words {
            Layout.fillWidth: true
            text: root.text
            color: Theme.colours.danger
            font.weight: Font.DemiBold
        }
    }
}
