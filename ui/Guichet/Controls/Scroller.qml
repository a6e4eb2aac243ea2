pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Theme

// A column that may be longer than the screen. It is moved by two buttons, never by a gesture alone.
// No layout holds the two parts: what one of them needs must not ask the other again how much room there is.
Item {
    id: root

    default property alias content: column.data
    property int spacingInside: Theme.gap
    // Stretch the column over the whole height when it is shorter.
    property bool fills: false
    // As a rule what it holds fits: no room is kept for the two buttons on a low panel.
    property bool fits: false
    // One part of two: beside it the two buttons show their arrows only.
    property bool slim: false

    // How far down the column what is seen begins.
    property alias seenFrom: flick.contentY
    readonly property bool overflows: column.implicitHeight + Theme.gap > root.height
    readonly property Item focused: root.Window.activeFocusItem
    // Where height is dear, the two buttons stand beside the column and leave it what there is.
    readonly property bool beside: Theme.landscape && (Theme.letters > 0 || Theme.lower || Theme.steady || Theme.shallow && !root.fits)

    readonly property bool arrows: root.slim && root.beside

    function holds(item: Item): bool {
        for (let above = item; above !== null; above = above.parent)
            if (above === column)
                return true;
        return false;
    }

    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y;
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top - Theme.gapLarge);
        else if (top + item.height > flick.contentY + flick.height)
            flick.contentY = Math.min(flick.contentHeight - flick.height, top + item.height - flick.height + Theme.gapLarge);
    }

    // A touch shows what it touches already; only the keys can lead out of sight.
    function revealFocused() {
        const control = root.focused as T.AbstractButton;
        if (control !== null && control.visualFocus && root.holds(control))
            root.reveal(control);
    }

    // Scroll so that `item` stands first.
    function begin(item: Item) {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, item.mapToItem(column, 0, 0).y));
    }

    function page(direction: int) {
        const step = flick.height * 0.8 * direction;
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY + step));
    }

    // What is seen has moved by so much in the column: it stays where it is on the screen.
    function slide(by: real) {
        flick.contentY = Math.max(0, flick.contentY + by);
    }

    implicitWidth: keys.implicitWidth
    implicitHeight: keys.implicitHeight

    onFocusedChanged: root.revealFocused()

    // Once the layout is done. WORKAROUND Qt 6.11: Qt.callLater would call a page that has been taken away meanwhile.
    Timer {
        id: grown

        interval: 0
        onTriggered: root.revealFocused()
    }
    Flickable {
        id: flick

        anchors.left: parent.left
        anchors.right: root.beside ? keys.left : parent.right
        anchors.top: parent.top
        anchors.bottom: keys.visible && !root.beside ? keys.top : parent.bottom
        // Room for the focus ring, which stands outside its control.
        anchors.leftMargin: -Theme.gap
        anchors.rightMargin: root.beside ? 0 : -Theme.gap
        anchors.bottomMargin: keys.visible && !root.beside ? Theme.gap : 0
        contentWidth: width
        contentHeight: column.height + Theme.gap
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        // Larger letters push down what has the focus.
        onContentHeightChanged: grown.restart()
        onHeightChanged: grown.restart()

        ColumnLayout {
            id: column

            x: Theme.gap
            y: Theme.gapTiny
            width: flick.width - Theme.gap * 2
            height: root.fills ? Math.max(implicitHeight, flick.height - Theme.gap) : implicitHeight
            spacing: root.spacingInside
        }
    }

    GridLayout {
        id: keys

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.beside ? implicitWidth : parent.width
        height: root.beside ? parent.height : implicitHeight
        // Beside the column their room is always kept: appearing would narrow it, and that may undo why they appeared.
        visible: root.overflows || root.beside
        opacity: root.overflows ? 1 : 0
        columns: root.beside ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.steady ? Theme.gapTiny : Theme.gap

        ActionButton {
            // No choice of the page, for whoever listens.
            readonly property bool aside: true

            Layout.fillWidth: root.beside
            Layout.fillHeight: root.beside
            Layout.preferredWidth: Math.max(implicitWidth, root.arrows ? 0 : Theme.mm(Theme.small ? 40 : 60))
            least: Theme.target
            quiet: true
            symbol: "chevron-up"
            text: root.arrows ? "" : qsTr("Up")
            Accessible.name: qsTr("Up")
            enabled: root.overflows && flick.contentY > 1
            Accessible.ignored: !root.overflows
            onClicked: root.page(-1)
        }
        ActionButton {
            readonly property bool aside: true

            Layout.fillWidth: true
            Layout.fillHeight: root.beside
            least: Theme.target
            quiet: true
            symbol: "chevron-down"
            text: root.arrows ? "" : qsTr("More")
            Accessible.name: qsTr("More")
            enabled: root.overflows && flick.contentY < flick.contentHeight - flick.height - 1
            Accessible.ignored: !root.overflows
            onClicked: root.page(1)
        }
    }
}
