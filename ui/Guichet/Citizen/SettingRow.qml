pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One setting: what it is, and its choices beside it; above them where the letters are large or the room is narrow.
GridLayout {
    id: root

    required property string symbol
    required property string label
    required property list<string> choices
    required property int current
    property int lines: Theme.narrow && Theme.letters === 2 && root.choices.length > 2 && root.sizes.length === 0 ? 1 : root.choices.length
    property list<int> sizes: []
    property list<string> samples: []
    property bool stacked: false
    // What takes the place of the choices.
    default property alias instead: place.data

    signal chosen(index: int)

    columns: root.stacked ? 1 : 2
    columnSpacing: Theme.gapWide
    rowSpacing: 0

    RowLayout {
        Layout.fillWidth: root.stacked
        Layout.preferredWidth: root.stacked ? -1 : Theme.mm(70)
        Layout.alignment: Qt.AlignVCenter
        spacing: Theme.gap

        Symbol {
            name: root.symbol
            size: Theme.icon
        }
        Words {
            Layout.fillWidth: true
            text: root.label
            font.pixelSize: Theme.body
            font.weight: Font.DemiBold
        }
    }
    ChoiceBar {
        Layout.fillWidth: true
        visible: root.choices.length > 0
        uniform: true
        columns: root.lines
        choices: root.choices
        // Note: a setting and one of its choices, as they are read aloud: “Letters: A+”
        names: root.choices.map(choice => qsTr("%1: %2").arg(root.label).arg(choice))
        current: root.current
        sizes: root.sizes
        samples: root.samples
        size: Math.max(Theme.meta, Theme.body)
        onChosen: index => root.chosen(index)
    }
    RowLayout {
        id: place

        Layout.fillWidth: true
        visible: root.choices.length === 0
        spacing: Theme.gapTiny
    }
}
