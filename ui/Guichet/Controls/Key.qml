import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// One key of the on-screen keyboard. A touch never takes the focus out of the field that is being typed in.
LipButton {
    id: root

    property string symbol: ""
    property bool modifier: false
    property bool primary: false
    property string spoken: root.text

    readonly property color inkColour: root.primary ? Theme.colours.actionInk : Theme.colours.ink

    ground: root.primary ? Theme.colours.action : root.modifier ? Theme.colours.sunk : Theme.colours.card
    groundPressed: root.primary ? Theme.colours.actionPressed : Theme.colours.tint
    lipColour: root.primary ? Theme.colours.actionLip : Theme.colours.edge
    edgeColour: root.primary ? root.ground : Theme.colours.edge
    corner: Theme.mm(2.5)
    focusPolicy: Qt.TabFocus
    leftPadding: Theme.gapTiny
    rightPadding: Theme.gapTiny
    topPadding: root.sink
    bottomPadding: Theme.lip - root.sink
    implicitWidth: 0
    implicitHeight: Theme.target
    font.weight: Font.DemiBold

    Accessible.name: root.spoken

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight

        RowLayout {
            id: line

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.gapTiny

            Symbol {
                Layout.alignment: Qt.AlignHCenter
                visible: root.symbol !== ""
                name: root.symbol
                size: Math.min(Theme.icon, Theme.mm(12))
                colour: root.inkColour
            }
            Text {
                Layout.fillWidth: true
                visible: root.text !== ""
                text: root.text
                color: root.inkColour
                font: root.font
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
