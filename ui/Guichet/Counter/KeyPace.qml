pragma Singleton
import QtQuick

// How keys come: a scanner that types begins with a letter, which may be the key of a button (see KeyShortcut).
QtObject {
    // How long such a key waits for another one, in ms; 0 where no scanner types into the window.
    property int patience: 0
    // More is being typed, faster than by hand.
    property bool typing: false
    // What the key pressed last still waits for.
    property Timer waiting: null

    // No scanner types a key with a longer name: what waits is a person's, and comes first.
    function hurry() {
        if (waiting === null || !waiting.running)
            return;
        waiting.stop();
        waiting.triggered();
    }
}
