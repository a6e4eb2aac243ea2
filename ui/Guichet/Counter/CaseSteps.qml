pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The steps of a case: one place for the focus, moved through by the arrows; the one looked at is beside.
ListView {
    id: root

    required property CaseOutcomeViewModel view

    function step(by: int) {
        root.view.look(Math.max(1, Math.min(root.count, root.view.place + by)));
        root.positionViewAtIndex(root.view.place - 1, ListView.Contain);
    }

    Accessible.name: qsTr("Steps")
    Accessible.role: Accessible.List
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    // The ring of the focus stands inside, and every row is there to be read.
    cacheBuffer: 4000
    clip: true
    currentIndex: root.view.place - 1
    model: root.view.steps

    delegate: T.AbstractButton {
        id: row

        required property bool chosen
        required property string detail
        required property string name
        required property bool pending
        required property int place
        required property string status
        required property string tone

        Accessible.description: row.pending ? qsTr("%1, not saved yet").arg(row.status) : row.status
        Accessible.focused: row.chosen && root.activeFocus
        Accessible.name: qsTr("%1. %2").arg(row.place).arg(row.name)
        Accessible.role: Accessible.ListItem
        Accessible.selectable: true
        Accessible.selected: row.chosen
        focusPolicy: Qt.NoFocus
        implicitHeight: Math.max(Theme.mm(30), line.implicitHeight + Theme.gapWide * 2)
        width: ListView.view.width

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
                anchors.margins: Theme.mm(0.6)
                shown: row.chosen && root.activeFocus
            }
        }
        contentItem: RowLayout {
            id: line

            spacing: Theme.gapWide

            StepNumber {
                Layout.leftMargin: Theme.gapWide
                filled: row.chosen
                number: row.place
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
                    visible: text !== ""
                }
            }
            Chip {
                Layout.maximumWidth: Theme.mm(70)
                Layout.rightMargin: Theme.gapWide
                symbol: row.pending ? "edit" : ""
                text: row.status
                told: true
                tone: row.tone
            }
        }

        onClicked: {
            root.forceActiveFocus(Qt.MouseFocusReason);
            root.view.look(row.place);
        }
    }

    Keys.onDownPressed: root.step(1)
    Keys.onUpPressed: root.step(-1)
    // The one looked at is in sight, also when the list has become shorter.
    onCurrentIndexChanged: root.positionViewAtIndex(root.currentIndex, ListView.Contain)
    onHeightChanged: root.positionViewAtIndex(root.currentIndex, ListView.Contain)
}
