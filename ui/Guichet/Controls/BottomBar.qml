import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// The bar that never moves: back, start over, help, letters, lower screen. Large letters take two lines of keys.
Rectangle {
    id: root

    property bool canGoBack: true
    // A page to leave in an instant: the widest key is the way out.
    property bool discreet: false
    // Before any language is chosen: nowhere to go back to, and every key in both.
    property bool greeting: false

    readonly property bool twoLines: Theme.letters > 0 && !Theme.landscape && !root.greeting
    readonly property string between: Theme.letters > 0 && !Theme.landscape ? "\n" : " · "

    signal back
    signal startOver
    signal leave
    signal help
    signal letters
    signal lower

    implicitHeight: Theme.bar
    color: Theme.colours.bar

    GridLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.gapTiny
        anchors.bottomMargin: Theme.gapTiny
        columns: root.twoLines ? 6 : 5
        columnSpacing: Theme.gapTiny
        rowSpacing: Theme.gapTiny

        BarKey {
            Layout.fillWidth: true
            Layout.columnSpan: root.twoLines ? 3 : 1
            Layout.preferredWidth: Theme.mm(root.twoLines ? 30 : 20)
            symbol: "arrow-left"
            text: qsTr("Back")
            visible: !root.greeting
            enabled: root.canGoBack
            onClicked: root.back()
        }
        BarKey {
            Layout.fillWidth: true
            Layout.columnSpan: root.twoLines ? 3 : 1
            Layout.preferredWidth: Theme.mm(root.twoLines ? 30 : 20)
            symbol: root.discreet ? "door-exit" : "refresh"
            text: root.discreet ? qsTr("Leave now") : qsTr("Start over")
            leaving: root.discreet
            visible: !root.greeting
            enabled: root.canGoBack
            onClicked: root.discreet ? root.leave() : root.startOver()
        }
        BarKey {
            Layout.fillWidth: true
            Layout.fillHeight: root.greeting
            Layout.columnSpan: root.twoLines ? 2 : 1
            Layout.preferredWidth: Theme.mm(20)
            symbol: "lifebuoy"
            text: root.greeting ? "Get help" + root.between + "Aide" : qsTr("Get help")
            raised: true
            onClicked: root.help()
        }
        BarKey {
            Layout.fillWidth: true
            Layout.fillHeight: root.greeting
            Layout.columnSpan: root.twoLines ? 2 : 1
            Layout.preferredWidth: Theme.mm(20)
            symbol: "text-size"
            text: root.greeting ? "Letters" + root.between + "Lettres" : qsTr("Letters")
            onClicked: root.letters()
        }
        BarKey {
            Layout.fillWidth: true
            Layout.fillHeight: root.greeting
            Layout.columnSpan: root.twoLines ? 2 : 1
            Layout.preferredWidth: Theme.mm(20)
            symbol: "arrow-bar-to-down"
            text: root.greeting ? "Lower" + root.between + "Plus bas" : qsTr("Lower")
            onClicked: root.lower()
        }
    }
}
