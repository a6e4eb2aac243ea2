pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// Our own keyboard: keys of 20 mm, in the order of a typewriter or of the alphabet; the accents of French, and the
// letters of Arabic and Ukrainian. It says what was touched; whoever shows it changes the field.
FocusScope {
    id: root

    required property string language
    property string order: "typewriter"
    property bool figures: false
    // For whoever listens, keys are no choices of the page.
    readonly property bool aside: true
    property real keySide: Theme.target
    // Where only width is left: all letters on few long lines, the field of the page among the other keys above them.
    property bool flat: false

    readonly property int gap: Theme.mm(2.5)
    // How many keys a line has; ten or more stand as on a typewriter.
    readonly property int across: Math.max(1, Math.floor((root.width + root.gap) / (root.keySide + root.gap)))
    readonly property bool usual: !root.flat && root.across >= 10
    readonly property int unit: root.usual ? (root.width - root.gap * 9) / 10 : (root.width - root.gap * (root.across - 1)) / root.across
    readonly property bool narrow: root.across < 10
    // Where the page puts its field, in this keyboard's own pixels.
    readonly property rect place: Qt.rect(slot.x, 0, slot.width, slot.height)
    readonly property bool own: !root.latin && (root.language === "ar" || root.language === "uk")
    readonly property bool extra: root.own || root.language === "fr"
    // Arabic and Ukrainian names are looked for in Latin letters too.
    property bool latin: false
    readonly property string extraLine: root.own ? root.ownLines[0] : "éèêàâçùîôœ"
    readonly property list<string> ownLines: root.language === "ar" ? ["ضصثقفغعهخح", "شسيبلاتنمك", "جدذرزطظوةى", "ءئؤأإآ"] : ["йцукенгшщз", "хїфівапрол", "джєячсмить", "бюґ’"]
    // The last two letters before the apostrophe are those that Mi'kmaw has beside the others.
    readonly property list<string> figureLines: ["1234567890", "-/.,:;&()+", "éèàçîɨʼ’"]
    readonly property list<string> latinLines: root.order === "alphabet" || root.narrow ? ["abcdefghij", "klmnopqrst", "uvwxyz’-"] : ["qwertyuiop", "asdfghjkl", "zxcvbnm’"]
    readonly property list<string> lines: root.figures ? root.figureLines : root.own ? root.ownLines.slice(1) : root.latinLines
    readonly property list<string> letterLines: root.usual ? (root.extra ? [root.extraLine] : []).concat(root.lines) : root.cut(root.own ? root.extraLine + root.lines.join("") : root.lines.join("") + (root.extra ? root.extraLine : ""))
    readonly property int lineCount: root.letterLines.length + 1
    readonly property int letters: Math.min(Theme.answer, root.keySide * 0.6)
    readonly property int words: Math.min(Theme.meta, Theme.mm(12), root.keySide * 0.6)

    signal typed(letter: string)
    signal erased
    signal searched

    function cut(letters: string): list<string> {
        const lines = [];
        for (let at = 0; at < letters.length; at += root.across)
            lines.push(letters.slice(at, at + root.across));
        return lines;
    }

    function spoken(letter: string): string {
        switch (letter) {
        case "’":
            return qsTr("Apostrophe");
        case "-":
            return qsTr("Hyphen");
        case ".":
            return qsTr("Full stop");
        case ",":
            return qsTr("Comma");
        case ":":
            return qsTr("Colon");
        case ";":
            return qsTr("Semicolon");
        case "/":
            return qsTr("Slash");
        case "(":
            return qsTr("Opening bracket");
        case ")":
            return qsTr("Closing bracket");
        default:
            return letter;
        }
    }

    implicitHeight: root.lineCount * root.keySide + (root.lineCount - 1) * root.gap

    // Keys stand where they do on a keyboard, whatever the direction of writing.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keyboard")

    component LetterKey: Key {
        required property string modelData

        readonly property bool accented: root.extra && !root.own && !root.figures && root.extraLine.includes(modelData)

        Layout.preferredWidth: root.unit
        Layout.preferredHeight: root.keySide
        ground: accented ? Theme.colours.tint : Theme.colours.card
        groundPressed: accented ? Theme.colours.card : Theme.colours.tint
        text: modelData
        spoken: root.spoken(modelData)
        font.pixelSize: root.letters
        onClicked: root.typed(modelData)
    }
    component WordKey: Key {
        property real units: 1

        Layout.preferredWidth: Math.max(root.keySide, root.usual ? root.unit * units + root.gap : implicitContentWidth + Theme.gap * 2)
        Layout.preferredHeight: root.keySide
        font.pixelSize: root.words
    }
    component EraseKey: WordKey {
        modifier: true
        symbol: "backspace"
        spoken: qsTr("Erase one letter")
        autoRepeat: true
        autoRepeatDelay: Theme.repeatDelay
        autoRepeatInterval: Theme.repeatInterval
        onClicked: root.erased()
    }

    GridLayout {
        anchors.fill: parent
        columns: 1
        rowSpacing: root.gap

        Repeater {
            model: root.letterLines.length

            RowLayout {
                id: line

                required property int index

                readonly property string letters: root.letterLines[line.index] ?? ""

                Layout.row: line.index + (root.flat ? 1 : 0)
                Layout.column: 0
                Layout.alignment: Qt.AlignHCenter
                spacing: root.gap

                Repeater {
                    model: line.letters.split("")

                    LetterKey {}
                }
                EraseKey {
                    visible: root.usual && line.index === root.letterLines.length - 1
                    units: 2
                }
            }
        }
        RowLayout {
            Layout.row: root.flat ? 0 : root.letterLines.length
            Layout.column: 0
            spacing: root.gap

            Item {
                id: slot

                Layout.fillWidth: true
                Layout.preferredHeight: root.keySide
                visible: root.flat
            }
            WordKey {
                modifier: true
                units: 1.4
                text: root.figures ? qsTr("abc") : qsTr("123")
                spoken: root.figures ? qsTr("Letters") : qsTr("Numbers")
                onClicked: root.figures = !root.figures
            }
            WordKey {
                modifier: true
                units: 2.2
                visible: root.language === "ar" || root.language === "uk"
                // Note: the first letters of the alphabet, on the key that brings back the letters
                text: root.latin ? qsTr("abc") : "ABC"
                spoken: root.latin ? qsTr("Letters") : qsTr("English letters")
                onClicked: {
                    root.latin = !root.latin;
                    root.figures = false;
                }
            }
            WordKey {
                modifier: true
                units: 2.2
                visible: root.language !== "ar" && root.language !== "uk" && !root.narrow
                // Note: a key that puts the letters in the order of the alphabet, or back as on a typewriter
                text: root.order === "alphabet" ? qsTr("QWERTY") : qsTr("A–Z")
                spoken: root.order === "alphabet" ? qsTr("Letters as on a computer") : qsTr("Letters in the order of the alphabet")
                onClicked: {
                    root.order = root.order === "alphabet" ? "typewriter" : "alphabet";
                    root.figures = false;
                }
            }
            WordKey {
                Layout.fillWidth: !root.flat
                text: qsTr("Space")
                onClicked: root.typed(" ")
            }
            EraseKey {
                visible: !root.usual
            }
            WordKey {
                units: 2.8
                primary: true
                symbol: Theme.letters === 0 && root.usual ? "search" : ""
                text: qsTr("Search")
                onClicked: root.searched()
            }
        }
    }
}
