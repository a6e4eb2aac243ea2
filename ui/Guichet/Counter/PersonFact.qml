import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One thing to know about a person: what it is, and how it stands.
RowLayout {
    id: root

    required property string label
    property string symbol: ""
    required property string text
    property bool urgent: false

    spacing: Theme.gap

    Symbol {
        Layout.alignment: Qt.AlignTop
        colour: root.urgent ? Theme.colours.danger : Theme.colours.action
        name: root.symbol
        size: Theme.icon
    }
    Words {
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: Theme.mm(78)
        color: Theme.colours.inkSoft
        text: root.label
    }
    Words {
        Layout.fillWidth: true
        color: root.urgent ? Theme.colours.danger : Theme.colours.ink
        font.weight: Font.DemiBold
        text: root.text
    }
}
