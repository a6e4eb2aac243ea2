pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Controls
import Guichet.Theme

// One key of the rail: icon, word and the key of the keyboard; where height is dear, the key stands beside the icon.
T.AbstractButton {
    id: root

    property string symbol: ""
    property string key: ""
    property string cap: root.key
    property bool here: false
    property bool low: false

    readonly property color inkColour: root.here ? Theme.colours.barRaisedInk : Theme.colours.barInk

    implicitHeight: inside.implicitHeight + Theme.gap * 2
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: Math.round(Theme.meta * 1.05)
    font.weight: Font.DemiBold

    Accessible.role: Accessible.PageTab
    Accessible.name: root.text
    Accessible.description: qsTr("Key %1").arg(root.key)
    Accessible.selectable: true
    Accessible.selected: root.here
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    Shortcut {
        sequences: [root.key]
        enabled: root.enabled && root.visible
        onActivated: root.click()
    }

    component Cap: Text {
        text: root.cap
        color: root.inkColour
        font.family: Theme.family
        font.pixelSize: Math.round(Theme.meta * 0.85)
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }

    background: Rectangle {
        color: root.here ? Theme.colours.barRaised : root.down ? Theme.colours.barPressed : "transparent"
        radius: Theme.radius

        FocusRing {
            shown: root.visualFocus
            anchors.margins: 0
        }
    }
    contentItem: Item {
        implicitHeight: inside.implicitHeight

        ColumnLayout {
            id: inside

            anchors.centerIn: parent
            width: parent.width
            spacing: 0

            RowLayout {
                Layout.alignment: Qt.AlignHCenter
                spacing: Theme.gapTiny

                Symbol {
                    name: root.symbol
                    size: Theme.mm(root.low ? 10 : 12.4)
                    colour: root.inkColour
                }
                Cap {
                    visible: root.low
                }
            }
            Text {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.mm(0.5)
                Layout.rightMargin: Theme.mm(0.5)
                text: root.text
                color: root.inkColour
                font: root.font
                horizontalAlignment: Text.AlignHCenter
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(Theme.meta * 0.85)
                Accessible.ignored: true
            }
            Cap {
                Layout.fillWidth: true
                visible: !root.low
            }
        }
    }
}
