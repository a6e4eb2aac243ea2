pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C3: one question, why it is asked, answers low and in reach.
Item {
    id: root

    required property QuestionViewModel view

    // In steady touch, what is chosen and not yet confirmed; `unsure` is "I'm not sure".
    property string picked: root.view.written
    readonly property string unsure: "?"

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && root.height > Theme.mm(128)
    readonly property bool tall: root.height > Theme.mm(280) && !Theme.narrow
    // Many answers, the page of a month and the digits need all the height there is beside the first column.
    readonly property bool aside: root.wide && (!root.touches || root.view.answerCount > 6)
    readonly property int columns: Theme.steady ? 1 : root.wide ? root.view.answerCount === 2 ? 3 : 2 : Theme.landscape || root.view.answerCount > 5 && Theme.letters === 0 ? 2 : 1
    // Where not everything is in sight at once, the answers come right after the question, and its reasons below them.
    readonly property bool answersFirst: Theme.small || Theme.letters === 2 || Theme.letters === 1 && Theme.landscape
    readonly property bool touches: root.view.kind === "boolean" || root.view.kind === "choice" || root.view.kind === "money_band"

    function take(answer: string) {
        if (Theme.steady)
            root.picked = answer;
        else
            root.give(answer);
    }

    function give(answer: string) {
        if (answer === root.unsure)
            root.view.notSure();
        else
            root.view.answer(answer);
    }

    component Context: GridLayout {
        id: context

        readonly property bool oneLine: Theme.landscape && !root.wide && !(Theme.shallow && Theme.letters === 2)

        columns: context.oneLine ? 2 : 1
        columnSpacing: Theme.gapHuge
        rowSpacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Rectangle {
                implicitWidth: Theme.icon * 1.6
                implicitHeight: Theme.icon * 1.6
                color: Theme.colours.ground(root.view.theme)
                radius: Theme.radius

                Symbol {
                    anchors.centerIn: parent
                    name: root.view.symbol
                    colour: Theme.colours.accent(root.view.theme)
                }
            }
            Words {
                Layout.fillWidth: true
                text: root.view.situation
                font.weight: Font.Medium
            }
        }
        Words {
            readonly property bool withTitle: true

            Layout.fillWidth: !context.oneLine
            text: root.view.positionText
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
        }
        Progress {
            Layout.fillWidth: true
            Layout.columnSpan: context.columns
            done: root.view.position
            total: root.view.total
        }
    }
    component Why: NoteBox {
        title: qsTr("Why we ask")
        text: root.view.why
    }
    component SoFar: RowButton {
        // The answers are numbered for whoever listens; this is none of them.
        readonly property bool aside: true

        symbol: "route"
        text: root.view.soFar
        detail: root.view.said === "" || root.wide && Theme.shallow ? "" : qsTr("You said: %1").arg(root.view.said)
        side: Theme.letters < 2 && !root.wide ? qsTr("See it") : ""
        font.pixelSize: Theme.body
        onClicked: root.view.showPlan()
    }
    component Asked: ColumnLayout {
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            heading: true
            text: root.view.question
            font.pixelSize: root.view.discreet ? Theme.topic : Theme.title
            font.weight: Font.Bold
        }
        LanguageMark {
            Layout.fillWidth: true
            below: root.view.question
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.help
            color: Theme.colours.inkSoft
        }
    }
    component Ways: ColumnLayout {
        spacing: Theme.gap

        GridLayout {
            Layout.fillWidth: true
            visible: root.touches
            columns: root.columns
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: root.view.answers

                RowButton {
                    required property string value
                    required property string label

                    required symbol

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    leads: false
                    text: label
                    chosen: value === (Theme.steady ? root.picked : root.view.written)
                    Accessible.checked: chosen
                    onClicked: root.take(value)
                }
            }
            RowButton {
                // The key 0 of a keypad stands for it.
                readonly property bool zero: true

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: !root.aside
                leads: false
                symbol: "help-circle"
                text: qsTr("I’m not sure")
                chosen: Theme.steady && root.picked === root.unsure
                Accessible.checked: chosen
                onClicked: root.take(root.unsure)
            }
            RowButton {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: !root.wide
                leads: false
                symbol: "player-skip-forward"
                text: qsTr("Skip the questions: show everything")
                onClicked: root.view.showPlan()
            }
        }
        ActionButton {
            Layout.fillWidth: true
            visible: root.touches && Theme.steady
            enabled: root.picked !== ""
            symbol: "check"
            text: qsTr("Continue")
            onClicked: root.give(root.picked)
        }
        Loader {
            Layout.fillWidth: true
            active: root.view.kind === "choice_multi"
            visible: active
            sourceComponent: SeveralInput {
                answers: root.view.answers
                onDone: written => root.view.answer(written)
            }
        }
        Loader {
            Layout.fillWidth: true
            active: root.view.kind === "date"
            visible: active
            sourceComponent: DateInput {
                calendar: root.view.calendar
                written: root.view.written
                onDone: written => root.view.answer(written)
            }
        }
        Loader {
            Layout.fillWidth: true
            focus: true
            active: root.view.kind === "number"
            visible: active
            sourceComponent: NumberInput {
                written: root.view.written
                lowest: root.view.lowest
                highest: root.view.highest
                onDone: written => root.view.answer(written)
            }
        }
        GridLayout {
            Layout.fillWidth: true
            visible: !root.touches && !root.wide
            columns: Theme.narrow && Theme.letters === 2 ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            RowButton {
                readonly property bool zero: true

                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.fillHeight: true
                leads: false
                symbol: "help-circle"
                text: qsTr("I’m not sure")
                onClicked: root.view.notSure()
            }
            RowButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.fillHeight: true
                leads: false
                symbol: "player-skip-forward"
                text: qsTr("Show everything")
                onClicked: root.view.showPlan()
            }
        }
    }
    component Kept: RowLayout {
        spacing: Theme.gapTiny

        Symbol {
            name: "eye-off"
            size: Theme.iconSmall
            colour: Theme.colours.inkSoft
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Nothing you touch is kept after your visit.")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
    }

    Loader {
        focus: true
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gapWide
        sourceComponent: root.wide ? sideBySide : oneColumn
    }
    Component {
        id: oneColumn

        Scroller {
            spacingInside: Theme.gapWide
            fills: true

            Context {
                Layout.fillWidth: true
                Layout.fillHeight: false
            }
            Asked {
                Layout.fillWidth: true
                Layout.fillHeight: false
                Layout.topMargin: root.tall && !root.answersFirst ? Theme.gapLarge : 0
            }
            Why {
                Layout.fillWidth: true
                visible: !root.answersFirst
            }
            Item {
                Layout.fillHeight: true
            }
            SoFar {
                Layout.fillWidth: true
                visible: root.tall && !root.answersFirst
            }
            Ways {
                Layout.fillWidth: true
                Layout.fillHeight: false
            }
            Why {
                Layout.fillWidth: true
                visible: root.answersFirst
            }
            SoFar {
                Layout.fillWidth: true
                visible: root.tall && root.answersFirst
            }
            Kept {
                Layout.fillWidth: true
            }
        }
    }
    Component {
        id: sideBySide

        RowLayout {
            spacing: Theme.gapHuge

            Scroller {
                fits: true
                slim: true
                fills: true
                Layout.fillHeight: true
                Layout.preferredWidth: root.width * 0.3
                Layout.maximumWidth: root.width * 0.3

                Context {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                Why {
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: true
                }
                RowButton {
                    readonly property bool zero: true

                    Layout.fillWidth: true
                    visible: root.aside
                    leads: false
                    symbol: "help-circle"
                    text: qsTr("I’m not sure")
                    chosen: Theme.steady && root.picked === root.unsure
                    Accessible.checked: chosen
                    onClicked: root.touches ? root.take(root.unsure) : root.view.notSure()
                }
                SoFar {
                    Layout.fillWidth: true
                }
                Kept {
                    Layout.fillWidth: true
                }
            }
            Scroller {
                slim: true
                Layout.fillWidth: true
                Layout.fillHeight: true
                fills: true

                Asked {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                Item {
                    Layout.fillHeight: true
                }
                Ways {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
            }
        }
    }
}
