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

    // The arrows only move; Enter chooses.
    property bool careful: false
    // The key of the one shown in full.
    property string chosen: ""
    required property string label
    required property Rows rows

    signal picked(key: string)

    function enter() {
        root.forceActiveFocus(Qt.TabFocusReason);
    }
    function pick() {
        const row = root.itemAtIndex(root.currentIndex) as T.AbstractButton;
        if (row !== null)
            row.click();
    }
    function stepTo(index: int) {
        root.currentIndex = Math.max(0, Math.min(root.count - 1, index));
        if (!root.careful)
            root.pick();
    }

    Accessible.name: root.label
    Accessible.role: Accessible.List
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0
    clip: true
    model: root.rows

    delegate: T.AbstractButton {
        id: row

        required property string detail
        readonly property bool here: root.careful ? ListView.isCurrentItem : root.chosen === row.key
        required property int index
        required property string key
        required property string mark
        required property string name
        required property string symbol
        required property string tone

        Accessible.description: row.mark === "" ? row.detail : row.detail + ", " + row.mark
        Accessible.focused: row.here && root.activeFocus
        Accessible.name: row.name
        Accessible.role: Accessible.ListItem
        Accessible.selectable: true
        Accessible.selected: row.here
        focusPolicy: Qt.NoFocus
        implicitHeight: line.implicitHeight + Theme.gapWide * 2
        width: root.width

        background: Rectangle {
            color: row.here ? Theme.colours.tint : "transparent"

            Rectangle {
                color: Theme.colours.action
                height: parent.height
                visible: row.here
                width: Theme.gapTiny
            }
            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.colours.hairline
                height: 1
                width: parent.width
            }
            FocusRing {
                anchors.margins: 0
                shown: row.here && root.activeFocus
            }
        }
        contentItem: Item {
            implicitHeight: line.implicitHeight

            RowLayout {
                id: line

                anchors.left: parent.left
                anchors.leftMargin: Theme.gapWide
                anchors.right: parent.right
                anchors.rightMargin: Theme.gapWide
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.gap

                Symbol {
                    colour: row.tone === "warn" ? Theme.colours.warning : Theme.colours.inkSoft
                    name: row.symbol
                    size: Theme.iconSmall
                    visible: row.symbol !== ""
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Accessible.ignored: true
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        text: row.name
                    }
                    Words {
                        Accessible.ignored: true
                        Layout.fillWidth: true
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                        text: row.detail
                    }
                }
                Chip {
                    text: row.mark
                    told: true
                    tone: row.tone
                }
            }
        }

        onClicked: {
            root.currentIndex = row.index;
            root.picked(row.key);
        }
        onHereChanged: if (row.here)
            root.currentIndex = row.index
    }

    Keys.onDownPressed: root.stepTo(root.currentIndex + 1)
    Keys.onEnterPressed: root.pick()
    Keys.onReturnPressed: root.pick()
    Keys.onUpPressed: root.stepTo(root.currentIndex - 1)
}
