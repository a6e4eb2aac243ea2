import QtQuick
import Guichet.Bridge
import Guichet.Theme

DeskPage {
    id: root

    required property BlankViewModel view

    title: qsTr("Today")

    Panel {

        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        title: root.view.name
    }
}
