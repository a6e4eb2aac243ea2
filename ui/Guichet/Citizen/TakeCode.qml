pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The code for a phone: as large as the page allows, dark on white, until the person goes on.
GridLayout {
    id: root

    required property TakeViewModel view

    readonly property int room: Math.min(root.width, root.height * (root.beside ? 1 : 0.62)) - Theme.gapWide * 2
    readonly property bool beside: root.width > root.height
    // Whole pixels a module, so that no edge is smoothed; a millimetre at least where there is room.
    readonly property int module: root.view.codeModules === 0 ? 0 : Math.max(1, Math.min(Math.floor(root.room / root.view.codeModules), Theme.mm(2.2)))

    columns: root.beside ? 2 : 1
    columnSpacing: Theme.gapHuge
    rowSpacing: Theme.gap

    Words {
        Layout.fillWidth: true
        visible: !root.beside
        heading: true
        text: qsTr("Your plan on your phone")
        font.pixelSize: Theme.title
        font.weight: Font.Bold
    }
    Rectangle {
        Layout.alignment: Qt.AlignCenter
        implicitWidth: root.module * root.view.codeModules + Theme.gapTiny * 2
        implicitHeight: implicitWidth
        // White whatever the theme: a camera wants dark on light.
        color: Theme.colours.card
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.colours.hairline

        Image {
            anchors.centerIn: parent
            width: root.module * root.view.codeModules
            height: width
            source: root.view.codeModules === 0 ? "" : "image://slip/code/" + root.view.version
            smooth: false
            cache: false

            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Square code that opens your plan on a phone")
        }
        Words {
            anchors.centerIn: parent
            visible: root.view.making
            text: qsTr("One moment…")
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            visible: root.beside
            heading: true
            text: qsTr("Your plan on your phone")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Words {
                Layout.fillWidth: true
                text: root.view.problem === "" ? root.view.codeUse : root.view.problem
            }
            Words {
                Layout.fillWidth: true
                Layout.topMargin: Theme.gap
                visible: root.view.shortCode !== ""
                text: qsTr("No phone? Write this down and show it here.")
                color: Theme.colours.inkSoft
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.view.shortCode
                font.pixelSize: Theme.title
                font.weight: Font.Bold
            }
        }
        ActionButton {
            Layout.fillWidth: true
            symbol: "check"
            text: qsTr("I have it")
            font.pixelSize: Theme.first
            onClicked: root.view.codeTaken()
        }
    }
}
