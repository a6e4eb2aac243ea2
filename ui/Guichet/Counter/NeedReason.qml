import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Controls
import Guichet.Theme

// One reason, with the key that chooses it. Arrows move from one to the next.
T.AbstractButton {
    id: root

    property string key: ""

    function step(forward: bool) {
        const next = root.nextItemInFocusChain(forward);
        if (next !== null)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    implicitWidth: line.implicitWidth + Theme.gapWide * 2
    implicitHeight: Math.max(Theme.target, line.implicitHeight + Theme.gap)
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Font.DemiBold

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: qsTr("Key %1").arg(root.key)

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()
    Keys.onDownPressed: root.step(true)
    Keys.onUpPressed: root.step(false)

    Shortcut {
        sequences: [root.key]
        enabled: root.enabled && root.visible
        onActivated: root.click()
    }

    background: Rectangle {
        color: !root.enabled ? Theme.colours.sunk : root.down || root.hovered ? Theme.colours.tint : Theme.colours.card
        radius: Theme.radius
        border.width: Theme.hair
        border.color: root.enabled ? Theme.colours.edge : Theme.colours.hairline

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gapWide
        spacing: Theme.gap

        KeyCap {
            text: root.key
        }
        Text {
            Layout.fillWidth: true
            text: root.text
            color: root.enabled ? Theme.colours.ink : Theme.colours.inkSoft
            font: root.font
            wrapMode: Text.Wrap
        }
    }
}
