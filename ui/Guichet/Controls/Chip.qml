import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// A short state: shape and word, never colour alone. Tones: calm, good, warn, bad, first.
Rectangle {
    id: root

    required property string text
    property string symbol: ""
    property string tone: "calm"
    // The control that it stands in says it already.
    property bool told: false

    readonly property color inkColour: root.tone === "first" ? Theme.colours.actionInk : root.tone === "good" ? Theme.colours.success : root.tone === "warn" ? Theme.colours.warning : root.tone === "bad" ? Theme.colours.danger : Theme.colours.inkSoft

    implicitWidth: line.implicitWidth + Theme.gap * 2
    implicitHeight: line.implicitHeight + Theme.gapTiny
    radius: Math.min(height / 2, Theme.mm(6))
    color: root.tone === "first" ? Theme.colours.first : root.tone === "good" ? Theme.colours.successGround : root.tone === "warn" ? Theme.colours.warningGround : root.tone === "bad" ? Theme.colours.dangerGround : Theme.colours.sunk
    visible: root.text !== ""

    RowLayout {
        id: line

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.width - Theme.gap * 2)
        spacing: Theme.gapTiny

        Symbol {
            name: root.symbol
            visible: root.symbol !== ""
            size: Theme.iconSmall
            colour: root.inkColour
        }
        Words {
            Layout.fillWidth: true
            text: root.text
            color: root.inkColour
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
            Accessible.ignored: root.told
        }
    }
}
