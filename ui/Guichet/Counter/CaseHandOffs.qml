pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Partners who were told of a person: who has answered, and who is to be asked again.
ColumnLayout {
    id: root

    required property CaseViewModel view

    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("Partners told")
            font.weight: Font.DemiBold
        }
        DeskButton {
            symbol: "send"
            text: qsTr("Tell a partner")
            key: "T"
            onClicked: root.view.handOff()
        }
    }
    Chip {
        Layout.maximumWidth: root.width
        text: root.view.handOffs.printing.news
        symbol: "printer"
        tone: root.view.handOffs.printing.isTrouble ? "bad" : "calm"
    }
    Repeater {
        id: told

        model: root.view.handOffs.rows

        Rectangle {
            id: one

            required property int index
            required property string which
            required property string organization
            required property string note
            required property string standing
            required property string tone
            required property bool waits

            Layout.fillWidth: true
            implicitHeight: line.implicitHeight + Theme.gap * 2
            color: one.tone === "bad" ? Theme.colours.dangerGround : Theme.colours.paper
            radius: Theme.radius

            GridLayout {
                id: line

                anchors.fill: parent
                anchors.margins: Theme.gap
                anchors.leftMargin: Theme.gapWide
                columns: width > Theme.mm(300) ? 4 : 3
                columnSpacing: Theme.gapWide
                rowSpacing: Theme.gap

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.columnSpan: line.columns === 4 ? 1 : 3
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        text: one.organization
                        font.weight: Font.DemiBold
                    }
                    Words {
                        Layout.fillWidth: true
                        text: one.note
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                    }
                }
                Chip {
                    Layout.maximumWidth: Theme.mm(90)
                    text: one.standing
                    symbol: one.tone === "good" ? "check" : one.tone === "bad" ? "alert-triangle" : "clock"
                    tone: one.tone
                }
                DeskButton {
                    visible: root.view.handOffs.printing.possible
                    symbol: "printer"
                    text: qsTr("Print", "a hand-off")
                    key: one.index === told.count - 1 ? "F6" : ""
                    Accessible.description: one.organization
                    onClicked: root.view.handOffs.print(one.which)
                }
                DeskButton {
                    visible: one.waits
                    text: qsTr("They have it")
                    Accessible.description: one.organization
                    onClicked: root.view.handOffs.answer(one.which)
                }
            }
        }
    }
}
