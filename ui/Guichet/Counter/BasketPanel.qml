pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The plan of the person at the desk: its steps, what to bring, what it costs, and the questions that make it exact.
Panel {
    id: root

    required property AskingViewModel asking
    required property BasketViewModel basket
    property int current: 0

    // All of it shows: the page around it scrolls.
    property bool whole: false

    function focusLine(line: int) {
        const there = steps.itemAt(Math.max(0, Math.min(line, steps.count - 1)));
        if (there !== null)
            there.forceActiveFocus(Qt.TabFocusReason);
    }

    // Where Tab comes back to, once the focus is there.
    function keep(line: int) {
        root.current = line;
    }

    insetInside: Theme.gap
    spacingInside: 0
    symbol: "route"
    title: root.width > Theme.mm(200) ? qsTr("Plan for this person") : qsTr("Plan", "counter")

    aside: [
        Chip {
            text: root.basket.empty ? "" : root.basket.count
        },
        Item {
            Layout.fillWidth: true
        },
        Words {
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            text: qsTr("No name is kept")
            visible: root.width > Theme.mm(200)
            wrapMode: Text.NoWrap
        }
    ]

    Connections {
        function onMoved(line: int) {
            if (line >= 0)
                root.focusLine(line);
        }

        target: root.basket
    }
    Item {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: hint.implicitHeight + Theme.gapLarge
        visible: root.basket.empty

        ColumnLayout {
            id: hint

            anchors.centerIn: parent
            spacing: Theme.gap
            width: Math.min(parent.width - Theme.gapLarge * 2, Theme.mm(150))

            Symbol {
                Layout.alignment: Qt.AlignHCenter
                colour: Theme.colours.inkSoft
                name: "route"
                size: Theme.mm(22)
            }
            Words {
                Layout.fillWidth: true
                color: Theme.colours.inkSoft
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Type a few letters of what the person needs. Enter puts the first line into their plan.")
            }
        }
    }
    DeskScroll {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: root.whole ? implicitHeight : Theme.mm(60)
        visible: !root.basket.empty && !root.asking.open

        ColumnLayout {
            spacing: 0
            width: parent.width

            Repeater {
                id: steps

                model: root.basket.steps

                StepLine {
                    required property int index
                    required property string step

                    Layout.fillWidth: true
                    activeFocusOnTab: activeFocus || index === Math.min(root.current, steps.count - 1)
                    chosen: activeFocusOnTab

                    onActiveFocusChanged: if (activeFocus)
                        Qt.callLater(root.keep, index)
                    onDropped: root.basket.leaveOut(step)
                    onGoneTo: by => root.focusLine(index + by)
                    onRaised: root.basket.moveUp(step)
                }
            }
            Words {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap
                Layout.topMargin: Theme.gapWide
                font.weight: Font.Bold
                heading: true
                text: qsTr("Bring, all together")
                visible: papers.count > 0
            }
            Repeater {
                id: papers

                model: root.basket.papers

                RowLayout {
                    id: paper

                    required property string name
                    required property string steps

                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.gap
                    Layout.rightMargin: Theme.gap
                    Layout.topMargin: Theme.gapTiny
                    spacing: Theme.gapWide

                    Words {
                        Layout.fillWidth: true
                        font.pixelSize: Theme.meta * 1.1
                        text: paper.name
                    }
                    Words {
                        Layout.alignment: Qt.AlignTop
                        Layout.maximumWidth: root.width * 0.4
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                        horizontalAlignment: Text.AlignRight
                        text: paper.steps
                    }
                }
            }
            Words {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap
                Layout.topMargin: Theme.gap
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta * 1.1
                text: root.basket.fees
            }
        }
    }
    AskingPanel {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: root.whole ? implicitHeight : Theme.mm(60)
        asking: root.asking
        visible: root.asking.open
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        color: Theme.colours.tint
        implicitHeight: ask.implicitHeight + Theme.gap * 2
        radius: Theme.radius
        visible: root.basket.ask !== "" && !root.asking.open

        RowLayout {
            id: ask

            anchors.left: parent.left
            anchors.leftMargin: Theme.gapWide
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Symbol {
                name: "help-circle"
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    font.weight: Font.DemiBold
                    text: root.basket.ask
                }
                Words {
                    Layout.fillWidth: true
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    text: root.basket.question
                    visible: root.height > Theme.mm(220)
                }
            }
            DeskButton {
                key: "F6"
                text: qsTr("Ask")

                onClicked: root.asking.start()
            }
        }
    }
}
