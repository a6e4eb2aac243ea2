pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Names with their numbers, and a bar for each: a list of what was counted. Nothing of it can be touched.
ColumnLayout {
    id: root

    required property Rows rows
    property string title: ""

    visible: lines.count > 0
    spacing: Theme.gap

    Words {
        Layout.fillWidth: true
        visible: root.title !== ""
        heading: true
        text: root.title
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
        font.weight: Font.DemiBold
    }
    Repeater {
        id: lines

        model: root.rows

        ColumnLayout {
            id: line

            required property string name
            required property string number
            required property real part

            Layout.fillWidth: true
            spacing: Theme.gapTiny / 2

            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1: %2").arg(line.name).arg(line.number)

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gap

                Words {
                    Layout.fillWidth: true
                    text: line.name
                    Accessible.ignored: true
                }
                Words {
                    text: line.number
                    font.weight: Font.Bold
                    Accessible.ignored: true
                }
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: Theme.mm(2)
                radius: height / 2
                color: Theme.colours.sunk

                Rectangle {
                    width: Math.max(height, parent.width * line.part)
                    height: parent.height
                    radius: height / 2
                    color: Theme.colours.action
                }
            }
        }
    }
}
