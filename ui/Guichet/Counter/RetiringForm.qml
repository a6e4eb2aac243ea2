import QtQuick
import QtQuick.Layouts
import Guichet.Controls

// Nobody is retired by one wrong key.
PeopleForm {
    id: root

    act: qsTr("%1 leaves").arg(root.view.name)
    onDone: root.view.retire()

    Words {
        Layout.fillWidth: true
        text: qsTr("Their PIN and badge open nothing any more. What they wrote stays. This cannot be undone.")
    }
}
