import QtQuick
import Guichet.Theme

// The ring around words that are read aloud: it follows them as they scroll, and stays inside what they scroll in.
Item {
    id: root

    property Item target: null

    readonly property real air: Theme.gap
    // Words have no edge of their own: the ring leaves them a little room.
    readonly property real room: Theme.mm(1)

    function place() {
        if (root.target === null)
            return;
        let area = root.target.mapToItem(root, -root.room, -root.room, root.target.width + root.room * 2, root.target.height + root.room * 2);
        for (let above = root.target.parent; above !== null; above = above.parent)
            if (above.clip)
                area = root.within(area, above.mapToItem(root, 0, 0, above.width, above.height));
        area = root.within(area, Qt.rect(0, 0, root.width, root.height));
        spot.x = area.x;
        spot.y = area.y;
        spot.width = area.width;
        spot.height = area.height;
    }

    // The part of `area` that leaves room for the ring inside `frame`.
    function within(area: rect, frame: rect): rect {
        const left = Math.max(area.x, frame.x + root.air);
        const top = Math.max(area.y, frame.y + root.air);
        const right = Math.min(area.x + area.width, frame.x + frame.width - root.air);
        const bottom = Math.min(area.y + area.height, frame.y + frame.height - root.air);
        return Qt.rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    onTargetChanged: root.place()

    Connections {
        target: root.Window.window
        enabled: root.target !== null

        function onAfterAnimating() {
            root.place();
        }
    }
    Item {
        id: spot

        FocusRing {
            shown: root.target !== null && root.target.visible
        }
    }
}
