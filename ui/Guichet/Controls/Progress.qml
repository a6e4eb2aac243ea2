pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// Real steps, never a percentage: `done` of about `total`.
RowLayout {
    id: root

    required property int done
    required property int total

    spacing: Theme.gapTiny

    Accessible.ignored: true

    Repeater {
        model: root.total

        Rectangle {
            required property int index

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.mm(60)
            implicitHeight: Theme.mm(2.8)
            radius: height / 2
            color: index < root.done ? Theme.colours.action : Theme.colours.card
            border.width: Theme.hair
            border.color: index < root.done ? Theme.colours.action : Theme.colours.edge
        }
    }
}
