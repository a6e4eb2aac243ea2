import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C12: the page behind is hidden; any of three touches is understood in both languages.
Rectangle {
    id: root

    required property PatienceViewModel patience
    required property bool lower

    // Where letters are large and the screen is low, the two heads take the size of a section.
    readonly property int head: Theme.landscape && Theme.letters > 0 ? Theme.section : Theme.title
    readonly property bool pictured: root.lower ? words.y > Theme.mm(90) : !Theme.landscape || Theme.letters === 0

    color: Theme.colours.paper

    Accessible.role: Accessible.AlertMessage
    Accessible.name: "Are you still there? Êtes-vous encore là?"

    Landscape {
        anchors.left: parent.left
        anchors.right: parent.right
        y: root.lower ? 0 : parent.height - height
        visible: root.pictured
        height: root.lower ? words.y - Theme.gapLarge : Theme.landscape ? Theme.mm(40) : Theme.mm(52)
        skyline: root.lower ? 0 : 0.26
    }
    Wordmark {
        x: Theme.margin
        y: Theme.mm(8)
    }
    GridLayout {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        y: root.lower ? parent.height - height - Theme.gapLarge : (parent.height - height) / 2
        width: Math.min(parent.width - Theme.margin * 2, Theme.mm(Theme.landscape ? 420 : 240))
        columns: Theme.landscape ? 2 : 1
        columnSpacing: Theme.gapHuge
        rowSpacing: Theme.gapHuge

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            spacing: Theme.gap

            Words {
                Layout.fillWidth: true
                heading: true
                text: "Are you still there?"
                font.pixelSize: root.head
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
            }
            Words {
                Layout.fillWidth: true
                heading: true
                text: "Êtes-vous encore là?"
                color: Theme.colours.action
                font.pixelSize: root.head
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
            }
            Rectangle {
                Layout.alignment: Qt.AlignHCenter
                Layout.topMargin: Theme.gapWide
                Layout.bottomMargin: Theme.gapWide
                implicitWidth: Theme.mm(44)
                implicitHeight: Theme.mm(44)
                radius: width / 2
                color: Theme.colours.card
                border.width: Theme.mm(3)
                border.color: Theme.colours.action

                Words {
                    anchors.centerIn: parent
                    text: root.patience.secondsLeft + " s"
                    font.pixelSize: Theme.mm(14)
                    font.weight: Font.Bold
                }
            }
            Words {
                Layout.fillWidth: true
                text: "Your answers will then be erased."
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
            }
            Words {
                Layout.fillWidth: true
                text: "Vos réponses seront ensuite effacées."
                color: Theme.colours.action
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            Layout.alignment: Qt.AlignBottom
            spacing: Theme.gapWide

            RowButton {
                Layout.fillWidth: true
                chosen: true
                leads: false
                symbol: "hourglass"
                text: "Yes, I need more time"
                detail: "Oui, encore du temps"
                focus: true
                onClicked: root.patience.stay()
            }
            RowButton {
                Layout.fillWidth: true
                visible: root.patience.canTake
                leads: false
                symbol: "printer"
                text: "Take my plan now"
                detail: "Emporter mon plan"
                onClicked: root.patience.takePlan()
            }
            RowButton {
                Layout.fillWidth: true
                leads: false
                symbol: "eraser"
                text: "I am finished. Erase."
                detail: "J’ai terminé. Effacer."
                onClicked: root.patience.finish()
            }
        }
    }
}
