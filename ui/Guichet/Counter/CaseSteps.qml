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

    // What became of a step stands below its name where there is no room beside it.
    readonly property bool narrow: root.width < Theme.mm(130)

    function step(by: int) {
        root.view.look(Math.max(1, Math.min(root.count, root.view.place + by)));
        root.positionViewAtIndex(root.view.place - 1, ListView.Contain);
    }

    model: root.view.steps
    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    currentIndex: root.view.place - 1
    // The ring of the focus stands inside, and every row is there to be read.
    cacheBuffer: 4000

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Steps")

    // The one looked at is in sight, also when the list has become shorter.
    onCurrentIndexChanged: root.positionViewAtIndex(root.currentIndex, ListView.Contain)
    onHeightChanged: root.positionViewAtIndex(root.currentIndex, ListView.Contain)

    Keys.onDownPressed: root.step(1)
    Keys.onUpPressed: root.step(-1)

    delegate: T.AbstractButton {
        id: row

        required property int place
        required property string name
        required property string detail
        required property string status
        required property string tone
        required property bool chosen
        required property bool pending

        width: ListView.view.width
        implicitHeight: Math.max(Theme.mm(30), line.implicitHeight + (root.narrow ? 0 : Theme.gapWide * 2))
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.ListItem
        Accessible.name: qsTr("%1. %2").arg(row.place).arg(row.name)
        Accessible.description: row.pending ? qsTr("%1, not saved yet").arg(row.status) : row.status
        Accessible.selectable: true
        Accessible.selected: row.chosen
        Accessible.focused: row.chosen && root.activeFocus

        onClicked: {
            root.forceActiveFocus(Qt.MouseFocusReason);
            root.view.look(row.place);
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
                anchors.margins: Theme.mm(0.6)
                shown: row.chosen && root.activeFocus
            }
        }
        contentItem: GridLayout {
            id: line

            columnSpacing: Theme.gapWide
            rowSpacing: Theme.gapTiny

            StepNumber {
                Layout.row: 0
                Layout.column: 0
                Layout.leftMargin: Theme.gapWide
                number: row.place
                filled: row.chosen
            }
            ColumnLayout {
                Layout.row: 0
                Layout.column: 1
                Layout.topMargin: root.narrow ? Theme.gapWide : 0
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
                    visible: text !== ""
                    text: row.detail
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    Accessible.ignored: true
                }
            }
            Chip {
                Layout.row: root.narrow ? 1 : 0
                Layout.column: root.narrow ? 1 : 2
                Layout.rightMargin: Theme.gapWide
                Layout.bottomMargin: root.narrow ? Theme.gapWide : 0
                Layout.maximumWidth: Theme.mm(70)
                text: row.status
                symbol: row.pending ? "edit" : ""
                tone: row.tone
                told: true
            }
        }
    }
}
