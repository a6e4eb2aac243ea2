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

    readonly property real room: root.width - Theme.gapHuge * 2
    // The line with nothing beside the title.
    readonly property real bare: (root.desk.canClose ? back.implicitWidth + Theme.gapWide : 0) + title.implicitWidth + ends.implicitWidth + Theme.gapWide * 2
    // What belongs to the page stands in that line where there is room for all of it, and below it otherwise.
    readonly property bool apart: root.bare + root.natural(extra.item as Item) > root.room
    // So does the call.
    readonly property bool below: root.calls.stage !== "quiet" && root.bare + (root.apart ? 0 : root.natural(extra.item as Item)) + banner.implicitWidth + Theme.gapWide * 2 > root.room
    readonly property int start: root.desk.canClose ? 0 : 1

    // How wide the things beside the title are when none is wrapped or stretched.
    function natural(item: Item): real {
        if ((item?.children.length ?? 0) === 0)
            return item?.implicitWidth ?? 0;
        let width = 0;
        for (const child of item?.children ?? [])
            if (child.visible)
                width += (child.implicitWidth > 0 ? child.implicitWidth : (child.children[0]?.implicitWidth ?? 0)) + Theme.gapWide;
        return width;
    }

    implicitHeight: Math.max(Theme.mm(32), line.implicitHeight + Theme.gapTiny * 3)
    color: Theme.colours.card

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 1
        color: Theme.colours.hairline
    }
    GridLayout {
        id: line

        anchors.fill: parent
        anchors.topMargin: Theme.gapTiny
        anchors.bottomMargin: Theme.gapTiny
        anchors.leftMargin: Theme.gapHuge
        anchors.rightMargin: Theme.gapHuge
        columnSpacing: Theme.gapWide
        rowSpacing: Theme.gapTiny

        DeskButton {
            id: back

            Layout.row: 0
            Layout.column: 0
            visible: root.desk.canClose
            enabled: !root.covered
            symbol: "arrow-left"
            key: "Escape"
            Accessible.name: qsTr("Back")
            onClicked: root.desk.close()
        }
        Words {
            id: title

            Layout.row: 0
            Layout.column: 1
            // Whatever stands beside it, a word of the title is never broken.
            Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), Theme.mm(66))
            Layout.maximumWidth: Math.ceil(implicitWidth)
            Layout.fillWidth: true
            heading: true
            text: root.title
            font.pixelSize: Theme.first
            font.weight: Font.Bold
        }
        Loader {
            id: extra

            Layout.row: root.apart ? 1 : 0
            Layout.column: root.apart ? root.start : 2
            Layout.columnSpan: root.apart ? 5 - root.start : 1
            Layout.fillWidth: true
            // A loader keeps the width of what it held before.
            Layout.preferredWidth: (item as Item)?.implicitWidth ?? 0
            sourceComponent: root.beside
        }
        CallBanner {
            id: banner

            Layout.row: root.below ? 2 : 0
            Layout.column: root.below ? root.start : 3
            Layout.columnSpan: root.below ? 5 - root.start : 1
            Layout.fillWidth: root.below
            Layout.alignment: Qt.AlignRight
            Layout.maximumWidth: Math.ceil(implicitWidth)
            calls: root.calls
        }
        RowLayout {
            id: ends

            Layout.row: 0
            Layout.column: 4
            spacing: Theme.gapWide

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
}
