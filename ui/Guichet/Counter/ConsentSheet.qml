pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What to say aloud to the person, and the yes or no that they answer. No is one key, and takes nothing away.
Sheet {
    id: root

    required property CaseConsentViewModel view

    breadth: Theme.mm(420)
    title: qsTr("Ask the person, in these words or in your own")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapHuge

        ColumnLayout {
            spacing: Theme.gapTiny

            Words {
                text: qsTr("In which language")
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
            ChoiceBar {
                Layout.preferredWidth: implicitWidth
                choices: root.view.languages
                about: qsTr("In which language")
                current: root.view.language
                size: Theme.body
                onChosen: index => root.view.speak(index)
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.gapTiny

            Words {
                text: qsTr("For how long, %1").arg(root.view.until)
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
            ChoiceBar {
                Layout.preferredWidth: implicitWidth
                choices: root.view.periods
                current: root.view.period
                size: Theme.body
                onChosen: index => root.view.last(index)
            }
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.view.covers

            OptionKey {
                required property string cover
                required property string label
                required property bool chosen

                required key

                Layout.fillWidth: true
                several: true
                text: label
                checked: chosen
                onClicked: root.view.cover(cover, !chosen)
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: said.implicitHeight + Theme.gapLarge * 2
        color: Theme.colours.tint
        radius: Theme.radius

        Rectangle {
            width: Theme.gapTiny
            height: parent.height
            radius: width / 2
            color: Theme.colours.action
        }
        ColumnLayout {
            id: said

            anchors.fill: parent
            anchors.margins: Theme.gapLarge
            spacing: Theme.gap

            Repeater {
                model: root.view.words

                Words {
                    required property string modelData

                    Layout.fillWidth: true
                    text: modelData
                    font.pixelSize: Theme.answer
                    spokenLanguage: root.view.languageCode
                }
            }
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.gap
        uniformCellWidths: true

        DeskButton {
            Layout.fillWidth: true
            large: true
            text: qsTr("They said no")
            key: "Escape"
            cap: qsTr("Esc")
            onClicked: root.view.refuse()
        }
        DeskButton {
            Layout.fillWidth: true
            large: true
            main: true
            symbol: "check"
            text: qsTr("They said yes")
            key: "F9"
            onClicked: root.view.accept()
        }
    }
}
