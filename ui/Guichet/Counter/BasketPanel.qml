pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The plan of the person at the desk: its steps, what to bring, what it costs, and the questions that make it exact.
Panel {
    id: root

    required property BasketViewModel basket
    required property AskingViewModel asking

    // All of it shows: the page around it scrolls.
    property bool whole: false
    property int current: 0

    title: root.width > Theme.mm(200) ? qsTr("Plan for this person") : qsTr("Plan", "counter")
    symbol: "route"
    insetInside: Theme.gap
    spacingInside: 0

    function focusLine(line: int) {
        const there = steps.itemAt(Math.max(0, Math.min(line, steps.count - 1)));
        if (there !== null)
            there.forceActiveFocus(Qt.TabFocusReason);
    }

    // Where Tab comes back to, once the focus is there.
    function keep(line: int) {
        root.current = line;
    }

    aside: [
        Chip {
            text: root.basket.empty ? "" : root.basket.count
        },
        Words {
            Layout.fillWidth: true
            opacity: root.width > Theme.mm(200) ? 1 : 0
            text: root.width > Theme.mm(200) ? qsTr("No name is kept") : ""
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            horizontalAlignment: Text.AlignRight
        }
    ]

    Connections {
        target: root.basket

        function onMoved(line: int) {
            if (line >= 0)
                root.focusLine(line);
        }
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: hint.implicitHeight + Theme.gapLarge
        visible: root.basket.empty

        ColumnLayout {
            id: hint

            anchors.centerIn: parent
            width: Math.min(parent.width - Theme.gapLarge * 2, Theme.mm(150))
            spacing: Theme.gap

            Symbol {
                Layout.alignment: Qt.AlignHCenter
                name: "route"
                size: Theme.mm(22)
                colour: Theme.colours.inkSoft
            }
            Words {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                color: Theme.colours.inkSoft
                text: qsTr("Type a few letters of what the person needs. Enter puts the first line into their plan.")
            }
        }
    }
    DeskScroll {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: root.whole ? implicitHeight : Theme.mm(60)
        visible: !root.basket.empty && !root.asking.open

        ColumnLayout {
            width: parent.width
            spacing: 0

            Repeater {
                id: steps

                model: root.basket.steps

                StepLine {
                    required property int index
                    required property string step

                    Layout.fillWidth: true
                    chosen: activeFocusOnTab
                    activeFocusOnTab: activeFocus || index === Math.min(root.current, steps.count - 1)
                    onActiveFocusChanged: if (activeFocus)
                        Qt.callLater(root.keep, index)
                    onRaised: root.basket.moveUp(step)
                    onDropped: root.basket.leaveOut(step)
                    onGoneTo: by => root.focusLine(index + by)
                }
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapWide
                Layout.leftMargin: Theme.gap
                visible: papers.count > 0
                heading: true
                text: qsTr("Bring, all together")
                font.weight: Font.Bold
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
                        text: paper.name
                        font.pixelSize: Theme.meta * 1.1
                    }
                    Words {
                        Layout.alignment: Qt.AlignTop
                        Layout.maximumWidth: root.width * 0.4
                        text: paper.steps
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                        horizontalAlignment: Text.AlignRight
                    }
                }
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                Layout.leftMargin: Theme.gap
                text: root.basket.fees
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta * 1.1
            }
        }
    }
    AskingPanel {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: root.whole ? implicitHeight : Theme.mm(60)
        visible: root.asking.open
        asking: root.asking
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        implicitHeight: ask.implicitHeight + Theme.gap * 2
        visible: root.basket.ask !== "" && !root.asking.open
        color: Theme.colours.tint
        radius: Theme.radius

        RowLayout {
            id: ask

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gapWide
            anchors.rightMargin: Theme.gap
            spacing: Theme.gap

            Symbol {
                name: "help-circle"
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: root.basket.ask
                    font.weight: Font.DemiBold
                }
                Words {
                    Layout.fillWidth: true
                    visible: root.height > Theme.mm(220)
                    text: root.basket.question
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                }
            }
            DeskButton {
                text: qsTr("Ask")
                key: "F6"
                onClicked: root.asking.start()
            }
        }
    }
}
