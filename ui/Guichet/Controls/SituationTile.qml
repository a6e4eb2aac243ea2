import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// One situation of life: coloured band, icon on its ground, two lines of words; beside the icon where height is dear.
LipButton {
    id: root

    required property string symbol
    required property string theme
    property bool beside: false

    readonly property int start: Theme.band + (root.beside ? Theme.gap : Theme.gapWide)
    readonly property int end: root.beside ? Theme.gapTiny : Theme.gap
    // How much wider the ground is than a plain icon.
    readonly property real frame: root.beside ? 1.15 : Theme.landscape ? 1.4 : 1.7

    least: Theme.steady ? Theme.target : Theme.mm(root.beside ? 22 : Theme.large && Theme.landscape && Theme.letters === 0 ? 46 : 38)
    corner: Theme.radiusTile
    leftPadding: root.mirrored ? root.end : root.start
    rightPadding: root.mirrored ? root.start : root.end
    topPadding: (root.beside ? Theme.gapTiny : Theme.landscape ? Theme.mm(3) : Theme.gap) + root.sink
    bottomPadding: (root.beside ? Theme.gapTiny : Theme.gap) + Theme.lip - root.sink
    font.pixelSize: Theme.small ? Theme.body : Theme.answer

    contentItem: GridLayout {
        columns: root.beside ? 2 : 1
        columnSpacing: Theme.mm(3)
        rowSpacing: Theme.gapTiny

        Rectangle {
            Layout.preferredWidth: Theme.icon * root.frame
            Layout.preferredHeight: Theme.icon * root.frame
            color: Theme.colours.ground(root.theme)
            radius: Theme.radius

            Symbol {
                anchors.centerIn: parent
                name: root.symbol
                size: Theme.icon * root.frame * 0.7
                colour: Theme.colours.accent(root.theme)
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !root.beside
        }
        Text {
            Layout.fillWidth: true
            text: root.text
            horizontalAlignment: Text.AlignLeft
            color: Theme.colours.ink
            font: root.font
            wrapMode: Text.Wrap
            lineHeight: Theme.leading(root.text, 0.9)
        }
    }

    // The band follows the rounded left edge: a clipped strip of a rounded rectangle.
    Item {
        anchors.left: parent.left
        y: root.sink
        width: Theme.band
        height: root.height - Theme.lip
        clip: true

        Rectangle {
            anchors.left: parent.left
            width: root.corner * 4
            height: parent.height
            radius: root.corner
            color: Theme.colours.accent(root.theme)
        }
    }
}
