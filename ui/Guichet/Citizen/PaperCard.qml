import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One paper to tick, and beside it the way to get it where a step of the plan gives it.
GridLayout {
    id: root

    required property string label
    required property string chip
    required property string detail
    required property string caution
    required property string source
    required property bool held

    readonly property bool roomy: Theme.letters === 0
    readonly property int box: Theme.mm(Theme.letters === 0 ? 11 : Theme.letters === 1 ? 14 : 18)
    readonly property int inset: root.roomy ? root.box + Theme.gapWide : 0

    signal ticked(held: bool)
    signal sourceOpened

    columns: root.roomy ? 2 : 1
    columnSpacing: Theme.gapTiny
    rowSpacing: Theme.gapTiny

    LipButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        corner: Theme.radiusCard
        ground: root.held ? Theme.colours.tint : Theme.colours.card
        edgeColour: root.held ? Theme.colours.action : Theme.colours.edge
        lipColour: edgeColour
        topPadding: Theme.gap + sink
        bottomPadding: Theme.gap + Theme.lip - sink
        Accessible.role: Accessible.CheckBox
        Accessible.name: [root.label, root.chip, root.detail.replace(/\n/g, ". "), root.caution].filter(part => part !== "").join(". ")
        Accessible.checkable: true
        Accessible.checked: root.held
        onClicked: root.ticked(!root.held)

        contentItem: ColumnLayout {
            spacing: Theme.mm(0.8)

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapWide

                Rectangle {
                    Layout.alignment: Qt.AlignTop
                    implicitWidth: root.box
                    implicitHeight: root.box
                    radius: Theme.mm(2)
                    color: root.held ? Theme.colours.action : Theme.colours.card
                    border.width: Theme.hair * 1.5
                    border.color: root.held ? Theme.colours.action : Theme.colours.edge

                    Symbol {
                        anchors.centerIn: parent
                        visible: root.held
                        name: "check"
                        size: root.box * 0.75
                        colour: Theme.colours.actionInk
                    }
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: root.roomy ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gapTiny

                    Words {
                        Layout.fillWidth: true
                        text: root.label
                        font.pixelSize: Theme.answer
                        font.weight: Font.DemiBold
                        lineHeight: 0.9
                        Accessible.ignored: true
                    }
                    Chip {
                        Layout.alignment: Qt.AlignTop
                        text: root.chip
                        told: true
                    }
                }
            }
            // Large letters want the whole width of the card.
            Words {
                Layout.fillWidth: true
                Layout.leftMargin: root.inset
                visible: text !== ""
                text: root.detail
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
                Accessible.ignored: true
            }
            Rectangle {
                Layout.fillWidth: true
                Layout.leftMargin: root.inset
                Layout.topMargin: Theme.mm(1)
                visible: root.caution !== ""
                implicitHeight: warning.implicitHeight + Theme.gapTiny
                color: Theme.colours.warningGround
                radius: Theme.mm(1.6)

                RowLayout {
                    id: warning

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.gapTiny
                    anchors.rightMargin: Theme.gapTiny
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.gapTiny

                    Symbol {
                        Layout.alignment: Qt.AlignTop
                        name: "alert-circle"
                        size: Theme.iconSmall
                        colour: Theme.colours.warning
                    }
                    Words {
                        Layout.fillWidth: true
                        text: root.caution
                        color: Theme.colours.warning
                        font.pixelSize: Theme.meta
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                }
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
    LipButton {
        Layout.fillHeight: root.roomy
        Layout.fillWidth: !root.roomy
        Layout.preferredWidth: root.roomy ? Theme.mm(58) : -1
        visible: root.source !== ""
        corner: Theme.radiusCard
        leftPadding: Theme.gap
        rightPadding: Theme.gap
        font.pixelSize: Theme.meta
        text: root.source
        Accessible.name: root.source + ". " + root.label
        onClicked: root.sourceOpened()

        contentItem: RowLayout {
            spacing: Theme.gapTiny

            Words {
                Layout.fillWidth: true
                text: root.source
                color: Theme.colours.action
                font.pixelSize: Theme.meta
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            Symbol {
                name: "chevron-right"
                size: Theme.iconSmall
                mirror: LayoutMirroring.enabled
            }
        }
    }
}
