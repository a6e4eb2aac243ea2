pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// S8: the day in numbers that show nobody, a sheet of it to hang up, and closing the kiosks.
DeskPage {
    id: root

    required property TodayViewModel view

    readonly property bool wide: root.width >= Theme.mm(560)

    // The keys that move what is longer than its place work from the buttons below it too.
    Keys.forwardTo: [scroll]

    title: qsTr("Today")
    beside: Component {
        Words {
            text: root.view.title
            color: Theme.colours.inkSoft
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapLarge

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            DeskScroll {
                id: scroll

                anchors.fill: parent
                activeFocusOnTab: overflows || activeFocus

                Accessible.role: Accessible.Grouping
                Accessible.name: root.view.title
                Accessible.focusable: overflows

                ColumnLayout {
                    width: parent.width
                    height: Math.max(implicitHeight, scroll.height - Theme.gapTiny)
                    spacing: Theme.gapLarge

                    Problem {
                        Layout.fillWidth: true
                        text: root.view.problem
                    }
                    Panel {
                        Layout.fillWidth: true
                        title: qsTr("Visits at the kiosks")
                        symbol: "users"

                        GridLayout {
                            Layout.fillWidth: true
                            columns: root.wide ? 5 : 3
                            columnSpacing: Theme.gapLarge
                            rowSpacing: Theme.gapLarge
                            uniformCellWidths: true

                            Repeater {
                                model: root.view.large

                                BigNumber {
                                    required property string name

                                    Layout.fillWidth: true
                                    Layout.alignment: Qt.AlignTop
                                    label: name
                                    required number
                                    required spelled
                                }
                            }
                        }
                    }
                    GridLayout {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        columns: root.wide ? 3 : 2
                        columnSpacing: Theme.gapLarge
                        rowSpacing: Theme.gapLarge
                        uniformCellWidths: true

                        Panel {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            title: qsTr("How they went")
                            symbol: "clock"

                            FactList {
                                Layout.fillWidth: true
                                rows: root.view.visits
                            }
                            TallyList {
                                Layout.fillWidth: true
                                rows: root.view.languages
                                title: qsTr("Languages")
                            }
                            Item {
                                Layout.fillHeight: true
                            }
                        }
                        Panel {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            title: qsTr("Calls for help")
                            symbol: "bell"

                            FactList {
                                Layout.fillWidth: true
                                rows: root.view.calls
                            }
                            Item {
                                Layout.fillHeight: true
                            }
                        }
                        Panel {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            title: qsTr("Unmet needs")
                            symbol: "chart-bar"

                            BigNumber {
                                number: root.view.needs
                                label: qsTr("needs that nothing here met")
                                spelled: root.view.needsSpelled
                            }
                            TallyList {
                                Layout.fillWidth: true
                                rows: root.view.wanted
                            }
                            TallyList {
                                Layout.fillWidth: true
                                rows: root.view.reasons
                                title: qsTr("Why not")
                            }
                            Item {
                                Layout.fillHeight: true
                            }
                        }
                    }
                }
            }
            FocusRing {
                shown: scroll.activeFocus
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            DeskButton {
                visible: root.view.canPrint
                main: true
                symbol: "printer"
                text: qsTr("Print the day")
                key: "F9"
                onClicked: root.view.print()
            }
            DeskButton {
                visible: root.view.anyKiosk && !root.view.allClosed
                symbol: "player-pause"
                text: qsTr("Close the kiosks")
                key: "C"
                onClicked: root.view.closeAll(true)
            }
            DeskButton {
                visible: root.view.allClosed
                symbol: "lock-open"
                text: qsTr("Open the kiosks")
                key: "O"
                onClicked: root.view.closeAll(false)
            }
            Words {
                id: news

                readonly property string said: root.view.printNews

                visible: said !== ""
                text: said
                color: root.view.printTrouble ? Theme.colours.danger : Theme.colours.success
                font.weight: Font.DemiBold

                onSaidChanged: if (said !== "")
                    news.Accessible.announce(said, root.view.printTrouble ? Accessible.Assertive : Accessible.Polite)
            }
            Item {
                Layout.fillWidth: true
            }
            Symbol {
                name: "lock"
                size: Theme.iconSmall
                colour: Theme.colours.inkSoft
            }
            Words {
                Layout.maximumWidth: root.width * 0.42
                text: root.view.promise
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
        }
    }
}
