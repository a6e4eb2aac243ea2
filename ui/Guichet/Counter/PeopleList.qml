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

    function choose(index: int) {
        root.currentIndex = index;
        const row = root.itemAtIndex(index) as T.AbstractButton;
        if (row !== null)
            row.click();
    }

    Accessible.name: qsTr("Who works here")
    Accessible.role: Accessible.List
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0
    clip: true
    model: root.view.everybody

    delegate: T.AbstractButton {
        id: row

        readonly property bool chosen: root.view.chosen === row.staff
        required property int index
        required property string initials
        required property string mark
        required property string name
        required property string role
        required property string staff
        required property string symbol
        required property string tone

        Accessible.description: row.mark === "" ? row.role : row.role + ", " + row.mark
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

                Initials {
                    color: row.chosen ? Theme.colours.card : Theme.colours.tint
                    letters: row.initials
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gapTiny

                    Words {
                        Accessible.ignored: true
                        Layout.fillWidth: true
                        font.weight: Font.DemiBold
                        text: row.name
                    }
                    Flow {
                        Layout.fillWidth: true
                        spacing: Theme.gap

                        Words {
                            Accessible.ignored: true
                            color: Theme.colours.inkSoft
                            font.pixelSize: Theme.meta
                            text: row.role
                        }
                        Chip {
                            symbol: row.symbol
                            text: row.mark
                            told: true
                            tone: row.tone
                        }
                    }
                }
            }
        }

        onChosenChanged: if (row.chosen)
            root.currentIndex = row.index
        onClicked: {
            root.currentIndex = row.index;
            root.view.choose(row.staff);
        }
    }

    Keys.onDownPressed: root.choose(Math.min(root.count - 1, root.currentIndex + 1))
    Keys.onUpPressed: root.choose(Math.max(0, root.currentIndex - 1))
}
