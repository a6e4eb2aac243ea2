pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C10: why not, by one touch; then thanks. The way out stands there from the start.
Item {
    id: root

    required property FeedbackViewModel view

    readonly property bool asked: root.view.thanks === ""
    // Where height is dear the way out stands below the reasons, beside the buttons that turn the page.
    readonly property bool low: root.height < Theme.mm(130)

    component Finish: ActionButton {
        quiet: root.asked
        symbol: "eraser"
        text: qsTr("Finish and erase")
        font.pixelSize: root.asked ? Theme.answer : Theme.first
        onClicked: root.view.finish()
    }

    Scroller {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: root.low ? parent.bottom : finish.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap

        Words {
            Layout.fillWidth: true
            visible: root.asked
            heading: true
            text: root.asked ? qsTr("What was the problem?") : ""
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            visible: root.asked
            text: root.asked ? qsTr("One touch is enough. Nothing says who you are.") : ""
            color: Theme.colours.inkSoft
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            visible: root.asked
            columns: Theme.landscape && Theme.letters < 2 ? 2 : 1
            columnSpacing: Theme.gapWide
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: root.view.reasons

                RowButton {
                    required property string reason
                    required property string label

                    required symbol

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    leads: false
                    text: label
                    onClicked: root.view.explain(reason)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapHuge
            visible: !root.asked
            spacing: Theme.gapWide

            Rectangle {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.iconLarge * 1.7
                Layout.preferredHeight: Theme.iconLarge * 1.7
                radius: width / 2
                color: Theme.colours.successGround

                Symbol {
                    anchors.centerIn: parent
                    name: "heart-handshake"
                    colour: Theme.colours.success
                    size: Theme.iconLarge
                }
            }
            Words {
                Layout.fillWidth: true
                heading: true
                text: root.view.thanks
                font.pixelSize: Theme.first
                font.weight: Font.Bold
                Accessible.role: Accessible.AlertMessage
            }
        }
        RowButton {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapWide
            visible: !root.asked && root.view.wantsPerson
            symbol: "user"
            text: qsTr("Talk to a person")
            onClicked: root.view.openHelp()
        }
        Finish {
            Layout.fillWidth: true
            visible: root.low
        }
    }
    Finish {
        id: finish

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gapWide
        visible: !root.low
    }
}
