pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One stretch of the plan's path: its rail at the left, a card, a heading or a line at the right.
Item {
    id: root

    required property string kind
    required property string step
    required property int number
    required property string title
    required property string due
    required property string cost
    required property string ways
    required property string papers
    required property string needs
    required property string chip
    required property string why
    required property bool last

    readonly property bool first: root.kind === "first"
    readonly property bool card: root.first || root.kind === "step"
    readonly property bool rail: root.card || root.kind === "automatic" || root.kind === "heading" || root.kind === "wait"
    readonly property bool roomy: Theme.letters < 2
    readonly property int node: Theme.mm(Theme.letters === 0 ? 12.5 : Theme.letters === 1 ? 16 : 20)
    readonly property int railX: Theme.mm(Theme.letters === 0 ? 8 : 10)
    readonly property int indent: Theme.mm(Theme.letters === 0 ? 20 : 25)

    signal opened

    implicitHeight: body.implicitHeight + (root.kind === "heading" ? Theme.gapTiny : Theme.mm(3.2))

    // The number of a step: on the rail, or in the card itself where large letters leave no room for a rail.
    component Node: Rectangle {
        implicitWidth: root.node * (root.first ? 1.08 : 1)
        implicitHeight: implicitWidth
        radius: width / 2
        color: root.first ? Theme.colours.first : Theme.colours.paper
        border.width: root.first ? 0 : Theme.mm(1.2)
        border.color: Theme.colours.action

        Words {
            anchors.centerIn: parent
            text: root.number
            color: root.first ? Theme.colours.actionInk : Theme.colours.action
            font.pixelSize: Theme.letters === 0 ? Theme.mm(7.2) : root.node * 0.6
            font.weight: Font.Bold
            Accessible.ignored: true
        }
    }
    component Fact: RowLayout {
        id: fact

        required property string text
        property string symbol: ""
        property bool strong: false
        property color colour: fact.strong ? Theme.colours.ink : Theme.colours.inkSoft

        visible: fact.text !== ""
        spacing: Theme.mm(1.2)

        Symbol {
            name: fact.symbol
            visible: fact.symbol !== ""
            size: Theme.iconSmall
            colour: fact.colour
        }
        Words {
            Layout.maximumWidth: fact.parent.width - (fact.symbol === "" ? 0 : Theme.iconSmall + fact.spacing)
            text: fact.text
            color: fact.colour
            font.pixelSize: Theme.meta
            font.weight: fact.strong ? Font.DemiBold : Font.Medium
            Accessible.ignored: true
        }
    }

    // The rail and its node.
    Rectangle {
        visible: root.roomy && root.rail && !(root.last && root.kind === "wait")
        anchors.left: parent.left
        anchors.leftMargin: root.railX - width / 2
        y: root.kind === "automatic" ? Theme.mm(5) : 0
        width: Theme.mm(1.5)
        height: root.last ? node.y + Theme.mm(2) : root.height - y
        color: Theme.colours.action
        opacity: root.kind === "wait" ? 0 : 1
    }
    Column {
        visible: root.roomy && root.kind === "wait"
        anchors.left: parent.left
        anchors.leftMargin: root.railX - Theme.mm(0.75)
        y: Theme.mm(0.5)
        spacing: Theme.mm(2)

        Repeater {
            model: 3

            Rectangle {
                width: Theme.mm(1.5)
                height: Theme.mm(1.8)
                color: Theme.colours.action
            }
        }
    }
    Rectangle {
        visible: root.roomy && root.kind === "automatic"
        anchors.horizontalCenter: parent.left
        anchors.horizontalCenterOffset: root.railX
        width: root.node * 0.84
        height: width
        radius: width / 2
        color: Theme.colours.success

        Symbol {
            anchors.centerIn: parent
            name: "check"
            size: parent.width * 0.66
            colour: Theme.colours.actionInk
        }
    }
    Node {
        id: node

        visible: root.roomy && root.card
        anchors.horizontalCenter: parent.left
        anchors.horizontalCenterOffset: root.railX
        y: Math.min(body.implicitHeight / 2, Theme.mm(16)) - height / 2
    }
    Item {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.roomy && root.rail ? root.indent : 0
        implicitHeight: content.item ? (content.item as Item).implicitHeight : 0
        height: implicitHeight

        Loader {
            id: content

            width: parent.width
            sourceComponent: root.card ? stepCard : root.kind === "heading" ? heading : root.kind === "know" ? known : root.kind === "wait" ? waiting : root.kind === "left_out" ? leftOut : automatic
        }
    }
    Component {
        id: heading

        Words {
            heading: true
            topPadding: Theme.gapTiny
            text: root.title
            color: Theme.colours.action
            font.pixelSize: Theme.body
            font.weight: Font.Bold
        }
    }
    Component {
        id: automatic

        Words {
            topPadding: Theme.gapTiny
            bottomPadding: Theme.gapTiny
            text: qsTr("Already done for you: %1").arg(root.title)
            color: Theme.colours.success
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
        }
    }
    Component {
        id: waiting

        Item {
            implicitHeight: chip.implicitHeight

            Chip {
                id: chip

                width: Math.min(implicitWidth, parent.width)
                tone: "warn"
                symbol: "hourglass"
                text: root.title
            }
        }
    }
    Component {
        id: known

        RowButton {
            symbol: "info-circle"
            text: root.title
            detail: root.why
            font.pixelSize: Theme.body
            onClicked: root.opened()
        }
    }
    Component {
        id: leftOut

        ColumnLayout {
            spacing: 0

            Words {
                Layout.fillWidth: true
                text: root.title
                color: Theme.colours.inkSoft
                font.weight: Font.DemiBold
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.why
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
        }
    }
    Component {
        id: stepCard

        LipButton {
            id: button

            corner: Theme.radiusCard
            edgeColour: root.first ? Theme.colours.first : Theme.colours.edge
            lipColour: root.first ? Theme.colours.first : Theme.colours.edge
            edgeWidth: root.first ? Theme.hair * 2 : Theme.hair
            least: Theme.target
            topPadding: Theme.mm(2.5) + sink
            bottomPadding: Theme.mm(2.5) + Theme.lip - sink
            text: root.title
            Accessible.name: [qsTr("Step %1").arg(root.number), root.first ? qsTr("Do this first") : "", root.title, root.chip, root.due, root.cost, root.ways, root.papers, root.needs].filter(part => part !== "").join(". ")
            onClicked: root.opened()

            contentItem: RowLayout {
                spacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.mm(1.2)

                    Flow {
                        Layout.fillWidth: true
                        visible: root.first
                        spacing: Theme.gap

                        Node {
                            visible: !root.roomy
                        }
                        Chip {
                            width: Math.min(implicitWidth, parent.width)
                            tone: "first"
                            symbol: root.roomy ? "flag-3" : ""
                            text: qsTr("Do this first")
                            height: root.roomy ? implicitHeight : root.node
                        }
                        Fact {
                            height: visible ? implicitHeight + Theme.gapTiny : 0
                            strong: true
                            symbol: "calendar-event"
                            text: root.first ? root.due : ""
                        }
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.gap

                        Node {
                            Layout.alignment: Qt.AlignTop
                            visible: !root.roomy && !root.first
                        }
                        Text {
                            Layout.fillWidth: true
                            text: root.title
                            horizontalAlignment: Text.AlignLeft
                            color: Theme.colours.ink
                            font.family: Theme.family
                            font.pixelSize: root.first ? Theme.first : Theme.answer
                            font.weight: root.first ? Font.Bold : Font.DemiBold
                            wrapMode: Text.Wrap
                            lineHeight: 0.9
                        }
                    }
                    Chip {
                        Layout.fillWidth: true
                        Layout.maximumWidth: implicitWidth
                        visible: root.chip !== ""
                        tone: "calm"
                        symbol: "help-circle"
                        text: root.chip
                    }
                    Flow {
                        Layout.fillWidth: true
                        spacing: Theme.gap

                        Fact {
                            strong: true
                            text: root.first ? "" : root.due
                        }
                        Fact {
                            strong: root.first
                            symbol: root.first ? "coin" : ""
                            text: root.cost
                        }
                        Fact {
                            symbol: root.first ? "map-pin" : ""
                            text: root.ways
                        }
                        Fact {
                            symbol: "file-text"
                            text: root.papers
                        }
                        Fact {
                            symbol: "link"
                            strong: true
                            colour: Theme.colours.warning
                            text: root.needs
                        }
                    }
                }
                Symbol {
                    visible: root.roomy
                    name: "chevron-right"
                    mirror: LayoutMirroring.enabled
                }
            }
        }
    }
}
