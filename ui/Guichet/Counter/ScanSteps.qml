pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The slip: what it is about, whether it is genuine, and its steps with the numbers that they have on the paper. One place
// for the focus, moved through by the arrows.
Panel {
    id: root

    required property ScanViewModel view

    // The row of the step that is chosen.
    readonly property Item chosen: root.view.slip.chosen < rows.count ? rows.itemAt(root.view.slip.chosen) : null

    // Marks stand below the words of a step where there is no room beside them.
    readonly property bool narrow: root.width < Theme.mm(210)

    function enter() {
        list.forceActiveFocus(Qt.OtherFocusReason);
    }

    title: root.view.slip.topic
    symbol: "route"
    inset: Theme.gapWide
    spacingInside: Theme.gap
    aside: [
        Chip {
            text: root.view.slip.count
        },
        Item {
            Layout.fillWidth: true
        },
        Words {
            text: root.view.slip.code
            font.weight: Font.DemiBold
            color: Theme.colours.inkSoft
            wrapMode: Text.NoWrap
        }
    ]

    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        Chip {
            text: root.view.slip.standing
            tone: root.view.slip.standingTone
            symbol: root.view.slip.standingSymbol
        }
        Chip {
            text: root.view.slip.expiry
            tone: root.view.slip.expired ? "warn" : "calm"
            symbol: "calendar-event"
        }
        Chip {
            text: root.view.slip.edition
            symbol: "database"
        }
    }
    Words {
        Layout.fillWidth: true
        text: root.view.slip.made
        color: Theme.colours.inkSoft
    }
    Repeater {
        model: root.view.slip.advice

        RowLayout {
            id: line

            required property int index
            required property string modelData

            readonly property bool worst: root.view.slip.grave && line.index === 0
            readonly property color inkColour: line.worst ? Theme.colours.danger : Theme.colours.warning

            Layout.fillWidth: true
            spacing: Theme.gap

            Symbol {
                Layout.alignment: Qt.AlignTop
                name: line.worst ? "alert-circle" : "info-circle"
                colour: line.inkColour
            }
            Words {
                Layout.fillWidth: true
                text: line.modelData
                color: line.inkColour
                font.weight: line.worst ? Font.Bold : Font.Medium
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.leftMargin: 1 - Theme.gapWide
        Layout.rightMargin: 1 - Theme.gapWide
        Layout.bottomMargin: -Theme.gap
        Layout.preferredHeight: 1
        color: Theme.colours.hairline
    }
    FocusScope {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: -Theme.gapWide
        // The bar that tells where in the list one is stands beside it, within the card.
        Layout.rightMargin: Theme.gap - Theme.gapWide
        Layout.bottomMargin: -Theme.gapWide
        implicitHeight: scroll.implicitHeight + Theme.gap * 2
        activeFocusOnTab: true

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Steps of the slip")

        Keys.onDownPressed: root.view.choose(root.view.slip.chosen + 1)
        Keys.onUpPressed: root.view.choose(root.view.slip.chosen - 1)
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_Home || event.key === Qt.Key_End;
            if (event.accepted)
                root.view.choose(event.key === Qt.Key_Home ? 0 : rows.count - 1);
        }

        Connections {
            target: root.view.slip

            function onChanged() {
                const chosen = rows.itemAt(root.view.slip.chosen);
                if (chosen !== null && chosen.height > 0)
                    scroll.reveal(chosen);
            }
        }
        DeskScroll {
            id: scroll

            anchors.fill: parent
            anchors.topMargin: Theme.gap
            anchors.bottomMargin: Theme.gap

            ColumnLayout {
                width: parent.width
                spacing: 0

                Repeater {
                    id: rows

                    model: root.view.slip.rows

                    T.AbstractButton {
                        id: row

                        required property int index
                        required property string number
                        required property string title
                        required property bool first
                        required property bool may
                        required property string changed
                        required property string changedTone
                        required property string lastChecked
                        required property string outcome
                        required property string outcomeTone
                        required property string spoken

                        readonly property bool chosen: root.view.slip.chosen === row.index

                        Layout.fillWidth: true
                        implicitHeight: across.implicitHeight + Theme.gapWide * 2
                        focusPolicy: Qt.NoFocus
                        Accessible.role: Accessible.ListItem
                        Accessible.name: row.spoken
                        Accessible.selectable: true
                        Accessible.selected: row.chosen
                        Accessible.focused: row.chosen && list.activeFocus

                        onClicked: {
                            list.forceActiveFocus(Qt.MouseFocusReason);
                            root.view.choose(row.index);
                        }

                        background: Rectangle {
                            color: row.chosen ? Theme.colours.tint : "transparent"

                            Rectangle {
                                width: Theme.gapTiny
                                height: parent.height
                                visible: row.chosen
                                color: Theme.colours.action
                            }
                            Rectangle {
                                width: parent.width
                                height: 1
                                visible: row.index > 0
                                color: Theme.colours.hairline
                            }
                            FocusRing {
                                anchors.margins: Theme.mm(0.6)
                                shown: row.chosen && list.activeFocus
                            }
                        }
                        contentItem: Item {
                            implicitHeight: across.implicitHeight

                            GridLayout {
                                id: across

                                anchors.left: parent.left
                                anchors.right: parent.right
                                anchors.leftMargin: Theme.gapWide
                                anchors.rightMargin: Theme.gapWide
                                anchors.verticalCenter: parent.verticalCenter
                                columnSpacing: Theme.gapWide
                                rowSpacing: Theme.gapTiny

                                Rectangle {
                                    Layout.row: 0
                                    Layout.column: 0
                                    Layout.alignment: Qt.AlignTop
                                    implicitWidth: Math.round(Theme.body * 2)
                                    implicitHeight: implicitWidth
                                    radius: width / 2
                                    color: row.first ? Theme.colours.first : Theme.colours.card
                                    border.width: row.first ? 0 : Math.max(2, Theme.hair)
                                    border.color: Theme.colours.action

                                    Text {
                                        anchors.centerIn: parent
                                        text: row.number === "" ? "–" : row.number
                                        color: row.first ? Theme.colours.actionInk : Theme.colours.action
                                        font.family: Theme.family
                                        font.pixelSize: Theme.body
                                        font.weight: Font.Bold
                                        Accessible.ignored: true
                                    }
                                }
                                ColumnLayout {
                                    Layout.row: 0
                                    Layout.column: 1
                                    Layout.fillWidth: true
                                    spacing: Theme.gapTiny / 2

                                    Words {
                                        Layout.fillWidth: true
                                        text: row.title
                                        font.weight: Font.DemiBold
                                        Accessible.ignored: true
                                    }
                                    RowLayout {
                                        Layout.fillWidth: true
                                        visible: row.changed !== ""
                                        spacing: Theme.gapTiny

                                        Symbol {
                                            Layout.alignment: Qt.AlignTop
                                            name: row.changedTone === "bad" ? "alert-circle" : "refresh"
                                            size: Theme.iconSmall
                                            colour: row.changedTone === "bad" ? Theme.colours.danger : Theme.colours.warning
                                        }
                                        Words {
                                            Layout.fillWidth: true
                                            text: row.changed
                                            color: row.changedTone === "bad" ? Theme.colours.danger : Theme.colours.warning
                                            font.pixelSize: Theme.meta
                                            font.weight: Font.DemiBold
                                            Accessible.ignored: true
                                        }
                                    }
                                    Words {
                                        Layout.fillWidth: true
                                        visible: text !== ""
                                        text: row.lastChecked
                                        color: Theme.colours.inkSoft
                                        font.pixelSize: Theme.meta
                                        Accessible.ignored: true
                                    }
                                }
                                ColumnLayout {
                                    Layout.row: root.narrow ? 1 : 0
                                    Layout.column: root.narrow ? 1 : 2
                                    Layout.alignment: Qt.AlignTop
                                    spacing: Theme.gapTiny

                                    RowLayout {
                                        Layout.alignment: root.narrow ? Qt.AlignLeft : Qt.AlignRight
                                        spacing: Theme.gapTiny

                                        Chip {
                                            text: row.may ? qsTr("May apply") : ""
                                            told: true
                                        }
                                        Chip {
                                            text: row.first ? qsTr("Do first") : ""
                                            tone: "first"
                                            told: true
                                        }
                                    }
                                    Chip {
                                        Layout.alignment: root.narrow ? Qt.AlignLeft : Qt.AlignRight
                                        text: row.outcome
                                        tone: row.outcomeTone
                                        told: true
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
