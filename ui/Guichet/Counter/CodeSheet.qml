import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The plan's code, large, for the camera of the person's telephone.
Sheet {
    id: root

    required property HandingOver handing

    function arrive() {
        close.forceActiveFocus(Qt.TabFocusReason);
    }

    // A camera wants squares of six pixels; the sheet is as large as the page allows.
    readonly property int modules: Math.max(1, root.handing.codeModules)
    readonly property int square: Math.max(2, Math.min(8, Math.floor(Math.min(root.height - Theme.mm(80), root.width - Theme.mm(170)) / root.modules)))

    title: qsTr("Turn the screen to the person")
    breadth: root.modules * root.square + Theme.mm(150)

    Keys.onEscapePressed: root.handing.closeCode()

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapHuge

        Rectangle {
            implicitWidth: root.modules * root.square
            implicitHeight: implicitWidth
            visible: root.handing.codeModules > 0
            color: Theme.colours.sheet

            Image {
                anchors.fill: parent
                source: "image://slip/code/" + root.handing.version
                smooth: false
                cache: false

                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The code")
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.gapWide

            Words {
                Layout.fillWidth: true
                text: root.handing.codeModules > 0 ? root.handing.codeUse : qsTr("There is no code today. Print the slip: it has all the steps.")
                font.pixelSize: Theme.answer
            }
            Words {
                Layout.fillWidth: true
                visible: root.handing.shortCode !== ""
                text: root.handing.shortCode
                font.pixelSize: Theme.title
                font.weight: Font.Bold
            }
            DeskButton {
                id: close

                main: true
                text: qsTr("Done")
                key: "Escape"
                onClicked: root.handing.closeCode()
            }
        }
    }
}
