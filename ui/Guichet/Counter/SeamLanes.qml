pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Bridge
import Guichet.Theme

// A lane for each organization, a column for each step, a node where the two meet, and an elbow for each handover. The
// arrows go from step to step.
Item {
    id: root

    required property SeamsViewModel view
    // The step whose words are shown.
    property int current: 0

    readonly property int laneHeight: {
        let height = Theme.mm(24);
        for (let place = 0; place < lanes.count; place++)
            height = Math.max(height, ((lanes.itemAt(place) as Lane)?.tall ?? 0) + Theme.gapTiny * 2);
        return height;
    }
    readonly property int names: root.width * 0.44
    // Where there are more steps than room, one moves along them.
    readonly property real columnWidth: root.view.columnCount > 0 ? Math.max(Theme.mm(15), Math.min(Theme.mm(34), (root.width - root.names) / root.view.columnCount)) : 0
    readonly property int node: Theme.mm(13)
    readonly property int thread: Math.max(2, Theme.mm(0.8))
    // Where the current step is, from the top.
    readonly property real currentY: root.laneY((nodes.itemAt(root.current) as Node)?.lane ?? 0)

    function columnX(column: int): real {
        return root.columnWidth * (column + 0.5);
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

    onCurrentChanged: flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, root.columnX(root.current) - flick.width / 2))

    Keys.onRightPressed: root.go(1)
    Keys.onLeftPressed: root.go(-1)
    Keys.onDownPressed: root.go(1)
    Keys.onUpPressed: root.go(-1)

    component Lane: Rectangle {
        property real tall: 0
    }
    component Node: Rectangle {
        required property int lane
    }

    Repeater {
        id: lanes

        model: root.view.lanes

        Lane {
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
            tall: words.height

            Accessible.role: Accessible.Grouping
            Accessible.name: lane.organization
            Accessible.description: lane.level + ", " + lane.steps

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                width: root.names - Theme.gap * 2

                Text {
                    width: parent.width
                    text: lane.organization
                    color: Theme.colours.ink
                    font.family: Theme.family
                    font.pixelSize: Theme.body
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                }
                Text {
                    id: line

                    width: parent.width
                    // The steps are named where all of them fit; the current one is always told below the lanes.
                    text: told.advanceWidth <= line.width ? told.text : lane.level
                    color: Theme.colours.inkSoft
                    font.family: Theme.family
                    font.pixelSize: Theme.meta

                    TextMetrics {
                        id: told

                        font: line.font
                        text: lane.level + " · " + lane.steps
                    }
                }
            }
        }
    }
    Flickable {
        id: flick

        x: root.names
        width: root.width - root.names
        height: root.height
        contentWidth: root.columnWidth * root.view.columnCount
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width

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
            id: nodes

            model: root.view.columns

            Node {
                id: step

                required property int index
                required property string number
                required property string title
                required property string where
                required lane

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
}
