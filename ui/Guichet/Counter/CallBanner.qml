pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// On every page: which kiosk asks for help, in which language, and for how long; one key answers it.
Rectangle {
    id: root

    required property CallsViewModel calls

    readonly property string waiting: qsTr("Waiting %1").arg(root.calls.waited)
    readonly property bool coming: root.calls.stage === "coming"

    implicitWidth: line.implicitWidth + Theme.gapWide + Theme.gapTiny
    implicitHeight: Math.max(Theme.target + Theme.gapTiny * 2, line.implicitHeight + Theme.gapTiny * 2)
    visible: root.calls.stage !== "quiet"
    color: Theme.colours.warningGround
    radius: Theme.radius
    border.width: Math.max(2, Theme.hair)
    border.color: Theme.colours.warning

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.calls.words

    Connections {
        target: root.calls

        function onArrived(words: string) {
            root.Accessible.announce(words, Accessible.Assertive);
        }
    }
    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gapTiny
        spacing: Theme.gap

        Symbol {
            name: root.coming ? "walk" : "bell"
            colour: Theme.colours.warning
        }
        Words {
            Layout.fillWidth: true
            text: root.coming ? root.calls.words : root.calls.words + " " + root.waiting
            color: Theme.colours.warning
            font.weight: Font.DemiBold
            Accessible.name: root.calls.words
            Accessible.description: root.waiting
        }
        Words {
            visible: root.calls.more > 0
            text: qsTr("+%1").arg(root.calls.more)
            color: Theme.colours.warning
            font.weight: Font.Bold
        }
        DeskButton {
            text: root.coming ? qsTr("I am there") : qsTr("I am going")
            key: "F1"
            onClicked: root.calls.go()
        }
    }
}
