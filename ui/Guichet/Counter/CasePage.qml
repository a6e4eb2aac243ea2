pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// One case: the person and the plan at the left, at the right what became of the step that is looked at.
DeskPage {
    id: root

    // Where height is dear, the steps have what there is.
    readonly property bool low: root.height < Theme.mm(330)

    // Room in the title bar for more than what must be there, a call from a kiosk included.
    readonly property bool roomy: root.width > Theme.mm(680)
    required property CaseViewModel view

    asking: root.view.consent.asking || root.view.erasing || root.view.handOffs.asking !== "" || root.view.adding.asking
    first: root.view.there ? steps : null
    sheet: root.view.adding.asking ? addsStep : root.view.erasing ? erasing : root.view.handOffs.asking === "taken" ? taken : root.view.handOffs.asking === "new" ? handingOff : asksConsent
    title: root.view.there ? root.view.title : qsTr("Case")

    beside: Component {
        RowLayout {
            spacing: Theme.gap

            Chip {
                symbol: "circle-check"
                text: root.view.consentGiven
                tone: "good"
            }
            Chip {
                text: root.roomy ? root.view.ends : ""
            }
            Chip {
                symbol: "user-off"
                text: root.view.there && root.view.consentGiven === "" ? qsTr("No consent: nobody is named") : ""
            }
            DeskButton {
                Accessible.name: qsTr("Erase the case")
                enabled: !root.asking
                key: "Ctrl+D"
                symbol: "eraser"
                text: root.roomy ? qsTr("Erase the case") : ""
                visible: root.view.mayErase

                onClicked: root.view.askErase()
            }
            Item {
                Layout.fillWidth: true
            }
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
    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapLarge
        visible: root.view.there

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: root.low ? 37 : 32
            spacing: Theme.gapLarge

            CasePerson {
                Layout.fillWidth: true
                view: root.view
            }
            Panel {
                Layout.fillHeight: true
                Layout.fillWidth: true
                inset: Theme.gapWide
                symbol: "route"
                title: root.view.plan

                aside: Words {
                    Layout.fillWidth: true
                    color: Theme.colours.inkSoft
                    horizontalAlignment: Text.AlignRight
                    text: root.view.code
                    wrapMode: Text.NoWrap
                }

                CaseSteps {
                    id: steps

                    Layout.bottomMargin: 0
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.margins: -Theme.gapWide
                    view: root.view.outcome
                }
                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    DeskButton {
                        Accessible.name: qsTr("Add a step")
                        key: "A"
                        symbol: "plus"
                        text: root.low ? "" : qsTr("Add a step")

                        onClicked: root.view.adding.ask()
                    }
                    DeskButton {
                        Accessible.name: qsTr("Print again")
                        key: "P"
                        symbol: "printer"
                        text: root.low ? "" : qsTr("Print again")
                        visible: root.view.code !== ""

                        onClicked: root.view.reprint()
                    }
                }
            }
        }
        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: root.low ? 57 : 62
            spacingInside: Theme.gapWide

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapWide
                visible: root.view.outcome.place > 0

                StepNumber {
                    filled: true
                    number: root.view.outcome.place
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.answer
                        font.weight: Font.Bold
                        heading: true
                        text: root.view.outcome.step
                    }
                    Words {
                        Layout.fillWidth: true
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                        text: root.view.outcome.stepDetail
                    }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gapWide
                Layout.rightMargin: -Theme.gapWide
                color: Theme.colours.hairline
                implicitHeight: 1
            }
            DeskScroll {
                Layout.fillHeight: true
                Layout.fillWidth: true

                ColumnLayout {
                    spacing: Theme.gapWide
                    width: parent.width

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.gap
                        visible: root.view.due !== ""

                        Chip {
                            symbol: "calendar-due"
                            text: root.view.due
                            tone: root.view.dueTone
                        }
                        Words {
                            Layout.fillWidth: true
                            color: Theme.colours.inkSoft
                            font.pixelSize: Theme.meta
                            text: root.view.dueDetail
                        }
                        DeskButton {
                            key: "N"
                            text: qsTr("Tried, no answer")

                            onClicked: root.view.tried(false)
                        }
                        DeskButton {
                            key: "R"
                            text: qsTr("Reached")

                            onClicked: root.view.tried(true)
                        }
                    }
                    CaseOutcome {
                        Layout.fillWidth: true
                        view: root.view.outcome
                        visible: root.view.outcome.place > 0
                    }
                    CaseHandOffs {
                        Layout.fillWidth: true
                        view: root.view
                        visible: root.view.handOffs.allowed
                    }
                    NoteField {
                        Layout.fillWidth: true
                        aside: qsTr("no name, no number")
                        caution: root.view.person.caution
                        label: qsTr("Note for the next visit")
                        text: root.view.person.note
                        visible: root.view.person.mayNote

                        onEdited: text => root.view.person.typeNote(text)
                    }
                }
            }
            Problem {
                Layout.fillWidth: true
                text: root.view.problem
            }
            GridLayout {
                id: acts

                Layout.fillWidth: true
                columnSpacing: Theme.gapWide
                columns: width >= others.implicitWidth + save.implicitWidth + columnSpacing ? 2 : 1
                rowSpacing: Theme.gap

                RowLayout {
                    id: others

                    Layout.fillWidth: true
                    spacing: Theme.gap

                    DeskButton {
                        enabled: root.view.outcome.place > 0
                        key: "F11"
                        symbol: "flag-3"
                        text: qsTr("Mistake")

                        onClicked: root.view.flag()
                    }
                    DeskButton {
                        key: "F10"
                        symbol: "alert-triangle"
                        text: qsTr("Unmet need")

                        onClicked: root.view.need()
                    }
                    Item {
                        Layout.fillWidth: true
                    }
                    DeskButton {
                        key: "Ctrl+W"
                        text: qsTr("Let it go")
                        visible: root.view.unsaved

                        onClicked: root.view.drop()
                    }
                }
                DeskButton {
                    id: save

                    Layout.fillWidth: acts.columns === 1
                    key: "F9"
                    large: true
                    main: true
                    symbol: "check"
                    text: qsTr("Save, next person")

                    onClicked: root.view.save()
                }
            }
        }
    }
    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.gapWide
        visible: !root.view.there

        Words {
            text: root.view.problem === "" ? qsTr("No case lies open.") : root.view.problem
        }
    }
}
