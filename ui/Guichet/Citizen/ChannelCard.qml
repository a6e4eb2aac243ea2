pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One way to reach a service: all ways look alike, the recommended one says why. Only a place leads further.
Item {
    id: root

    required property string symbol
    required property string title
    required property string main
    required property string lines
    required property string opening
    required property string tone
    required property string reason
    required property string mark
    required property bool recommended
    required property bool leads

    readonly property bool roomy: Theme.letters < 2
    readonly property string spoken: [root.title, root.recommended ? qsTr("Recommended") : "", root.reason, root.opening, root.main, root.lines.replace(/\n/g, ". "), root.mark].filter(part => part !== "").join(". ")

    signal opened

    implicitWidth: Theme.mm(60)
    implicitHeight: look.item ? (look.item as Item).implicitHeight : 0

    component Line: Words {
        Layout.fillWidth: true
        visible: text !== ""
        Accessible.ignored: true
    }
    component Body: RowLayout {
        spacing: Theme.gapWide

        Rectangle {
            Layout.alignment: Qt.AlignTop
            implicitWidth: Theme.icon * 1.6
            implicitHeight: Theme.icon * 1.6
            visible: root.roomy
            color: Theme.colours.tint
            radius: Theme.radius

            Symbol {
                anchors.centerIn: parent
                name: root.symbol
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.mm(0.8)

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gapTiny

                Words {
                    width: Math.min(implicitWidth + Theme.gapTiny, parent.width)
                    text: root.title
                    font.pixelSize: Theme.answer
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                Chip {
                    width: Math.min(implicitWidth, parent.width)
                    symbol: "circle-check"
                    tone: "good"
                    text: root.reason
                }
                Chip {
                    width: Math.min(implicitWidth, parent.width)
                    symbol: "clock"
                    tone: root.tone
                    text: root.opening
                }
            }
            Line {
                // An address may be broken after each of its strokes.
                text: root.main.replace(/\//g, "/\u200b")
                color: root.leads ? Theme.colours.ink : Theme.colours.action
                font.weight: root.leads ? Font.Medium : Font.Bold
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }
            Line {
                text: root.lines
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
            Chip {
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
                symbol: "info-circle"
                tone: "warn"
                text: root.mark
            }
            Item {
                Layout.fillHeight: true
            }
        }
        Symbol {
            visible: root.leads && root.roomy
            name: "chevron-right"
            mirror: LayoutMirroring.enabled
        }
    }

    Loader {
        id: look

        anchors.fill: parent
        sourceComponent: root.leads ? toTouch : toRead
    }
    Component {
        id: toTouch

        LipButton {
            corner: Theme.radiusCard
            edgeColour: root.recommended ? Theme.colours.action : Theme.colours.edge
            lipColour: edgeColour
            edgeWidth: root.recommended ? Theme.hair * 2 : Theme.hair
            topPadding: Theme.gap + sink
            bottomPadding: Theme.gap + Theme.lip - sink
            Accessible.name: root.spoken
            onClicked: root.opened()

            contentItem: Body {}
        }
    }
    Component {
        id: toRead

        Rectangle {
            implicitHeight: Math.max(Theme.row, body.implicitHeight + Theme.gap * 2)
            color: Theme.colours.card
            radius: Theme.radiusCard
            border.width: root.recommended ? Theme.hair * 2 : Theme.hair
            border.color: root.recommended ? Theme.colours.action : Theme.colours.hairline

            Accessible.role: Accessible.ListItem
            Accessible.name: root.spoken

            Body {
                id: body

                anchors.fill: parent
                anchors.leftMargin: Theme.gapWide
                anchors.rightMargin: Theme.gapWide
                anchors.topMargin: Theme.gap
                anchors.bottomMargin: Theme.gap
            }
        }
    }
}
