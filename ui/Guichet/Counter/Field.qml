pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// A line to type in, under its label. What is typed is told by `edited`; `text` may be set from outside at any time.
FocusScope {
    id: root

    required property string label
    // What stands in it while it is empty.
    property string hint: ""
    property string symbol: ""
    // The label is said, and not drawn.
    property bool bare: false
    property bool secret: false
    // What is typed is about a person: it can be neither copied nor marked with the mouse, which copies too.
    property bool guarded: false
    property int size: Theme.body
    property alias maximumLength: input.maximumLength
    property alias inputMethodHints: input.inputMethodHints
    property alias line: input
    // What comes from the view-model: shown, unless that is what was just typed.
    property string text: ""
    // What is wrong with it, in words.
    property string problem: ""

    // The text comes from the view-model just now, and is not to be told to it again.
    property bool following: false

    signal edited(text: string)
    signal accepted(text: string)

    implicitWidth: Theme.mm(90)
    implicitHeight: column.implicitHeight

    onTextChanged: {
        root.following = true;
        if (input.text !== root.text)
            input.text = root.text;
        root.following = false;
    }

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gapTiny

        Words {
            Layout.fillWidth: true
            visible: !root.bare
            text: root.label
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Math.max(Theme.target, input.implicitHeight + Theme.gap * 2)
            color: root.enabled ? Theme.colours.card : Theme.colours.sunk
            radius: Theme.radius
            border.width: root.problem === "" ? Theme.hair : Theme.hair * 2
            border.color: root.problem === "" ? Theme.colours.edge : Theme.colours.danger

            FocusRing {
                shown: input.activeFocus
            }
            TapHandler {
                onTapped: input.forceActiveFocus()
            }
            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.gapWide
                anchors.rightMargin: Theme.gap
                spacing: Theme.gap

                Symbol {
                    name: root.symbol
                    visible: root.symbol !== ""
                    size: Math.round(root.size * 1.3)
                }
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    clip: true

                    TextInput {
                        id: input

                        anchors.fill: parent
                        activeFocusOnTab: true
                        color: Theme.colours.ink
                        echoMode: root.secret ? TextInput.Password : TextInput.Normal
                        focus: true
                        font.family: Theme.family
                        font.pixelSize: root.size
                        font.weight: Font.Medium
                        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                        maximumLength: 200
                        passwordCharacter: "●"
                        selectByMouse: !root.guarded
                        selectionColor: Theme.colours.action
                        selectedTextColor: Theme.colours.actionInk
                        verticalAlignment: TextInput.AlignVCenter

                        Accessible.role: Accessible.EditableText
                        Accessible.name: root.label
                        Accessible.description: root.problem !== "" ? root.problem : root.hint
                        Accessible.editable: true

                        // WORKAROUND: Qt 6.11 tells no name of a field that calls itself secret here, as any does whose echoMode
                        // is. What is typed stays hidden, and that it is a password is told, by the echoMode alone.
                        Accessible.onPasswordEditChanged: if (Accessible.passwordEdit)
                            Accessible.passwordEdit = false
                        Keys.onPressed: event => event.accepted = root.guarded && (event.matches(StandardKey.Copy) || event.matches(StandardKey.Cut))
                        onAccepted: root.accepted(input.text)
                        // Not only what is typed: a screen reader may set the text itself.
                        onTextChanged: if (!root.following)
                            root.edited(input.text)

                        cursorDelegate: Rectangle {
                            width: Math.max(2, Theme.mm(0.7))
                            color: Theme.colours.action
                            visible: input.activeFocus
                        }

                        Text {
                            anchors.left: parent.left
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            visible: input.text === "" && input.preeditText === ""
                            text: root.hint
                            color: Theme.colours.inkSoft
                            font: input.font
                            elide: Text.ElideRight
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Words {
            Layout.fillWidth: true
            visible: root.problem !== ""
            text: root.problem
            color: Theme.colours.danger
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
        }
    }
}
