import QtQuick
import Guichet.Theme

// The name of the language that words are in, where they are not in the one shown: the catalogue has them in none but
// an office language. It stands calmly below them.
Words {
    id: root

    required property string below

    visible: root.below.startsWith("\u2066")
    text: root.visible ? (Theme.officeLanguage === "fr" ? "\u2066Français\u2069" : "\u2066English\u2069") : ""
    color: Theme.colours.inkSoft
    font.pixelSize: Theme.meta
}
