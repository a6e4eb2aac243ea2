pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Every place of a service, the nearest first, each leading to its own page.
GridLayout {
    id: root

    required property WhereViewModel view

    visible: root.view.listed
    columns: Theme.landscape && Theme.letters === 0 && !Theme.steady ? 2 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    uniformCellWidths: true

    Repeater {
        model: root.view.places

        LipButton {
            id: row

            required property string place
            required property string label
            required property string detail
            required property string opening
            required property string tone
            required property string mark
            required property bool chosen

            Layout.fillWidth: true
            Layout.fillHeight: true
            topPadding: Theme.gap + sink
            bottomPadding: Theme.gap + Theme.lip - sink
            edgeColour: row.chosen ? Theme.colours.action : Theme.colours.edge
            edgeWidth: row.chosen ? Theme.hair * 2 : Theme.hair
            Accessible.name: [row.label, row.chosen ? qsTr("The place in your plan") : "", row.detail.replace(/\n/g, ". "), row.opening, row.mark].filter(part => part !== "").join(". ")
            onClicked: root.view.open(row.place)

            contentItem: RowLayout {
                spacing: Theme.gapWide

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.mm(0.8)

                    Words {
                        Layout.fillWidth: true
                        text: row.label
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                    Words {
                        Layout.fillWidth: true
                        text: row.detail
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                        Accessible.ignored: true
                    }
                    Flow {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.mm(1)
                        spacing: Theme.gapTiny
                        visible: row.opening !== "" || row.mark !== "" || row.chosen

                        Chip {
                            width: Math.min(implicitWidth, parent.width)
                            told: true
                            symbol: "circle-check"
                            text: row.chosen ? qsTr("The place in your plan") : ""
                        }
                        Chip {
                            width: Math.min(implicitWidth, parent.width)
                            told: true
                            symbol: "clock"
                            tone: row.tone
                            text: row.opening
                        }
                        Chip {
                            width: Math.min(implicitWidth, parent.width)
                            told: true
                            symbol: "info-circle"
                            tone: "warn"
                            text: row.mark
                        }
                    }
                }
                Symbol {
                    visible: Theme.letters < 2
                    name: "chevron-right"
                    mirror: LayoutMirroring.enabled
                }
            }
        }
    }
}
