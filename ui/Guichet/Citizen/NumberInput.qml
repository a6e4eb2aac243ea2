pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// A small whole number: what is written above, ten digits below.
ColumnLayout {
    id: root

    required property string written
    required property int lowest
    required property int highest

    property string digits: root.written

    readonly property bool possible: root.digits !== "" && parseInt(root.digits) >= root.lowest && (root.highest === 0 || parseInt(root.digits) <= root.highest)

    signal done(written: string)

    focus: true
    spacing: Theme.gap

    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && root.digits.length < 3)
            root.digits += event.text;
        else if (event.key === Qt.Key_Backspace)
            root.digits = root.digits.slice(0, -1);
        else
            return;
        event.accepted = true;
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Theme.row
        color: Theme.colours.card
        radius: Theme.radius
        border.width: Theme.hair * 2
        border.color: Theme.colours.action

        Words {
            readonly property bool live: true
            readonly property bool confidential: true

            anchors.centerIn: parent
            text: root.digits
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            Accessible.role: Accessible.StaticText
            Accessible.name: root.digits === "" ? qsTr("No number yet") : root.digits
            Accessible.ignored: false
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 5
        // Figures stand in one order in every language.
        LayoutMirroring.enabled: false
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]

            ActionButton {
                required property string modelData

                Layout.fillWidth: true
                least: Theme.target
                quiet: true
                text: modelData
                onClicked: if (root.digits.length < 3)
                    root.digits += text
            }
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.narrow && Theme.letters === 2 ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        ActionButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            least: Theme.target
            quiet: true
            symbol: "backspace"
            text: qsTr("Erase")
            enabled: root.digits !== ""
            onClicked: root.digits = root.digits.slice(0, -1)
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            least: Theme.target
            symbol: "check"
            text: qsTr("Next")
            enabled: root.possible
            onClicked: root.done(root.digits)
        }
    }
}
