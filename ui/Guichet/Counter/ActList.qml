pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// What is done, here or elsewhere, under its heading; nothing at all where there is nothing to do.
ColumnLayout {
    id: root

    required property string heading
    required property QtObject acts

    visible: list.count > 0
    spacing: Theme.gapTiny

    Words {
        Layout.fillWidth: true
        heading: true
        text: root.heading
        font.pixelSize: Theme.answer
        font.weight: Font.DemiBold
    }
    Repeater {
        id: list

        model: root.acts

        RowLayout {
            id: row

            required property string symbol
            required property string words
            required property bool done
            required property string where

            Layout.fillWidth: true
            spacing: Theme.gap

            Rectangle {
                Layout.alignment: Qt.AlignTop
                implicitWidth: Theme.target
                implicitHeight: Theme.target
                radius: Theme.radius
                color: row.done ? Theme.colours.successGround : Theme.colours.sunk

                Symbol {
                    anchors.centerIn: parent
                    name: row.symbol
                    size: Theme.icon
                    colour: row.done ? Theme.colours.success : Theme.colours.inkSoft
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.target
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    Layout.fillHeight: row.where === ""
                    verticalAlignment: Text.AlignVCenter
                    text: row.words
                }
                Words {
                    Layout.fillWidth: true
                    visible: row.where !== ""
                    text: row.where
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                }
            }
        }
    }
}
