import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// What the fixed bar asks in place of its keys, before a person's answers are erased.
GridLayout {
    id: root

    required property bool twoLines

    signal stayed(byKeys: bool)
    signal erased

    // Puts the focus of somebody who uses keys where nothing is lost.
    function take() {
        stay.forceActiveFocus(Qt.TabFocusReason);
    }

    columns: root.twoLines ? 2 : 3
    columnSpacing: Theme.gapTiny
    rowSpacing: Theme.gapTiny

    Words {
        Layout.columnSpan: root.twoLines ? 2 : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: qsTr("Erase everything and start over?")
        color: Theme.colours.barInk
        font.pixelSize: Theme.mm(Theme.letters === 0 ? 8 : 10.3)
        font.weight: Font.DemiBold
        verticalAlignment: Text.AlignVCenter
        Accessible.role: Accessible.AlertMessage
    }
    BarKey {
        id: stay

        Layout.fillWidth: root.twoLines
        Layout.preferredWidth: Math.max(implicitWidth, Theme.mm(56))
        symbol: "arrow-back-up"
        text: qsTr("No, go on")
        raised: true
        onClicked: root.stayed(stay.visualFocus)
    }
    BarKey {
        Layout.fillWidth: root.twoLines
        Layout.preferredWidth: Math.max(implicitWidth, Theme.mm(56))
        symbol: "eraser"
        text: qsTr("Yes, erase")
        on: true
        onClicked: root.erased()
    }
}
