pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What to know at a glance: cost, wait and date, side by side where they fit, else one under the other.
Rectangle {
    id: root

    required property Rows facts

    // From how many letters on a value is a sentence.
    readonly property int sentence: 40
    readonly property bool abreast: cells.count > 1 && root.needed() <= root.width

    function needed(): real {
        let sum = 0;
        for (let i = 0; i < cells.count; i++) {
            const cell = cells.itemAt(i);
            sum += cell === null ? 0 : (cell as Item).implicitWidth;
        }
        return sum;
    }

    implicitWidth: Theme.mm(60)
    implicitHeight: grid.implicitHeight
    visible: cells.count > 0
    color: Theme.colours.card
    radius: Theme.radiusCard
    border.width: Theme.hair
    border.color: Theme.colours.hairline

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        columns: root.abreast ? Math.max(1, cells.count) : 1
        columnSpacing: 0
        rowSpacing: 0

        Repeater {
            id: cells

            model: root.facts

            Item {
                id: cell

                required property int index
                required property string label
                required property string value
                required property string symbol
                required property string doubt

                readonly property bool inOneLine: !root.abreast && head.implicitWidth + value.implicitWidth + Theme.gapWide * 3 <= root.width

                Layout.fillWidth: true
                Layout.fillHeight: true
                implicitWidth: Math.max(head.implicitWidth, value.implicitWidth) + Theme.gapWide * 2
                implicitHeight: lines.implicitHeight + Theme.gap * 2

                Accessible.role: Accessible.ListItem
                Accessible.name: [cell.label + qsTr(": ", "between a label and its value") + cell.value, cell.doubt].filter(part => part !== "").join(". ")

                Rectangle {
                    visible: cell.index > 0
                    x: root.abreast ? 0 : Theme.gapWide
                    width: root.abreast ? Theme.hair : parent.width - Theme.gapWide * 2
                    height: root.abreast ? parent.height : Theme.hair
                    color: Theme.colours.hairline
                }
                GridLayout {
                    id: lines

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: Theme.gapWide
                    anchors.topMargin: Theme.gap
                    columns: cell.inOneLine ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: 0

                    RowLayout {
                        id: head

                        spacing: Theme.gapTiny

                        Symbol {
                            name: cell.symbol
                            size: Theme.iconSmall
                        }
                        Words {
                            Layout.fillWidth: true
                            text: cell.label
                            color: Theme.colours.inkSoft
                            font.pixelSize: Theme.meta
                            font.weight: Font.Medium
                            Accessible.ignored: true
                        }
                    }
                    Words {
                        id: value

                        Layout.fillWidth: true
                        text: cell.value
                        horizontalAlignment: cell.inOneLine && cells.count > 1 ? Text.AlignRight : Text.AlignLeft
                        // A sentence reads easier in plain letters than all in bold.
                        font.pixelSize: cell.value.length > root.sentence ? Theme.meta : Theme.body
                        font.weight: cell.value.length > root.sentence ? Font.Medium : Font.Bold
                        Accessible.ignored: true
                    }
                    Words {
                        Layout.fillWidth: true
                        Layout.columnSpan: lines.columns
                        visible: text !== ""
                        text: cell.doubt
                        color: Theme.colours.warning
                        font.pixelSize: Theme.meta
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
