pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// What stands on the screen while the kiosk cannot open. Nothing is known of the panel then: sizes go by the window.
Rectangle {
    id: root

    // One for each language: what has happened, what to do, and what is wrong for whoever keeps the kiosk.
    required property list<var> notices

    readonly property bool lying: root.width > root.height
    readonly property real unit: Math.min(root.width, root.height * (root.lying ? 1 : 0.6)) / 100

    color: Theme.colours.paper

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.unit * 7
        columns: root.lying ? root.notices.length : 1
        columnSpacing: root.unit * 6
        rowSpacing: root.unit * 4
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: root.notices

            ColumnLayout {
                id: notice

                required property int index
                required property var modelData

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                spacing: root.unit * 2

                Line {
                    text: notice.modelData.happened
                    color: notice.index === 0 ? Theme.colours.ink : Theme.colours.action
                    font.pixelSize: root.unit * 8
                    font.weight: Font.Bold
                    lineHeight: 0.85
                }
                Line {
                    text: notice.modelData.advice
                    color: Theme.colours.ink
                    font.pixelSize: root.unit * 4.6
                }
                Item {
                    Layout.fillHeight: true
                }
                Line {
                    text: notice.modelData.fault
                    color: Theme.colours.inkSoft
                    font.pixelSize: Math.max(11, root.unit * 2)
                }
            }
        }
    }

    component Line: Text {
        Layout.fillWidth: true
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
