pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C2: the urgent door, nine situations, then search and "I am a...".
Item {
    id: root

    required property HomeViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && !(Theme.shallow && (Theme.lower || Theme.steady))
    // A small panel that lies has its title across, and no second lines on the doors beside the tiles.
    readonly property bool across: root.wide && Theme.shallow
    readonly property bool brief: Theme.small && Theme.letters === 0

    component Head: ColumnLayout {
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("How can we help today?")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            // On a wide screen there is room for one of the two, and what is old must be said; large letters leave none.
            visible: !root.brief && (!root.wide || root.view.age === "") && !(Theme.landscape && Theme.letters === 2)
            text: qsTr("Take your time. Others can use the desk.")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.age
            color: Theme.colours.warning
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
        }
    }

    Landscape {
        id: art

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: visible ? Theme.mm(root.view.age === "" ? 43 : 26) : 0
        // Where the picture stands above what is in reach, a second one would say nothing.
        visible: !root.wide && root.height > Theme.mm(330) && Theme.letters === 0 && Theme.above <= Theme.header
        skyline: root.view.age === "" ? 0.26 : 0.38
    }
    Scroller {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: art.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: root.brief ? Theme.gapTiny : Theme.gap
        anchors.bottomMargin: root.brief ? Theme.gapTiny : Theme.gap
        fits: root.across

        Head {
            Layout.fillWidth: true
            visible: root.across
        }
        GridLayout {
            Layout.fillWidth: true
            columns: root.wide ? 2 : 1
            columnSpacing: root.across ? Theme.gapLarge : Theme.gapHuge
            rowSpacing: Theme.gap

            ColumnLayout {
                Layout.fillWidth: !root.wide
                Layout.preferredWidth: root.width * (root.across ? 0.27 : 0.33)
                Layout.maximumHeight: root.wide ? implicitHeight : -1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gap

                Head {
                    Layout.fillWidth: true
                    visible: !root.across
                }
                RowButton {
                    Layout.fillWidth: true
                    urgent: true
                    symbol: "alert-circle"
                    text: qsTr("I need help right now")
                    detail: root.across ? "" : qsTr("Food · shelter · safety · a person to talk to")
                    leads: !root.across
                    font.pixelSize: Theme.small ? Theme.answer : Theme.first
                    onClicked: root.view.openUrgent()
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.rowSpan: root.wide ? 2 : 1
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gap

                Words {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gapTiny
                    heading: true
                    text: qsTr("Something happened in my life")
                    font.pixelSize: root.brief ? Theme.body : Theme.section
                    font.weight: Font.DemiBold
                }
                NoteBox {
                    Layout.fillWidth: true
                    visible: root.view.problem !== ""
                    symbol: "info-circle"
                    title: qsTr("The list of services cannot be read now")
                    text: qsTr("The urgent numbers still work. For anything else, ask at the desk or phone 211.")
                }
                GridLayout {
                    id: tiles

                    Layout.fillWidth: true
                    visible: root.view.problem === ""
                    columns: Theme.steady ? 1 : Theme.narrow ? 2 - Theme.letters / 2 : Theme.landscape && !Theme.shallow ? 3 : 3 - Theme.letters + (Theme.landscape && Theme.letters === 2 ? 1 : 0)
                    columnSpacing: Theme.mm(root.brief ? 2 : 5)
                    rowSpacing: Theme.mm(root.brief ? 2 : 5)
                    uniformCellWidths: true

                    Repeater {
                        model: root.view.tiles

                        SituationTile {
                            required property string door
                            required property string label

                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            Layout.minimumHeight: implicitHeight
                            beside: Theme.small
                            text: label
                            onClicked: root.view.open(door)
                        }
                    }
                    SituationTile {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.columnSpan: tiles.columns === 2 && Theme.narrow ? 2 : 1
                        beside: Theme.small
                        text: root.view.allLabel
                        symbol: "layout-grid"
                        theme: "all"
                        onClicked: root.view.openAll()
                    }
                }
            }
            // On a wide screen it stands under the urgent door, and is still read after the tiles.
            GridLayout {
                Layout.fillWidth: !root.wide
                Layout.preferredWidth: root.wide ? root.width * (root.across ? 0.27 : 0.33) : -1
                Layout.fillHeight: root.wide
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: root.brief || root.wide ? 0 : Theme.gapWide
                columns: root.brief && !Theme.steady && !root.wide ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true

                RowButton {
                    Layout.fillWidth: true
                    Layout.fillHeight: !root.wide
                    leads: !root.brief
                    symbol: "search"
                    text: qsTr("I know what I need")
                    detail: root.brief ? "" : root.view.searchDetail
                    font.pixelSize: root.brief ? Theme.body : Theme.answer
                    onClicked: root.view.openSearch()
                }
                RowButton {
                    Layout.fillWidth: true
                    Layout.fillHeight: !root.wide
                    leads: !root.brief
                    symbol: "users"
                    text: qsTr("I am a…")
                    detail: root.brief ? "" : qsTr("senior, parent, newcomer, employer")
                    font.pixelSize: root.brief ? Theme.body : Theme.answer
                    onClicked: root.view.openWhoIAm()
                }
            }
        }
    }
}
