import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The month so far, as it may be shown.
ColumnLayout {
    id: root

    required property MonthViewModel month

    spacing: Theme.gapLarge

    RowLayout {
        Layout.fillWidth: true
        visible: !root.month.tooFew
        spacing: Theme.gap

        Words {
            text: root.month.total
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("needs that nothing here met")
            color: Theme.colours.inkSoft
        }
    }
    Words {
        Layout.fillWidth: true
        visible: root.month.tooFew
        text: qsTr("Fewer than 5 needs so far: too few to show.")
        color: Theme.colours.inkSoft
    }
    TallyList {
        Layout.fillWidth: true
        rows: root.month.wanted
    }
    Words {
        Layout.fillWidth: true
        visible: root.month.rest !== "" && !root.month.tooFew
        text: root.month.rest
        color: Theme.colours.inkSoft
    }
    TallyList {
        Layout.fillWidth: true
        rows: root.month.reasons
        title: qsTr("Why not")
    }
    TallyList {
        Layout.fillWidth: true
        rows: root.month.languages
        title: qsTr("Needed in")
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: "lock"
            size: Theme.iconSmall
            colour: Theme.colours.inkSoft
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Numbers under 5 are left out, so that nobody can be recognised.")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
    }
}
