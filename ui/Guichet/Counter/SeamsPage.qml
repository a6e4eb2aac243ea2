pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Behind the plan: a lane for each organization, the way of the plan across them, handovers, and what is asked again.
DeskPage {
    id: root

    required property SeamsViewModel view

    title: qsTr("Behind the plan")
    first: lanes
    beside: Component {
        RowLayout {
            Chip {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                text: root.view.summary
                symbol: "arrows-exchange"
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }

    DeskScroll {
        id: whole

        anchors.fill: parent
        anchors.margins: Theme.gapLarge

        ColumnLayout {
            width: parent.width
            height: root.narrow && !root.view.empty ? implicitHeight : whole.height
            spacing: Theme.gap

            Panel {
                Layout.fillWidth: true
                visible: !root.view.empty
                title: qsTr("Who does what")
                symbol: "route"

                Item {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.min(lanes.height + Theme.gap * 2, root.height * (root.height < Theme.mm(400) ? 0.4 : 0.5))

                    DeskScroll {
                        id: scroll

                        anchors.fill: parent

                        SeamLanes {
                            id: lanes

                            width: parent.width
                            view: root.view
                            onCurrentYChanged: scroll.moveTo(lanes.currentY - scroll.height / 2)
                        }
                    }
                    FocusRing {
                        shown: lanes.activeFocus
                    }
                }
                Words {
                    Layout.fillWidth: true
                    text: root.view.summary === "" ? "" : root.view.said(lanes.current)
                }
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: !root.view.empty
                columns: root.narrow ? 1 : 2
                columnSpacing: Theme.gapLarge
                rowSpacing: Theme.gap

                Panel {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    title: qsTr("Handed over")
                    symbol: "arrows-exchange"

                    SeamList {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        whole: root.narrow
                        label: qsTr("Handed over")
                        none: qsTr("Nothing is handed from one organization to another.")
                        rows: root.view.handovers
                    }
                }
                Panel {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    title: qsTr("Asked again")
                    symbol: "files"

                    SeamList {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        whole: root.narrow
                        label: qsTr("Asked again")
                        none: qsTr("Nothing is asked twice.")
                        rows: root.view.again
                    }
                }
            }
            Words {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.view.empty
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: qsTr("There is no plan yet. Add a service or a situation in Walk-in.")
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.section
            }
            Words {
                Layout.fillWidth: true
                text: qsTr("For staff only: nothing of this is on a citizen’s screen, slip or code.")
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
        }
    }
}
