pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Cases, one a line: one place for the focus, moved through by the arrows; Enter lays one open.
ListView {
    id: root

    required property CasesViewModel view

    function enter() {
        root.currentIndex = Math.max(0, root.currentIndex);
        root.forceActiveFocus(Qt.TabFocusReason);
    }

    function openCurrent() {
        const row = root.itemAtIndex(root.currentIndex) as T.AbstractButton;
        if (row !== null)
            row.click();
    }

    model: root.view.rows
    clip: true
    activeFocusOnTab: root.count > 0 || root.activeFocus
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: 0
    reuseItems: true
    // Rows made ahead would wait at the top for their place.
    cacheBuffer: 0

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Cases")

    Keys.onReturnPressed: root.openCurrent()
    Keys.onEnterPressed: root.openCurrent()
    Keys.onPressed: event => {
        const step = Math.floor(root.height / Theme.row);
        const by = event.key === Qt.Key_PageDown ? step : event.key === Qt.Key_PageUp ? -step : 0;
        event.accepted = by !== 0;
        if (event.accepted)
            root.currentIndex = Math.max(0, Math.min(root.count - 1, root.currentIndex + by));
    }

    delegate: T.AbstractButton {
        id: row

        required property int index
        required property string number
        required property string name
        required property string situation
        required property string code
        required property string steps
        required property string status
        required property string tone
        required property string due
        required property string dueTone
        required property string kept
        required property string spoken

        readonly property bool current: ListView.isCurrentItem

        width: ListView.view.width
        implicitHeight: Math.max(Theme.mm(29), line.implicitHeight + Theme.gap * 2)
        focusPolicy: Qt.NoFocus
        hoverEnabled: true
        Accessible.role: Accessible.ListItem
        Accessible.name: row.spoken
        Accessible.selectable: true
        Accessible.selected: row.current
        Accessible.focused: row.current && root.activeFocus

        onClicked: root.view.open(row.number)

        // A row that waits to be used again is drawn no more, but would be read out.
        ListView.onPooled: row.visible = false
        ListView.onReused: row.visible = true

        background: Rectangle {
            color: row.current && root.activeFocus || row.down || row.hovered ? Theme.colours.tint : "transparent"

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 1
                color: Theme.colours.hairline
            }
            FocusRing {
                anchors.margins: Theme.mm(0.6)
                shown: row.current && root.activeFocus
            }
        }
        contentItem: RowLayout {
            id: line

            spacing: Theme.gapWide

            ColumnLayout {
                Layout.leftMargin: Theme.gapWide
                Layout.fillWidth: false
                Layout.preferredWidth: Theme.mm(46)
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: row.number
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
                Words {
                    Layout.fillWidth: true
                    visible: row.name !== ""
                    text: row.name
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    Accessible.ignored: true
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: row.situation
                    font.weight: Font.DemiBold
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Words {
                    Layout.fillWidth: true
                    text: [row.code, row.kept].filter(part => part !== "").join(" · ")
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
            Words {
                Layout.preferredWidth: Theme.mm(64)
                text: row.steps
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
                Accessible.ignored: true
            }
            Item {
                Layout.preferredWidth: Theme.mm(84)
                implicitHeight: status.implicitHeight

                Chip {
                    id: status

                    width: Math.min(implicitWidth, parent.width)
                    text: row.status
                    tone: row.tone
                    told: true
                }
            }
            Item {
                Layout.preferredWidth: Theme.mm(92)
                Layout.rightMargin: Theme.gap
                implicitHeight: due.implicitHeight

                Chip {
                    id: due

                    width: Math.min(implicitWidth, parent.width)
                    text: row.due
                    symbol: "calendar-due"
                    tone: row.dueTone
                    told: true
                }
            }
            Symbol {
                Layout.rightMargin: Theme.gapWide
                name: "chevron-right"
                size: Theme.iconSmall
            }
        }
    }
}
