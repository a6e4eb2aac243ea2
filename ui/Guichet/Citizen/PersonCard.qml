pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Talk to a person: the button while a counter answers, then who comes and when, or the desk and 211.
Rectangle {
    id: root

    required property PersonViewModel view
    // Staff come without a word to others; the button says so.
    property bool quiet: false

    readonly property color tone: root.view.tone === "good" ? Theme.colours.success : root.view.tone === "warn" ? Theme.colours.warning : Theme.colours.action
    readonly property color ground: root.view.tone === "good" ? Theme.colours.successGround : root.view.tone === "warn" ? Theme.colours.warningGround : Theme.colours.tint

    implicitWidth: column.implicitWidth + Theme.gapWide * 2
    implicitHeight: column.implicitHeight + Theme.gapWide * 2
    color: root.ground
    radius: Theme.radiusCard
    border.width: Theme.hair * 2
    border.color: root.tone

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gapWide
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapWide

            Rectangle {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Theme.iconLarge * 1.7
                Layout.preferredHeight: Theme.iconLarge * 1.7
                radius: width / 2
                color: root.tone

                Symbol {
                    anchors.centerIn: parent
                    name: root.view.symbol
                    colour: root.ground
                    size: Theme.iconLarge
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    heading: true
                    text: root.view.strong
                    font.pixelSize: Theme.section
                    font.weight: Font.Bold
                    Accessible.role: root.view.canCancel ? Accessible.AlertMessage : Accessible.Heading
                }
                Words {
                    Layout.fillWidth: true
                    text: root.view.words
                }
            }
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.note === "" ? "" : qsTr("Staff write: “%1”").arg(root.view.note)
            font.weight: Font.DemiBold
        }
        // Nobody is told what the plan is about unless they say so here.
        TickRow {
            Layout.fillWidth: true
            visible: root.view.topic !== "" && !root.quiet
            text: qsTr("Tell staff what my plan is about")
            detail: root.view.topic
            ticked: root.view.tellsTopic
            font.pixelSize: Theme.body
            onClicked: root.view.tellTopic(!root.view.tellsTopic)
        }
        ActionButton {
            Layout.fillWidth: true
            visible: root.view.canCall
            symbol: root.view.again ? "refresh" : "user"
            text: root.view.again ? qsTr("Try again") : root.quiet ? qsTr("A quiet word with our staff") : qsTr("Call a person")
            onClicked: {
                if (root.quiet)
                    root.view.callQuietly();
                else
                    root.view.call();
            }
        }
        Rectangle {
            Layout.fillWidth: true
            visible: root.view.otherwise !== ""
            implicitHeight: Theme.hair
            color: root.tone
            opacity: 0.35
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.otherwise
        }
        ActionButton {
            Layout.fillWidth: true
            visible: root.view.canCancel
            least: Theme.target
            quiet: true
            symbol: "x"
            text: qsTr("I don’t need anyone now")
            font.pixelSize: Theme.body
            onClicked: root.view.cancel()
        }
    }
}
