pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C13: what becomes of the slip, the one thing to remember, and the way out.
Item {
    id: root

    required property DoneViewModel view

    readonly property bool beside: Theme.landscape && Theme.letters < (Theme.shallow ? 1 : 2)
    readonly property color tone: root.view.tone === "good" ? Theme.colours.success : root.view.tone === "bad" ? Theme.colours.danger : root.view.tone === "warn" ? Theme.colours.warning : Theme.colours.action
    readonly property color ground: root.view.tone === "good" ? Theme.colours.successGround : root.view.tone === "bad" ? Theme.colours.dangerGround : root.view.tone === "warn" ? Theme.colours.warningGround : Theme.colours.tint

    component Told: ColumnLayout {
        spacing: Theme.gapWide

        Rectangle {
            Layout.preferredWidth: Theme.mm(30)
            Layout.preferredHeight: Theme.mm(30)
            visible: !Theme.shallow
            radius: width / 2
            color: root.ground

            Symbol {
                anchors.centerIn: parent
                name: root.view.symbol
                colour: root.tone
                size: Theme.mm(17)
            }
        }
        Words {
            Layout.fillWidth: true
            heading: true
            text: root.view.strong
            font.pixelSize: Theme.title
            font.weight: Font.Bold
            Accessible.role: Accessible.AlertMessage
        }
        Words {
            readonly property bool withTitle: true
            readonly property bool live: true

            Layout.fillWidth: true
            text: root.view.words
            font.pixelSize: Theme.answer
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            visible: root.view.remember !== ""
            implicitHeight: memory.implicitHeight + Theme.gapWide * 2
            color: Theme.colours.card
            radius: Theme.radiusCard
            border.width: Theme.hair
            border.color: Theme.colours.hairline

            ColumnLayout {
                id: memory

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.gapWide
                spacing: Theme.gapTiny

                Words {
                    Layout.fillWidth: true
                    text: qsTr("Remember to do this first")
                    color: Theme.colours.first
                    font.pixelSize: Theme.meta
                    font.weight: Font.Bold
                }
                Words {
                    Layout.fillWidth: true
                    text: root.view.remember
                    font.pixelSize: Theme.first
                    font.weight: Font.DemiBold
                }
                Words {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.view.details
                    color: Theme.colours.inkSoft
                }
            }
        }
    }
    component Judged: FeedbackCard {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        view: root.view.feedback
    }
    component Ways: ColumnLayout {
        spacing: Theme.gap

        RowButton {
            Layout.fillWidth: true
            visible: root.view.canTakeCode
            symbol: "qrcode"
            text: qsTr("Take the code on my phone")
            onClicked: root.view.takeCode()
        }
        RowButton {
            Layout.fillWidth: true
            visible: root.view.canPrintAgain
            leads: false
            symbol: "printer"
            text: qsTr("Print again")
            onClicked: root.view.printAgain()
        }
        RowButton {
            Layout.fillWidth: true
            visible: root.view.canRead
            symbol: "headphones"
            text: qsTr("Read my slip")
            onClicked: root.view.readSlip()
        }
        RowButton {
            Layout.fillWidth: true
            symbol: "help-circle"
            text: qsTr("I have another question")
            onClicked: root.view.askAnother()
        }
        ActionButton {
            Layout.fillWidth: true
            symbol: "eraser"
            text: qsTr("Finish and erase")
            font.pixelSize: Theme.first
            onClicked: root.view.finish()
        }
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.letters === 0 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: 0

            Words {
                Layout.fillWidth: true
                text: root.view.erasing
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
            LinkButton {
                symbol: "hourglass"
                text: qsTr("More time")
                onClicked: root.view.moreTime()
            }
        }
    }

    Loader {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        anchors.bottomMargin: Theme.gap
        sourceComponent: root.beside ? sideBySide : oneColumn
    }
    Component {
        id: oneColumn

        Item {
            Scroller {
                anchors.fill: parent
                fills: true

                Told {
                    Layout.fillWidth: true
                }
                Judged {}
                Item {
                    Layout.fillHeight: true
                }
                Ways {
                    Layout.fillWidth: true
                }
            }
        }
    }
    Component {
        id: sideBySide

        Item {
            Scroller {
                fits: true
                anchors.left: parent.left
                anchors.right: parent.horizontalCenter
                anchors.rightMargin: Theme.gapLarge
                anchors.top: parent.top
                anchors.bottom: parent.bottom

                Told {
                    Layout.fillWidth: true
                }
            }
            Scroller {
                fits: true
                anchors.left: parent.horizontalCenter
                anchors.leftMargin: Theme.gapLarge
                anchors.right: parent.right
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                fills: true

                Judged {}
                Item {
                    Layout.fillHeight: true
                }
                Ways {
                    Layout.fillWidth: true
                }
            }
        }
    }
}
