import QtQuick
import Guichet.Theme

// Plain words to read, wrapped, ragged right.
Text {
    id: root

    property bool heading: false

    color: Theme.colours.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Font.Normal
    lineHeight: root.heading ? 0.88 : 0.98
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft

    Accessible.role: root.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.text
    Accessible.ignored: root.text === ""
}
