pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Above every page: what it is, what belongs to it, a call from a kiosk, the language, and who is signed in.
Rectangle {
    id: root

    required property DeskViewModel desk
    required property CallsViewModel calls
    property string title: ""
    property Component beside: null
    // A question lies over the page: Escape belongs to that.
    property bool covered: false

    implicitHeight: Math.max(Theme.mm(32), line.implicitHeight + Theme.gapTiny * 2)
    color: Theme.colours.card

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 1
        color: Theme.colours.hairline
    }
    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: Theme.gapHuge
        anchors.rightMargin: Theme.gapHuge
        spacing: Theme.gapWide

        DeskButton {
            visible: root.desk.canClose
            enabled: !root.covered
            symbol: "arrow-left"
            key: "Escape"
            cap: qsTr("Esc")
            Accessible.name: qsTr("Back")
            onClicked: root.desk.close()
        }
        Words {
            Layout.maximumWidth: Math.ceil(implicitWidth)
            Layout.fillWidth: true
            heading: true
            text: root.title
            font.pixelSize: Theme.first
            font.weight: Font.Bold
        }
        Loader {
            Layout.fillWidth: true
            sourceComponent: root.beside
        }
        CallBanner {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            calls: root.calls
        }
        ChoiceBar {
            Layout.preferredWidth: implicitWidth
            choices: root.desk.languages.map(code => code.toUpperCase())
            names: root.desk.languageNames
            languages: root.desk.languages
            current: root.desk.languages.indexOf(root.desk.language)
            onChosen: index => root.desk.speak(root.desk.languages[index])
        }
        Initials {
            letters: root.desk.initials
        }
        Words {
            text: root.desk.name
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.name: qsTr("Signed in: %1").arg(root.desk.name)
        }
    }
}
