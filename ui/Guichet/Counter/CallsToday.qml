pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Today's calls, the newest first. They are answered from the banner; here is what became of each.
ColumnLayout {
    id: root

    required property Rows rows

    spacing: 0

    Words {
        Layout.fillWidth: true
        visible: lines.count === 0
        text: qsTr("Nobody has called today.")
        color: Theme.colours.inkSoft
    }
    Repeater {
        id: lines

        model: root.rows

        ColumnLayout {
            id: line

            required property int index
            required property string time
            required property string kiosk
            required property string how
            required property string standing
            required property string waited
            required property bool open

            Layout.fillWidth: true
            spacing: 0

            Accessible.role: Accessible.ListItem
            Accessible.name: [line.time, line.kiosk, line.how, line.standing, line.waited].join(", ")

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

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 5
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        text: line.time + " · " + line.kiosk
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                    Words {
                        Layout.fillWidth: true
                        text: line.how
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                        Accessible.ignored: true
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 4
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        text: line.standing
                        color: line.open ? Theme.colours.warning : Theme.colours.ink
                        font.weight: line.open ? Font.Bold : Font.Normal
                        horizontalAlignment: Text.AlignRight
                        Accessible.ignored: true
                    }
                    Words {
                        Layout.fillWidth: true
                        text: line.waited
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                        horizontalAlignment: Text.AlignRight
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
