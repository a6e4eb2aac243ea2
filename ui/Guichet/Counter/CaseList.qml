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

    Accessible.name: qsTr("Cases")
    Accessible.role: Accessible.List
    activeFocusOnTab: root.count > 0
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    currentIndex: 0
    model: root.view.rows
    reuseItems: true

    delegate: T.AbstractButton {
        id: row

        required property string code
        readonly property bool current: ListView.isCurrentItem
        required property string due
        required property string dueTone
        required property int index
        required property string kept
        required property string name
        required property string number
        required property string situation
        required property string spoken
        required property string status
        required property string steps
        required property string tone

        Accessible.focused: row.current && root.activeFocus
        Accessible.name: row.spoken
        Accessible.role: Accessible.ListItem
        Accessible.selectable: true
        Accessible.selected: row.current
        focusPolicy: Qt.NoFocus
        hoverEnabled: true
        implicitHeight: Math.max(Theme.mm(29), line.implicitHeight + Theme.gap * 2)
        width: ListView.view.width

        background: Rectangle {
            color: row.current && root.activeFocus || row.down || row.hovered ? Theme.colours.tint : "transparent"

            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.colours.hairline
                height: 1
                width: parent.width
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
                Layout.fillWidth: false
                Layout.leftMargin: Theme.gapWide
                Layout.preferredWidth: Theme.mm(46)
                spacing: 0

                Words {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    font.weight: Font.Bold
                    text: row.number
                }
                Words {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    text: row.name
                    visible: row.name !== ""
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    font.weight: Font.DemiBold
                    text: row.situation
                    wrapMode: Text.NoWrap
                }
                Words {
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    color: Theme.colours.inkSoft
                    elide: Text.ElideRight
                    font.pixelSize: Theme.meta
                    text: [row.code, row.kept].filter(part => part !== "").join(" · ")
                    wrapMode: Text.NoWrap
                }
            }
            Words {
                Accessible.ignored: true
                Layout.preferredWidth: Theme.mm(64)
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
                text: row.steps
            }
            Item {
                Layout.preferredWidth: Theme.mm(84)
                implicitHeight: status.implicitHeight

                Chip {
                    id: status

                    text: row.status
                    told: true
                    tone: row.tone
                    width: Math.min(implicitWidth, parent.width)
                }
            }
            Item {
                Layout.preferredWidth: Theme.mm(92)
                Layout.rightMargin: Theme.gap
                implicitHeight: due.implicitHeight

                Chip {
                    id: due

                    symbol: "calendar-due"
                    text: row.due
                    told: true
                    tone: row.dueTone
                    width: Math.min(implicitWidth, parent.width)
                }
            }
            Symbol {
                Layout.rightMargin: Theme.gapWide
                name: "chevron-right"
                size: Theme.iconSmall
            }
        }

        // A row that waits to be used again is drawn no more, but would be read out.
        ListView.onPooled: row.visible = false
        ListView.onReused: row.visible = true
        onClicked: root.view.open(row.number)
    }

    Keys.onEnterPressed: root.openCurrent()
    Keys.onPressed: event => {
        const step = Math.floor(root.height / Theme.row);
        const by = event.key === Qt.Key_PageDown ? step : event.key === Qt.Key_PageUp ? -step : 0;
        event.accepted = by !== 0;
        if (event.accepted)
            root.currentIndex = Math.max(0, Math.min(root.count - 1, root.currentIndex + by));
    }
    Keys.onReturnPressed: root.openCurrent()
}
