import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One step of the path, to touch: what it is, by when, at what cost, by which ways, with how many papers.
LipButton {
    id: root

    required property bool first
    // Its title is not to be read from afar.
    required property bool discreet
    required property int number
    required property string title
    required property string due
    required property string cost
    required property string ways
    required property string papers
    required property string needs
    required property string chip
    required property string wait

    readonly property bool roomy: Theme.letters < 2
    readonly property int titleSize: root.first ? Theme.first : Theme.answer

    component Fact: RowLayout {
        id: fact

        required property string text
        property string symbol: ""
        property bool strong: false
        property color colour: fact.strong ? Theme.colours.ink : Theme.colours.inkSoft

        visible: fact.text !== ""
        spacing: Theme.mm(1.2)

        Symbol {
            name: fact.symbol
            visible: fact.symbol !== ""
            size: Theme.iconSmall
            colour: fact.colour
        }
        Words {
            Layout.maximumWidth: fact.parent.width - (fact.symbol === "" ? 0 : Theme.iconSmall + fact.spacing)
            text: fact.text
            color: fact.colour
            font.pixelSize: Theme.meta
            font.weight: fact.strong ? Font.DemiBold : Font.Medium
            Accessible.ignored: true
        }
    }

    corner: Theme.radiusCard
    edgeColour: root.first ? Theme.colours.first : Theme.colours.edge
    lipColour: root.first ? Theme.colours.first : Theme.colours.edge
    edgeWidth: root.first ? Theme.hair * 2 : Theme.hair
    least: Theme.target
    topPadding: Theme.mm(2.5) + sink
    bottomPadding: Theme.mm(2.5) + Theme.lip - sink
    text: root.title
    Accessible.name: [qsTr("Step %1").arg(root.number), root.first ? qsTr("Do this first") : "", root.title, root.chip, root.due, root.cost, root.ways, root.papers, root.wait, root.needs].filter(part => part !== "").join(". ")
    contentItem: RowLayout {
        spacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.mm(1.2)

            Flow {
                Layout.fillWidth: true
                visible: root.first
                spacing: Theme.gap

                PathNode {
                    number: root.number
                    first: true
                    visible: !root.roomy
                }
                Chip {
                    width: Math.min(implicitWidth, parent.width)
                    tone: "first"
                    told: true
                    symbol: root.roomy ? "flag-3" : ""
                    text: qsTr("Do this first")
                    height: root.roomy ? implicitHeight : Math.max(implicitHeight, Theme.target)
                }
                Fact {
                    height: visible ? implicitHeight + Theme.gapTiny : 0
                    strong: true
                    symbol: "calendar-event"
                    text: root.first ? root.due : ""
                }
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                PathNode {
                    number: root.number
                    first: false
                    Layout.alignment: Qt.AlignTop
                    visible: !root.roomy && !root.first
                }
                Text {
                    Layout.fillWidth: true
                    text: root.title
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.colours.ink
                    font.family: Theme.family
                    font.pixelSize: root.discreet ? Math.min(root.titleSize, Theme.topic) : root.titleSize
                    font.weight: root.first ? Font.Bold : Font.DemiBold
                    wrapMode: Text.Wrap
                    lineHeight: 0.9
                }
            }
            Chip {
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
                visible: root.chip !== ""
                tone: "calm"
                told: true
                symbol: "help-circle"
                text: root.chip
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                Fact {
                    strong: true
                    text: root.first ? "" : root.due
                }
                Fact {
                    strong: root.first
                    symbol: root.first ? "coin" : ""
                    text: root.cost
                }
                Fact {
                    symbol: root.first ? "map-pin" : ""
                    text: root.ways
                }
                Fact {
                    symbol: "file-text"
                    text: root.papers
                }
                Fact {
                    symbol: "hourglass"
                    text: root.wait
                }
                Fact {
                    symbol: "link"
                    strong: true
                    colour: Theme.colours.warning
                    text: root.needs
                }
            }
        }
        Symbol {
            visible: root.roomy
            name: "chevron-right"
            mirror: LayoutMirroring.enabled
        }
    }
}
