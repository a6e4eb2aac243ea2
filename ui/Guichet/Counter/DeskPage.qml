import QtQuick

// What every page of the counter is: a title, what stands beside it in the title bar, and the first thing that has the focus.
FocusScope {
    id: root

    required property string title
    // Stands beside the title in the title bar: chips, a clock, a button.
    property Component beside: null
    // What has the focus when the page opens; the first control of the page when there is none.
    property Item first: null

    function arrive() {
        const target = root.first ?? root.nextItemInFocusChain(true);
        if (target !== null)
            target.forceActiveFocus(Qt.TabFocusReason);
    }
}
