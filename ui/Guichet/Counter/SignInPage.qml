pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Who is at the desk? Nothing of anybody shows until somebody is known.
FocusScope {
    id: root

    required property SignInViewModel view
    required property CallsViewModel calls

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.paper
    }
    Words {
        anchors.centerIn: parent
        heading: true
        text: qsTr("Who is at the counter?")
        font.pixelSize: Theme.first
    }
}
