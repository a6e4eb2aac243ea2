pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The way to a place: a sketch of it, how far it is, and how long on foot where one can say.
ColumnLayout {
    id: root

    required property WayMapViewModel map
    property int least: Theme.mm(Theme.letters === 0 ? 92 : Theme.letters === 1 ? 120 : 150)

    visible: root.map.known
    spacing: Theme.gap

    component Far: Rectangle {
        id: far

        required property string symbol
        required property string label
        required property string value

        Layout.fillWidth: true
        visible: far.value !== ""
        implicitWidth: told.implicitWidth + Theme.gap * 2
        implicitHeight: told.implicitHeight + Theme.gap
        color: Theme.colours.card
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.colours.hairline

        Accessible.role: Accessible.ListItem
        Accessible.name: far.label + qsTr(": ", "between a label and its value") + far.value

        RowLayout {
            id: told

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Symbol {
                visible: Theme.letters < 2
                name: far.symbol
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: far.label
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    Accessible.ignored: true
                }
                Words {
                    Layout.fillWidth: true
                    text: far.value
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
            }
        }
    }

    MapPicture {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: root.least
        Layout.preferredHeight: root.least
        map: root.map
    }
    Words {
        Layout.fillWidth: true
        // Its place is always kept: coming and going it would change the height of the sketch, and so what is named there.
        opacity: root.map.doubts ? 1 : 0
        Accessible.ignored: !root.map.doubts
        text: qsTr("○ Not checked this year")
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.letters === 0 ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        Far {
            symbol: "route"
            label: qsTr("In a straight line")
            value: root.map.straight
        }
        Far {
            symbol: "walk"
            label: qsTr("On foot")
            value: root.map.onFoot
        }
    }
}
