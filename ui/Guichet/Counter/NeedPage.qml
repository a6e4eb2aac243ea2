pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// S5: what was needed, for whom if that is known, and why it could not be had: two touches, nobody's name.
DeskPage {
    id: root

    required property NeedViewModel view

    readonly property bool wide: root.width >= Theme.mm(640)

    title: qsTr("Unmet need")
    first: root.view.chosen ? why.head : wanted.line

    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapLarge

        Panel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 5
            title: qsTr("What was needed?")
            symbol: "heart-handshake"

            DeskScroll {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.gapLarge

                    NeedWanted {
                        id: wanted

                        Layout.fillWidth: true
                        view: root.view
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: !root.wide
                        heading: true
                        text: qsTr("For whom? Only what you know.")
                        font.weight: Font.DemiBold
                    }
                    NeedForWhom {
                        Layout.fillWidth: true
                        visible: !root.wide
                        view: root.view
                    }
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            visible: root.wide
            spacing: Theme.gapLarge

            Panel {
                Layout.fillWidth: true
                title: qsTr("For whom? Only what you know.")
                symbol: "user"

                NeedForWhom {
                    Layout.fillWidth: true
                    view: root.view
                }
            }
            Panel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                title: root.view.month.title
                symbol: "calendar-event"

                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    DeskScroll {
                        id: month

                        anchors.fill: parent
                        activeFocusOnTab: overflows || activeFocus

                        Accessible.role: Accessible.Grouping
                        Accessible.name: root.view.month.title
                        Accessible.focusable: overflows

                        MonthPart {
                            width: parent.width
                            month: root.view.month
                        }
                    }
                    FocusRing {
                        shown: month.activeFocus
                    }
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            spacing: Theme.gap

            Panel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                title: qsTr("Why could it not be had?")
                symbol: "message-question"

                DeskScroll {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    ColumnLayout {
                        width: parent.width
                        spacing: Theme.gapLarge

                        NeedWhy {
                            id: why

                            Layout.fillWidth: true
                            view: root.view
                        }
                        Words {
                            Layout.fillWidth: true
                            visible: !root.wide
                            heading: true
                            text: root.view.month.title
                            font.weight: Font.DemiBold
                        }
                        MonthPart {
                            Layout.fillWidth: true
                            visible: !root.wide
                            month: root.view.month
                        }
                    }
                }
            }
            Problem {
                Layout.fillWidth: true
                text: root.view.problem
            }
            NeedSaved {
                Layout.fillWidth: true
                view: root.view
            }
        }
    }
    Connections {
        target: root.view

        function onChose() {
            why.enter();
        }
        function onSaved() {
            wanted.line.forceActiveFocus(Qt.TabFocusReason);
        }
    }
}
