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
    Repeater {
        model: root.view.handOffs.rows

        Rectangle {
            id: one

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

            RowLayout {
                id: line

                anchors.fill: parent
                anchors.margins: Theme.gap
                anchors.leftMargin: Theme.gapWide
                spacing: Theme.gapWide

                ColumnLayout {
                    Layout.fillWidth: true
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
                    visible: one.waits
                    text: qsTr("They have it")
                    Accessible.description: one.organization
                    onClicked: root.view.handOffs.answer(one.which)
                }
            }
        }
    }
}
