pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Staff have closed this kiosk: where to go instead, in every language that greets. Nothing here can be touched.
Rectangle {
    id: root

    required property StaffWordsViewModel staff

    color: Theme.colours.paper

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.staff.titles.join(" ")

    Landscape {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.max(0, Math.min(root.height * (Theme.landscape ? 0.5 : 0.56), words.y - Theme.gapHuge))
    }
    Wordmark {
        x: Theme.margin
        y: Theme.mm(Theme.landscape ? 8 : 14)
        size: Theme.mm(15)
    }
    GridLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.gapHuge * 2
        columns: Theme.landscape ? Math.max(1, root.staff.languages.length) : 1
        columnSpacing: Theme.gapHuge
        rowSpacing: Theme.gapHuge

        Repeater {
            model: root.staff.languages

            ColumnLayout {
                id: said

                required property int index
                required property string modelData

                Layout.fillWidth: true
                Layout.preferredWidth: 10
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gap

                Words {
                    Layout.fillWidth: true
                    heading: true
                    spokenLanguage: said.modelData
                    text: root.staff.titles[said.index] ?? ""
                    color: said.index === 0 ? Theme.colours.ink : Theme.colours.action
                    font.pixelSize: Theme.title
                    font.weight: Font.Bold
                }
                Words {
                    Layout.fillWidth: true
                    spokenLanguage: said.modelData
                    text: root.staff.desks[said.index] ?? ""
                    font.pixelSize: Theme.answer
                    font.weight: Font.DemiBold
                }
                Words {
                    Layout.fillWidth: true
                    spokenLanguage: said.modelData
                    text: root.staff.phones[said.index] ?? ""
                    color: Theme.colours.inkSoft
                }
            }
        }
    }
}
