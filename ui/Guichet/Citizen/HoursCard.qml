pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// When a place is open: today as a bar, the six days after it, and the days that will be unlike, in amber.
Rectangle {
    id: root

    required property WhereViewModel view

    readonly property bool roomy: Theme.letters < 2

    implicitWidth: Theme.mm(60)
    implicitHeight: column.implicitHeight
    color: Theme.colours.card
    radius: Theme.radiusCard
    border.width: Theme.hair
    border.color: Theme.colours.hairline

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0

        ColumnLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.gapWide
            Layout.bottomMargin: Theme.gap
            spacing: Theme.gapTiny

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gapTiny

                Words {
                    width: Math.min(implicitWidth + Theme.gapTiny, parent.width)
                    visible: text !== ""
                    text: root.view.today
                    font.pixelSize: Theme.answer
                    font.weight: Font.DemiBold
                }
                Chip {
                    width: Math.min(implicitWidth, parent.width)
                    symbol: "clock"
                    tone: root.view.tone
                    text: root.view.opening
                }
            }
            DayBar {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapTiny
                visible: root.view.nowLabel !== ""
                spans: root.view.spans
                ticks: root.view.ticks
                now: root.view.now
                nowLabel: root.view.nowLabel
                spoken: root.view.barSpoken
            }
        }
        Repeater {
            model: root.view.week

            Item {
                id: day

                required property string days
                required property string hours
                required property bool isOpen

                Layout.fillWidth: true
                Layout.leftMargin: Theme.gapWide
                Layout.rightMargin: Theme.gapWide
                implicitHeight: line.implicitHeight + Theme.gapTiny * 2

                Accessible.role: Accessible.ListItem
                Accessible.name: day.days + qsTr(": ", "between a label and its value") + day.hours

                Rectangle {
                    width: parent.width
                    height: Theme.hair
                    color: Theme.colours.hairline
                }
                GridLayout {
                    id: line

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    columns: root.roomy ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: 0

                    Words {
                        Layout.fillWidth: true
                        text: day.days
                        Accessible.ignored: true
                    }
                    Words {
                        Layout.fillWidth: !root.roomy
                        Layout.maximumWidth: root.roomy ? line.width * 0.6 : line.width
                        text: day.hours
                        color: day.isOpen ? Theme.colours.ink : Theme.colours.inkSoft
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                }
            }
        }
        Repeater {
            model: root.view.unusual

            Rectangle {
                id: unlike

                required property int index
                required property string modelData

                readonly property bool last: unlike.index === root.view.unusual.length - 1

                Layout.fillWidth: true
                Layout.margins: Theme.hair
                Layout.topMargin: 0
                implicitHeight: told.implicitHeight + Theme.gapTiny * 2
                color: Theme.colours.warningGround
                bottomLeftRadius: unlike.last ? root.radius : 0
                bottomRightRadius: unlike.last ? root.radius : 0

                RowLayout {
                    id: told

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.gapWide
                    anchors.rightMargin: Theme.gapWide
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.gapTiny

                    Symbol {
                        name: "calendar-off"
                        size: Theme.iconSmall
                        colour: Theme.colours.warning
                    }
                    Words {
                        Layout.fillWidth: true
                        text: unlike.modelData
                        color: Theme.colours.warning
                        font.weight: Font.DemiBold
                    }
                }
            }
        }
        Item {
            implicitHeight: root.view.unusual.length > 0 ? 0 : Theme.gapTiny
        }
    }
}
