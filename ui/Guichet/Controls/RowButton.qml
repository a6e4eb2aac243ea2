pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// A whole row to touch: icon, words, a second line, and an arrow when it leads further.
LipButton {
    id: root

    property string detail: ""
    property string symbol: ""
    property string side: ""
    property bool leads: true
    property bool urgent: false
    property bool chosen: false
    property string theme: ""

    // Large letters in a narrow row need all of it for the words.
    readonly property bool bare: Theme.letters > 0 && root.width < Theme.answer * 8

    readonly property color inkColour: root.urgent || root.chosen ? Theme.colours.actionInk : root.enabled ? Theme.colours.ink : Theme.colours.inkSoft
    readonly property color softColour: root.urgent || root.chosen ? Theme.colours.actionInk : Theme.colours.inkSoft

    ground: root.urgent ? Theme.colours.danger : root.chosen ? Theme.colours.action : Theme.colours.card
    groundPressed: root.urgent ? Theme.colours.dangerPressed : root.chosen ? Theme.colours.actionPressed : Theme.colours.tint
    lipColour: root.urgent ? Theme.colours.dangerLip : root.chosen ? Theme.colours.actionLip : Theme.colours.edge
    edgeColour: root.urgent || root.chosen ? root.ground : Theme.colours.edge

    Accessible.name: (root.detail === "" ? root.text : root.text + (root.text.endsWith("…") ? " " : ". ") + root.detail) + (root.side === "" ? "" : ". " + root.side)

    contentItem: RowLayout {
        spacing: Theme.small ? Theme.gap : Theme.gapWide

        Rectangle {
            Layout.preferredWidth: Theme.icon * 1.6
            Layout.preferredHeight: Theme.icon * 1.6
            visible: root.symbol !== "" && root.theme !== "" && !root.bare
            color: Theme.colours.ground(root.theme)
            radius: Theme.radius

            Symbol {
                anchors.centerIn: parent
                name: root.theme === "" ? "" : root.symbol
                colour: Theme.colours.accent(root.theme)
            }
        }
        Symbol {
            name: root.theme === "" ? root.symbol : ""
            visible: root.symbol !== "" && root.theme === "" && !root.bare
            colour: root.urgent || root.chosen ? Theme.colours.actionInk : Theme.colours.action
            size: root.urgent ? Theme.iconLarge : Theme.icon
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Text {
                Layout.fillWidth: true
                text: root.text
                horizontalAlignment: Text.AlignLeft
                color: root.inkColour
                font: root.font
                wrapMode: Text.Wrap
                lineHeight: Theme.leading(root.text, 0.9)
            }
            Text {
                Layout.fillWidth: true
                visible: root.detail !== ""
                text: root.detail
                horizontalAlignment: Text.AlignLeft
                color: root.softColour
                font.family: Theme.family
                font.pixelSize: Theme.meta
                font.weight: Font.Medium
                wrapMode: Text.Wrap
                lineHeight: Theme.leading(root.detail, 0.95)
            }
        }
        Text {
            visible: root.side !== ""
            text: root.side
            color: root.softColour
            font.family: Theme.family
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
        }
        Symbol {
            visible: root.leads && !root.bare && !(Theme.narrow && Theme.letters === 2)
            name: "chevron-right"
            mirror: LayoutMirroring.enabled
            colour: root.urgent || root.chosen ? Theme.colours.actionInk : Theme.colours.action
        }
    }
}
