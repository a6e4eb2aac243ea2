pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Services to choose from: one place for the focus, moved through by the arrows.
ListView {
    id: root

    required property HereViewModel view

    function choose(index: int) {
        root.currentIndex = index;
        const row = root.itemAtIndex(index) as T.AbstractButton;
        if (row !== null)
            row.click();
    }
    function enter() {
        root.forceActiveFocus(Qt.TabFocusReason);
        root.choose(Math.max(0, root.currentIndex));
    }

    Accessible.name: qsTr("Services")
    Accessible.role: Accessible.List
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    // Rows made ahead would be made a little later, and complain when the list has become shorter meanwhile.
    cacheBuffer: 0
    clip: true
    currentIndex: 0
    model: root.view.services

    delegate: T.AbstractButton {
        id: row

        readonly property bool chosen: root.view.chosen === row.service
        required property string given
        required property int index
        required property string name
        required property string organization
        required property string service

        Accessible.description: row.given === "" ? row.organization : row.organization + ", " + row.given
        Accessible.focused: row.chosen && root.activeFocus
        Accessible.name: row.name
        Accessible.role: Accessible.ListItem
        Accessible.selectable: true
        Accessible.selected: row.chosen
        focusPolicy: Qt.NoFocus
        implicitHeight: line.implicitHeight + Theme.gapWide * 2
        width: root.width

        background: Rectangle {
            color: row.chosen ? Theme.colours.tint : "transparent"

            Rectangle {
                color: Theme.colours.action
                height: parent.height
                visible: row.chosen
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
                shown: row.chosen && root.activeFocus
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
                        text: row.organization
                    }
                }
                Chip {
                    text: row.given
                    told: true
                    tone: "good"
                }
            }
        }

        onClicked: {
            root.currentIndex = row.index;
            root.view.choose(row.service);
        }
    }

    Keys.onDownPressed: root.choose(Math.min(root.count - 1, root.currentIndex + 1))
    Keys.onPressed: event => {
        const step = Math.floor(root.height / Theme.row);
        const pages = event.key === Qt.Key_PageDown ? step : event.key === Qt.Key_PageUp ? -step : 0;
        event.accepted = pages !== 0;
        if (event.accepted)
            root.choose(Math.max(0, Math.min(root.count - 1, root.currentIndex + pages)));
    }
    Keys.onUpPressed: root.choose(Math.max(0, root.currentIndex - 1))
}
