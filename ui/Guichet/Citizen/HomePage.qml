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

    readonly property bool wide: Theme.landscape && Theme.letters === 0

    Landscape {
        id: art

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: visible ? Theme.mm(root.view.age === "" ? 43 : 26) : 0
        visible: !root.wide && root.height > Theme.mm(330) && Theme.letters === 0
        skyline: root.view.age === "" ? 0.26 : 0.38
    }
    Scroller {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: art.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap

        GridLayout {
            Layout.fillWidth: true
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.gapHuge
            rowSpacing: Theme.gap

            ColumnLayout {
                Layout.fillWidth: !root.wide
                Layout.preferredWidth: root.width * 0.33
                Layout.alignment: Qt.AlignTop
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
                    // On a wide screen there is room for one of the two, and what is old must be said.
                    visible: !root.wide || root.view.age === ""
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
                RowButton {
                    Layout.fillWidth: true
                    urgent: true
                    symbol: "alert-circle"
                    text: qsTr("I need help right now")
                    detail: qsTr("Food · shelter · safety · a person to talk to")
                    font.pixelSize: Theme.first
                    onClicked: root.view.openUrgent()
                }
                RowButton {
                    Layout.fillWidth: true
                    visible: root.wide
                    symbol: "search"
                    text: qsTr("I know what I need")
                    detail: root.view.searchDetail
                    onClicked: root.view.openSearch()
                }
                RowButton {
                    Layout.fillWidth: true
                    visible: root.wide
                    symbol: "users"
                    text: qsTr("I am a…")
                    detail: qsTr("senior, parent, newcomer, employer")
                    onClicked: root.view.openWhoIAm()
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Words {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gapTiny
                    heading: true
                    text: qsTr("Something happened in my life")
                    font.pixelSize: Theme.section
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
                    Layout.fillWidth: true
                    visible: root.view.problem === ""
                    columns: Theme.steady ? 1 : 3 - Theme.letters + (Theme.landscape && Theme.letters > 0 ? 1 : 0)
                    columnSpacing: Theme.mm(5)
                    rowSpacing: Theme.mm(5)
                    uniformCellWidths: true

                    Repeater {
                        model: root.view.tiles

                        SituationTile {
                            required property string door
                            required property string label

                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            text: label
                            onClicked: root.view.open(door)
                        }
                    }
                    SituationTile {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        text: root.view.allLabel
                        symbol: "layout-grid"
                        theme: "all"
                        onClicked: root.view.openAll()
                    }
                }
            }
            RowButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gapWide
                visible: !root.wide
                symbol: "search"
                text: qsTr("I know what I need")
                detail: root.view.searchDetail
                onClicked: root.view.openSearch()
            }
            RowButton {
                Layout.fillWidth: true
                visible: !root.wide
                symbol: "users"
                text: qsTr("I am a…")
                detail: qsTr("senior, parent, newcomer, employer")
                onClicked: root.view.openWhoIAm()
            }
        }
    }
}
