import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// The one thing to do next on a page: icon and words in the middle.
LipButton {
    id: root

    property string symbol: ""
    property bool urgent: false
    property bool quiet: false

    readonly property color inkColour: !root.enabled ? Theme.colours.inkSoft : root.quiet ? Theme.colours.ink : Theme.colours.actionInk

    ground: root.quiet ? Theme.colours.card : root.urgent ? Theme.colours.danger : Theme.colours.action
    groundPressed: root.quiet ? Theme.colours.tint : root.urgent ? Theme.colours.dangerPressed : Theme.colours.actionPressed
    lipColour: root.quiet ? Theme.colours.edge : root.urgent ? Theme.colours.dangerLip : Theme.colours.actionLip
    edgeColour: root.quiet || !root.enabled ? Theme.colours.edge : root.down ? root.groundPressed : root.ground
    least: Theme.primary

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight

        RowLayout {
            id: line

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.gap

            Symbol {
                name: root.symbol
                visible: root.symbol !== ""
                colour: root.quiet && root.enabled ? Theme.colours.action : root.inkColour
            }
            Text {
                Layout.fillWidth: true
                visible: root.text !== ""
                text: root.text
                color: root.inkColour
                font: root.font
                wrapMode: Text.Wrap
                lineHeight: 0.9
            }
        }
    }
}
