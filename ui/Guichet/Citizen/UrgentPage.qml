pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Help right now: no question first, no topic written large, numbers that need no network and no catalogue.
Item {
    id: root

    required property UrgentViewModel view

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        spacingInside: Theme.gap

        Words {
            Layout.fillWidth: true
            heading: true
            text: root.view.title
            font.pixelSize: root.view.discreet ? Theme.topic : Theme.section
            font.weight: Font.Bold
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Symbol {
                name: "alert-circle"
                colour: Theme.colours.danger
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("In danger? Call 911. You can also tell anyone at the desk.")
                color: Theme.colours.danger
                font.weight: Font.DemiBold
            }
        }
        GridLayout {
            Layout.fillWidth: true
            visible: root.view.atDoors
            columns: !Theme.steady && !Theme.narrow && (Theme.letters === 0 || Theme.landscape && Theme.letters < 2) ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: root.view.doors

                RowButton {
                    required property string door
                    required property string label

                    required symbol

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: Theme.mm(Theme.letters === 0 && !Theme.small ? 34 : 25)
                    text: label
                    onClicked: root.view.open(door)
                }
            }
        }
        NoteBox {
            Layout.fillWidth: true
            visible: root.view.closed !== ""
            symbol: "clock"
            title: root.view.closed
            text: root.view.nextOpening
        }
        Repeater {
            model: root.view.groups

            ColumnLayout {
                id: group

                required property int index
                required property string modelData

                Layout.fillWidth: true
                spacing: Theme.gapTiny

                Words {
                    Layout.fillWidth: true
                    visible: text !== ""
                    heading: true
                    text: group.modelData
                    font.weight: Font.DemiBold
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: !Theme.steady && Theme.landscape && Theme.letters < 2 ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap
                    uniformCellWidths: true

                    Repeater {
                        model: root.view.cards(group.index)

                        ContactCard {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                        }
                    }
                }
            }
        }
        RowButton {
            Layout.fillWidth: true
            visible: root.view.hasPlan
            symbol: "route"
            text: qsTr("Make a whole plan for this")
            detail: qsTr("A few questions, then what to do in what order")
            onClicked: root.view.openPlan()
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.view.atDoors
            spacing: Theme.gap

            Symbol {
                name: "door-exit"
                size: Theme.iconSmall
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("“Leave now” shows the welcome picture at once. Nothing is kept.")
                font.pixelSize: Theme.meta
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            visible: root.view.atDoors
            heading: true
            text: qsTr("Someone answers, day or night")
            font.pixelSize: Theme.section
            font.weight: Font.DemiBold
        }
        GridLayout {
            Layout.fillWidth: true
            visible: root.view.atDoors
            columns: Theme.steady || Theme.narrow ? 1 : Theme.landscape ? Math.min(Theme.shallow ? 2 : 3, 3 - Theme.letters) : Theme.letters === 0 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: root.view.lifelines

                ContactCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
        }
    }
}
