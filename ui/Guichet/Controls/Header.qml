import QtQuick
import Guichet.Theme

// The wordmark, and the languages of this site, equal, in place on every screen.
Item {
    id: root

    required property string language
    required property list<string> languages
    required property list<string> languageNames

    signal languageChosen(language: string)

    implicitHeight: Theme.header

    Wordmark {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        markOnly: root.width < nameWidth + languages.width + Theme.margin * 2 + Theme.gap
    }
    ChoiceBar {
        id: languages

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: implicitWidth
        // Three languages share the line with the wordmark, two on a narrow panel: like the words of the bar they stop growing.
        size: Theme.narrow || root.languages.length > 2 ? Math.min(Theme.meta, Theme.mm(10.3)) : Theme.meta
        choices: root.languageNames
        languages: root.languages
        current: root.languages.indexOf(root.language)
        onChosen: index => root.languageChosen(root.languages[index])
    }
}
