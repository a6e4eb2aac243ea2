import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// The bar that never moves: back, start over, help, letters, lower screen.
Rectangle {
    id: root

    property bool canGoBack: true
    property bool helpShown: false

    signal back
    signal startOver
    signal help
    signal letters
    signal lower

    implicitHeight: Theme.bar
    color: Theme.colours.bar

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapTiny
        uniformCellSizes: true

        BarKey {
            Layout.fillWidth: true
            symbol: "arrow-left"
            text: qsTr("Back")
            enabled: root.canGoBack
            onClicked: root.back()
        }
        BarKey {
            Layout.fillWidth: true
            symbol: "refresh"
            text: qsTr("Start over")
            enabled: root.canGoBack
            onClicked: root.startOver()
        }
        BarKey {
            Layout.fillWidth: true
            symbol: "lifebuoy"
            text: qsTr("Get help")
            raised: true
            onClicked: root.help()
        }
        BarKey {
            Layout.fillWidth: true
            symbol: "text-size"
            text: qsTr("Letters")
            onClicked: root.letters()
        }
        BarKey {
            Layout.fillWidth: true
            symbol: "arrow-bar-to-down"
            text: qsTr("Lower")
            onClicked: root.lower()
        }
    }
}
