import QtQuick
import Guichet.Theme

// The shore, cut to the height at hand and never stretched; `skyline` is the share of its sky that is left out.
Item {
    id: root

    property real skyline: 0

    // Where the eye should rest, between the houses and the bridge, as a share of the picture's width.
    readonly property real heart: 0.46

    clip: true

    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.sky
    }
    Image {
        height: Math.max(root.width / 3, root.height)
        width: height * 3
        x: Math.max(root.width - width, Math.min(0, root.width / 2 - width * root.heart))
        y: -height * root.skyline
        source: root.height >= 1 && root.width >= 1 ? "image://art/landscape/" + Theme.colours.pigments : ""
        sourceSize: Qt.size(width, height)
    }
}
