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

    first: lanes
    title: qsTr("Behind the plan")

    beside: Component {
        RowLayout {
            Chip {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                symbol: "arrows-exchange"
                text: root.view.summary
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gap

        Panel {
            Layout.fillWidth: true
            symbol: "route"
            title: qsTr("Who does what")
            visible: !root.view.empty

            Item {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.min(lanes.height + Theme.gap * 2, root.height * (root.height < Theme.mm(400) ? 0.4 : 0.5))

                DeskScroll {
                    id: scroll

                    anchors.fill: parent

                    SeamLanes {
                        id: lanes

                        view: root.view
                        width: parent.width

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
        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.gapLarge
            visible: !root.view.empty

            Panel {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                symbol: "arrows-exchange"
                title: qsTr("Handed over")

                SeamList {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    label: qsTr("Handed over")
                    none: qsTr("Nothing is handed from one organization to another.")
                    rows: root.view.handovers
                }
            }
            Panel {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                symbol: "files"
                title: qsTr("Asked again")

                SeamList {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    label: qsTr("Asked again")
                    none: qsTr("Nothing is asked twice.")
                    rows: root.view.again
                }
            }
        }
        Words {
            Layout.fillHeight: true
            Layout.fillWidth: true
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.section
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("There is no plan yet. Add a service or a situation in Walk-in.")
            verticalAlignment: Text.AlignVCenter
            visible: root.view.empty
        }
        Words {
            Layout.fillWidth: true
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            text: qsTr("For staff only: nothing of this is on a citizen’s screen, slip or code.")
        }
    }
}
