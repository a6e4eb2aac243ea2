pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Theme

// What every page of the counter is: a title, what stands beside it in the title bar, and the first thing that has the
// focus. A question laid over the page (`sheet`, while `asking`) leaves nothing under it to be reached.
FocusScope {
    id: root

    default property alias content: body.data
    required property string title
    // Stands beside the title in the title bar: chips, a clock, a button.
    property Component beside: null
    // What has the focus when the page opens; the first control of the page when there is none.
    property Item first: null
    // A Sheet, shown while `asking`.
    property Component sheet: null
    property bool asking: false

    // Whether the keys of the page are its own now: no question lies over it, no call is being answered. Every Shortcut
    // that belongs to no button of ours is enabled by it.
    readonly property bool reachable: root.enabled && root.visible && !root.asking

    // Large letters on a small screen leave little room beside each other.
    readonly property bool narrow: root.width < Theme.mm(400)

    // What had the focus before the question.
    property Item before: null

    // What a page announces by itself needs a thing that says what it is.
    Accessible.role: Accessible.Pane
    Accessible.name: root.title

    function arrive() {
        if (root.asking && over.item !== null)
            root.enter(over.item as Item);
        else if (root.first !== null && root.first.visible && root.first.enabled)
            root.first.forceActiveFocus(Qt.TabFocusReason);
        else
            root.enter(body);
    }

    function enter(place: Item) {
        const next = place.nextItemInFocusChain(true);
        if (next !== null)
            next.forceActiveFocus(Qt.TabFocusReason);
    }

    onAskingChanged: {
        if (root.asking)
            root.before = root.Window.activeFocusItem;
        else if (root.before !== null)
            root.before.forceActiveFocus(Qt.TabFocusReason);
        else
            root.arrive();
    }

    Item {
        id: body

        anchors.fill: parent
        enabled: !root.asking
    }
    Loader {
        id: over

        anchors.fill: parent
        active: root.asking
        sourceComponent: root.sheet
        onLoaded: root.enter(over.item as Item)
    }
}
