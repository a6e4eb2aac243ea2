import QtQuick
import Guichet.Theme

// One icon in one colour. It is decoration: the control beside it carries the word.
Image {
    id: root

    required property string name
    property color colour: Theme.colours.action
    property int size: Theme.icon

    width: root.size
    height: root.size
    source: root.name === "" ? "" : "image://symbol/" + root.name + "/" + root.hex(root.colour)
    sourceSize: Qt.size(root.size, root.size)
    fillMode: Image.PreserveAspectFit
    cache: true
    // What shows a way points the other way where lines are read from the right.
    mirror: LayoutMirroring.enabled && /^(chevron-(left|right)|arrow-left|arrow-back-up|player-skip-forward|door-exit)$/.test(root.name)

    Accessible.ignored: true

    function hex(colour: color): string {
        return colour.toString().slice(-6);
    }
}
