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

        // Placed by hand: once an item has changed its place in a layout of Qt 6.11, each change of a word on the page lays out
        // the whole card again and again.
        Item {
            id: head

            readonly property real start: root.symbol === "" ? 0 : mark.width + Theme.gap
            // What stands at the end goes below the title where both do not fit in the line.
            readonly property bool folded: side.children.length > 0 && head.start + title.implicitWidth + side.implicitWidth + Theme.gap > head.width
            readonly property real line: Math.max(Theme.target - Theme.gap * 2, mark.height, title.height, head.folded ? 0 : side.implicitHeight)

            Layout.fillWidth: true
            Layout.margins: Theme.gap
            Layout.leftMargin: root.inset
            Layout.rightMargin: root.inset
            implicitWidth: head.start + title.implicitWidth
            implicitHeight: head.line + (head.folded ? Theme.gapTiny + side.implicitHeight : 0)
            visible: root.title !== ""

            Symbol {
                id: mark

                anchors.left: parent.left
                y: (head.line - height) / 2
                name: root.symbol
                visible: root.symbol !== ""
                size: Theme.section
            }
            Words {
                id: title

                anchors.left: parent.left
                anchors.leftMargin: head.start
                y: (head.line - height) / 2
                width: Math.min(Math.ceil(implicitWidth), head.width - head.start)
                heading: true
                text: root.title
                font.pixelSize: Theme.answer
                font.weight: Font.DemiBold
            }
            RowLayout {
                id: side

                anchors.left: parent.left
                anchors.leftMargin: head.folded ? 0 : head.start + title.width + Theme.gap
                anchors.right: parent.right
                y: head.folded ? head.line + Theme.gapTiny : (head.line - height) / 2
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
