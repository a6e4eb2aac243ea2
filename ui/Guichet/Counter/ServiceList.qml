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

    readonly property string chosen: root.view.chosen

    // The one shown in full is in sight, whoever chose it.
    function follow() {
        root.currentIndex = Math.max(0, (root.view.services as Rows).placeOf("service", root.chosen));
        root.positionViewAtIndex(root.currentIndex, ListView.Contain);
    }

    function enter() {
        root.forceActiveFocus(Qt.TabFocusReason);
        root.choose(Math.max(0, root.currentIndex));
    }

    function choose(index: int) {
        root.currentIndex = index;
        const row = root.itemAtIndex(index) as T.AbstractButton;
        if (row !== null)
            row.click();
    }

    model: root.view.services
    clip: true
    activeFocusOnTab: true
    // Nobody is led into an empty list.
    enabled: root.count > 0
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: 0
    // Rows made ahead would be made a little later, and complain when the list has become shorter meanwhile.
    cacheBuffer: 0

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Services")

    onActiveFocusChanged: root.follow()
    onChosenChanged: root.follow()
    onHeightChanged: root.follow()

    Keys.onDownPressed: root.choose(Math.min(root.count - 1, root.currentIndex + 1))
    Keys.onUpPressed: root.choose(Math.max(0, root.currentIndex - 1))
    Keys.onPressed: event => {
        const step = Math.floor(root.height / Theme.row);
        const pages = event.key === Qt.Key_PageDown ? step : event.key === Qt.Key_PageUp ? -step : 0;
        event.accepted = pages !== 0;
        if (event.accepted)
            root.choose(Math.max(0, Math.min(root.count - 1, root.currentIndex + pages)));
    }

    delegate: T.AbstractButton {
        id: row

        required property int index
        required property string service
        required property string name
        required property string organization
        required property string given

        readonly property bool chosen: root.view.chosen === row.service

        width: root.width
        implicitHeight: line.implicitHeight + Theme.gapWide * 2
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.ListItem
        Accessible.name: row.name
        Accessible.description: row.given === "" ? row.organization : row.organization + ", " + row.given
        Accessible.selectable: true
        Accessible.selected: row.chosen
        Accessible.focused: row.chosen && root.activeFocus

        onClicked: {
            root.currentIndex = row.index;
            root.view.choose(row.service);
        }

        background: Rectangle {
            color: row.chosen ? Theme.colours.tint : "transparent"

            Rectangle {
                width: Theme.gapTiny
                height: parent.height
                visible: row.chosen
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
                shown: row.chosen && root.activeFocus
            }
        }
        contentItem: Item {
            implicitHeight: line.implicitHeight

            RowLayout {
                id: line

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: Theme.gapWide
                anchors.rightMargin: Theme.gapWide
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.gap

                ColumnLayout {
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
                        text: row.organization
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                        Accessible.ignored: true
                    }
                }
                Chip {
                    text: row.given
                    tone: "good"
                    told: true
                }
            }
        }
    }
}
