pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// What staff look for: it has the focus from the start, "/" leads back to it, Enter adds the first line.
Rectangle {
    id: root

    property alias text: input.text
    property string count: ""

    signal edited(text: string)
    signal accepted
    signal down

    function show(words: string) {
        if (input.text !== words)
            input.text = words;
    }

    function focusField() {
        input.forceActiveFocus(Qt.ShortcutFocusReason);
        input.selectAll();
    }

    implicitHeight: Math.max(Theme.mm(25), input.implicitHeight + Theme.gapWide)
    color: Theme.colours.card
    radius: Theme.radius
    border.width: Math.max(2, Theme.hair)
    border.color: input.activeFocus ? Theme.colours.focusLine : Theme.colours.edge

    FocusRing {
        shown: input.activeFocus
    }
    Shortcut {
        sequences: ["/"]
        onActivated: root.focusField()
    }
    TapHandler {
        onTapped: input.forceActiveFocus(Qt.MouseFocusReason)
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gapWide
        spacing: Theme.gap

        Symbol {
            name: "search"
            size: Theme.icon * 1.2
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true

            TextInput {
                id: input

                anchors.fill: parent
                activeFocusOnTab: true
                autoScroll: true
                focus: true
                color: Theme.colours.ink
                font.family: Theme.family
                font.pixelSize: Theme.first
                font.weight: Font.Medium
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                maximumLength: 80
                selectByMouse: true
                selectionColor: Theme.colours.action
                selectedTextColor: Theme.colours.actionInk
                verticalAlignment: TextInput.AlignVCenter

                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("What does the person need?")
                Accessible.description: qsTr("Enter adds the first line, Alt and a digit any other. The arrow down leads to the lines.")
                Accessible.editable: true

                // Nothing typed about a person may reach the clipboard.
                Keys.onPressed: event => event.accepted = event.matches(StandardKey.Copy) || event.matches(StandardKey.Cut)
                Keys.onDownPressed: root.down()
                Keys.onEscapePressed: event => {
                    event.accepted = input.text !== "";
                    input.clear();
                }

                onAccepted: root.accepted()
                onTextChanged: root.edited(input.text)

                cursorDelegate: Rectangle {
                    width: 2
                    color: Theme.colours.action
                    visible: input.activeFocus
                }

                Words {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.gapTiny
                    anchors.verticalCenter: parent.verticalCenter
                    visible: input.text === ""
                    text: qsTr("What does the person need?")
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.answer
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.mm(5)
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
        Words {
            visible: root.count !== ""
            text: root.count
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            wrapMode: Text.NoWrap
        }
        KeyCap {
            text: "/"
        }
    }
}
