pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Rows of a list of any length, one below the other: those near what is seen are there, and the room of the others.
Column {
    id: root

    required property NearRows rows
    required property Scroller scroller

    signal chosen(kind: string, target: string)

    function look() {
        root.rows.look(root.scroller.seenFrom - root.y, root.scroller.height);
    }

    visible: found.count > 0
    spacing: Theme.gap

    Connections {
        target: root.scroller

        function onSeenFromChanged() {
            root.look();
        }
    }
    Connections {
        target: root.rows

        function onSlid(by) {
            root.scroller.slide(by);
        }
    }
    Item {
        width: root.width
        height: Math.max(0, root.rows.above - root.spacing)
    }
    Repeater {
        id: found

        model: root.rows

        RowButton {
            id: row

            required property int index
            required property string kind
            required property string target
            required property string label
            required detail
            required symbol
            required theme

            width: root.width
            text: row.label
            onClicked: root.chosen(row.kind, row.target)
            onHeightChanged: root.rows.measure(row.index, row.height + root.spacing)
        }
    }
    Item {
        width: root.width
        height: Math.max(0, root.rows.below - root.spacing)
    }
}
