pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// The bar that never moves: back, start over, help, letters, lower, listen. Large letters take two lines of keys.
// On the first screen, where nothing is to go back to, the three sizes of letters are keys of their own.
// Where starting over would erase something, the question takes the place of the keys.
Rectangle {
    id: root

    property bool canGoBack: true
    // A page to leave in an instant: the way out stands out.
    property bool discreet: false
    // Before any language is chosen: nowhere to go back to, and every key in each of these.
    property list<string> greetings: []
    property bool asking: false
    property bool settings: false
    property bool lowered: false
    property bool listening: false
    // Nothing can be heard here.
    property bool mute: false

    readonly property bool greeting: root.greetings.length > 0
    readonly property bool twoLines: Theme.barTwice
    // The three sizes as they are written on their keys, in millimetres.
    readonly property list<real> letterSizes: [9.5, 11.4, 13.3]
    readonly property string between: Theme.letters === 0 && Theme.landscape ? " · " : "\n"

    signal back
    signal startOver
    signal goOn
    signal leave
    signal help
    signal letters
    signal lettersChosen(size: int)
    signal lower
    signal listen

    // The word of a key: in the language shown, or in each language that greets.
    function word(shown: string, english: string, french: string): string {
        return root.greeting ? root.greetings.map(code => code === "fr" ? french : english).join(root.between) : shown;
    }

    implicitHeight: Theme.bar
    color: Theme.colours.bar

    onAskingChanged: question.asked = question.asked || root.asking

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: Theme.colours.strict
        height: Theme.hair
        color: Theme.colours.edge
    }
    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.barMargin
        anchors.leftMargin: Theme.gapTiny
        anchors.rightMargin: Theme.gapTiny
        visible: !root.asking
        columns: root.twoLines ? 3 : 6
        columnSpacing: Theme.gapTiny
        rowSpacing: Theme.gapTiny
        // The longest word of a small panel takes what the short ones leave.
        uniformCellWidths: (root.twoLines || root.greeting || Theme.landscape) && (root.greeting || !Theme.small)

        Repeater {
            model: root.greeting ? ["A", "A+", "A++"] : []

            BarKey {
                id: size

                required property int index
                required property string modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                symbol: ""
                text: size.modelData
                size: Theme.mm(root.letterSizes[size.index])
                on: Theme.letters === size.index
                spokenLanguages: root.greetings
                Accessible.role: Accessible.RadioButton
                Accessible.name: root.greetings.map(code => (code === "fr" ? "Lettres" : "Letters") + " " + size.modelData).join(" · ")
                Accessible.checkable: true
                Accessible.checked: size.on
                onClicked: root.lettersChosen(size.index)
            }
        }
        BarKey {
            Layout.fillWidth: true
            symbol: "arrow-left"
            text: qsTr("Back")
            visible: !root.greeting
            enabled: root.canGoBack
            onClicked: root.back()
        }
        BarKey {
            id: over

            Layout.fillWidth: true
            // “Recommencer” is one word, and never broken.
            Layout.minimumWidth: Theme.small ? Math.min(implicitWidth - Theme.gapTiny, Theme.mm(Theme.letters === 0 ? 50 : 76)) : -1
            symbol: root.discreet ? "door-exit" : "refresh"
            text: root.discreet ? qsTr("Leave now") : qsTr("Start over")
            leaving: root.discreet
            visible: !root.greeting
            enabled: root.canGoBack
            onClicked: {
                const byKeys = over.visualFocus;
                if (root.discreet)
                    root.leave();
                else
                    root.startOver();
                if (byKeys && root.asking)
                    (question.item as EraseQuestion).take();
            }
        }
        BarKey {
            Layout.fillWidth: true
            Layout.fillHeight: root.greeting
            symbol: "lifebuoy"
            text: root.word(qsTr("Get help"), "Get help", "Aide")
            spokenLanguages: root.greetings
            raised: true
            onClicked: root.help()
        }
        BarKey {
            Layout.fillWidth: true
            Layout.fillHeight: root.greeting
            symbol: "text-size"
            text: qsTr("Letters")
            visible: !root.greeting
            on: root.settings
            Accessible.description: qsTr("Opens the settings of screen and voice")
            onClicked: root.letters()
        }
        BarKey {
            Layout.fillWidth: true
            Layout.fillHeight: root.greeting
            symbol: root.lowered ? "arrow-bar-to-up" : "arrow-bar-to-down"
            text: root.lowered ? root.word(qsTr("Higher"), "Higher", "Plus haut") : root.word(qsTr("Lower"), "Lower", "Plus bas")
            spokenLanguages: root.greetings
            on: root.lowered
            onClicked: root.lower()
        }
        BarKey {
            Layout.fillWidth: true
            Layout.fillHeight: root.greeting
            symbol: root.listening || root.mute ? "headphones-off" : "headphones"
            enabled: !root.mute
            text: root.mute ? root.word(qsTr("No sound"), "No sound", "Sans son") : root.listening ? root.word(qsTr("Quiet"), "Quiet", "Silence") : root.word(qsTr("Listen"), "Listen", "Écouter")
            spokenLanguages: root.greetings
            on: root.listening
            onClicked: root.listen()
        }
    }
    // Made when it is first asked: the first picture need not wait for it.
    Loader {
        id: question

        property bool asked: false

        anchors.fill: parent
        anchors.margins: Theme.barMargin
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gapTiny
        active: question.asked
        visible: root.asking
        sourceComponent: EraseQuestion {
            twoLines: root.twoLines
            onStayed: byKeys => {
                root.goOn();
                if (byKeys)
                    over.forceActiveFocus(Qt.TabFocusReason);
            }
            onErased: root.startOver()
        }
    }
}
