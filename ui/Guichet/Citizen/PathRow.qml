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
    required property string wait
    required property bool waiting
    required property bool last
    property bool discreet: false

    readonly property bool first: root.kind === "first"
    readonly property bool card: root.first || root.kind === "step"
    readonly property bool rail: root.card || root.kind === "automatic" || root.kind === "heading" || root.kind === "wait"
    readonly property bool roomy: Theme.letters < 2
    readonly property int railX: Theme.mm(Theme.letters === 0 ? 8 : 10)
    readonly property int indent: Theme.mm(Theme.letters === 0 ? 20 : 25)

    signal opened

    implicitHeight: body.implicitHeight + (root.kind === "heading" ? Theme.gapTiny : Theme.mm(3.2))

    // The rail: whole, or in pieces as long as a wait lasts.
    Item {
        id: rail

        visible: root.roomy && root.rail
        anchors.left: parent.left
        anchors.leftMargin: root.railX - width / 2
        y: root.kind === "automatic" ? Theme.mm(5) : 0
        width: Theme.mm(1.5)
        height: root.last ? node.y + Theme.mm(2) : root.height - y
        clip: true

        Rectangle {
            anchors.fill: parent
            visible: !root.waiting
            color: Theme.colours.action
        }
        Column {
            visible: root.waiting
            spacing: Theme.mm(2)

            Repeater {
                model: root.waiting ? Math.ceil(rail.height / Theme.mm(3.8)) : 0

                Rectangle {
                    width: rail.width
                    height: Theme.mm(1.8)
                    color: Theme.colours.action
                }
            }
        }
    }
    Rectangle {
        visible: root.roomy && root.kind === "automatic"
        anchors.horizontalCenter: parent.left
        anchors.horizontalCenterOffset: root.railX
        width: node.size * 0.84
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
    PathNode {
        id: node

        number: root.number
        first: root.first
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
            sourceComponent: root.card ? stepCard : root.kind === "heading" ? heading : root.kind === "know" ? known : root.kind === "wait" ? waitBetween : root.kind === "left_out" ? leftOut : automatic
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
        id: waitBetween

        Rectangle {
            implicitHeight: told.implicitHeight + Theme.gapTiny
            color: Theme.colours.warningGround
            radius: Theme.radius

            Accessible.role: Accessible.StaticText
            Accessible.name: root.why === "" ? root.title : root.title + ". " + root.why

            RowLayout {
                id: told

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.margins: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.gapTiny

                Symbol {
                    Layout.alignment: Qt.AlignTop
                    name: "hourglass"
                    size: Theme.iconSmall
                    colour: Theme.colours.warning
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        text: root.title
                        color: Theme.colours.warning
                        font.pixelSize: Theme.meta
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: root.why
                        color: Theme.colours.warning
                        font.pixelSize: Theme.meta
                        Accessible.ignored: true
                    }
                }
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

        StepCard {
            first: root.first
            discreet: root.discreet
            number: root.number
            title: root.title
            due: root.due
            cost: root.cost
            ways: root.ways
            papers: root.papers
            needs: root.needs
            chip: root.chip
            wait: root.wait
            onClicked: root.opened()
        }
    }
}
