import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// A card of the counter: an optional line with icon, title and what stands at its end; below it what it holds.
Rectangle {
    id: root

    default property alias content: body.data
    property string title: ""
    property string symbol: ""
    // What stands at the end of the title's line.
    property alias aside: side.data
    property int inset: Theme.gapWide
    // Around what it holds, where that goes nearer to the edges than the title.
    property int insetInside: root.inset
    property alias spacingInside: body.spacing
    // Somebody must look here first.
    property bool urgent: false

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight
    color: Theme.colours.card
    radius: Theme.radiusCard
    border.width: root.urgent ? Math.max(2, Theme.hair * 2) : 1
    border.color: root.urgent ? Theme.colours.warning : Theme.colours.strict ? Theme.colours.edge : Theme.colours.hairline

    ColumnLayout {
        id: column

        anchors.fill: parent
        spacing: 0

        GridLayout {
            id: head

            // What stands at the end goes below the title where both do not fit in the line.
            readonly property bool folded: side.children.length > 0 && mark.width + title.implicitWidth + side.implicitWidth + Theme.gap * 2 > root.width - root.inset * 2

            Layout.fillWidth: true
            Layout.margins: Theme.gap
            Layout.leftMargin: root.inset
            Layout.rightMargin: root.inset
            Layout.minimumHeight: Theme.target - Theme.gap * 2
            visible: root.title !== ""
            columnSpacing: Theme.gap
            rowSpacing: Theme.gapTiny

            Symbol {
                id: mark

                Layout.row: 0
                Layout.column: 0
                name: root.symbol
                visible: root.symbol !== ""
                size: Theme.section
            }
            Words {
                id: title

                Layout.row: 0
                Layout.column: 1
                Layout.fillWidth: side.children.length === 0 || head.folded
                Layout.maximumWidth: Math.ceil(implicitWidth)
                heading: true
                text: root.title
                font.pixelSize: Theme.answer
                font.weight: Font.DemiBold
            }
            RowLayout {
                id: side

                Layout.row: head.folded ? 1 : 0
                Layout.column: head.folded ? 0 : 2
                Layout.columnSpan: head.folded ? 3 : 1
                Layout.fillWidth: true
                spacing: Theme.gap
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.leftMargin: 1
            Layout.rightMargin: 1
            Layout.preferredHeight: 1
            visible: root.title !== ""
            color: Theme.colours.hairline
        }
        ColumnLayout {
            id: body

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: root.insetInside
            spacing: Theme.gap
        }
    }
}
