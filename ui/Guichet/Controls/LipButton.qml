import QtQuick
import QtQuick.Templates as T
import Guichet.Theme

// The ground of every button: a solid lower lip that goes when it is pressed.
T.AbstractButton {
    id: root

    property color ground: Theme.colours.card
    property color groundPressed: Theme.colours.tint
    property color lipColour: Theme.colours.edge
    property color edgeColour: Theme.colours.edge
    property int edgeWidth: Theme.hair
    property int corner: Theme.radius
    // How tall it is at least; large letters make it taller.
    property int least: Theme.row
    // Nothing is drawn until it is pressed: for what stands beside words.
    property bool flat: false

    readonly property int room: root.least > Theme.target ? Theme.mm(2.5) : Theme.mm(0.5)
    readonly property int sink: root.down ? Theme.press : 0

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(root.least, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gapWide
    rightPadding: Theme.gapWide
    topPadding: root.room + root.sink
    bottomPadding: root.room + Theme.lip - root.sink
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: Theme.answer
    font.weight: Font.DemiBold

    Accessible.role: Accessible.Button
    Accessible.name: root.text

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Item {
        Rectangle {
            anchors.fill: parent
            visible: root.enabled && !root.down && !root.flat
            color: root.lipColour
            radius: root.corner
        }
        Rectangle {
            anchors.fill: parent
            visible: !root.flat || root.down
            anchors.topMargin: root.sink
            anchors.bottomMargin: root.down || !root.enabled ? 0 : Theme.lip
            color: !root.enabled ? Theme.colours.sunk : root.down ? root.groundPressed : root.ground
            radius: root.corner
            border.width: root.edgeWidth
            border.color: root.edgeColour
        }
        FocusRing {
            shown: root.visualFocus
            corner: root.corner
        }
    }
}
