pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// One case: the person and the plan at the left, at the right what became of the step that is looked at.
DeskPage {
    id: root

    required property CaseViewModel view

    // Room in the title bar for more than what must be there, a call from a kiosk included.
    readonly property bool roomy: root.width > Theme.mm(680)
    // Where height is dear, person and plan are moved through as one column.
    readonly property bool low: root.height < Theme.mm(330)

    title: root.view.there ? root.view.title : qsTr("Case")
    first: root.view.there ? steps : null
    asking: root.view.consent.asking || root.view.erasing || root.view.handOffs.asking !== "" || root.view.adding.asking
    sheet: root.view.adding.asking ? addsStep : root.view.erasing ? erasing : root.view.handOffs.asking === "taken" ? taken : root.view.handOffs.asking === "new" ? handingOff : asksConsent
    beside: Component {
        RowLayout {
            spacing: Theme.gap

            Chip {
                text: root.view.consentGiven
                symbol: "circle-check"
                tone: "good"
            }
            Chip {
                text: root.roomy ? root.view.ends : ""
            }
            Chip {
                text: root.view.there && root.view.consentGiven === "" ? qsTr("No consent: nobody is named") : ""
                symbol: "user-off"
            }
            DeskButton {
                visible: root.view.mayErase
                symbol: "eraser"
                text: root.roomy ? qsTr("Erase the case") : ""
                key: "Ctrl+D"
                enabled: !root.asking
                Accessible.name: qsTr("Erase the case")
                onClicked: root.view.askErase()
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }

    Connections {
        target: root.view.handOffs.printing

        function onTold(words: string) {
            root.Accessible.announce(words, Accessible.Polite);
        }
    }
    // From whatever has the focus, the arrows lead from step to step.
    Keys.onDownPressed: event => {
        event.accepted = !root.asking;
        if (event.accepted)
            steps.step(1);
    }
    Keys.onUpPressed: event => {
        event.accepted = !root.asking;
        if (event.accepted)
            steps.step(-1);
    }

    Component {
        id: asksConsent

        ConsentSheet {
            view: root.view.consent
        }
    }
    Component {
        id: erasing

        EraseSheet {
            view: root.view
        }
    }
    Component {
        id: handingOff

        HandOffSheet {
            view: root.view.handOffs
        }
    }
    Component {
        id: addsStep

        AddStepSheet {
            view: root.view.adding
        }
    }
    Component {
        id: taken

        TakenSheet {
            view: root.view.handOffs
        }
    }
    Component {
        id: acts

        CaseActs {
            view: root.view
            brief: root.narrow
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        visible: root.view.there
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.gap
            visible: root.view.next !== ""
            spacing: Theme.gap

            Symbol {
                Layout.alignment: Qt.AlignTop
                name: "player-skip-forward"
                size: Theme.iconSmall
            }
            Words {
                Layout.fillWidth: true
                text: root.view.next
                font.weight: Font.DemiBold
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gapLarge

            DeskScroll {
                id: left

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 32
                row: steps.currentItem

                ColumnLayout {
                    width: parent.width
                    height: Math.max(implicitHeight, left.height)
                    spacing: Theme.gapLarge

                    CasePerson {
                        Layout.fillWidth: true
                        view: root.view
                    }
                    Panel {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        title: root.view.plan
                        symbol: "route"
                        inset: Theme.gapWide
                        aside: Words {
                            Layout.fillWidth: true
                            horizontalAlignment: Text.AlignRight
                            text: root.view.code
                            color: Theme.colours.inkSoft
                            wrapMode: Text.NoWrap
                        }

                        CaseSteps {
                            id: steps

                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.minimumHeight: root.low ? steps.contentHeight : 0
                            Layout.margins: -Theme.gapWide
                            Layout.bottomMargin: 0
                            view: root.view.outcome
                        }
                        Flow {
                            Layout.fillWidth: true
                            spacing: Theme.gap

                            DeskButton {
                                symbol: "plus"
                                text: qsTr("Add a step")
                                key: "A"
                                onClicked: root.view.adding.ask()
                            }
                            DeskButton {
                                visible: root.view.code !== ""
                                symbol: "printer"
                                text: qsTr("Print again")
                                key: "P"
                                onClicked: root.view.reprint()
                            }
                        }
                    }
                }
            }
            Panel {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 62
                spacingInside: Theme.gapWide

                RowLayout {
                    Layout.fillWidth: true
                    // The list beside says it already where room is dear.
                    visible: root.view.outcome.place > 0 && !root.narrow
                    spacing: Theme.gapWide

                    StepNumber {
                        number: root.view.outcome.place
                        filled: true
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Words {
                            Layout.fillWidth: true
                            heading: true
                            text: root.view.outcome.step
                            font.pixelSize: Theme.answer
                            font.weight: Font.Bold
                        }
                        Words {
                            Layout.fillWidth: true
                            text: root.view.outcome.stepDetail
                            color: Theme.colours.inkSoft
                            font.pixelSize: Theme.meta
                        }
                    }
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.leftMargin: -Theme.gapWide
                    Layout.rightMargin: -Theme.gapWide
                    implicitHeight: 1
                    visible: !root.narrow
                    color: Theme.colours.hairline
                }
                DeskScroll {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    ColumnLayout {
                        width: parent.width
                        spacing: Theme.gapWide

                        GridLayout {
                            Layout.fillWidth: true
                            visible: root.view.due !== ""
                            columns: root.narrow ? 1 : 2
                            columnSpacing: Theme.gap
                            rowSpacing: Theme.gap

                            RowLayout {
                                Layout.fillWidth: true
                                spacing: Theme.gap

                                Chip {
                                    text: root.view.due
                                    symbol: "calendar-due"
                                    tone: root.view.dueTone
                                }
                                Words {
                                    Layout.fillWidth: true
                                    text: root.view.dueDetail
                                    color: Theme.colours.inkSoft
                                    font.pixelSize: Theme.meta
                                }
                            }
                            Flow {
                                Layout.fillWidth: root.narrow
                                spacing: Theme.gap

                                DeskButton {
                                    text: qsTr("Tried, no answer")
                                    key: "N"
                                    onClicked: root.view.tried(false)
                                }
                                DeskButton {
                                    text: qsTr("Reached")
                                    key: "R"
                                    onClicked: root.view.tried(true)
                                }
                            }
                        }
                        CaseOutcome {
                            Layout.fillWidth: true
                            visible: root.view.outcome.place > 0
                            view: root.view.outcome
                        }
                        CaseHandOffs {
                            Layout.fillWidth: true
                            visible: root.view.handOffs.allowed
                            view: root.view
                        }
                        NoteField {
                            Layout.fillWidth: true
                            visible: root.view.person.mayNote
                            label: qsTr("Note for the next visit")
                            aside: qsTr("no name, no number")
                            text: root.view.person.note
                            caution: root.view.person.caution
                            onEdited: text => root.view.person.typeNote(text)
                        }
                    }
                }
                Loader {
                    Layout.fillWidth: true
                    active: !root.narrow
                    visible: active
                    sourceComponent: acts
                }
            }
        }
        Loader {
            Layout.fillWidth: true
            active: root.narrow
            visible: active
            sourceComponent: acts
        }
    }
    ColumnLayout {
        anchors.centerIn: parent
        visible: !root.view.there
        spacing: Theme.gapWide

        Words {
            text: root.view.problem === "" ? qsTr("No case lies open.") : root.view.problem
        }
    }
}
