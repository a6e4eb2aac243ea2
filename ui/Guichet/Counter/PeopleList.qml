pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Who works here, one line each; the arrows move through them.
ListView {
    id: root

    required property PeopleViewModel view

    readonly property string chosen: root.view.chosen

    // The one shown in full is in sight, whoever chose it.
    function follow() {
        root.currentIndex = Math.max(0, (root.view.everybody as Rows).placeOf("staff", root.chosen));
        root.positionViewAtIndex(root.currentIndex, ListView.Contain);
    }

    function choose(index: int) {
        root.currentIndex = index;
        const row = root.itemAtIndex(index) as T.AbstractButton;
        if (row !== null)
            row.click();
    }

    model: root.view.everybody
    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Who works here")

    onActiveFocusChanged: root.follow()
    onChosenChanged: root.follow()
    onHeightChanged: root.follow()

    Keys.onDownPressed: root.choose(Math.min(root.count - 1, root.currentIndex + 1))
    Keys.onUpPressed: root.choose(Math.max(0, root.currentIndex - 1))

    delegate: T.AbstractButton {
        id: row

        required property int index
        required property string staff
        required property string name
        required property string initials
        required property string role
        required property string mark
        required property string tone
        required property string symbol

        readonly property bool chosen: root.view.chosen === row.staff

        width: root.width
        implicitHeight: line.implicitHeight + Theme.gapWide * 2
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.ListItem
        Accessible.name: row.name
        Accessible.description: row.mark === "" ? row.role : row.role + ", " + row.mark
        Accessible.selectable: true
        Accessible.selected: row.chosen
        Accessible.focused: row.chosen && root.activeFocus

        onChosenChanged: if (row.chosen)
            root.currentIndex = row.index
        onClicked: {
            root.currentIndex = row.index;
            root.view.choose(row.staff);
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

                Initials {
                    letters: row.initials
                    color: row.chosen ? Theme.colours.card : Theme.colours.tint
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapTiny

                    Words {
                        Layout.fillWidth: true
                        text: row.name
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                    Flow {
                        Layout.fillWidth: true
                        spacing: Theme.gap

                        Words {
                            text: row.role
                            color: Theme.colours.inkSoft
                            font.pixelSize: Theme.meta
                            Accessible.ignored: true
                        }
                        Chip {
                            text: row.mark
                            tone: row.tone
                            symbol: row.symbol
                            told: true
                        }
                    }
                }
            }
        }
    }
}
