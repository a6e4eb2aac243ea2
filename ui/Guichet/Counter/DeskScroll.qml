import QtQuick
import Guichet.Theme

// A column of the counter that may be longer than its place: moved by wheel, by finger, by Page Up and Page Down, and by the
// focus, which is always in sight.
Item {
    id: root

    default property alias content: holder.data
    readonly property bool overflows: flick.contentHeight > flick.height + 1
    readonly property Item focused: root.Window.activeFocusItem
    // What is to be in sight of a list that has the focus and is longer than the place.
    property Item row: null

    function holds(item: Item): bool {
        for (let above = item; above !== null; above = above.parent)
            if (above === holder)
                return true;
        return false;
    }

    function reveal(item: Item) {
        const top = item.mapToItem(holder, 0, 0).y;
        const room = Theme.gapWide;
        if (top + Theme.gap - room < flick.contentY)
            root.moveTo(top + Theme.gap - room);
        else if (top + Theme.gap + item.height + room > flick.contentY + flick.height)
            root.moveTo(top + Theme.gap + item.height + room - flick.height);
    }

    function moveTo(y: real) {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, y));
    }

    function revealFocused() {
        if (root.focused === null || !root.holds(root.focused))
            return;
        if (root.focused.height < flick.height)
            root.reveal(root.focused);
        else if (root.row !== null && root.holds(root.row))
            root.reveal(root.row);
        else
            // Longer than the place: from its beginning.
            root.moveTo(root.focused.mapToItem(holder, 0, 0).y);
    }

    implicitWidth: holder.childrenRect.width
    implicitHeight: holder.childrenRect.height

    onFocusedChanged: root.revealFocused()
    onRowChanged: root.revealFocused()

    Keys.onPressed: event => {
        event.accepted = root.overflows && (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp);
        if (event.accepted)
            root.moveTo(flick.contentY + flick.height * (event.key === Qt.Key_PageDown ? 0.8 : -0.8));
    }

    // Once the layout is done. WORKAROUND Qt 6.11: Qt.callLater would call a page that has been taken away meanwhile.
    Timer {
        id: grown

        interval: 0
        onTriggered: root.revealFocused()
    }
    Flickable {
        id: flick

        // Room for the focus ring, which stands outside its control.
        anchors.fill: parent
        anchors.margins: -Theme.gap
        contentHeight: holder.height + Theme.gap * 2
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        onHeightChanged: grown.restart()
        onContentHeightChanged: grown.restart()

        Item {
            id: holder

            x: Theme.gap
            y: Theme.gap
            width: flick.width - Theme.gap * 2
            height: childrenRect.height
        }
    }
    // Where in the column one is; it is moved by what is named above.
    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: -Theme.gap + Theme.mm(0.5)
        y: flick.y + flick.visibleArea.yPosition * flick.height
        width: Theme.mm(2)
        height: flick.visibleArea.heightRatio * flick.height
        radius: width / 2
        visible: root.overflows
        color: Theme.colours.edge
    }
}
