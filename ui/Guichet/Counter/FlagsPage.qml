pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What is said against the catalogue at the left; at the right one of it in full, and the decision.
DeskPage {
    id: root

    required property FlagsViewModel view

    // Room for buttons that are larger than they must be.
    readonly property bool roomy: root.width > Theme.mm(500)
    readonly property bool flag: root.view.kind === "flag"
    readonly property bool citizens: root.view.kind === "citizens"
    readonly property bool correction: root.view.kind === "correction"

    title: qsTr("Errors and corrections")
    first: list

    Connections {
        function onTold(text: string) {
            root.Accessible.announce(text, Accessible.Polite);
        }

        target: root.view
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapLarge

        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            inset: Theme.gapTiny

            SaidList {
                id: list

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: list.count > 0
                label: qsTr("Errors and corrections")
                rows: root.view.lines
                chosen: root.view.chosen
                onPicked: key => root.view.choose(key)
            }
            Words {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.margins: Theme.gapWide
                visible: list.count === 0
                text: qsTr("Nothing is reported, and nothing lies over the catalogue. F11 on a service reports an error.")
                color: Theme.colours.inkSoft
            }
        }
        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 6
            title: root.view.name
            symbol: root.citizens ? "users" : root.correction ? "edit" : "flag-3"

            DeskScroll {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.gapWide

                    DoneBox {
                        Layout.fillWidth: true
                        text: root.view.done
                    }
                    Problem {
                        Layout.fillWidth: true
                        text: root.view.problem
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: root.view.what
                        font.weight: Font.DemiBold
                    }
                    Flow {
                        Layout.fillWidth: true
                        visible: root.view.stateWords !== "" || root.view.look !== ""
                        spacing: Theme.gap

                        Chip {
                            text: root.view.stateWords
                            tone: root.view.tone
                        }
                        Chip {
                            text: root.view.look
                            symbol: "alert-triangle"
                            tone: "warn"
                        }
                    }
                    StandsBox {
                        Layout.fillWidth: true
                        label: qsTr("The catalogue says")
                        text: root.view.stands
                    }
                    StandsBox {
                        Layout.fillWidth: true
                        label: root.correction ? qsTr("Here it says") : root.citizens ? qsTr("What to do") : qsTr("It should say")
                        text: root.view.says
                        wanted: true
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: root.view.hides
                        color: Theme.colours.warning
                        font.weight: Font.Medium
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: root.view.by
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                    }
                    Field {
                        Layout.fillWidth: true
                        visible: root.flag
                        label: qsTr("Why, for whoever reported it")
                        maximumLength: 300
                        text: root.view.reason
                        onEdited: text => root.view.explain(text)
                    }
                }
            }
            GridLayout {
                Layout.fillWidth: true
                visible: root.view.kind !== ""
                columns: width > Theme.mm(200) ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true

                DeskButton {
                    Layout.fillWidth: true
                    visible: root.view.waits
                    main: true
                    large: root.roomy
                    symbol: "check"
                    text: root.citizens ? qsTr("Looked into") : qsTr("It is wrong")
                    key: "F9"
                    onClicked: root.view.accept()
                }
                DeskButton {
                    Layout.fillWidth: true
                    visible: root.flag
                    large: root.roomy
                    symbol: "x"
                    text: qsTr("The catalogue is right")
                    key: "Ctrl+R"
                    onClicked: root.view.reject()
                }
                DeskButton {
                    Layout.fillWidth: true
                    visible: root.view.correctable || root.citizens
                    symbol: "edit"
                    text: root.citizens ? qsTr("Look at the service") : qsTr("Correct it")
                    key: "F6"
                    onClicked: root.view.correct()
                }
                DeskButton {
                    Layout.fillWidth: true
                    visible: root.correction || (root.flag && !root.view.waits)
                    symbol: "trash"
                    text: root.correction ? qsTr("Take it off") : qsTr("Done with it")
                    key: "Ctrl+D"
                    onClicked: root.view.takeOff()
                }
            }
        }
    }
}
