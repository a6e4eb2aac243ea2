pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// One question to read out to the person, and a key for each answer. Escape asks no more, Backspace takes an answer back.
FocusScope {
    id: root

    required property AskingViewModel asking

    readonly property bool typed: root.asking.kind === "number"
    readonly property bool dated: root.asking.kind === "date"
    readonly property bool several: root.asking.kind === "choice_multi"

    function arrive() {
        if (root.typed)
            field.line.forceActiveFocus(Qt.TabFocusReason);
        else
            root.forceActiveFocus(Qt.TabFocusReason);
        question.Accessible.announce(root.asking.question, Accessible.Assertive);
    }

    // A letter or a digit, and no key that goes with one held down.
    function plain(modifiers: int): bool {
        return [Qt.NoModifier, Qt.ShiftModifier, Qt.KeypadModifier].includes(modifiers);
    }

    implicitHeight: scroll.implicitHeight + Theme.gap * 2

    Accessible.role: Accessible.Grouping
    Accessible.name: root.asking.question

    Keys.onPressed: event => {
        if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && root.several)
            root.asking.confirm();
        else if (!root.plain(event.modifiers) || !root.asking.press(event.text))
            return;
        event.accepted = true;
    }

    Connections {
        target: root.asking

        function onAsked(words: string) {
            if (words !== "")
                Qt.callLater(root.arrive);
        }
    }
    FocusRing {
        anchors.margins: 0
        shown: root.Window.activeFocusItem === root
    }
    DeskScroll {
        id: scroll

        anchors.fill: parent
        anchors.margins: Theme.gap

        ColumnLayout {
            width: parent.width
            spacing: Theme.gap

            Words {
                Layout.fillWidth: true
                text: root.asking.left
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
                font.weight: Font.DemiBold
            }
            Words {
                id: question

                Layout.fillWidth: true
                heading: true
                text: root.asking.question
                font.pixelSize: Theme.answer
                font.weight: Font.Bold
            }
            Words {
                Layout.fillWidth: true
                visible: root.asking.help !== ""
                text: root.asking.help
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapTiny
                columns: root.asking.kind === "boolean" || root.dated ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true

                Repeater {
                    model: root.asking.answers

                    AnswerKey {
                        required property string value
                        required property string label

                        Layout.fillWidth: true
                        text: label
                        several: root.several
                        onClicked: root.asking.answer(value)
                    }
                }
            }
            Field {
                id: field

                Layout.fillWidth: true
                visible: root.typed || root.dated
                label: root.asking.hint
                text: ""
                problem: root.asking.wrong
                maximumLength: 12
                onAccepted: text => {
                    root.asking.type(text);
                    if (root.asking.wrong === "")
                        field.line.clear();
                }
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                DeskButton {
                    visible: root.several
                    main: true
                    text: qsTr("Next")
                    key: "Return"
                    onClicked: root.asking.confirm()
                }
                AnswerKey {
                    cap: root.asking.unsureCap
                    chosen: false
                    text: qsTr("Not sure")
                    onClicked: root.asking.notSure()
                }
                DeskButton {
                    visible: root.asking.canGoBack
                    symbol: "arrow-back-up"
                    text: qsTr("Back")
                    key: "Backspace"
                    onClicked: root.asking.back()
                }
                DeskButton {
                    text: qsTr("Enough")
                    key: "Escape"
                    onClicked: root.asking.stop()
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapTiny
                implicitHeight: why.implicitHeight + Theme.gap * 2
                visible: root.asking.why !== ""
                color: Theme.colours.sunk
                radius: Theme.radius

                Words {
                    id: why

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.leftMargin: Theme.gapWide
                    anchors.rightMargin: Theme.gapWide
                    text: qsTr("Why: %1").arg(root.asking.why)
                    font.pixelSize: Theme.meta
                }
            }
        }
    }
}
