pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C14: feeling unsafe at home. The topic is written small, no place is named, and leaving is explained before it is needed.
Item {
    id: root

    required property SafetyViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && root.height > Theme.mm(128)

    component Listening: GridLayout {
        columns: 1
        rowSpacing: Theme.gap

        Repeater {
            model: root.view.listeners

            Rectangle {
                id: card

                required property string symbol
                required property string label
                required property string number
                required property string detail

                Layout.fillWidth: true
                Layout.fillHeight: root.wide
                implicitHeight: lines.implicitHeight + Theme.gapWide * 2
                color: Theme.colours.card
                radius: Theme.radius
                border.width: Theme.hair
                border.color: Theme.colours.edge

                Accessible.role: Accessible.ListItem
                Accessible.name: card.label + ". " + card.number + ". " + card.detail

                RowLayout {
                    id: lines

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.leftMargin: Theme.gapLarge
                    anchors.rightMargin: Theme.gapLarge
                    spacing: Theme.gapLarge

                    Symbol {
                        name: card.symbol
                        size: Theme.iconLarge
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Words {
                            Layout.fillWidth: true
                            text: card.label
                            font.pixelSize: Theme.body
                            font.weight: Font.DemiBold
                        }
                        Words {
                            Layout.fillWidth: true
                            text: card.number
                            font.pixelSize: Theme.first
                            font.weight: Font.Bold
                        }
                        Words {
                            Layout.fillWidth: true
                            text: card.detail
                            color: Theme.colours.inkSoft
                            font.pixelSize: Theme.meta
                        }
                    }
                }
            }
        }
    }
    // One button while a counter answers; then how the call stands. Where none answers: what to say at the desk.
    component QuietWord: ColumnLayout {
        spacing: 0

        RowButton {
            Layout.fillWidth: true
            visible: root.view.person.canCall && !root.view.person.again
            symbol: "user"
            text: qsTr("A quiet word with our staff")
            detail: root.view.quietly
            onClicked: root.view.person.callQuietly()
        }
        PersonCard {
            Layout.fillWidth: true
            visible: root.view.person.canCancel || root.view.person.again
            view: root.view.person
            quiet: true
        }
        NoteBox {
            Layout.fillWidth: true
            visible: !root.view.person.canCall && !root.view.person.canCancel
            symbol: "user"
            title: qsTr("A quiet word with our staff")
            text: [qsTr("Ask anyone here: “May I talk to you in private?”"), root.view.desk].filter(line => line !== "").join("\n")
        }
    }
    component SmallCard: RowButton {
        symbol: "id"
        text: qsTr("A small plain card")
        detail: qsTr("Headed “Community information”, no topic.")
        onClicked: root.view.openCard()
    }
    component More: RowButton {
        visible: root.view.hasMore
        least: Theme.target
        symbol: "list-letters"
        text: qsTr("More numbers and help")
        font.pixelSize: Theme.body
        onClicked: root.view.openMore()
    }
    component About: Rectangle {
        implicitHeight: promises.implicitHeight + promises.anchors.margins * 2
        color: Theme.colours.card
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.colours.hairline

        GridLayout {
            id: promises

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: root.wide ? Theme.gap : Theme.gapWide
            columns: root.wide ? 3 : 1
            columnSpacing: Theme.gapWide
            rowSpacing: Theme.gapTiny
            uniformCellWidths: true

            Words {
                Layout.fillWidth: true
                visible: !root.wide
                heading: true
                text: qsTr("About this page")
                font.weight: Font.Bold
            }
            Promise {
                Layout.fillWidth: true
                symbol: "eraser"
                text: qsTr("Nothing here is kept. No list, no record, no map.")
            }
            Promise {
                Layout.fillWidth: true
                symbol: "door-exit"
                text: qsTr("“Leave now” shows the welcome picture at once.")
            }
            Promise {
                Layout.fillWidth: true
                symbol: "camera"
                text: qsTr("We cannot hide you from cameras in this room.")
            }
        }
    }
    component Promise: RowLayout {
        id: promise

        required property string symbol
        required property string text

        spacing: Theme.gap

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: promise.symbol
            size: Theme.iconSmall
        }
        Words {
            Layout.fillWidth: true
            text: promise.text
            font.pixelSize: Theme.meta
        }
    }
    component Head: ColumnLayout {
        spacing: Theme.gapTiny

        Words {
            Layout.fillWidth: true
            text: root.view.topic
            color: Theme.colours.inkSoft
            font.pixelSize: Math.min(Theme.meta, Theme.topic)
        }
        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("You can talk to someone now, day or night. You decide.")
            font.pixelSize: Theme.section
            font.weight: Font.DemiBold
        }
    }
    component Danger: Rectangle {
        implicitHeight: line.implicitHeight + Theme.gapWide * 2
        color: Theme.colours.dangerGround
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.colours.danger

        RowLayout {
            id: line

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gapLarge
            anchors.rightMargin: Theme.gapLarge
            spacing: Theme.gapWide

            Symbol {
                name: "alert-circle"
                colour: Theme.colours.danger
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("In danger now? Call 911.")
                color: Theme.colours.danger
                font.pixelSize: Theme.answer
                font.weight: Font.Bold
            }
        }
    }

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        spacingInside: root.wide ? Theme.gap : Theme.gapWide
        fills: true

        Head {
            Layout.fillWidth: true
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: root.wide
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.gapWide
            rowSpacing: Theme.gapWide
            uniformCellWidths: true

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: root.wide
                spacing: Theme.gapWide

                Danger {
                    Layout.fillWidth: true
                }
                Listening {
                    Layout.fillWidth: true
                    Layout.fillHeight: root.wide
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gapWide

                QuietWord {
                    Layout.fillWidth: true
                }
                SmallCard {
                    Layout.fillWidth: true
                }
                More {
                    Layout.fillWidth: true
                }
            }
        }
        Item {
            Layout.fillHeight: !root.wide
            visible: !root.wide
        }
        About {
            Layout.fillWidth: true
        }
    }
}
