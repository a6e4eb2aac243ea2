import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// A small thing to do beside a line of words: no ground of its own until it is touched, and as tall as any target.
LipButton {
    id: root

    property string symbol: ""

    least: Theme.target
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: 0
    bottomPadding: 0
    flat: true
    font.pixelSize: Theme.meta

    contentItem: RowLayout {
        spacing: Theme.gapTiny

        Symbol {
            name: root.symbol
            visible: root.symbol !== ""
            size: Theme.iconSmall
        }
        Text {
            text: root.text
            color: Theme.colours.action
            font: root.font
        }
    }
}
