pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Things to choose from, two lines and a mark each: one place for the focus, moved through by the arrows.
ListView {
    id: root

    required property string label
    required property Rows rows
    // The key of the one shown in full.
    property string chosen: ""
    // The arrows only move; Enter chooses.
    property bool careful: false

    signal picked(key: string)

    function enter() {
        root.forceActiveFocus(Qt.TabFocusReason);
    }

    // The one shown in full is in sight, whoever chose it.
    function follow() {
        const place = root.careful ? root.currentIndex : root.rows.placeOf("key", root.chosen);
        root.currentIndex = Math.max(0, place);
        root.positionViewAtIndex(root.currentIndex, ListView.Contain);
    }

    function stepTo(index: int) {
        root.currentIndex = Math.max(0, Math.min(root.count - 1, index));
        if (!root.careful)
            root.pick();
    }

    function pick() {
        const row = root.itemAtIndex(root.currentIndex) as T.AbstractButton;
        if (row !== null)
            row.click();
    }

    model: root.rows
    clip: true
    activeFocusOnTab: true
    // Nobody is led into an empty list.
    enabled: root.count > 0
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0

    Accessible.role: Accessible.List
    Accessible.name: root.label

    onActiveFocusChanged: root.follow()
    onChosenChanged: root.follow()
    onHeightChanged: root.follow()

    Keys.onDownPressed: root.stepTo(root.currentIndex + 1)
    Keys.onUpPressed: root.stepTo(root.currentIndex - 1)
    Keys.onReturnPressed: root.pick()
    Keys.onEnterPressed: root.pick()

    delegate: T.AbstractButton {
        id: row

        required property int index
        required property string key
        required property string name
        required property string detail
        required property string mark
        required property string tone
        required property string symbol

        readonly property bool here: root.careful ? ListView.isCurrentItem : root.chosen === row.key

        width: root.width
        implicitHeight: line.implicitHeight + Theme.gapWide * 2
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.ListItem
        Accessible.name: row.name
        Accessible.description: row.mark === "" ? row.detail : row.detail + ", " + row.mark
        Accessible.selectable: true
        Accessible.selected: row.here
        Accessible.focused: row.here && root.activeFocus

        onHereChanged: if (row.here)
            root.currentIndex = row.index
        onClicked: {
            root.currentIndex = row.index;
            root.picked(row.key);
        }

        background: Rectangle {
            color: row.here ? Theme.colours.tint : "transparent"

            Rectangle {
                width: Theme.gapTiny
                height: parent.height
                visible: row.here
                color: Theme.colours.action
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 1
                color: Theme.colours.hairline
            }
            FocusRing {
                anchors.margins: 0
                shown: row.here && root.activeFocus
            }
        }
        contentItem: Item {
            implicitHeight: line.implicitHeight

            GridLayout {
                id: line

                readonly property bool narrow: row.width < Theme.mm(170)

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: Theme.gapWide
                anchors.rightMargin: Theme.gapWide
                anchors.verticalCenter: parent.verticalCenter
                columnSpacing: Theme.gap
                rowSpacing: Theme.gapTiny

                Symbol {
                    Layout.row: 0
                    Layout.column: 0
                    visible: row.symbol !== ""
                    name: row.symbol
                    size: Theme.iconSmall
                    colour: row.tone === "warn" ? Theme.colours.warning : Theme.colours.inkSoft
                }
                ColumnLayout {
                    Layout.row: 0
                    Layout.column: 1
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        text: row.name
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
                }
                Chip {
                    Layout.row: line.narrow ? 1 : 0
                    Layout.column: line.narrow ? 1 : 2
                    Layout.maximumWidth: line.narrow ? line.width : Math.ceil(implicitWidth)
                    text: row.mark
                    tone: row.tone
                    told: true
                }
            }
        }
    }
}
