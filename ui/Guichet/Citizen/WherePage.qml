pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C6: where and when. One place with its hours, or the list of all places, the nearest first.
Item {
    id: root

    required property WhereViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && root.height > Theme.mm(128) && !root.view.listed
    // So low that even the way out scrolls with the rest.
    readonly property bool low: root.height < Theme.mm(150)

    component Head: ColumnLayout {
        spacing: Theme.gapTiny

        Words {
            Layout.fillWidth: true
            text: root.view.above
            color: Theme.colours.action
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            heading: true
            text: root.view.title
            font.pixelSize: Theme.letters === 2 ? Theme.section : Theme.mm(Theme.letters === 0 ? 13 : 16)
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.address
        }
        Chip {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            symbol: "info-circle"
            tone: "warn"
            text: root.view.mark
        }
        Chip {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            symbol: "circle-check"
            // Beside the hours there is room for one chip, and "phone first" wants the number in sight.
            text: root.view.chosen && !(root.wide && root.view.mark !== "") ? qsTr("The place in your plan") : ""
        }
    }
    component Doubt: NoteBox {
        visible: root.view.doubt !== ""
        symbol: "info-circle"
        title: qsTr("To be checked")
        text: root.view.doubt
    }
    component Known: GridLayout {
        visible: known.count > 0
        columns: Theme.landscape && Theme.letters === 0 ? 2 : 1
        columnSpacing: Theme.gapWide
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            id: known

            model: root.view.lines

            RowLayout {
                id: line

                required property string symbol
                required property string words

                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gap

                Symbol {
                    Layout.alignment: Qt.AlignTop
                    name: line.symbol
                }
                Words {
                    Layout.fillWidth: true
                    text: line.words
                }
            }
        }
    }
    component Phone: Rectangle {
        id: phone

        visible: root.view.phone !== ""
        implicitHeight: number.implicitHeight + Theme.gap * 2
        color: Theme.colours.card
        radius: Theme.radiusCard
        border.width: Theme.hair
        border.color: Theme.colours.hairline

        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("Phone instead") + ". " + root.view.phone

        RowLayout {
            id: number

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.gapWide
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapWide

            Symbol {
                visible: Theme.letters < 2
                name: "phone"
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: qsTr("Phone instead")
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    Accessible.ignored: true
                }
                Words {
                    Layout.fillWidth: true
                    text: root.view.phone
                    color: Theme.colours.action
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
            }
        }
    }
    component Ends: GridLayout {
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: root.view.others !== ""

        RowButton {
            Layout.fillWidth: true
            Layout.fillHeight: root.wide
            visible: root.view.others !== ""
            symbol: "map-search"
            text: root.view.others
            onClicked: root.view.openOthers()
        }
        ActionButton {
            Layout.fillWidth: true
            visible: root.view.canChoose
            symbol: root.view.settled ? "arrow-back-up" : "circle-plus"
            text: root.view.settled ? qsTr("Back to the step") : qsTr("Choose this place")
            font.pixelSize: Theme.first
            onClicked: root.view.choose()
        }
    }

    Loader {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        sourceComponent: root.wide ? sideBySide : oneColumn
    }
    Component {
        id: oneColumn

        ColumnLayout {
            spacing: Theme.gap

            Scroller {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacingInside: Theme.gapWide

                Head {
                    Layout.fillWidth: true
                }
                // Where one should phone first, the number comes first.
                Phone {
                    Layout.fillWidth: true
                    visible: root.view.phone !== "" && root.view.mark !== ""
                }
                WayCard {
                    Layout.fillWidth: true
                    map: root.view.map
                }
                Doubt {
                    Layout.fillWidth: true
                }
                HoursCard {
                    Layout.fillWidth: true
                    visible: root.view.opening !== ""
                    view: root.view
                }
                Known {
                    Layout.fillWidth: true
                }
                Phone {
                    Layout.fillWidth: true
                    visible: root.view.phone !== "" && root.view.mark === ""
                }
                PlacesList {
                    Layout.fillWidth: true
                    view: root.view
                }
                Ends {
                    Layout.fillWidth: true
                    visible: root.low
                }
            }
            Ends {
                Layout.fillWidth: true
                Layout.fillHeight: false
                visible: !root.low
            }
        }
    }
    Component {
        id: sideBySide

        RowLayout {
            spacing: Theme.gapHuge

            Scroller {
                fits: true
                Layout.fillHeight: true
                Layout.minimumWidth: root.width * 0.42
                Layout.maximumWidth: root.width * 0.42
                fills: true

                Head {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                WayCard {
                    Layout.fillWidth: true
                    map: root.view.map
                    Layout.fillHeight: true
                    least: Theme.mm(56)
                }
                Item {
                    Layout.fillHeight: true
                    visible: !root.view.map.known
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Theme.gap

                Scroller {
                    slim: true
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    spacingInside: Theme.gapWide

                    Doubt {
                        Layout.fillWidth: true
                    }
                    Phone {
                        Layout.fillWidth: true
                        visible: root.view.phone !== "" && root.view.mark !== ""
                    }
                    HoursCard {
                        Layout.fillWidth: true
                        visible: root.view.opening !== ""
                        view: root.view
                    }
                    Phone {
                        Layout.fillWidth: true
                        visible: root.view.phone !== "" && root.view.mark === ""
                    }
                    Known {
                        Layout.fillWidth: true
                    }
                }
                Ends {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
            }
        }
    }
}
