pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// A lane for each organization, a column for each step, a node where the two meet, and an elbow for each handover. The
// arrows go from step to step.
Item {
    id: root

    required property SeamsViewModel view
    // The step whose words are shown.
    property int current: 0

    readonly property int laneHeight: Theme.mm(24)
    readonly property int names: root.width * 0.44
    readonly property real columnWidth: root.view.columnCount > 0 ? Math.min(Theme.mm(34), (root.width - root.names) / root.view.columnCount) : 0
    readonly property int node: Math.min(Theme.mm(13), root.columnWidth * 0.9)
    readonly property int thread: Math.max(2, Theme.mm(0.8))

    function columnX(column: int): real {
        return root.names + root.columnWidth * (column + 0.5);
    }

    function laneY(lane: int): real {
        return root.laneHeight * (lane + 0.5);
    }

    function go(by: int) {
        root.current = Math.max(0, Math.min(root.view.columnCount - 1, root.current + by));
    }

    height: root.laneHeight * root.view.laneCount
    activeFocusOnTab: true

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Who does what")

    Keys.onRightPressed: root.go(1)
    Keys.onLeftPressed: root.go(-1)
    Keys.onDownPressed: root.go(1)
    Keys.onUpPressed: root.go(-1)

    FocusRing {
        shown: root.activeFocus
    }
    Repeater {
        model: root.view.lanes

        Rectangle {
            id: lane

            required property int index
            required property string organization
            required property string level
            required property string steps

            y: root.laneHeight * lane.index
            width: root.width
            height: root.laneHeight
            color: lane.index % 2 === 0 ? Theme.colours.paper : Theme.colours.card
            radius: Theme.radius

            Accessible.role: Accessible.Grouping
            Accessible.name: lane.organization
            Accessible.description: lane.level + ", " + lane.steps

            Column {
                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                width: root.names - Theme.gap * 2

                Row {
                    width: parent.width
                    spacing: Theme.gap

                    Text {
                        width: Math.min(implicitWidth, parent.width - level.width - Theme.gap)
                        text: lane.organization
                        color: Theme.colours.ink
                        font.family: Theme.family
                        font.pixelSize: Theme.body
                        font.weight: Font.DemiBold
                        elide: Text.ElideRight
                    }
                    Text {
                        id: level

                        anchors.baseline: parent.children[0].baseline
                        text: lane.level
                        color: Theme.colours.inkSoft
                        font.family: Theme.family
                        font.pixelSize: Theme.meta
                    }
                }
                Text {
                    width: parent.width
                    text: lane.steps
                    color: Theme.colours.inkSoft
                    font.family: Theme.family
                    font.pixelSize: Theme.meta
                    elide: Text.ElideRight
                }
            }
        }
    }
    Repeater {
        model: root.view.handovers

        Item {
            id: elbow

            required property int fromColumn
            required property int fromLane
            required property int toColumn
            required property int toLane
            required property string tone

            readonly property color colour: elbow.tone === "warn" ? Theme.colours.first : Theme.colours.edge

            Rectangle {
                x: Math.min(root.columnX(elbow.fromColumn), root.columnX(elbow.toColumn))
                y: root.laneY(elbow.fromLane) - root.thread / 2
                width: Math.abs(root.columnX(elbow.toColumn) - root.columnX(elbow.fromColumn))
                height: root.thread
                color: elbow.colour
            }
            Rectangle {
                x: root.columnX(elbow.toColumn) - root.thread / 2
                y: Math.min(root.laneY(elbow.fromLane), root.laneY(elbow.toLane))
                width: root.thread
                height: Math.abs(root.laneY(elbow.toLane) - root.laneY(elbow.fromLane))
                color: elbow.colour
            }
        }
    }
    Repeater {
        model: root.view.columns

        Rectangle {
            id: step

            required property int index
            required property string number
            required property string title
            required property int lane
            required property string where

            x: root.columnX(step.index) - root.node / 2
            y: root.laneY(step.lane) - root.node / 2
            width: root.node
            height: root.node
            radius: root.node / 2
            color: step.index === root.current ? Theme.colours.action : step.number === "" ? Theme.colours.sunk : Theme.colours.card
            border.width: Math.max(2, Theme.hair)
            border.color: Theme.colours.action

            Accessible.role: Accessible.StaticText
            Accessible.name: step.number === "" ? step.title : step.number + ". " + step.title
            Accessible.description: step.where
            Accessible.focused: step.index === root.current && root.activeFocus

            TapHandler {
                onTapped: root.current = step.index
            }

            Text {
                anchors.centerIn: parent
                text: step.number
                color: step.index === root.current ? Theme.colours.actionInk : Theme.colours.action
                font.family: Theme.family
                font.pixelSize: Math.min(Theme.meta, root.node * 0.6)
                font.weight: Font.Bold
            }
        }
    }
}
