import QtQuick
import Guichet.Theme

// A row of a list of any length: made when it comes near to what is seen and let go when it is far, its place kept.
Loader {
    id: root

    required property int index
    required property Scroller scroller
    // What holds the rows, one below the other, in the column of the scroller.
    required property Item list

    // As many as any real list has: they are there at once and stay, for whoever listens hears and counts them all.
    readonly property int always: 40
    readonly property int stretch: Math.floor((root.list.y + root.y) / root.scroller.stretchLength)
    readonly property bool near: Math.abs(root.stretch - root.scroller.stretch) <= 2

    property real tall: Theme.row

    width: root.list.width
    height: root.item ? (root.item as Item).implicitHeight : root.tall
    active: root.index < root.always || root.near
    asynchronous: root.index >= root.always

    onHeightChanged: {
        root.scroller.grew(root, root.height - root.tall);
        root.tall = root.height;
    }
}
