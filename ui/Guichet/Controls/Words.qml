import QtQuick
import Guichet.Theme

// Plain words to read, wrapped, ragged right.
Text {
    id: root

    property bool heading: false
    // The language of the words where it is not the one shown: the voice changes with it. What the catalogue has in an
    // office language only begins with an invisible mark (U+2066).
    property string spokenLanguage: root.text.startsWith("\u2066") ? Theme.officeLanguage : ""

    color: Theme.colours.ink
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Font.Normal
    lineHeight: Theme.leading(root.text, root.heading ? 0.88 : 0.98)
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft

    Accessible.role: root.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.text
    Accessible.ignored: root.text === ""
}
