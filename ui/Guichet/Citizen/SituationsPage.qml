pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// A list of situations, each one a whole row to touch.
Item {
    id: root

    required property SituationsViewModel view

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        spacingInside: Theme.gap

        Words {
            Layout.fillWidth: true
            heading: true
            text: root.view.title
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.steady ? 1 : Theme.landscape && Theme.letters < 2 ? (Theme.small ? 3 - Theme.letters : 3) : Theme.letters === 0 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.mm(3)
            uniformCellWidths: true

            Repeater {
                model: root.view.rows

                RowButton {
                    required property string target
                    required property string label

                    required symbol
                    required theme

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    least: Theme.target
                    leads: false
                    text: label
                    font.pixelSize: Theme.body
                    onClicked: root.view.open(target)
                }
            }
        }
    }
}
