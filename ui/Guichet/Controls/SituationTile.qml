import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// One situation of life: coloured band, icon on its ground, two lines of words.
LipButton {
    id: root

    required property string symbol
    required property string theme

    least: Theme.mm(38)
    corner: Theme.radiusTile
    leftPadding: root.mirrored ? Theme.gap : Theme.gapWide + Theme.band
    rightPadding: root.mirrored ? Theme.gapWide + Theme.band : Theme.gap
    topPadding: (Theme.landscape ? Theme.mm(3) : Theme.gap) + root.sink
    bottomPadding: Theme.gap + Theme.lip - root.sink

    contentItem: ColumnLayout {
        spacing: Theme.gapTiny

        Rectangle {
            Layout.preferredWidth: Theme.icon * (Theme.landscape ? 1.4 : 1.75)
            Layout.preferredHeight: Theme.icon * (Theme.landscape ? 1.4 : 1.75)
            color: Theme.colours.ground(root.theme)
            radius: Theme.radius

            Symbol {
                anchors.centerIn: parent
                name: root.symbol
                size: Theme.icon * (Theme.landscape ? 1 : 1.2)
                colour: Theme.colours.accent(root.theme)
            }
        }
        Item {
            Layout.fillHeight: true
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
