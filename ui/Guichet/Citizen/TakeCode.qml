pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The code for a phone: as large as the page allows, dark on white, until the person goes on.
Item {
    id: root

    required property TakeViewModel view

    readonly property bool beside: root.width > root.height
    // Neither beside the words nor above them is there room on the lower half of a narrow panel: all of it moves.
    readonly property bool moves: root.beside && Theme.narrow
    readonly property int room: root.moves ? Math.min(root.width, root.height - Theme.target - Theme.gapLarge) : root.beside ? Math.min(root.height, root.width * (Theme.letters === 0 ? 0.48 : Theme.letters === 1 || Theme.landscape ? 0.38 : 0.3)) : Math.min(root.width, root.height * 0.56)
    // Where height is dear, the button moves with the words.
    readonly property bool tight: root.height < Theme.mm(150) && root.beside
    readonly property int border: Theme.gapTiny * 2
    // Whole pixels a module, so that no edge is smoothed; a millimetre at least where there is room.
    readonly property int module: root.view.codeModules === 0 ? 0 : Math.max(1, Math.min(Math.floor((root.room - root.border) / root.view.codeModules), Theme.mm(2.2)))

    component Done: ActionButton {
        // The key 0 of a keypad stands for it.
        readonly property bool zero: true

        symbol: "check"
        text: qsTr("I have it")
        font.pixelSize: Theme.first
        onClicked: root.view.codeTaken()
    }

    component Frame: Rectangle {
        implicitWidth: root.view.codeModules === 0 ? root.room : root.module * root.view.codeModules + root.border
        implicitHeight: implicitWidth
        // White whatever the theme: a camera wants dark on light.
        color: Theme.colours.sheet
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.colours.hairline

        Image {
            anchors.centerIn: parent
            width: root.module * root.view.codeModules
            height: width
            visible: root.view.codeModules > 0
            source: root.view.codeModules === 0 ? "" : "image://slip/code/" + root.view.version
            smooth: false
            cache: false

            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Square code that opens your plan on a phone")
        }
        Words {
            anchors.centerIn: parent
            width: parent.width - root.border
            horizontalAlignment: Text.AlignHCenter
            visible: root.view.making
            text: qsTr("One moment…")
            color: Theme.colours.sheetInk
            // Its longest word stays whole on the smallest code.
            font.pixelSize: Math.min(Theme.body, Math.round(width / 5))
        }
    }
    component Told: ColumnLayout {
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("Your plan on your phone")
            font.pixelSize: Theme.section
            font.weight: Font.Bold
        }
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

    Frame {
        id: frame

        anchors.left: root.beside ? parent.left : undefined
        anchors.horizontalCenter: root.beside ? undefined : parent.horizontalCenter
        anchors.top: parent.top
        visible: !root.moves
    }
    Item {
        visible: !root.moves
        anchors.left: root.beside ? frame.right : parent.left
        anchors.leftMargin: root.beside ? Theme.gapHuge : 0
        anchors.right: parent.right
        anchors.top: root.beside ? parent.top : frame.bottom
        anchors.topMargin: root.beside ? 0 : Theme.gap
        anchors.bottom: parent.bottom

        // Not in a layout: the height it gives its words must not change the height it is given.
        Scroller {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: root.tight ? parent.bottom : done.top
            anchors.bottomMargin: root.tight ? 0 : Theme.gap

            Told {
                Layout.fillWidth: true
            }
            Done {
                Layout.fillWidth: true
                visible: root.tight
            }
        }
        Done {
            id: done

            visible: !root.tight
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
        }
    }
    Loader {
        anchors.fill: parent
        active: root.moves
        sourceComponent: Scroller {
            Frame {
                Layout.alignment: Qt.AlignHCenter
            }
            Told {
                Layout.fillWidth: true
            }
            Done {
                Layout.fillWidth: true
            }
        }
    }
}
