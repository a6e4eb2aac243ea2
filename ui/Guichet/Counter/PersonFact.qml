import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One thing to know about a person: what it is, and how it stands.
RowLayout {
    id: root

    required property string label
    required property string text
    property string symbol: ""
    property bool urgent: false

    spacing: Theme.gap

    Symbol {
        Layout.alignment: Qt.AlignTop
        name: root.symbol
        size: Theme.icon
        colour: root.urgent ? Theme.colours.danger : Theme.colours.action
    }
    Words {
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: Theme.mm(78)
        text: root.label
        color: Theme.colours.inkSoft
    }
    Words {
        Layout.fillWidth: true
        text: root.text
        color: root.urgent ? Theme.colours.danger : Theme.colours.ink
        font.weight: Font.DemiBold
    }
}
