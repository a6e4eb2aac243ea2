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
    property real keyHeight: Theme.target

    readonly property int gap: Theme.mm(2.5)
    readonly property int unit: (root.width - root.gap * 9) / 10
    readonly property bool own: !root.latin && (root.language === "ar" || root.language === "uk")
    readonly property bool extra: root.own || root.language === "fr"
    // Arabic and Ukrainian names are looked for in Latin letters too.
    property bool latin: false
    readonly property string extraLine: root.own ? root.ownLines[0] : "éèêàâçùîôœ"
    readonly property list<string> ownLines: root.language === "ar" ? ["ضصثقفغعهخح", "شسيبلاتنمك", "جدذرزطظوةى", "ءئؤأإآ"] : ["йцукенгшщз", "хїфівапрол", "джєячсмить", "бюґ’"]
    // The last two letters before the apostrophe are those that Mi'kmaw has beside the others.
    readonly property list<string> figureLines: ["1234567890", "-/.,:;&()+", "éèàçîɨʼ’"]
    readonly property list<string> latinLines: root.order === "alphabet" ? ["abcdefghij", "klmnopqrst", "uvwxyz’-"] : ["qwertyuiop", "asdfghjkl", "zxcvbnm’"]
    readonly property list<string> lines: root.figures ? root.figureLines : root.own ? root.ownLines.slice(1) : root.latinLines
    readonly property int lineCount: root.extra ? 5 : 4
    readonly property int letters: Math.min(Theme.answer, root.keyHeight * 0.6)
    readonly property int words: Math.min(Theme.meta, Theme.mm(12), root.keyHeight * 0.6)

    signal typed(letter: string)
    signal erased
    signal searched

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

    implicitHeight: root.lineCount * root.keyHeight + (root.lineCount - 1) * root.gap

    // Keys stand where they do on a keyboard, whatever the direction of writing.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keyboard")

    component LetterKey: Key {
        required property string modelData

        Layout.preferredWidth: root.unit
        Layout.preferredHeight: root.keyHeight
        text: modelData
        spoken: root.spoken(modelData)
        font.pixelSize: root.letters
        onClicked: root.typed(modelData)
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: root.gap

        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            visible: root.extra
            spacing: root.gap

            Repeater {
                model: root.extraLine.split("")

                LetterKey {
                    ground: root.own ? Theme.colours.card : Theme.colours.tint
                    groundPressed: root.own ? Theme.colours.tint : Theme.colours.card
                }
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: root.gap

            Repeater {
                model: root.lines[0].split("")

                LetterKey {}
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: root.gap

            Repeater {
                model: root.lines[1].split("")

                LetterKey {}
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignHCenter
            spacing: root.gap

            Repeater {
                model: root.lines[2].split("")

                LetterKey {}
            }
            Key {
                Layout.preferredWidth: root.unit * 2 + root.gap
                Layout.preferredHeight: root.keyHeight
                modifier: true
                symbol: "backspace"
                spoken: qsTr("Erase one letter")
                autoRepeat: true
                autoRepeatDelay: Theme.repeatDelay
                autoRepeatInterval: Theme.repeatInterval
                onClicked: root.erased()
            }
        }
        RowLayout {
            spacing: root.gap

            Key {
                Layout.preferredWidth: root.unit * 1.4 + root.gap
                Layout.preferredHeight: root.keyHeight
                modifier: true
                text: root.figures ? qsTr("abc") : qsTr("123")
                spoken: root.figures ? qsTr("Letters") : qsTr("Numbers")
                font.pixelSize: root.words
                onClicked: root.figures = !root.figures
            }
            Key {
                Layout.preferredWidth: root.unit * 2.2 + root.gap
                Layout.preferredHeight: root.keyHeight
                modifier: true
                visible: root.language === "ar" || root.language === "uk"
                // Note: the first letters of the alphabet, on the key that brings back the letters
                text: root.latin ? qsTr("abc") : "ABC"
                spoken: root.latin ? qsTr("Letters") : qsTr("English letters")
                font.pixelSize: root.words
                onClicked: {
                    root.latin = !root.latin;
                    root.figures = false;
                }
            }
            Key {
                Layout.preferredWidth: root.unit * 2.2 + root.gap
                Layout.preferredHeight: root.keyHeight
                modifier: true
                visible: root.language !== "ar" && root.language !== "uk"
                // Note: a key that puts the letters in the order of the alphabet, or back as on a typewriter
                text: root.order === "alphabet" ? qsTr("QWERTY") : qsTr("A–Z")
                spoken: root.order === "alphabet" ? qsTr("Letters as on a computer") : qsTr("Letters in the order of the alphabet")
                font.pixelSize: root.words
                onClicked: {
                    root.order = root.order === "alphabet" ? "typewriter" : "alphabet";
                    root.figures = false;
                }
            }
            Key {
                Layout.fillWidth: true
                Layout.preferredHeight: root.keyHeight
                text: qsTr("Space")
                font.pixelSize: root.words
                onClicked: root.typed(" ")
            }
            Key {
                Layout.preferredWidth: root.unit * 2.8 + root.gap * 2
                Layout.preferredHeight: root.keyHeight
                primary: true
                symbol: Theme.letters === 0 ? "search" : ""
                text: qsTr("Search")
                font.pixelSize: root.words
                onClicked: root.searched()
            }
        }
    }
}
