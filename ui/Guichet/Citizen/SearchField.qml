pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// What is looked for: typed by touch or on a real keyboard, and emptied by one touch.
Rectangle {
    id: root

    property alias text: input.text
    // Among the keys of a keyboard, as high as they are.
    property bool slim: false
    property real keySide: Theme.target

    signal edited(text: string)
    signal accepted
    signal touched

    function put(letter: string) {
        input.insert(input.cursorPosition, letter);
    }

    function eraseOne() {
        if (input.cursorPosition > 0)
            input.remove(input.cursorPosition - 1, input.cursorPosition);
    }

    // The words come from the page: a suggestion, or what is left when a number was refused.
    function show(words: string) {
        if (input.text !== words)
            input.text = words;
    }

    function focusField() {
        input.forceActiveFocus();
    }

    implicitHeight: root.slim ? root.keySide : Math.max(Theme.row, input.implicitHeight + Theme.gap * 2)
    color: Theme.colours.card
    radius: Theme.radius
    border.width: Theme.hair * 2
    border.color: Theme.colours.action

    TapHandler {
        onTapped: {
            input.forceActiveFocus();
            root.touched();
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: root.slim ? 0 : Theme.mm(2.5)
        spacing: Theme.gap

        Symbol {
            name: "search"
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true

            TextInput {
                id: input

                readonly property string hint: qsTr("Type a few words")

                anchors.fill: parent
                activeFocusOnTab: true
                autoScroll: true
                color: Theme.colours.ink
                focus: true
                font.family: Theme.family
                font.pixelSize: root.slim ? Math.min(Theme.first, root.height * 0.6) : Theme.first
                font.weight: Font.Medium
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                // Said, so that it is mirrored: an empty field would keep its cursor at the left.
                horizontalAlignment: TextInput.AlignLeft
                maximumLength: 80
                selectByMouse: false
                verticalAlignment: TextInput.AlignVCenter

                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("What are you looking for?")
                Accessible.editable: true

                // Nothing typed here may reach the clipboard, where the next person could find it.
                Keys.onPressed: event => event.accepted = event.matches(StandardKey.Copy) || event.matches(StandardKey.Cut)

                onAccepted: root.accepted()
                onTextChanged: root.edited(input.text)

                // The field takes its touches for itself: what lies under it never hears of them.
                TapHandler {
                    onTapped: root.touched()
                }

                cursorDelegate: Rectangle {
                    width: Math.max(2, Theme.mm(0.7))
                    color: Theme.colours.action
                    visible: input.activeFocus
                }

                Words {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.gapTiny
                    anchors.verticalCenter: parent.verticalCenter
                    visible: input.text === ""
                    text: input.hint
                    color: Theme.colours.inkSoft
                    font.pixelSize: root.slim ? Math.min(Theme.answer, root.height * 0.6) : Theme.answer
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Math.min(Theme.meta, Theme.mm(10.3))
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
        Key {
            Layout.preferredWidth: Math.max(root.keySide, implicitContentWidth + Theme.gap * 2)
            Layout.preferredHeight: root.slim ? root.height : Math.max(Theme.target, root.height - Theme.mm(5))
            visible: input.text !== ""
            symbol: "x"
            text: root.slim ? "" : qsTr("Clear")
            spoken: qsTr("Clear")
            font.pixelSize: Theme.meta
            onClicked: input.clear()
        }
    }
}
