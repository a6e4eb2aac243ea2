import QtQuick

// The key of a button. Where a scanner may type, a single letter or digit waits for a moment, and does nothing when more
// is typed at once.
Shortcut {
    id: root

    required property string key

    signal pressed

    readonly property Timer pause: Timer {
        interval: KeyPace.patience
        onTriggered: if (!KeyPace.typing && root.enabled)
            root.pressed()
    }

    sequences: root.key === "" ? [] : [root.key]
    onActivated: {
        if (KeyPace.patience === 0 || root.key.length > 1) {
            KeyPace.hurry();
            root.pressed();
        } else {
            KeyPace.waiting = root.pause;
            root.pause.restart();
        }
    }
}
