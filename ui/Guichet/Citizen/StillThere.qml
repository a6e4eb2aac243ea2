pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C12: the page behind is hidden; any of three touches is understood in the language shown and in an office language.
Rectangle {
    id: root

    required property PatienceViewModel patience
    required property bool lower

    // Where letters are large and the screen is low, the two heads take the size of a section.
    readonly property int head: Theme.small ? Math.min(Theme.title, Theme.mm(13)) : Theme.landscape && Theme.letters > 0 ? Theme.section : Theme.title
    // On a small panel two languages and three touches leave no room for larger letters than these.
    readonly property int body: Theme.small ? Math.min(Theme.body, Theme.mm(10.3)) : Theme.body
    readonly property int answer: Theme.small ? Math.min(Theme.answer, Theme.mm(10.3)) : Theme.answer
    readonly property int art: Theme.mm(Theme.landscape ? 40 : 52)
    readonly property bool pictured: root.lower ? words.y > Theme.mm(90) : words.y + words.height + Theme.gapLarge <= root.height - root.art
    readonly property bool roomy: !Theme.landscape && !Theme.small && !root.lower && Theme.letters === 0

    // A line for each language, which keeps its own direction.
    function apart(lines: list<string>): string {
        return lines.map(line => "\u2068" + line + "\u2069").join("\n");
    }

    color: Theme.colours.paper

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.patience.questions.join(" ")

    component Said: ColumnLayout {
        id: said

        required property list<string> lines
        property bool heading: false
        property int size: root.body
        property int weight: Font.DemiBold

        Layout.fillWidth: true
        spacing: said.heading ? Theme.gap : 0

        Repeater {
            model: said.lines

            Words {
                required property int index
                required property string modelData

                Layout.fillWidth: true
                heading: said.heading
                spokenLanguage: root.patience.languages[index]
                text: modelData
                color: index === 0 ? Theme.colours.ink : Theme.colours.action
                font.pixelSize: said.size
                font.weight: said.weight
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }

    component Answer: RowButton {
        readonly property list<string> spokenLanguages: root.patience.languages

        Layout.fillWidth: true
        leads: false
        font.pixelSize: root.answer
    }

    Landscape {
        anchors.left: parent.left
        anchors.right: parent.right
        y: root.lower ? 0 : parent.height - height
        visible: root.pictured
        height: root.lower ? words.y - Theme.gapLarge : root.art
        skyline: root.lower ? 0 : 0.26
    }
    Wordmark {
        visible: !Theme.small
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.mm(8)
    }
    GridLayout {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        y: root.lower ? parent.height - height - Theme.gapLarge : (parent.height - height) / 2
        width: Math.min(parent.width - Theme.margin * 2, Theme.mm(Theme.landscape ? 420 : 240))
        columns: Theme.landscape ? 2 : 1
        columnSpacing: Theme.gapHuge
        rowSpacing: Theme.gapHuge

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            spacing: Theme.gapWide

            Said {
                lines: root.patience.questions
                heading: true
                size: root.head
                weight: Font.Bold
            }
            SecondsRing {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: root.roomy ? Theme.gapHuge : 0
                Layout.bottomMargin: root.roomy ? Theme.gapHuge : 0
                size: Theme.mm(root.roomy ? 76 : Theme.shallow ? 40 : 52)
                seconds: root.patience.secondsLeft
                part: root.patience.partLeft
                urgency: root.patience.urgency
            }
            Said {
                lines: root.patience.erased
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            Layout.alignment: Qt.AlignBottom
            spacing: Theme.gapWide

            Answer {
                chosen: true
                symbol: "hourglass"
                text: root.apart(root.patience.staying)
                Accessible.name: root.patience.staying.join(" · ")
                focus: true
                onClicked: root.patience.stay()
            }
            Answer {
                visible: root.patience.canTake
                symbol: "printer"
                text: root.apart(root.patience.taking)
                Accessible.name: root.patience.taking.join(" · ")
                onClicked: root.patience.takePlan()
            }
            Answer {
                // Whoever listens gives this one with Enter alone.
                readonly property bool erases: true

                symbol: "eraser"
                text: root.apart(root.patience.finishing)
                Accessible.name: root.patience.finishing.join(" · ")
                onClicked: root.patience.finish()
            }
        }
    }
}
