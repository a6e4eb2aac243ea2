pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Names with their numbers, a hairline between them.
ColumnLayout {
    id: root

    required property Rows rows

    spacing: 0

    Repeater {
        model: root.rows

        ColumnLayout {
            id: line

            required property int index
            required property string name
            required property string number
            required property string detail

            Layout.fillWidth: true
            spacing: 0

            Accessible.role: Accessible.ListItem
            Accessible.name: line.detail === "" ? qsTr("%1: %2").arg(line.name).arg(line.number) : qsTr("%1: %2, %3").arg(line.name).arg(line.number).arg(line.detail)

            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 1
                visible: line.index > 0
                color: Theme.colours.hairline
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                Layout.bottomMargin: Theme.gap
                spacing: Theme.gap

                Words {
                    Layout.fillWidth: true
                    text: line.name
                    Accessible.ignored: true
                }
                Words {
                    visible: line.detail !== ""
                    text: line.detail
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    Accessible.ignored: true
                }
                Words {
                    Layout.minimumWidth: Theme.mm(14)
                    text: line.number
                    font.weight: Font.Bold
                    horizontalAlignment: Text.AlignRight
                    Accessible.ignored: true
                }
            }
        }
    }
}
